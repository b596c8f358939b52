import Documents
import Ground
package import Operations

/// `GET /templates`, coordinators and administrators: with which templates papers are printed.
package func templateListPage(_ desk: TemplateDesk, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = desk.rows.map { row -> HTML in
    """
    <tr><th scope="row"><a href="\(url: "/templates/\(row.kind.rawValue)")">\(locale.text(row.kind.title))</a></th>
    <td>\(standing(row, viewer, locale))</td>
    <td><a href="\(url: "/templates/\(row.kind.rawValue)/file")" download>\(locale("templates.download"))</a></td></tr>
    """
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("templates.title"))</h1><p class="about">\(locale("templates.lead"))</p></div>
    <table class="papers"><thead><tr><th scope="col">\(locale("papers.paper"))</th>
    <th scope="col">\(locale("templates.in_force"))</th><th scope="col">\(locale("templates.file"))</th></tr></thead>
    <tbody>\(rows)</tbody></table>
    """
  return layout(locale("templates.title"), .meetings, viewer, locale, body)
}

/// `GET /templates/{kind}`. Posts `file`, `step` (check or adopt) to itself (multipart), and `…/shipped`.
package func templatePage(_ row: TemplateRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/templates/\(row.kind.rawValue)"
  let form = Form("template", viewer, locale)
  let upload: HTML = """
    \(form.file("file", locale("templates.own"), accept: ".docx", required: true, hint: locale("templates.own_hint")))
    <p class="tools">\(form.button(locale("templates.check"), name: "step", value: "check", primary: false)) \
    \(form.button(locale("templates.adopt"), name: "step", value: "adopt"))</p>
    """
  let back = Form("shipped", viewer, locale)
  let shipped = back.wrap(action: path + "/shipped", back.button(locale("templates.use_shipped"), primary: false))
  let body: HTML = """
    <div class="heading"><h1>\(locale("templates.of", ["paper": locale.text(row.kind.title)]))</h1>
    <p class="about">\(standing(row, viewer, locale))</p>
    <p class="tools"><a class="button" href="\(url: path + "/file")" download>\(locale("templates.download"))</a> \
    <a href="/templates">\(locale("templates.all"))</a></p></div>
    <ol class="steps"><li>\(locale("templates.step_download"))</li><li>\(locale("templates.step_edit"))</li>\
    <li>\(locale("templates.step_upload"))</li></ol>
    \(form.wrap(action: path, upload: true, upload))
    \(shipped, if: row.own != nil)
    <section aria-labelledby="tags"><h2 id="tags">\(locale("templates.tags"))</h2>
    <p>\(locale("templates.tags_lead"))</p>\(tags(row.kind.shape, locale))</section>
    """
  return layout(locale.text(row.kind.title), .meetings, viewer, locale, body)
}

private func standing(_ row: TemplateRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let own = row.own else { return locale("templates.is_shipped") }
  return locale(
    "templates.is_own", ["day": locale.shortDay(own.on, seenOn: viewer.today), "who": "\(own.by.post) \(own.by.name)"])
}

/// What may be written into the template; what is repeated stands under the list that it belongs to.
private func tags(_ shape: PaperShape, _ locale: Locale) -> HTML {
  let rows = shape.fields.map { field -> HTML in
    switch field.kind {
    case .text: line(written(field), field.meaning, locale("templates.text"), locale)
    case .flag: line(written(field), field.meaning, locale("templates.flag"), locale)
    case .rows(let inner):
      line(written(field), field.meaning, locale("templates.rows"), locale)
        + inner.fields.map { line("└ \(written($0))", $0.meaning, locale("templates.in_rows"), locale) }.joined()
    }
  }
  return """
    <table class="papers"><thead><tr><th scope="col">\(locale("templates.tag"))</th>
    <th scope="col">\(locale("templates.prints"))</th><th scope="col">\(locale("templates.use"))</th></tr></thead>
    <tbody>\(rows)</tbody></table>
    """
}

private func written(_ field: PaperShape.Field) -> String {
  if case .text = field.kind { return "{{\(field.name)}}" }
  return "{{#\(field.name)}}…{{/\(field.name)}}"
}

private func line(_ tag: String, _ meaning: Bilingual, _ use: HTML, _ locale: Locale) -> HTML {
  "<tr><td><code>\(tag)</code></td><td>\(locale.text(meaning))</td><td>\(use)</td></tr>"
}
