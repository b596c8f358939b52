import Ground
import Matters
package import Operations

/// `GET /matters?phase=&unit=&field=&standing=&meeting=&after=`, everybody logged in: fifty to a page.
package func matterListPage(_ list: MatterList, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let query = list.filter.query
  let none: HTML = query.isEmpty ? locale("matters.none") : locale("matters.none_match")
  let body: HTML = """
    <div class="heading"><h1>\(locale("nav.matters"))</h1>\(standingLinks(list, locale))</div>
    \(filterSentence(list, locale))
    <p class="tools"><a href="\(url: query.isEmpty ? "/matters.xlsx" : "/matters.xlsx?\(query)")" download>\(locale("papers.register"))</a></p>
    \(list.rows.isEmpty ? emptyState(none) : matterTable(list.rows, viewer, locale))
    \(nextPage(list.next, query.isEmpty ? "/matters?" : "/matters?\(query)&", locale))
    """
  return layout(locale("nav.matters"), .matters, viewer, locale, wide: true, body)
}

/// Each count keeps the rest of the filter.
private func standingLinks(_ list: MatterList, _ locale: Locale) -> HTML {
  let order: [Standing] = [.overdue, .nearDue, .underway, .closed, .cancelled]
  let items = order.map { standing -> HTML in
    var filter = list.filter
    filter.standing = standing == list.filter.standing ? nil : standing
    let current = standing == list.filter.standing
    return """
      <li class="mark \(standing.pigment)"><a href="\(url: "/matters?\(filter.query)")"\
      \(" aria-current=\"true\"", if: current)>\(shape(standing))<span class="figure">\(list.counts[standing])</span> \
      \(locale.name(standing))</a></li>
      """
  }
  return "<ul class=\"counts\">\(items)</ul>"
}

/// The filter as words in a sentence that can be read aloud.
private func filterSentence(_ list: MatterList, _ locale: Locale) -> HTML {
  let filter = list.filter
  func choice(_ name: String, _ label: HTML, _ any: HTML, _ options: [Option], _ chosen: String?) -> HTML {
    let items = options.map { option -> HTML in
      "<option value=\"\(option.value)\"\(" selected", if: option.value == chosen)>\(option.label)</option>"
    }
    return "<select name=\"\(name)\" aria-label=\"\(label)\"><option value=\"\">\(any)</option>\(items)</select>"
  }
  let unit = choice(
    "unit", locale("col.unit"), locale("filter.any_unit"), list.units.map { Option($0.id.text, "\($0.name)") },
    filter.unit?.text)
  let field = choice(
    "field", locale("draft.fields"), locale("filter.any_field"), fieldOptions(locale), filter.field?.rawValue)
  let phase = choice(
    "phase", locale("col.state"), locale("filter.any_phase"),
    Phase.allCases.map { Option($0.rawValue, locale.name($0)) }, filter.phase?.rawValue)
  let meeting = choice(
    "meeting", locale("col.meeting"), locale("filter.any_meeting"),
    list.meetings.map { Option($0.id.text, "\($0.title)") }, filter.meeting?.text)
  let words = locale("filter.sentence", ["unit": unit, "field": field, "phase": phase, "meeting": meeting])
  return """
    <form class="sentence" method="get" action="/matters">\
    \(filter.standing.map { "<input type=\"hidden\" name=\"standing\" value=\"\($0.rawValue)\">" })\(words) \
    <button>\(locale("filter.apply"))</button> \("<a href=\"/matters\">\(locale("filter.clear"))</a>", if: filter != MatterFilter())
    </form>
    """
}
