import Ground
package import Operations

/// `GET /spot-checks?year=&unit=&duty=&show=&after=`, everybody logged in: how often spot checks disagreed with the first inspections,
/// by unit and duty, with the inspections behind each number.
package func spotChecksPage(
  _ checks: SpotChecks, _ filter: SpotCheckFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let years = [checks.year - 1, checks.year + 1].filter { $0 <= viewer.today.year }.map { year -> HTML in
    "<a href=\"\(url: "/spot-checks?year=\(year)")\">\(year)</a>"
  }
  let body: HTML = """
    <div class="heading"><h1>\(locale("checks.title"))</h1><p class="about">\(locale("checks.lead", ["year": "\(checks.year)"]))</p>
    <p class="tools"><a href="/draws">\(locale("draws.title"))</a> \(years.joined(" "))</p></div>
    \(checks.lines.isEmpty ? emptyState(locale("checks.none")) : figures(checks, locale))
    <p class="hint">\(locale("checks.small", ["n": "\(SpotCheckLine.enough)"]))</p>
    \(behind(checks, filter, viewer, locale))
    """
  return layout(locale("checks.title"), .work, viewer, locale, wide: true, body)
}

private func figures(_ checks: SpotChecks, _ locale: Locale) -> HTML {
  let lines = checks.lines.map { line -> HTML in
    func link(_ number: Int, disagreeing: Bool) -> HTML {
      guard number > 0 else { return "0" }
      let filter = SpotCheckFilter(
        year: checks.year, unit: line.unit.id, duty: line.duty, disagreeing: disagreeing)
      return "<a href=\"\(url: "/spot-checks?\(filter.query)#behind")\">\(number)</a>"
    }
    return """
      <tr><td class="what">\(locale.text(line.title))</td><td>\(line.unit.name)</td>
      <td class="opened">\(link(line.checks, disagreeing: false))</td>
      <td class="opened">\(link(line.disagreements, disagreeing: true))</td>
      <td>\(line.rate.map { "\($0)%" } ?? "–")</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr><th scope="col">\(locale("draws.what"))</th><th scope="col">\(locale("checks.unit"))</th>
    <th scope="col">\(locale("checks.made"))</th><th scope="col">\(locale("checks.differing"))</th>
    <th scope="col">\(locale("checks.rate"))</th></tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

private func behind(_ checks: SpotChecks, _ filter: SpotCheckFilter, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard filter.unit != nil || filter.duty != nil else { return "" }
  var shown = filter
  shown.year = checks.year
  let lines = checks.rows.map { row -> HTML in
    let items = row.items.map { locale.text($0) }
    return """
      <li><p>\(row.check.subject.map { "\(subjectLink($0)) · " })\(locale("checks.pair", [
        "check": inspectionLink(row.check, viewer, locale), "first": inspectionLink(row.first, viewer, locale),
      ]))</p>
      <p>\(items.isEmpty ? locale("checks.agrees") : locale("checks.items", ["items": locale.list(items)]))</p></li>
      """
  }
  return """
    <section aria-labelledby="behind"><h2 id="behind">\(locale("checks.behind"))</h2>
    \(lines.isEmpty ? emptyState(locale("checks.none_such")) : "<ul class=\"points\">\(lines)</ul>")
    \(nextPage(checks.next, "/spot-checks?\(shown.query)&", locale))</section>
    """
}

/// What an inspection looks at again, on its own page.
func spotCheckNote(_ note: SpotCheckNote, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let first: HTML =
    note.first.map { locale("checks.of_first", ["first": inspectionLink($0, viewer, locale)]) } ?? ""
  let said: HTML
  if let items = note.items {
    said =
      items.isEmpty
      ? locale("checks.agrees") : locale("checks.items", ["items": locale.list(items.map { locale.text($0) })])
  } else {
    said = note.first == nil ? "" : locale("checks.incomparable")
  }
  return """
    <section aria-labelledby="check"><h2 id="check">\(locale("checks.note"))</h2>
    <p>\(drawLink(note.draw, locale)) · \(locale.text(note.draw.title)). \(first) \(said)</p></section>
    """
}

/// The spot checks that looked at an inspection again, on its own page.
func checkedBy(_ rows: [InspectionRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let links = rows.map { inspectionLink($0, viewer, locale) }
  return "<p class=\"hint\">\(locale("checks.checked_by", ["checks": locale.list(links)]))</p>"
}

/// What a unit is still to look at for a draw, as a group of its work.
func owedCheckGroup(_ check: OwedCheck, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = check.rows.map { row, inspectors -> HTML in
    let link: HTML = """
      <a class="thumb" href="\(url: inspectPath(row.id, check.checklist))">\(row.name)</a>
      """
    let people = inspectors.map { "\($0.post) \($0.name)" as HTML }
    return """
      <li>\(viewer.mayInspect ? link : subjectLink(row))\
      <span class="hint">\(row.territorial.name)\(row.address.map { " · \($0)" })\
      \(" · \(locale.list(people))", if: !people.isEmpty)</span></li>
      """
  }
  return """
    <section class="work"><h2>\(locale("work.check", ["what": locale.text(check.title)]))</h2>
    <p>\(locale.text(check.checklistTitle)) · <a href="\(url: drawPath(check.draw))">\
    \(locale("draws.no", ["n": "\(check.serial)"]))</a> · \(dueText(check.due, viewer, locale))</p>
    <ul class="thumbs">\(rows)</ul></section>
    """
}
