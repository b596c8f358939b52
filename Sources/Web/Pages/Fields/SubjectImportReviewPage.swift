import Directory
import Ground
package import Operations
import Packs
import Registers
import Subjects

/// `GET /subjects/import/{id}` of a list that waits: what would come, row by row. Posts how to read it to
/// `POST /subjects/import/{id}/reading`, and with `only_sound` where rows are wrong to `POST /subjects/import/{id}/apply`.
package func subjectImportReviewPage(_ review: SubjectImportReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = subjectImportPath(review.id)
  let reading = review.reading
  let (sound, unsound) = (reading.sound.count, reading.unsound.count)
  let body: HTML = """
    <p class="about"><a href="/subjects/import">\(locale("subject_import.title"))</a></p>
    <h1>\(review.name)</h1>
    <p class="lead">\(lead(review, viewer, locale))</p>
    \(review.begun.map { begun($0, locale) })
    \("<div class=\"notice refused\">\(reasons(reading.problems, locale))</div>", if: !reading.problems.isEmpty)
    \(decision(review, sound, unsound, path, viewer, locale))
    \(wrongRows(reading.unsound, path, review, viewer, locale))
    \(howRead(review, path, viewer, locale), if: review.begun == nil)
    \(remarks(reading, locale))
    \(soundRows(reading.sound, review, viewer, locale))
    """
  return layout(locale("subject_import.title"), .work, viewer, locale, wide: true, body)
}

/// What was read of it; where the table could not be read, that alone.
private func lead(_ review: SubjectImportReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let (reading, kind) = (review.reading, locale("subject_import.of", ["type": locale.text(review.type.title)]))
  guard reading.problems.isEmpty else { return "\(kind)\(locale("subject_import.unread"))" }
  let wrong = reading.unsound.count
  let verdict: HTML =
    if wrong > 0 {
      locale.count("subject_import.wrong", wrong)
    } else {
      reading.sound.count > 0 ? locale("import.sound") : ""
    }
  return """
    \(kind)\(locale.count("subject_import.read", reading.count)) \(verdict) \
    \(locale.count("import.passed", reading.passed.count))\
    \(" " + locale("subject_import.read_at", ["at": locale.moment(review.readAt, seenOn: viewer.today)]), if: reading.count > 2000)
    """
}

private func begun(_ line: SubjectImportLine, _ locale: Locale) -> HTML {
  """
  <div class="notice refused"><p>\(locale.count("subject_import.cut_off", line.subjects, ["total": "\(line.total)"])) \
  \(locale("subject_import.go_on_hint"))</p></div>
  """
}

private func decision(
  _ review: SubjectImportReview, _ sound: Int, _ unsound: Int, _ path: String, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let apply = Form("apply", viewer, locale)
  let isOpen = review.reading.problems.isEmpty && sound > 0
  let label =
    review.begun == nil ? locale.count("subject_import.apply", sound) : locale("subject_import.go_on")
  let fields: HTML = """
    \(apply.tick("only_sound", locale.count("subject_import.only_sound", unsound)), if: unsound > 0 && review.begun == nil)
    \(apply.button(label))
    <p class="hint">\(locale("subject_import.apply_hint"))</p>
    """
  let drop = Form("drop", viewer, locale)
  return """
    \(apply.wrap(action: path + "/apply", fields), if: isOpen)
    \("<p class=\"hint\">\(locale("import.mend"))</p>", if: !isOpen)
    \(drop.wrap(action: path + "/drop", drop.button(locale("import.drop"), primary: false)), if: review.begun == nil)
    """
}

/// Where the rows that stay outside are fetched.
func refusedRowsLinks(_ path: String, _ locale: Locale) -> HTML {
  """
  <p>\(locale("subject_import.refused")) <a href="\(url: path + "/refused.xlsx")" download>XLSX</a> · \
  <a href="\(url: path + "/refused.csv")" download>CSV</a></p>
  """
}

// MARK: Rows

private func wrongRows(
  _ rows: SubjectReading.Sort<SubjectRowReading>, _ path: String, _ review: SubjectImportReview, _ viewer: Viewer,
  _ locale: Locale
) -> HTML {
  guard rows.count > 0 else { return "" }
  return """
    <h2 id="wrong">\(locale("import.wrong_rows")) <span class="count">\(rows.count)</span></h2>
    \(refusedRowsLinks(path, locale))
    \(table(rows, review, viewer, locale))
    """
}

private func soundRows(
  _ rows: SubjectReading.Sort<SubjectRowReading>, _ review: SubjectImportReview, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  guard rows.count > 0 else { return "" }
  return """
    <h2>\(locale("subject_import.sound_rows")) <span class="count">\(rows.count)</span></h2>
    \(table(rows, review, viewer, locale))
    """
}

private func table(
  _ rows: SubjectReading.Sort<SubjectRowReading>, _ review: SubjectImportReview, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  """
  <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports lists"><thead><tr><th scope="col">\(locale("import.col_row"))</th>
  <th scope="col">\(locale("subject.name"))</th><th scope="col">\(locale("import.col_units"))</th>
  <th scope="col">\(locale("import.col_said"))</th></tr></thead>
  <tbody>\(rows.first.map { line($0, review, viewer, locale) })</tbody></table></div>
  \("<p class=\"hint\">\(locale.count("subject_import.first_rows", rows.first.count))</p>", if: rows.count > rows.first.count)
  """
}

private func line(
  _ row: SubjectRowReading, _ review: SubjectImportReview, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let wrong = row.problems.map { problem -> HTML in
    """
    <li class="error"><span class="place">\(problem.place ?? "\(row.number)")</span> \
    <strong>\(problem.message(in: locale.language))</strong> \(problem.hint(in: locale.language))\
    \(" <a href=\"/setup/units\">\(locale("import.add_unit"))</a>", if: problem.code == .rowUnitUnknown && viewer.has(.administrator))</li>
    """
  }
  let said = row.remarks.map { remark -> HTML in
    "<li><span class=\"place\">\(remark.place)</span> \(locale.text(remark.text))</li>"
  }
  let names = Dictionary(review.units.map { ($0.unit.id, $0.unit.name) }) { $1 }
  let units = row.details.map { details in
    [details.supervising, details.territorial] + [details.responsible].compactMap { $0 }
  }
  return """
    <tr\(" class=\"wrong\"", if: !wrong.isEmpty)><th scope="row" class="number">\(row.number)</th>
    <td class="what">\(String((row.name ?? "").prefix(SubjectLimit.name)))\
    \(row.details?.address.map { "<p class=\"about\">\($0)</p>" as HTML })\
    \(row.risk.map { "<p class=\"about\">\(riskMark($0.grade, locale))</p>" as HTML })</td>
    <td class="units">\(units.map { locale.list($0.map { "\(names[$0]?.shown ?? $0.text)" }) })</td>
    <td class="said">\("<ul class=\"remarks\">\(wrong)\(said)</ul>", if: !wrong.isEmpty || !said.isEmpty)</td></tr>
    """
}

// MARK: How it is read

private func howRead(_ review: SubjectImportReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("reading", viewer, locale)
  let sheets = review.sheets.enumerated().map { Option("\($0)", "\($1)") }
  let columns =
    [Option("none", locale("import.column_none"))]
    + SubjectColumn.all(of: review.type).map { Option($0.code, locale.text($0.title(in: review.type))) }
  let choices = review.reading.titles.enumerated().compactMap { place, title -> HTML? in
    guard !title.isEmpty || review.reading.columns[place] != nil else { return nil }
    let chosen = review.reading.columns[place]?.code ?? "none"
    return form.select(
      "column.\(place)", "\(spreadsheetColumn(place)) \(String(title.prefix(40)))", columns, chosen: chosen)
  }
  func units(_ role: DutyRule.UnitRole) -> [Option] {
    review.units.filter { $0.roles.contains(role) }.map { Option($0.unit.id.text, "\($0.unit.name)") }
  }
  let fields: HTML = """
    <div class="pair">\(form.select("sheet", locale("import.sheet"), sheets, chosen: "\(review.options.sheet)"))
    \(form.select("supervising", locale("subject_import.supervising"), units(.supervising),
      chosen: review.options.supervising?.text, blank: locale("subject_import.unit_none")))
    \(form.select("territorial", locale("subject_import.territorial"), units(.territorial),
      chosen: review.options.territorial?.text, blank: locale("subject_import.unit_none")))</div>
    \(form.tick("shares_codes", locale("subject_import.shares_codes"), isOn: review.options.sharesCodes))
    \("<h3>\(locale("import.columns"))</h3><div class=\"pair\">\(choices)</div>", if: !choices.isEmpty)
    \(form.button(locale("import.read_again"), primary: false))
    """
  return """
    <details class="aside"\(" open", if: !review.reading.problems.isEmpty)><summary>\(locale("import.how_read"))</summary>
    \(form.wrap(action: path + "/reading", fields))</details>
    """
}

private func remarks(_ reading: SubjectReading, _ locale: Locale) -> HTML {
  let said = reading.remarks.map { remark -> HTML in
    "<li>\("<span class=\"place\">\(remark.place)</span> ", if: !remark.place.isEmpty)\(locale.text(remark.text))</li>"
  }
  let passed = reading.passed.first.map { row -> HTML in
    "<li><span class=\"place\">\(row.number)</span> \(locale("subject_import.of", ["type": locale.text(row.why)]))\(row.text)</li>"
  }
  return """
    \("<h2>\(locale("import.said"))</h2><ul class=\"remarks\">\(said)</ul>", if: !said.isEmpty)
    \("<details class=\"aside\"><summary>\(locale.count("import.passed", reading.passed.count))</summary><ul class=\"remarks\">\(passed)</ul></details>", if: !passed.isEmpty)
    """
}
