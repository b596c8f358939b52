import Duties
import Ground
package import Operations
import Packs

func refreshersPath(_ filter: RefresherFilter) -> String {
  filter.query.isEmpty ? "/trainings/due" : "/trainings/due?\(filter.query)"
}

/// `GET /trainings/due?course=&unit=&light=&after=`, everybody logged in: which unit owes which course for which post, and when
/// it is due again; never whose turn it is.
package func refresherPage(
  _ board: RefresherBoard, _ filter: RefresherFilter, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let next = filter.query.isEmpty ? "/trainings/due?" : "/trainings/due?\(filter.query)&"
  let none = filter == RefresherFilter() ? locale("refreshers.none") : locale("refreshers.none_such")
  let body: HTML = """
    <div class="heading"><h1>\(locale("refreshers.title"))</h1><p class="about">\(locale("refreshers.lead"))</p>
    <p class="tools"><a href="/trainings">\(locale("trainings.title"))</a> <a href="/work">\(locale("work.title"))</a></p></div>
    \("<p class=\"hint\">\(locale("trainings.narrowed"))</p>", if: board.isNarrowed)
    \(lights(board, filter, locale))
    \(filterForm(board, filter, locale))
    \(board.rows.isEmpty ? emptyState(none) : table(board.rows, viewer, locale))
    \(nextPage(board.next, next, locale))
    <p class="hint">\(locale("refreshers.rule"))</p>
    """
  return layout(locale("refreshers.title"), .work, viewer, locale, wide: true, body)
}

/// Each number leads to its rows.
private func lights(_ board: RefresherBoard, _ filter: RefresherFilter, _ locale: Locale) -> HTML {
  let items = RefresherLight.allCases.map { light -> HTML in
    let path = refreshersPath(RefresherFilter(course: filter.course, unit: filter.unit, light: light))
    return """
      <li class="\(light.look.pigment)"><a class="figure" href="\(url: path)">\(board.counts[light])</a> \
      \(mark(light, locale))</li>
      """
  }
  return "<ul class=\"figures\">\(items)</ul>"
}

private func filterForm(_ board: RefresherBoard, _ filter: RefresherFilter, _ locale: Locale) -> HTML {
  let lights = RefresherLight.allCases.map { Option($0.rawValue, locale.name($0)) }
  return """
    <form class="list-filter" method="get" action="/trainings/due" role="search"><div class="grid">
    \(courseChoice(board.courses, filter.course, locale))
    \(filterChoice("trainings", "unit", locale("col.unit"), locale("trainings.all_units"),
      board.units.map { Option($0.id.text, "\($0.name)") }, filter.unit?.text))
    \(filterChoice("trainings", "light", locale("col.state"), locale("trainings.all_stages"), lights, filter.light?.rawValue))
    </div><button class="primary">\(locale("filter.apply"))</button></form>
    """
}

private func table(_ rows: [RefresherLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = rows.map { row -> HTML in
    let refresher = row.refresher
    let last = refresher.last.map { last -> HTML in
      """
      <span class="told">\(locale("refresher.last"))</span> \
      <a href="\(url: trainingPath(last.training))">\(locale.shortDay(last.day, seenOn: viewer.today))</a>\
      \(" <span class=\"tag\">\(locale.count("refresher.missing", last.missing))</span>", if: last.missing > 0)
      """
    }
    let due: HTML = """
      <span class="told">\(locale("refresher.due"))</span> \(dueText(row.due, viewer, locale))
      """
    let once: HTML = refresher.last == nil ? "–" : locale("refresher.once")
    return """
      <tr><td>\(mark(refresher.light, locale))</td><th scope="row">\(row.unit.name)</th><td>\(locale.text(row.post))</td>
      <td class="what">\(locale.text(row.course.title))\
      \(" <span class=\"tag unchecked\" title=\"\(locale.cited(row.course.source))\">\(locale.name(row.course.checked))</span>", if: row.course.checked != .statute)</td>
      <td>\(last ?? locale("refresher.never"))</td>
      <td>\(row.due == nil ? once : due)</td></tr>
      """
  }
  let heads = [
    locale("col.state"), locale("col.unit"), locale("training.post"), locale("training.course"),
    locale("refresher.last"), locale("refresher.due"),
  ].map { "<th scope=\"col\">\($0)</th>" as HTML }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers">
    <thead><tr>\(heads)</tr></thead><tbody>\(lines)</tbody></table></div>
    """
}

extension RefresherLight {
  fileprivate var look: (shape: HTML, pigment: HTML) {
    switch self {
    case .overdue: ("■", "overdue")
    case .soon: ("▲", "near_due")
    case .unrecorded: ("◧", "suspended")
    case .valid: ("●", "closed")
    }
  }
}

/// Shape and word.
private func mark(_ light: RefresherLight, _ locale: Locale) -> HTML {
  """
  <span class="mark \(light.look.pigment)"><span class="shape" aria-hidden="true">\(light.look.shape)</span>\
  \(locale.name(light))</span>
  """
}
