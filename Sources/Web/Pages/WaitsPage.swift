import Ground
import Matters
package import Operations

/// `GET /waits?kind=&after=`, everybody logged in: what matters wait for, each by its own day.
package func waitsPage(_ list: WaitList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let title = locale("waits.title")
  let body: HTML = """
    <h1>\(title)</h1>
    <p class="lead">\(locale("waits.lead"))</p>
    \(kinds(list.kind, locale))
    \(list.rows.isEmpty ? emptyState(locale("waits.none")) : rows(list.rows, viewer, locale))
    \(nextPage(list.next, "/waits?" + (list.kind.map { "kind=\($0.rawValue)&" } ?? ""), locale))
    """
  return layout(title, .home, viewer, locale, wide: true, body)
}

/// All, or one kind: each with an address of its own.
private func kinds(_ chosen: Waiting.Kind?, _ locale: Locale) -> HTML {
  let links = [nil] + Waiting.Kind.allCases.map(Optional.some)
  let items = links.map { kind -> HTML in
    let path = "/waits" + (kind.map { "?kind=\($0.rawValue)" } ?? "")
    let name = kind.map { locale.heading($0) } ?? locale("waits.all")
    return "<li><a href=\"\(url: path)\"\(" aria-current=\"page\"", if: kind == chosen)>\(name)</a></li>"
  }
  return "<nav class=\"views\" aria-label=\"\(locale("waits.show"))\"><ul>\(items)</ul></nav>"
}

private func rows(_ rows: [WaitRow], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = rows.map { wait -> HTML in
    let row = wait.row
    let act = wait.act.map { act -> HTML in
      let path = matterPath(row.matter) + "#act-" + act.rawValue
      return "<a class=\"act\" href=\"\(url: path)\">\(locale.name(act))</a>"
    }
    return """
      <li class="\(pigment(wait))">
      <p class="what"><a href="\(url: matterPath(row.matter))">\(row.text)</a></p>
      <p class="about"><strong>\(locale.heading(wait.kind))</strong> · \(dueText(wait.by, viewer, locale))\
      \(wait.step.map { " · \(locale.text($0))" as HTML }) · \
      <span class="number">\(row.matter.number)</span> \(wait.unit.name)</p>
      \("<p class=\"about\">\(waitLink(row.matter, wait.kind, wait.unit, wait.by?.day, locale))</p>", if: wait.kind != .concern)\
      \(act)
      </li>
      """
  }
  return "<ol class=\"turns\">\(items)</ol>"
}

/// By the day of what is waited for, not by the matter's.
private func pigment(_ wait: WaitRow) -> HTML {
  switch wait.by?.distance {
  case .daysOver?: Standing.overdue.pigment
  case .today?: Standing.nearDue.pigment
  default: Standing.underway.pigment
  }
}
