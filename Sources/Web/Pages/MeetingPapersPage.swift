import Directory
import Ground
package import Operations

/// `GET /meetings/{id}/papers`, everybody logged in: everything of the meeting that can be printed.
package func meetingPapersPage(_ papers: MeetingPapers, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = meetingPath(papers.meeting)
  let keeps = viewer.has(.coordinator) || viewer.has(.administrator)
  let body: HTML = """
    <div class="heading"><h1>\(locale("papers.title", ["meeting": "\(papers.meeting.title)"]))</h1>
    <p class="about">\(locale("papers.lead"))</p>
    <p class="tools"><a href="\(url: path)">\(locale("papers.back"))</a>\
    \(" <a href=\"/templates\">\(locale("templates.title"))</a>", if: keeps)</p></div>
    \(reports(papers, path, viewer, locale))
    \(slips(papers, path, locale))
    \(nextMeeting(papers, path, viewer, locale), if: viewer.has(.coordinator))
    """
  return layout(locale("papers.name"), .meetings, viewer, locale, body)
}

private func reports(_ papers: MeetingPapers, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let frozen: HTML =
    papers.reports.isEmpty
    ? emptyState(locale("reports.none_frozen")) : frozenTable(papers.reports, viewer, locale, named: false)
  return """
    <section aria-labelledby="reports"><h2 id="reports">\(locale("report.name"))</h2>
    <p class="tools"><a class="button" href="\(url: path + "/report")">\(locale("papers.report_live"))</a> \
    <a class="button" href="\(url: path + "/papers/report.docx")" download>\(locale("papers.report_docx"))</a></p>
    \(frozen)</section>
    """
}

private func slips(_ papers: MeetingPapers, _ path: String, _ locale: Locale) -> HTML {
  let rows = papers.units.map { load -> HTML in
    """
    <tr><th scope="row">\(load.unit.name)</th><td>\(locale.count("papers.matters", load.matters))</td>
    <td><a href="\(url: "\(path)/papers/slip.docx?unit=\(load.unit.id.text)")" download>\(locale("papers.slip_of", ["unit": "\(load.unit.name)"]))</a></td></tr>
    """
  }
  let table: HTML = """
    <p class="tools"><a class="button" href="\(url: path + "/papers/slips.zip")" download>\(locale.count("papers.slips_zip", papers.units.count))</a></p>
    <table class="papers"><thead><tr><th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("papers.open"))</th>
    <th scope="col">\(locale("papers.slip"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
  return """
    <section aria-labelledby="slips"><h2 id="slips">\(locale("papers.assigned"))</h2>
    <p class="tools"><a class="button" href="\(url: path + "/papers/assignments.docx")" download>\(locale("papers.assignments"))</a> \
    <a href="\(url: "/matters.xlsx?phase=any&meeting=\(papers.meeting.id.text)")" download>\(locale("papers.register"))</a></p>
    \(papers.units.isEmpty ? emptyState(locale("papers.no_units")) : table)</section>
    """
}

/// The next meeting is called first; its two papers are printed from what was recorded.
private func nextMeeting(_ papers: MeetingPapers, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("next", viewer, locale)
  let called = papers.called
  let fields: HTML = """
    \(form.line("title", locale("papers.next_title"), value: (called?.title ?? papers.nextTitle).shown, limit: 100,
      required: true))
    \(form.date("day", locale("papers.next_day"), value: called?.day, required: true,
      hint: called == nil ? nil : moveHint(form)))
    \(form.line("time", locale("papers.next_time"), value: called?.time ?? "09:00", limit: 5, type: "time"))
    \(form.line("place", locale("papers.next_place"), value: called?.place.shown ?? "", limit: 100, required: true))
    \(moveDues(form))
    \(form.button(called == nil ? locale("papers.call") : locale("papers.call_again"), primary: called == nil))
    """
  return """
    <section aria-labelledby="next-meeting"><h2 id="next-meeting">\(locale("papers.next"))</h2>
    <p class="about">\(locale("papers.next_lead"))</p>
    \(called.map { calledPapers($0, path, viewer, locale) })
    \(form.wrap(action: path + "/papers/next", fields))</section>
    """
}

private func calledPapers(_ called: PlannedMeeting, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let query = QueryText.write([
    ("title", called.title.shown), ("day", called.day.iso), ("time", called.time ?? ""), ("place", called.place.shown),
  ])
  let when: HTML = "\(locale.day(called.day, seenOn: viewer.today)) \(called.time ?? "") · \(called.place)"
  return """
    <p><strong>\(called.title)</strong> · \(when)</p>
    <p class="tools"><a class="button" href="\(url: "\(path)/papers/notice.docx?\(query)")" download>\(locale("papers.notice"))</a> \
    <a class="button" href="\(url: "\(path)/papers/sign-in.docx?\(query)")" download>\(locale("papers.sign_in"))</a></p>
    """
}
