package import Ground

/// What could not be done, where a page of its own must say it: 404, 403, 409, 422, 500.
///
/// It tells what a person can do next and nothing of the inside; `back` leads to where they came from.
package func problemPage(_ problems: [Problem], back: String?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let status = problems.map(\.code.status).max() ?? 500
  let title = heading(status, locale)
  let way = back.map { "<a class=\"button\" href=\"\(url: $0)\">\(locale("problem.back"))</a>" as HTML }
  let body: HTML = """
    <section class="narrow problem"><p class="about figure">\(status)</p>
    <h1>\(title)</h1>
    \(reasons(problems, locale))
    \("<p><a href=\"/permissions\">\(locale("people.permissions"))</a></p>", if: status == 403 && viewer.officer != nil)
    \("<p>\(locale("problem.nothing_saved"))</p>", if: status == 409 || status == 422 || status >= 500)
    <p>\(way) <a href="/">\(locale("nav.home"))</a></p></section>
    """
  return layout(title, nil, viewer, locale, body)
}

private func heading(_ status: Int, _ locale: Locale) -> HTML {
  switch status {
  case 401, 403: locale("problem.forbidden")
  case 404, 410: locale("problem.missing")
  case 409, 412: locale("problem.conflict")
  case 500...: locale("problem.fault")
  default: locale("problem.refused")
  }
}
