import Ground
package import Operations
import Packs

/// The fields' standing work in a follow-through report: a row a field, each number a link to what it counts, and what was
/// found again.
func fieldSection(_ report: ReportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let fields = report.fields else { return "" }
  let days: KeyValuePairs<String, HTML> = [
    "first": locale.shortDay(fields.first, seenOn: viewer.today),
    "last": locale.shortDay(fields.last, seenOn: viewer.today),
  ]
  let again: HTML =
    fields.recurrences.isEmpty
    ? ""
    : "<h3>\(locale("fields.recurrences"))</h3>\(recurrenceList(fields.recurrences, viewer, locale))"
  return """
    <section aria-labelledby="fields"><h2 id="fields">\(locale("fields.title"))</h2>
    <p class="about">\(locale("fields.days", days))</p>
    \(fields.rows.isEmpty ? emptyState(locale("fields.none")) : table(fields.rows, report, locale))\(again)</section>
    """
}

private func table(_ rows: [FieldLine], _ report: ReportSheet, _ locale: Locale) -> HTML {
  let at = report.asOf.isFrozen ? "at=\(report.asOf.position)&" : ""
  let base = meetingPath(report.meeting) + "/report/fields/"
  let heads = FieldShow.allCases.map { "<th scope=\"col\">\(locale.name($0))</th>" as HTML }
  let lines = rows.map { row -> HTML in
    let cells = FieldShow.allCases.map { show -> HTML in
      guard row[show] > 0 else { return "<td>–</td>" }
      let path = "\(base)\(row.field.rawValue)?\(at)show=\(show.rawValue)"
      return """
        <td><a class="figure" href="\(url: path)" aria-label="\(locale.name(row.field)) \(locale.name(show)) \(row[show])">\
        \(row[show])</a></td>
        """
    }
    return "<tr><th scope=\"row\">\(locale.name(row.field))</th>\(cells)</tr>"
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("fields.title"))"><table class="fair">
    <thead><tr><th scope="col">\(locale("figure_rows.field"))</th>\(heads)</tr></thead>
    <tbody>\(lines)</tbody></table></div>
    \(reasons(rows, locale))<p class="hint">\(locale("fields.how"))</p>
    """
}

/// Field by field, for which reasons how much was missed.
private func reasons(_ rows: [FieldLine], _ locale: Locale) -> HTML {
  let given = rows.filter { !$0.reasons.isEmpty }
  guard !given.isEmpty else { return "" }
  let lines = given.map { row -> HTML in
    "<li>\(locale.name(row.field))\(locale("campaigns.colon"))\(reasonsText(row.reasons, locale))</li>"
  }
  return "<h3>\(locale("missed.reasons"))</h3><ul class=\"points\">\(lines)</ul>"
}

/// What was found on the same subject twice, with both findings.
func recurrenceList(_ lines: [RecurrenceLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  func found(_ found: RecurrenceLine.Found) -> HTML {
    let day = locale.day(found.day, seenOn: viewer.today)
    let matter = found.matter.map { " \(matterLink($0))" as HTML }
    return "<a href=\"\(url: "/inspections/\(found.inspection)")\">\(day)</a>\(matter)"
  }
  let items = lines.map { line -> HTML in
    let closed = line.closedOn.map { locale("fields.closed_on", ["day": locale.day($0, seenOn: viewer.today)]) }
    return """
      <li><p><strong>\(subjectLink(line.subject))</strong> · \(locale.text(line.item))</p>
      <p class="hint">\(locale("fields.again", ["again": found(line.again), "before": found(line.before)]))\
      \(closed.map { " \($0)" as HTML })</p></li>
      """
  }
  return "<ul class=\"points\">\(items)</ul>"
}

/// `GET /meetings/{id}/report/fields/{field}?show=&at=&after=`, everybody logged in: what stands behind a field's figure.
package func fieldFigurePage(_ list: FieldFigureList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let report = meetingPath(list.meeting) + "/report"
  let at = list.asOf.isFrozen ? "at=\(list.asOf.position)" : ""
  let title = locale("fields.opened", ["field": locale.name(list.field), "what": locale.name(list.show)])
  let values: KeyValuePairs<String, HTML> = [
    "first": locale.shortDay(list.first, seenOn: viewer.today),
    "last": locale.shortDay(list.last, seenOn: viewer.today), "figure": "\(list.figure)", "count": "\(list.count)",
  ]
  let path = "\(report)/fields/\(list.field.rawValue)?\(at.isEmpty ? "" : at + "&")show=\(list.show.rawValue)&"
  let body: HTML = """
    <div class="heading"><h1>\(title)</h1>
    <p class="about"><a href="\(url: at.isEmpty ? report : report + "?" + at)">\
    \(locale("report.title", ["meeting": "\(list.meeting.title)"]))</a></p>
    <p>\(list.figure == list.count ? locale("fields.same", values) : locale("fields.moved", values))</p></div>
    \(list.count == 0 ? emptyState(locale("fields.nothing")) : rows(list, viewer, locale))
    \(nextPage(list.next.map(String.init), path, locale))
    """
  return layout(title, .meetings, viewer, locale, wide: true, body)
}

private func rows(_ list: FieldFigureList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch list.show {
  case .owed, .done, .missed, .explained, .unexplained: windowTable(list.windows, viewer, locale)
  case .inspections: inspectionTable(list.inspections, viewer, locale)
  case .ordinary, .major, .fixed, .closed, .overdue: foundTable(list.found, viewer, locale)
  case .recurred: recurrenceList(list.recurrences, viewer, locale)
  }
}

/// Which window of which duty, for which subject, and how often it was inspected in it.
func windowTable(_ windows: [SubjectWindow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  // The column stands where it says something.
  let hasReasons = windows.contains { $0.reason != nil }
  let lines = windows.map { window -> HTML in
    let reason: HTML = window.reason.map { givenText($0, locale) } ?? "–"
    return """
      <tr><td class="what">\(subjectLink(window.subject))</td><td>\(locale.text(window.duty))</td>
      <td>\(windowDays(window, viewer, locale))</td>
      <td>\(locale("fields.done_of", ["done": "\(window.done)", "times": "\(window.times)"]))</td>
      \("<td>\(reason)</td>", if: hasReasons)<td class="unit">\(window.subject.territorial.name)</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("subject.name"))</th><th scope="col">\(locale("duties.title"))</th>
    <th scope="col">\(locale("fields.window"))</th><th scope="col">\(locale("inspection.result"))</th>
    \("<th scope=\"col\">\(locale("missed.reason"))</th>", if: hasReasons)<th scope="col">\(locale("subject.territorial"))</th></tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

func windowDays(_ window: SubjectWindow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (first, last) = (
    locale.shortDay(window.first, seenOn: viewer.today), locale.shortDay(window.last, seenOn: viewer.today)
  )
  return window.first == window.last ? first : locale("work.window", ["first": first, "last": last])
}

private func foundTable(_ found: [FigureFinding], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = found.map { line -> HTML in
    let fate =
      line.isFixed ? locale("fields.on_the_spot") : line.matter.map(matterLink) ?? locale("fields.out_of_sight")
    return """
      <tr><td class="when"><a href="\(url: "/inspections/\(line.inspection)")">\
      \(locale.day(line.day, seenOn: viewer.today))</a></td>
      <td class="what">\(subjectLink(line.subject)) · \(line.text)</td><td>\(locale.name(line.grade))</td>
      <td>\(fate)</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("col.day"))</th><th scope="col">\(locale("fields.what"))</th>
    <th scope="col">\(locale("fields.grade"))</th><th scope="col">\(locale("fields.fate"))</th></tr></thead>
    <tbody>\(lines)</tbody></table></div>
    """
}
