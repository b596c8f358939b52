import Directory
import Ground
package import Operations
import Registers

/// `GET /import/{id}` of a register that waits: what would come, row by row. Posts how to read it to
/// `POST /import/{id}/reading`, and with `again` where the file came before to `POST /import/{id}/apply`.
package func importReviewPage(_ review: RegisterReview, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = "/import/\(review.id)"
  let sick = review.rows.filter { !$0.row.problems.isEmpty }
  let body: HTML = """
    <p class="about"><a href="/import">\(locale("import.title"))</a></p>
    <h1>\(review.name)</h1>
    <p class="lead">\(locale.count("import.would_come", review.rows.count)) \
    \(review.problemCount == 0 ? locale("import.sound") : locale.count("import.problems", review.problemCount)) \
    \(locale.count("import.passed", review.reading.passed.count))</p>
    \(review.before.map { same($0, viewer, locale) })
    \("<div class=\"notice refused\">\(reasons(review.reading.problems, locale))</div>", if: !review.reading.problems.isEmpty)
    \(decision(review, path, viewer, locale))
    \("<h2 id=\"wrong\">\(locale("import.wrong_rows")) <span class=\"count\">\(sick.count)</span></h2>\(table(sick, viewer, locale))", if: !sick.isEmpty)
    \(reading(review, path, viewer, locale))
    \(remarks(review, locale))
    \("<h2>\(locale("import.all_rows")) <span class=\"count\">\(review.rows.count)</span></h2>\(table(review.rows, viewer, locale))", if: !review.rows.isEmpty)
    """
  return layout(locale("import.title"), .matters, viewer, locale, wide: true, body)
}

private func same(_ line: RegisterImportLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.moment(line.at, seenOn: viewer.today)
  return """
    <div class="notice refused"><p>\(locale("import.same", ["day": day, "by": authorText(line.by, locale)])) \
    <a href="\(url: "/import/\(line.id)")">\(locale("import.same_open"))</a></p></div>
    """
}

private func decision(_ review: RegisterReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let apply = Form("apply", viewer, locale)
  let fields: HTML = """
    \(apply.tick("again", locale("import.again")), if: !review.before.isEmpty)
    \(apply.button(locale.count("import.apply", review.rows.count)))
    <p class="hint">\(locale("import.apply_hint"))</p>
    """
  let drop = Form("drop", viewer, locale)
  return """
    \(apply.wrap(action: path + "/apply", fields), if: review.reading.isSound)
    \("<p class=\"hint\">\(locale("import.mend"))</p>", if: !review.reading.isSound)
    \(drop.wrap(action: path + "/drop", drop.button(locale("import.drop"), primary: false)))
    """
}

// MARK: How it is read

private func reading(_ review: RegisterReview, _ path: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("reading", viewer, locale)
  let sheets = review.sheets.enumerated().map { Option("\($0)", "\($1)") }
  let columns =
    [Option("none", locale("import.column_none"))]
    + RegisterColumn.allCases.map {
      Option($0.rawValue, locale.name($0))
    }
  let choices = review.reading.titles.enumerated().compactMap { place, title -> HTML? in
    guard !title.isEmpty || review.reading.columns[place] != nil else { return nil }
    let chosen = review.reading.columns[place]?.rawValue ?? "none"
    return form.select("column.\(place)", "\(spreadsheetColumn(place)) \(title)", columns, chosen: chosen)
  }
  let open = !review.reading.problems.isEmpty
  let fields: HTML = """
    <div class="pair">\(form.select("sheet", locale("import.sheet"), sheets, chosen: "\(review.options.sheet)"))
    \(form.date("issued", locale("import.issued"), value: review.options.issued, hint: locale("import.issued_hint")))
    \(form.line("year", locale("import.year"), value: review.options.year.map(String.init) ?? "", limit: 4,
      hint: locale("import.year_hint")))
    \(form.select("field", locale("import.field"), fieldOptions(locale), chosen: review.options.field.rawValue,
      hint: locale("import.field_hint")))</div>
    \("<h3>\(locale("import.columns"))</h3><div class=\"pair\">\(choices)</div>", if: !choices.isEmpty)
    \(form.button(locale("import.read_again"), primary: false))
    """
  return """
    <details class="aside"\(" open", if: open)><summary>\(locale("import.how_read"))</summary>
    \(form.wrap(action: path + "/reading", fields))</details>
    """
}

/// `A` for 0; `AA` for 26.
func spreadsheetColumn(_ place: Int) -> String {
  let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(place % 26)))
  return place < 26 ? letter : spreadsheetColumn(place / 26 - 1) + letter
}

private func remarks(_ review: RegisterReview, _ locale: Locale) -> HTML {
  let said = review.reading.remarks.map { remark -> HTML in
    "<li>\("<span class=\"place\">\(remark.place)</span> ", if: !remark.place.isEmpty)\(locale.text(remark.text))</li>"
  }
  let passed = review.reading.passed.map { row -> HTML in
    "<li><span class=\"place\">\(row.number)</span> \(locale.text(row.why))：\(row.text)</li>"
  }
  return """
    \("<h2>\(locale("import.said"))</h2><ul class=\"remarks\">\(said)</ul>", if: !said.isEmpty)
    \("<details class=\"aside\"><summary>\(locale.count("import.passed", passed.count))</summary><ul class=\"remarks\">\(passed)</ul></details>", if: !passed.isEmpty)
    """
}

// MARK: Rows

private func table(_ rows: [RegisterReviewRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  """
  <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><thead><tr><th scope="col">\(locale("import.col_row"))</th>
  <th scope="col">\(locale("import.col_text"))</th><th scope="col">\(locale("import.col_units"))</th>
  <th scope="col">\(locale("import.col_days"))</th><th scope="col">\(locale("import.col_said"))</th></tr></thead>
  <tbody>\(rows.map { line($0, viewer, locale) })</tbody></table></div>
  """
}

private func line(_ line: RegisterReviewRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let row = line.row
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
  let supporting = locale.list(line.supporting.map { "\($0.name)" })
  return """
    <tr\(" class=\"wrong\"", if: !wrong.isEmpty)><th scope="row" class="number">\(row.number)</th>
    <td class="what">\(row.text)<p class="about">\(locale.list(row.fields.map(locale.name)))\
    \(row.formerNumber.map { " · \($0)" })\(row.origin.map { " · \($0)" })</p></td>
    <td>\(line.lead.map { "\($0.name)" as HTML })\("<p class=\"about\">\(locale("import.with")) \(supporting)</p>", if: !line.supporting.isEmpty)\
    \(line.leader.map { "<p class=\"about\">\(officerText($0))</p>" as HTML })</td>
    <td class="days">\(days(row, viewer, locale))</td>
    <td><ul class="remarks">\(wrong)\(said)</ul></td></tr>
    """
}

private func days(_ row: RegisterRow, _ viewer: Viewer, _ locale: Locale) -> HTML {
  func day(_ label: HTML, _ date: CivilDate?) -> HTML {
    date.map { "<span>\(label) \(locale.shortDay($0, seenOn: viewer.today))</span> " } ?? ""
  }
  return day(locale("import.day_issued"), row.issued) + day(locale("import.day_due"), row.due?.day)
    + day(locale("import.day_closed"), row.closed)
}
