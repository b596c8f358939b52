import Duties
import Ground
package import Operations
import Packs

/// `GET /periods/{id}?day=`, everybody logged in: a key period or an alert, what is closer in it, who is on duty, who
/// reported, and how the work stands.
package func periodPage(_ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let period = sheet.period
  let row = sheet.row
  let kind = row.name.alert == nil ? locale("period.key") : alertMark(row.name.alert, row.name.kind, locale)
  let body: HTML = """
    <div class="heading"><h1>\(period.terms.title)</h1>
    <p class="about">\(kind) · \(daysText(row.days, viewer, locale)) · <strong>\(locale.name(row.standing))</strong>\
    \(left(sheet, locale))</p>
    <p class="tools"><a href="/periods">\(locale("periods.title"))</a> <a href="/work">\(locale("work.title"))</a></p></div>
    \(ending(period, viewer, locale))
    \(facts(sheet, viewer, locale))
    \(sheet.day.map { periodDay($0, sheet, viewer, locale) })
    \(gaps(sheet, viewer, locale))
    \(closer(sheet.closer, locale))
    \(figures(sheet, locale), if: row.standing != .withdrawn && row.standing != .coming)
    \(plan(sheet, viewer, locale))
    \(acts(sheet, viewer, locale), if: sheet.mayKeep && row.standing != .withdrawn)
    \(story(sheet.story, viewer, locale))
    """
  return layout("\(period.terms.title)", .work, viewer, locale, body)
}

/// How long it still lasts, or how soon it begins.
private func left(_ sheet: PeriodSheet, _ locale: Locale) -> HTML {
  switch sheet.row.standing {
  case .running: " · \(locale.count("period.left", sheet.today.days(until: sheet.row.days.last) + 1))"
  case .coming: " · \(locale.count("period.begins_in", sheet.today.days(until: sheet.row.days.first)))"
  case .past, .withdrawn: ""
  }
}

private func ending(_ period: RegisteredPeriod, _ viewer: Viewer, _ locale: Locale) -> HTML {
  if let reason = period.withdrawn {
    return "<p><strong>\(locale("period.withdrawn_because", ["reason": "\(reason)"]))</strong></p>"
  }
  guard let end = period.end else { return "" }
  let said = locale(
    "period.ended_because",
    ["day": locale.day(end.last, seenOn: viewer.today), "reason": "\(end.reason)"])
  return "<p><strong>\(said)</strong></p>"
}

private func facts(_ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let terms = sheet.period.terms
  func line(_ term: HTML, _ value: HTML?) -> HTML { value.map { "<dt>\(term)</dt><dd>\($0)</dd>" } ?? "" }
  let notice = terms.notice.map { notice -> HTML in
    let number: HTML = notice.number.map { " · \($0)" } ?? ""
    let time: HTML = notice.minute.map { " \(clockText($0))" } ?? ""
    return "\(notice.issuer)\(number) · \(locale.day(notice.day, seenOn: viewer.today))\(time)"
  }
  return """
    <section aria-labelledby="facts"><h2 id="facts">\(locale("subject.facts"))</h2><dl class="facts">
    \(line(locale("period.basis"), "\(terms.basis)")) \(line(locale("period.notice"), notice))
    \(line(locale("period.fields"), fieldsText(terms.fields, locale)))
    \(line(locale("period.types"), sheet.row.types.isEmpty ? nil : locale.list(sheet.row.types.map { locale.text($0) })))
    \(line(locale("period.areas"), areasText(sheet.row.areas, locale)))
    \(line(locale("period.shifts"), terms.shifts.map { locale.name($0) }))
    \(line(locale("period.reports"), terms.reportBy.map { locale("period.reports_by", ["time": clockText($0)]) }))
    </dl></section>
    """
}

private func gaps(_ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.gaps.isEmpty else { return "" }
  let items = sheet.gaps.map { line -> HTML in
    let shown = line.shifts.prefix(4).map { gapText($0, viewer, locale) }
    let rest = line.shifts.count - shown.count
    let path = "\(periodPath(sheet.period.id))/roster/\(line.unit.id)"
    let more: HTML = rest > 0 ? locale.count("roster.more_gaps", rest) : ""
    return """
      <li><a href="\(url: path)">\(line.unit.name)</a>\(locale("inspection.colon"))\(locale.list(shown))\(more)</li>
      """
  }
  return """
    <section aria-labelledby="gaps"><h2 id="gaps">\(locale("roster.gaps_title")) \
    <span class="count">\(sheet.gaps.reduce(0) { $0 + $1.shifts.count })</span></h2>
    <ul class="points">\(items)</ul></section>
    """
}

private func closer(_ duties: [CloserDuty], _ locale: Locale) -> HTML {
  let rows = duties.map { line -> HTML in
    """
    <tr><td class="what">\(locale.text(line.duty.title))</td><td>\(paceText(line.duty.pace, locale))</td>
    <td><strong>\(paceText(line.pace, locale))</strong></td></tr>
    """
  }
  let table: HTML = """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("period.duty"))</th><th scope="col">\(locale("period.usual"))</th>
    <th scope="col">\(locale("period.closer"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
  return """
    <section aria-labelledby="closer"><h2 id="closer">\(locale("period.closer_title"))</h2>
    \(rows.isEmpty ? emptyState(locale("period.closer_none")) : table)</section>
    """
}

/// Each number leads to its windows.
private func figures(_ sheet: PeriodSheet, _ locale: Locale) -> HTML {
  let head = "<h2 id=\"figures\">\(locale("period.figures"))</h2>" as HTML
  guard let rows = sheet.figures.rows else {
    return "<section aria-labelledby=\"figures\">\(head)\(emptyState(locale("period.too_many")))</section>"
  }
  guard !rows.isEmpty else {
    return "<section aria-labelledby=\"figures\">\(head)\(emptyState(locale("period.figures_none")))</section>"
  }
  func number(_ row: PeriodFigure, _ state: WindowState?, _ count: Int) -> HTML {
    guard count > 0 else { return "0" }
    let filter = PeriodWindowFilter(town: row.town.id, field: row.field, state: state)
    return "<a href=\"\(url: "\(periodPath(sheet.period.id))/owed?\(filter.query)")\">\(count)</a>"
  }
  let lines = rows.map { row -> HTML in
    """
    <tr><td class="what">\(row.town.name)</td><td>\(locale.name(row.field))</td><td class="opened">\(number(row, nil, row.owed))</td>
    <td class="opened">\(number(row, .done, row.done))</td><td class="opened">\(number(row, .open, row.open))</td>
    <td class="opened">\(number(row, .missed, row.missed))</td>
    <td>\(row.reasons.isEmpty ? "–" : reasonsText(row.reasons, locale))</td></tr>
    """
  }
  return """
    <section aria-labelledby="figures">\(head)<p class="about">\(locale("period.figures_lead"))</p>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("subject.territorial"))</th><th scope="col">\(locale("period.fields"))</th>
    <th scope="col">\(locale("period.owed"))</th><th scope="col">\(locale.name(WindowState.done))</th>
    <th scope="col">\(locale.name(WindowState.open))</th><th scope="col">\(locale.name(WindowState.missed))</th>
    <th scope="col">\(locale("missed.reasons"))</th></tr></thead>
    <tbody>\(lines)</tbody></table></div></section>
    """
}

private func plan(_ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = sheet.period.plan.map { text in
    text.shown.split(separator: "\n", omittingEmptySubsequences: false).map { "\(String($0))" as HTML }
  }
  let form = Form("write-plan", viewer, locale)
  let write = foldedForm(
    locale("period.plan_write"), form, action: periodPath(sheet.period.id) + "/plan", version: sheet.period.version,
    button: locale("period.plan_save"),
    form.area(
      "plan", locale("period.plan"), value: sheet.period.plan?.shown ?? "", rows: 10, limit: PeriodLimit.plan,
      required: true))
  return """
    <section aria-labelledby="plan"><h2 id="plan">\(locale("period.plan"))</h2>
    \(lines.map { "<p>\($0.joined("<br>"))</p>" } ?? emptyState(locale("period.plan_none")))
    \(write, if: sheet.mayKeep && sheet.row.standing != .withdrawn)</section>
    """
}

private func acts(_ sheet: PeriodSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (path, version, standing) = (periodPath(sheet.period.id), sheet.period.version, sheet.row.standing)
  let isOpen = (standing == .running || standing == .coming) && sheet.period.end == nil
  let isSettled = sheet.row.days.last < viewer.today.adding(days: -PeriodLimit.daysBack)
  guard !isSettled else { return "" }
  func reason(_ form: Form) -> HTML {
    form.area("reason", locale("subject.reason"), rows: 2, limit: PeriodLimit.reason, required: true)
  }
  let (end, withdraw) = (Form("end", viewer, locale), Form("withdraw", viewer, locale))
  let endTitle = sheet.row.name.alert == nil ? locale("period.end") : locale("period.lift")
  let day = end.date(
    "last", locale("period.end_day"), value: viewer.today, required: true, hint: locale("period.end_hint"))
  return """
    <section aria-labelledby="acts"><h2 id="acts">\(locale("subject.acts"))</h2>
    \("<p class=\"tools\"><a class=\"button\" href=\"\(url: path + "/edit")\">\(locale("period.edit"))</a></p>", if: isOpen)
    \(foldedForm(endTitle, end, action: path + "/end", version: version, day + reason(end)),
      if: isOpen && standing == .running)
    \(foldedForm(locale("period.withdraw"), withdraw, action: path + "/withdraw", version: version,
      "<p class=\"hint\">\(locale("period.withdraw_hint"))</p>" + reason(withdraw)))
    </section>
    """
}

private func story(_ lines: [PeriodStoryLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = lines.map { line in
    let by: KeyValuePairs<String, HTML> = ["by": authorText(line.by, locale)]
    let (said, words): (HTML, Words?) =
      switch line.change {
      case .set: (locale("period_story.set", by), nil)
      case .amended(_, let reason): (locale("period_story.amended", by), reason)
      case .ended(let end): (locale("period_story.ended", by), end.reason)
      case .withdrawn(let reason): (locale("period_story.withdrawn", by), reason)
      case .planned, .hotlineSet, .rostered, .handedOver, .reported: (locale("period_story.planned", by), nil)
      }
    return StoryItem(position: Int(line.position), at: line.at, said: said, words: words)
  }
  return plainStory(items, viewer, locale)
}
