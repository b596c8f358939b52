import Ground
import Matters
package import Operations

/// `GET /figures/matters?show=&unit=&field=&period=&from=&to=&after=`, everybody logged in: exactly what one figure counts.
package func figureMattersPage(_ matters: FigureMatters, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let name = locale.name(matters.kind)
  let unit = matters.unit.map { "\(unitLink($0)) · " as HTML }
  let next = figureMattersPath(matters.kind, matters.filter) + "&"
  let body: HTML = """
    <p class="about"><a href="\(url: figuresPath(matters.filter))">\(locale("figures.back"))</a></p>
    <h1>\(name)</h1>
    <p class="lead">\(unit)\(figuresSaid(matters.filter, matters.first, matters.last, locale)) · \
    \(locale.count("figures.counted", matters.total))</p>
    <p class="about">\(locale.help(matters.kind))</p>
    \(matters.lines.isEmpty ? emptyState(locale("figures.nothing")) : table(matters, viewer, locale))
    \(nextPage(matters.next, next, locale))
    """
  return layout(name, .directory, viewer, locale, wide: true, body)
}

private func table(_ matters: FigureMatters, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let column = column(matters.kind, locale)
  let rows = matters.lines.map { line -> HTML in
    let matter: HTML =
      line.row.map { row in
        """
        <td class="number">\(matterLink(row.matter))</td>
        <td class="what"><a href="\(url: matterPath(row.matter))">\(row.text)</a></td>
        <td class="state">\(mark(row.standing, locale))</td>
        """
      } ?? "<td class=\"what\" colspan=\"3\">\(locale("figures.moved_on"))</td>"
    let days: HTML = column == nil ? "" : "<td class=\"last\">\(days(line, matters.kind, locale))</td>"
    return """
      <tr><td class="when">\(locale.day(line.day, seenOn: viewer.today))</td>\
      \(days)\(matter)<td class="unit">\(line.unit.name)</td></tr>
      """
  }
  return """
    <table class="matters"><thead><tr><th scope="col">\(locale("figures.day"))</th>\
    \(column.map { "<th scope=\"col\">\($0)</th>" })
    <th scope="col">\(locale("col.number"))</th><th scope="col">\(locale("col.what"))</th>
    <th scope="col">\(locale("col.state"))</th><th scope="col">\(locale("col.unit"))</th></tr></thead>
    <tbody>\(rows)</tbody></table>
    """
}

/// What the days of this kind say; nil where it has none.
private func column(_ kind: FigureFact.Kind, _ locale: Locale) -> HTML? {
  switch kind {
  case .onTime, .extended, .late: locale("col.due")
  default: kind.isStay ? locale("figures.days") : nil
  }
}

/// How long it stayed, or how long before or after its due day it was submitted.
private func days(_ line: CountedLine, _ kind: FigureFact.Kind, _ locale: Locale) -> HTML {
  if kind.isStay { return locale.count("figures.stayed", line.days) }
  if line.days == 0 { return locale("figures.on_day") }
  return line.days > 0
    ? locale.count("figures.early", line.days) : locale.count("figures.days_late", -line.days)
}
