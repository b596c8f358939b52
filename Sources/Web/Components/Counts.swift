import Ground
import Operations

/// How many stand where, shape, number and word; each a link that lights them where `meeting` is a path.
func standingCounts(_ counts: StandingCounts, meeting: String?, _ locale: Locale, lit: Standing? = nil) -> HTML {
  let order: [Standing] = [.closed, .underway, .nearDue, .overdue, .suspended, .cancelled]
  let items = order.filter { counts[$0] > 0 || $0 == lit }.map { standing -> HTML in
    let inner: HTML = "\(shape(standing))<span class=\"figure\">\(counts[standing])</span> \(locale.name(standing))"
    guard let meeting else { return "<li class=\"mark \(standing.pigment)\">\(inner)</li>" }
    let current = standing == lit
    return """
      <li class="mark \(standing.pigment)"><a href="\(url: meeting + "?standing=" + standing.rawValue)"\
      \(" aria-current=\"true\"", if: current)>\(inner)</a></li>
      """
  }
  return "<ul class=\"counts\">\(items)</ul>"
}

/// A link to the next page; `path` ends with `?` or `&`.
func nextPage(_ cursor: String?, _ path: String, _ locale: Locale) -> HTML {
  guard let cursor else { return "" }
  return "<p class=\"pages\"><a rel=\"next\" href=\"\(url: path + "after=" + cursor)\">\(locale("pages.next"))</a></p>"
}
