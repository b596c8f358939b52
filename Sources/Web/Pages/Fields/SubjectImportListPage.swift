import Ground
package import Operations
import Packs

/// `GET /subjects/import`, those who act on matters: upload a list of subjects of one type (`type`, `file` to
/// `POST /subjects/import`), and what came in before.
package func subjectImportListPage(_ list: SubjectImportList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("import", viewer, locale)
  let types = list.types.map { Option($0.code, locale.text($0.title)) }
  let fields: HTML = """
    \(form.select("type", locale("subject.type"), types, chosen: nil, blank: "", required: true,
      hint: locale("subject_import.type_hint")))
    \(form.file("file", locale("subject_import.file"), accept: ".xlsx,.csv,.txt", required: true,
      hint: locale("subject_import.file_hint")))
    \(form.button(locale("import.look")))
    """
  let waiting = list.waiting.map { item -> HTML in
    """
    <li><a href="\(url: subjectImportPath(item.id))">\(item.name)</a> \
    <span class="about">\(locale.moment(item.at, seenOn: viewer.today))</span></li>
    """
  }
  let body: HTML = """
    <p class="about"><a href="/subjects">\(locale("subjects.title"))</a></p>
    <h1>\(locale("subject_import.title"))</h1>
    \(notForSecrets(locale))
    <p class="lead">\(locale("subject_import.lead"))</p>
    <ul class="rules"><li>\(locale("subject_import.rule_look"))</li><li>\(locale("subject_import.rule_persons"))</li>
    <li>\(locale("subject_import.rule_back"))</li></ul>
    \(form.wrap(action: "/subjects/import", upload: true, fields))
    \("<h2>\(locale("import.waiting"))</h2><ul>\(waiting)</ul>", if: !waiting.isEmpty)
    <h2>\(locale("import.before"))</h2>
    \(list.imports.isEmpty ? emptyState(locale("subject_import.none")) : table(list.imports, viewer, locale))
    """
  return layout(locale("subject_import.title"), .work, viewer, locale, body)
}

private func table(_ lines: [SubjectImportLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = lines.map { line -> HTML in
    """
    <tr><td class="what"><a href="\(url: subjectImportPath(line.id))">\(line.name)</a>\
    <p class="about">\(locale.text(line.type))</p></td>
    <td>\(locale.moment(line.at, seenOn: viewer.today))</td><td>\(authorText(line.by, locale))</td>
    <td class="number">\(line.subjects)</td><td>\(subjectImportStanding(line, viewer, locale))</td></tr>
    """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><thead><tr>
    <th scope="col">\(locale("import.col_file"))</th><th scope="col">\(locale("import.col_when"))</th>
    <th scope="col">\(locale("import.col_who"))</th><th scope="col">\(locale("subject_import.col_subjects"))</th>
    <th scope="col">\(locale("import.col_standing"))</th></tr></thead><tbody>\(rows)</tbody></table></div>
    """
}

func subjectImportPath(_ id: OperationID) -> String { "/subjects/import/\(id)" }

/// Whether it stands, was cut off, or was taken back.
func subjectImportStanding(_ line: SubjectImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  if let back = line.givenBack {
    let day = locale.shortDay(back.at.civilDate, seenOn: viewer.today)
    return line.isGone
      ? locale("import.given_back", ["day": day]) : locale.count("subject_import.left", line.left, ["day": day])
  }
  return line.isWhole
    ? locale("import.stands") : locale.count("subject_import.cut_off", line.subjects, ["total": "\(line.total)"])
}
