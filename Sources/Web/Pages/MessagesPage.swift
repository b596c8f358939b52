import Ground
import Matters
package import Operations

/// `GET /messages?show=&after=`, everybody logged in: what oneself was told, newest first, and whether it went out. Opening it
/// counts as having seen it, except where a choice leaves some out.
package func messagesPage(_ page: MessagePage, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let none = emptyState(page.show == nil ? locale("messages.none") : locale("messages.none_such"))
  let body: HTML = """
    <div class="heading"><h1>\(locale("nav.messages"))</h1><p class="lead">\(locale("messages.lead"))</p>
    <p class="tools"><a class="button" href="/account/messages">\(locale("reach.title"))</a></p></div>
    \(choices(page.show, locale))
    \(page.lines.isEmpty ? none : table(page.lines, viewer, locale))
    \(nextPage(page.next, "/messages?" + (page.show.map { "show=\($0.rawValue)&" } ?? ""), locale))
    """
  return layout(locale("nav.messages"), .messages, viewer, locale, body)
}

/// All, or some of them: each with an address of its own.
private func choices(_ chosen: MessageShow?, _ locale: Locale) -> HTML {
  let links = [nil] + MessageShow.allCases.map(Optional.some)
  let items = links.map { show -> HTML in
    let path = "/messages" + (show.map { "?show=\($0.rawValue)" } ?? "")
    let name = show.map(locale.name) ?? locale("messages.all")
    return "<li><a href=\"\(url: path)\"\(" aria-current=\"page\"", if: show == chosen)>\(name)</a></li>"
  }
  return "<nav class=\"views\" aria-label=\"\(locale("messages.show"))\"><ul>\(items)</ul></nav>"
}

private func table(_ lines: [MessageLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = lines.map { line -> HTML in
    let kind =
      WaitTold(line.detail).map { locale("messages.wait", ["what": locale.name($0.kind)]) }
      ?? MatterChange.Kind(rawValue: line.kind).map(locale.name) ?? SittingNews(rawValue: line.kind).map(locale.name)
      ?? PeriodNews(rawValue: line.kind).map(locale.name) ?? RefresherNews(rawValue: line.kind).map(locale.name)
      ?? locale("messages.something")
    let more =
      line.step.map(locale.text) ?? Concern(rawValue: line.detail).map(locale.name)
      ?? line.sitting.flatMap { said(of: $0, viewer, locale) }
      ?? RefresherNews(rawValue: line.kind).flatMap { _ in
        CivilDate(line.detail).map { locale("messages.until", ["day": locale.shortDay($0, seenOn: viewer.today)]) }
      }
      ?? line.period.flatMap { _ in CivilDate(line.detail).map { locale.shortDay($0, seenOn: viewer.today) } }
    let what = more.map { locale("messages.more", ["kind": kind, "more": $0]) } ?? kind
    return """
      <tr\(" class=\"fresh\"", if: line.isNew)><th scope="row">\(what)\
      \(" <span class=\"tag\">\(locale("messages.new"))</span>", if: line.isNew)</th>
      <td>\(line.matter.map(matterLink) ?? line.sitting.map(sittingLink) ?? line.period.map(periodLink)
        ?? RefresherNews(rawValue: line.kind).map { _ in refreshersLink(locale) })</td>
      <td class="when">\(locale.moment(line.at, seenOn: viewer.today))</td>
      <td>\(sent(line, viewer, locale))</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers messages"><thead><tr>
    <th scope="col">\(locale("messages.what"))</th><th scope="col">\(locale("messages.matter"))</th>
    <th scope="col">\(locale("messages.when"))</th><th scope="col">\(locale("messages.how"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
}

/// By when a report is owed, or whose came in.
private func said(of line: MessageLine.SittingLine, _ viewer: Viewer, _ locale: Locale) -> HTML? {
  if let unit = line.unit { return "\(unit.name)" }
  return line.due.map { locale("messages.until", ["day": locale.shortDay($0, seenOn: viewer.today)]) }
}

/// To the report that came in, or to the sitting.
private func sittingLink(_ line: MessageLine.SittingLine) -> HTML {
  let path = sittingPath(line.sitting) + (line.unit.map { "/reports/\($0.id)" } ?? "")
  return "<a href=\"\(url: path)\">\(line.sitting.title)</a>"
}

private func refreshersLink(_ locale: Locale) -> HTML {
  "<a href=\"/trainings/due\">\(locale("refreshers.title"))</a>"
}

private func periodLink(_ period: PeriodName) -> HTML {
  "<a href=\"\(url: periodPath(period.id))\">\(period.title)</a>"
}

private func sent(_ line: MessageLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch line.state {
  case .waiting: locale("messages.waiting")
  case .kept: locale("messages.kept")
  case .sent:
    locale(
      "messages.sent",
      ["way": wayName(line.sending, locale), "moment": locale.moment(line.due, seenOn: viewer.today)])
  case .held:
    locale(
      "messages.held",
      [
        "way": wayName(line.sending, locale), "reason": line.sending.said.map(locale.text) ?? "",
        "moment": locale.moment(line.due, seenOn: viewer.today),
      ])
  case .failed:
    locale(
      "messages.failed",
      ["way": wayName(line.sending, locale), "reason": line.sending.said.map(locale.text) ?? ""])
  }
}

/// By what a message goes.
func wayName(_ sending: Sending, _ locale: Locale) -> HTML {
  RobotKind(rawValue: sending.way).map(locale.name) ?? locale("way.mail")
}
