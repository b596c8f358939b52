import Ground
import Matters
package import Operations

/// `GET /outcomes/{outcome}?unit=&after=`, everybody logged in: the matters behind a figure.
package func outcomePage(_ list: OutcomeList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let name = locale.name(list.outcome)
  let path = "/outcomes/\(list.outcome.rawValue)?" + (list.unit.map { "unit=\($0.id.text)&" } ?? "")
  let of = list.unit.map { "\(unitLink($0)) · " as HTML }
  let body: HTML = """
    <h1>\(name)</h1>
    <p class="lead">\(of)\(locale.help(list.outcome))</p>
    \(list.rows.isEmpty ? emptyState(locale("outcome.none")) : matterTable(list.rows, viewer, locale))
    \(nextPage(list.next, path, locale))
    """
  return layout(name, .matters, viewer, locale, wide: true, body)
}
