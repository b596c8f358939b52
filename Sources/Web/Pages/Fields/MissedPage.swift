import Duties
import Ground
package import Operations
import Packs

/// `GET /duties/missed?unit=&month=&duty=&show=&after=`, everybody logged in: what of a unit's standing duties ended in a
/// month, how much of it was missed and why; a duty that is opened lists its missed windows, and whoever owes them, or the
/// office for them, says why.
package func missedPage(_ board: MissedBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let calendar = "/duties?" + QueryText.write([("unit", board.unit.id.text), ("month", monthText(board.month.first))])
  let body: HTML = """
    <div class="heading"><h1>\(locale("missed.title"))</h1>
    <p class="about">\(locale("missed.lead", ["unit": "\(board.unit.name)"]))</p>
    <p class="tools many"><a href="\(url: calendar)">\(locale("duty_calendar.title"))</a> \
    <a href="/work">\(locale("work.title"))</a></p></div>
    \(units(board, locale), if: board.units.count > 1)
    <section aria-labelledby="month"><h2 id="month">\(locale.month(board.month.first))</h2>
    <p class="months">\(turn(board.before, "prev", board, locale)) \(turn(board.after, "next", board, locale))</p>
    \(board.lines.isEmpty ? emptyState(locale("missed.nothing")) : table(board, locale))
    <p class="hint">\(locale("missed.how"))</p></section>
    \(board.opened.map { opened($0, board, viewer, locale) })
    """
  return layout(locale("missed.title"), .work, viewer, locale, wide: true, body)
}

func missedPath(
  unit: UnitID, month: CivilDate, duty: String? = nil, show: MissedShow? = nil
) -> String {
  var pairs = [("unit", unit.text), ("month", monthText(month))]
  if let duty { pairs.append(("duty", duty)) }
  if let show { pairs.append(("show", show.rawValue)) }
  return "/duties/missed?" + QueryText.write(pairs)
}

/// `未到达 2、停业停用 4`.
func reasonsText(_ reasons: [ReasonCount], _ locale: Locale) -> HTML {
  locale.list(reasons.map { "\(locale.name($0.reason)) \($0.count)" })
}

/// Which unit gave which reason, and how it told whoever recorded it.
func givenText(_ given: SubjectWindow.Given, _ locale: Locale) -> HTML {
  let by =
    given.recordedFor.map { locale("missed.told", ["unit": "\(given.unit.name)", "channel": locale.name($0)]) }
    ?? "\(given.unit.name)"
  return "\(locale.name(given.reason)) <span class=\"hint\">\(by)</span>"
}

private func units(_ board: MissedBoard, _ locale: Locale) -> HTML {
  let options = board.units.map { Option($0.id.text, "\($0.name)") }
  let any: HTML? = board.units.contains { $0.id == board.unit.id } ? nil : "\(board.unit.name)"
  return """
    <form class="list-filter" method="get" action="/duties/missed"><div class="grid">
    \(filterChoice("missed", "unit", locale("col.unit"), any, options, board.unit.id.text))</div>
    <input type="hidden" name="month" value="\(monthText(board.month.first))">
    <button class="primary">\(locale("filter.apply"))</button></form>
    """
}

private func turn(_ day: CivilDate?, _ rel: HTML, _ board: MissedBoard, _ locale: Locale) -> HTML? {
  day.map { day in
    let path = missedPath(unit: board.unit.id, month: day, duty: board.opened?.duty)
    return "<a rel=\"\(rel)\" href=\"\(url: path)\">\(locale.month(day))</a>"
  }
}

/// A row a duty; each number of missed windows leads to them.
private func table(_ board: MissedBoard, _ locale: Locale) -> HTML {
  func number(_ count: Int, _ line: MissedLine, _ show: MissedShow?) -> HTML {
    guard count > 0 else { return "0" }
    let path = missedPath(unit: board.unit.id, month: board.month.first, duty: line.duty, show: show) + "#opened"
    return "<a class=\"figure\" href=\"\(url: path)\">\(count)</a>"
  }
  let lines = board.lines.map { line -> HTML in
    """
    <tr><th scope="row">\(locale.text(line.title))</th><td class="amount">\(line.owed)</td>\
    <td class="amount">\(line.done)</td><td class="amount">\(number(line.missed, line, nil))</td>\
    <td class="amount">\(number(line.explained, line, .explained))</td>\
    <td class="amount">\(number(line.unexplained, line, .unexplained))</td><td class="amount">\(line.open)</td>\
    <td>\(line.reasons.isEmpty ? "–" : reasonsText(line.reasons, locale))</td></tr>
    """
  }
  let sum = board.lines.reduce(into: [0, 0, 0, 0, 0, 0]) { sum, line in
    let figures = [line.owed, line.done, line.missed, line.explained, line.unexplained, line.open]
    for place in sum.indices { sum[place] += figures[place] }
  }
  let shows: [FieldShow] = [.owed, .done, .missed, .explained, .unexplained]
  let heads =
    shows.map { locale.name($0) } + [locale("missed.open"), locale("missed.reasons")]
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="towns">
    <thead><tr><th scope="col">\(locale("duties.title"))</th>\
    \(heads.map { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>\(lines)</tbody>
    <tfoot><tr><th scope="row">\(locale("campaign.total"))</th>\
    \(sum.map { "<td class=\"amount\">\($0)</td>" as HTML })<td></td></tr></tfoot></table></div>
    """
}

private func opened(_ list: MissedList, _ board: MissedBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = missedPath(unit: board.unit.id, month: board.month.first, duty: list.duty)
  let shows = [nil] + MissedShow.allCases.map { $0 as MissedShow? }
  let tabs = shows.map { show -> HTML in
    let name = show.map { locale.name($0) } ?? locale("missed.all")
    if show == list.show { return "<strong aria-current=\"true\">\(name)</strong>" }
    let path = missedPath(unit: board.unit.id, month: board.month.first, duty: list.duty, show: show) + "#opened"
    return "<a href=\"\(url: path)\">\(name)</a>"
  }
  let next = path + (list.show.map { "&show=\($0.rawValue)" } ?? "") + "&"
  let content: HTML =
    list.count == 0
    ? emptyState(locale("missed.none"))
    : list.mayExplain.map { explaining(list, $0, board, viewer, locale) }
      ?? windowTable(list.windows, viewer, locale)
  return """
    <section aria-labelledby="opened"><h2 id="opened">\(locale.text(list.title)) \
    <span class="count">\(list.count)</span></h2><p class="tools many">\(tabs.joined(" "))</p>
    \(content)\(nextPage(list.next.map(String.init), next, locale))</section>
    """
}

/// Some that are ticked, or all without a reason, get one reason; all of them or none.
private func explaining(
  _ list: MissedList, _ telling: MissedList.Telling, _ board: MissedBoard, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let form = Form("explain", viewer, locale)
  let lines = list.windows.map { window -> HTML in
    """
    <tr><td><label class="box"><input type="checkbox" name="window" value="\(windowCode(window.missed))"> \
    <span>\(locale("subject.no", ["n": "\(window.subject.serial)"]))</span></label></td>
    <td class="what">\(subjectLink(window.subject))</td><td>\(windowDays(window, viewer, locale))</td>
    <td>\(locale("fields.done_of", ["done": "\(window.done)", "times": "\(window.times)"]))</td>
    <td class="unit">\(window.subject.territorial.name)</td><td>\(window.reason.map { givenText($0, locale) } ?? "–")</td></tr>
    """
  }
  var scopes = [Option("ticked", locale("missed.ticked"))]
  if list.unexplained > 0 {
    scopes.append(Option("all", locale.count("missed.every", list.unexplained)))
  }
  let reasons = WindowReason.allCases.map { Option($0.rawValue, locale.name($0)) }
  let hint = list.hasHomes ? locale("missed.homes") : nil
  let fields: HTML = """
    <input type="hidden" name="unit" value="\(board.unit.id.text)">\
    <input type="hidden" name="month" value="\(monthText(board.month.first))">\
    <input type="hidden" name="duty" value="\(list.duty)">\
    <input type="hidden" name="count" value="\(list.unexplained)">\
    \(list.show.map { "<input type=\"hidden\" name=\"show\" value=\"\($0.rawValue)\">" })
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("missed.choose"))</th><th scope="col">\(locale("subject.name"))</th>
    <th scope="col">\(locale("fields.window"))</th><th scope="col">\(locale("inspection.result"))</th>
    <th scope="col">\(locale("subject.territorial"))</th><th scope="col">\(locale("missed.reason"))</th></tr></thead>
    <tbody>\(lines)</tbody></table></div>
    \(form.boxes("scope", locale("missed.scope"), scopes, chosen: ["ticked"], single: true))
    \(form.select("reason", locale("missed.reason"), reasons, chosen: nil, blank: locale("form.choose"), hint: hint))
    \(telling == .forUnit ? channelField(form) : "")
    <p class="choices">\(form.button(locale("missed.give"), name: "act", value: "give")) \
    \(form.button(locale("missed.withdraw"), name: "act", value: "withdraw", primary: false))</p>
    <p class="hint">\(telling == .forUnit ? locale("missed.for_unit") : locale("missed.own"))</p>
    """
  return form.wrap(action: "/duties/missed", fields)
}

/// A window as a form sends it.
private func windowCode(_ window: MissedWindow) -> String {
  "\(window.subject.text)~\(window.first.iso)~\(window.last.iso)"
}

extension MissedWindow {
  /// As a form sent it; nil where no page wrote it.
  package init?(code: String) {
    let parts = code.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let subject = SubjectID(parts[0]), let first = CivilDate(parts[1]),
      let last = CivilDate(parts[2]), first <= last
    else { return nil }
    self.init(subject: subject, first: first, last: last)
  }
}
