import Ground
package import Operations

/// `GET /reports`, everybody logged in: every frozen follow-through report, newest first.
package func reportListPage(_ register: ReportRegister, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <div class="heading"><h1>\(locale("reports.title"))</h1><p class="about">\(locale("reports.lead"))</p></div>
    \(register.rows.isEmpty ? emptyState(locale("reports.none")) : frozenTable(register.rows, viewer, locale, named: true))
    """
  return layout(locale("reports.title"), .meetings, viewer, locale, body)
}

/// One line a frozen report: its figures, the page and the paper, and the digest that the ledger holds.
func frozenTable(_ rows: [FrozenLine], _ viewer: Viewer, _ locale: Locale, named: Bool) -> HTML {
  let lines = rows.map { row -> HTML in
    let path = meetingPath(row.meeting)
    let report = "\(path)/report?at=\(row.position)"
    let figures = locale(
      "reports.figures", ["issued": "\(row.issued)", "closed": "\(row.closed)", "overdue": "\(row.overdue)"])
    return """
      <tr>\("<td class=\"what\"><a href=\"\(url: path)\">\(row.meeting.title)</a></td>", if: named)\
      <td class="when"><a href="\(url: report)">\(locale.day(row.day, seenOn: viewer.today))</a></td>
      <td>\(figures)</td><td>\(locale("reports.position", ["n": "\(row.position)"]))</td>
      <td><a href="\(url: "\(path)/papers/report.docx?at=\(row.position)")" download>\(locale("papers.report_docx"))</a></td></tr>
      """
  }
  let meeting: HTML = "<th scope=\"col\">\(locale("col.meeting"))</th>"
  return """
    <table class="papers"><thead><tr>\(meeting, if: named)<th scope="col">\(locale("reports.frozen_on"))</th>
    <th scope="col">\(locale("reports.said"))</th><th scope="col">\(locale("nav.ledger"))</th>
    <th scope="col">\(locale("papers.paper"))</th></tr></thead><tbody>\(lines)</tbody></table>
    """
}
