import Ground
package import Operations

/// `GET /import/{id}` of an import that was applied: its matters, and the form that takes it back (`reason` to
/// `POST /import/{id}/undo`).
package func importSheetPage(_ sheet: RegisterImportSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let line = sheet.line
  let rows = sheet.rows.map { matterLine($0, viewer, locale) }
  let body: HTML = """
    <p class="about"><a href="/import">\(locale("import.title"))</a></p>
    <h1>\(line.name)</h1>
    <p class="lead">\(locale.count("import.came_in", line.matters, ["day": locale.moment(line.at, seenOn: viewer.today),
      "by": authorText(line.by, locale)]))</p>
    \(line.givenBack.map { back -> HTML in
      """
      <p><strong>\(locale("import.given_back_by", ["day": locale.moment(back.at, seenOn: viewer.today),
        "by": authorText(back.by, locale)]))</strong></p><blockquote>\(back.reason)</blockquote>
      """
    })
    \(line.givenBack == nil ? undo(line, viewer, locale) : "")
    <h2>\(locale("nav.matters")) <span class="count">\(sheet.rows.count)</span></h2>
    <table class="matters"><tbody>\(rows)</tbody></table>
    """
  return layout(locale("import.title"), .matters, viewer, locale, wide: true, body)
}

private func undo(_ line: RegisterImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("undo", viewer, locale)
  let fields: HTML = """
    <p>\(locale("import.undo_what"))</p>
    \(form.line("reason", locale("import.undo_reason"), limit: 500, required: true))
    \(form.button(locale("import.undo"), primary: false))
    """
  return """
    <details class="aside"><summary>\(locale("import.undo"))</summary>
    \(form.wrap(action: "/import/\(line.id)/undo", fields))</details>
    """
}
