import Directory
import Ground
package import Operations

/// `GET /meetings?after=`, everybody logged in.
package func meetingListPage(_ register: MeetingRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let add: HTML = "<p class=\"tools\"><a class=\"button\" href=\"/meetings/new\">\(locale("meetings.new"))</a></p>"
  let body: HTML = """
    <div class="heading"><h1>\(locale("nav.meetings"))</h1>\(add, if: viewer.has(.coordinator))\
    <p class="tools"><a href="/sittings">\(locale("sittings.title"))</a> \
    <a href="/burdens">\(locale("burden.title"))</a> <a href="/reports">\(locale("reports.title"))</a></p></div>
    \(register.rows.isEmpty ? emptyState(locale("meetings.none")) : table(register, viewer, locale))
    \(nextPage(register.next, "/meetings?", locale))
    """
  return layout(locale("nav.meetings"), .meetings, viewer, locale, wide: true, body)
}

private func table(_ register: MeetingRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = register.rows.map { row -> HTML in
    let mayDecide = row.stage == .intake && (viewer.has(.coordinator) || viewer.has(.leader))
    let path = meetingPath(row.meeting) + (mayDecide ? "/intake" : "")
    let stage = row.undecided > 0 ? locale.count("meetings.undecided", row.undecided) : locale.name(row.stage)
    return """
      <tr><td class="when">\(locale.day(row.meeting.day, seenOn: viewer.today))</td>
      <td class="what"><a href="\(url: path)">\(row.meeting.title)</a></td>
      <td>\(stage)</td><td>\(standingCounts(row.counts, meeting: nil, locale))</td>
      <td><a href="\(url: meetingPath(row.meeting) + "/report")">\(locale("report.name"))</a></td></tr>
      """
  }
  return """
    <table class="meetings"><thead><tr><th scope="col">\(locale("col.day"))</th><th scope="col">\(locale("col.meeting"))</th>
    <th scope="col">\(locale("col.stage"))</th><th scope="col">\(locale("col.state"))</th>
    <th scope="col">\(locale("col.report"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
}
