import Ground
package import Operations

/// `GET /import`, coordinators: upload an old register (`file` to `POST /import`), and what came in before.
package func importListPage(_ list: RegisterImportList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("import", viewer, locale)
  let fields: HTML = """
    \(form.file("file", locale("import.file"), accept: ".xlsx,.csv,.txt", required: true, hint: locale("import.file_hint")))
    \(form.button(locale("import.look")))
    """
  let waiting = list.waiting.map { item -> HTML in
    """
    <li><a href="\(url: "/import/\(item.id)")">\(item.name)</a> \
    <span class="about">\(locale.moment(item.at, seenOn: viewer.today))</span></li>
    """
  }
  let came = list.imports.map { line -> HTML in
    """
    <tr><td><a href="\(url: "/import/\(line.id)")">\(line.name)</a></td>
    <td>\(locale.moment(line.at, seenOn: viewer.today))</td><td>\(authorText(line.by, locale))</td>
    <td class="number">\(line.matters)</td><td>\(standing(line, viewer, locale))</td></tr>
    """
  }
  let table: HTML = """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><thead><tr><th scope="col">\(locale("import.col_file"))</th>
    <th scope="col">\(locale("import.col_when"))</th><th scope="col">\(locale("import.col_who"))</th>
    <th scope="col">\(locale("import.col_matters"))</th><th scope="col">\(locale("import.col_standing"))</th></tr></thead>
    <tbody>\(came)</tbody></table></div>
    """
  let body: HTML = """
    <h1>\(locale("import.title"))</h1>
    \(notForSecrets(locale))
    <p class="lead">\(locale("import.lead"))</p>
    <ul class="rules"><li>\(locale("import.rule_look"))</li><li>\(locale("import.rule_guess"))</li>
    <li>\(locale("import.rule_persons"))</li><li>\(locale("import.rule_all"))</li></ul>
    \(form.wrap(action: "/import", upload: true, fields))
    \("<h2>\(locale("import.waiting"))</h2><ul>\(waiting)</ul>", if: !waiting.isEmpty)
    <h2>\(locale("import.before"))</h2>
    \(came.isEmpty ? emptyState(locale("import.none")) : table)
    """
  return layout(locale("import.title"), .matters, viewer, locale, body)
}

private func standing(_ line: RegisterImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let back = line.givenBack else { return locale("import.stands") }
  return locale("import.given_back", ["day": locale.shortDay(back.at.civilDate, seenOn: viewer.today)])
}
