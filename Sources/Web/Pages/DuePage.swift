import Ground
import Matters
package import Operations

/// `GET /matters/{id}/due`, everybody logged in: how the due date was computed, day by day.
package func duePage(_ explained: DueExplained, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let reason = explained.reason
  let beside = explained.beside.map { wait -> HTML in
    let title = locale(
      "due.beside", ["what": locale.name(wait.kind), "day": locale.day(wait.reason.due.day, seenOn: viewer.today)])
    return """
      <section id="\(wait.kind.rawValue)"><h2>\(title)</h2>\(reckoned(wait.reason, viewer, locale))</section>
      """
  }
  let body: HTML = """
    <p class="about">\(matterLink(explained.matter)) \(explained.text)</p>
    <h1>\(locale("due.title", ["day": locale.day(reason.due.day, seenOn: viewer.today)]))</h1>
    \(reckoned(reason, viewer, locale))
    \(beside)
    """
  return layout(locale("due.how"), .matters, viewer, locale, body)
}

/// The rule, what was decided, and each day of the count.
private func reckoned(_ reason: DueReason, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let calendars = locale("due.calendars", ["list": locale.list(reason.due.calendar.map { HTML(text: $0) })])
  let unknown = locale.list(reason.due.unknownYears.map { "\($0)" })
  return """
    <p class="lead">\(dueSummary(reason, locale))</p>
    \(reason.decision.map { "<blockquote>\($0)</blockquote>" })
    \("<p class=\"notice refused\">\(locale("due.unknown_year", ["years": unknown]))</p>", if: !unknown.isEmpty)
    <p>\(locale("due.start_not_counted"))</p>
    \(dayTable(reason.days, reason.due.day, viewer, locale), if: !reason.days.isEmpty)
    \("<p class=\"about\">\(calendars)</p>", if: !reason.due.calendar.isEmpty)
    """
}

/// Each day of a count: its number or its hours, and why it was counted or passed over.
func dayTable(_ days: [CountedDay], _ due: CivilDate, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = days.map { line -> HTML in
    let number: HTML = line.number.map { "\($0)" } ?? countedMinutes(line.minutes, locale)
    return """
      <tr class="\(line.kind.rawValue)\(" passed", if: !line.isCounted)\(" due-day", if: line.day == due)">
      <td class="figure">\(number)</td><td class="when">\(locale.day(line.day, seenOn: viewer.today))</td>
      <td>\(locale.name(line.kind))\(locale("due.not_counted"), if: !line.isCounted && line.day != due)</td></tr>
      """
  }
  return """
    <table class="days"><thead><tr><th scope="col">\(locale("col.counted"))</th><th scope="col">\(locale("col.day"))</th>
    <th scope="col">\(locale("col.day_kind"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
}

/// `3小时30分`; a dash where nothing of the day was counted.
private func countedMinutes(_ minutes: Int?, _ locale: Locale) -> HTML {
  guard let minutes, minutes > 0 else { return "–" }
  return locale("due.minutes", ["hours": "\(minutes / 60)", "minutes": "\(minutes % 60)"])
}
