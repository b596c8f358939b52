import Ground
package import Operations

/// `GET /subjects/import/{id}` of an import that came in: its subjects, and the form that takes it back (`reason` to
/// `POST /subjects/import/{id}/undo`).
package func subjectImportSheetPage(_ sheet: SubjectImportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let line = sheet.line
  let day = locale.moment(line.at, seenOn: viewer.today)
  let body: HTML = """
    <p class="about"><a href="/subjects/import">\(locale("subject_import.title"))</a></p>
    <h1>\(line.name)</h1>
    <p class="lead">\(locale("subject_import.of", ["type": locale.text(line.type)]))\(locale.count("subject_import.came_in", line.subjects,
      ["day": day, "by": authorText(line.by, locale)]))</p>
    \("<p>\(locale.count("subject_import.stayed_out", line.refused))</p>", if: line.refused > 0)
    \(refusedRowsLinks(subjectImportPath(line.id), locale), if: sheet.keepsRefused)
    \("<p>\(subjectImportStanding(line, viewer, locale))</p>", if: !line.isWhole && line.givenBack == nil)
    \(line.givenBack.map { back($0, line, viewer, locale) })
    \(undo(line, viewer, locale), if: !line.isGone)
    \("<h2>\(locale("subjects.title")) <span class=\"count\">\(line.left)</span></h2>\(rows(sheet, locale))", if: !sheet.rows.isEmpty)
    """
  return layout(locale("subject_import.title"), .work, viewer, locale, wide: true, body)
}

private func back(_ back: GivenBackLine, _ line: SubjectImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let by = locale(
    "import.given_back_by",
    ["day": locale.moment(back.at, seenOn: viewer.today), "by": authorText(back.by, locale)])
  return """
    <p><strong>\(line.isGone ? by : subjectImportStanding(line, viewer, locale))</strong></p>
    <blockquote>\(back.reason)</blockquote>
    """
}

private func undo(_ line: SubjectImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("undo", viewer, locale)
  let fields: HTML = """
    <p>\(locale("subject_import.undo_what"))</p>
    \(form.line("reason", locale("import.undo_reason"), limit: 500, required: true))
    \(form.button(locale("import.undo"), primary: false))
    """
  return """
    <details class="aside"><summary>\(locale("import.undo"))</summary>
    \(form.wrap(action: subjectImportPath(line.id) + "/undo", fields))</details>
    """
}

private func rows(_ sheet: SubjectImportSheet, _ locale: Locale) -> HTML {
  """
  \(subjectTable(sheet.rows, locale))
  \("<p class=\"hint\">\(locale.count("subject_import.first_rows", sheet.rows.count))</p>", if: sheet.line.left > sheet.rows.count)
  """
}
