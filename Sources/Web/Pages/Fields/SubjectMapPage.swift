import Ground
package import Operations
import Packs
import Subjects

let mapPath = "/subjects/map"

/// `GET /subjects/map?type=&unit=&status=&risk=`, everybody logged in: where the subjects lie. The list stands on the page
/// by itself; the script draws the map from it.
package func subjectMapPage(
  _ map: SubjectMap, _ filter: SubjectFilter, _ setting: MapSettings, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let unplaced: HTML = map.unplaced == 0 ? "" : " \(locale.count("map.unplaced", map.unplaced))"
  let cut: HTML = map.isWhole ? "" : "<p class=\"hint\">\(locale.count("map.cut", map.count))</p>"
  let body: HTML = """
    <div class="heading"><h1>\(locale("map.title"))</h1><p class="about">\(locale("map.lead"))</p>
    <p class="tools"><a href="\(url: address(of: filter, at: "/subjects"))">\(locale("map.list"))</a></p></div>
    \(subjectFilterForm(at: mapPath, filter, map.types, map.units, locale))
    <p>\(locale.count("map.count", map.pins.count))\(unplaced)</p>\(cut)
    \(map.pins.isEmpty ? emptyState(locale("map.none")) : drawn(map.pins, setting, locale))
    """
  return layout(locale("map.title"), .work, viewer, locale, wide: true, head: head, body)
}

/// Leaflet comes from the distribution's package, served like a file of our own; the script loads the rest of it.
private let head: HTML = "<link rel=\"stylesheet\" href=\"/static/leaflet.css\">\n  "

private func drawn(_ pins: [SubjectPin], _ setting: MapSettings, _ locale: Locale) -> HTML {
  let items = pins.map { pin -> HTML in
    let place = setting.place(of: pin.position)
    return """
      <li data-north="\(place.north)" data-east="\(place.east)" data-risk="\(pin.row.risk?.rawValue ?? "none")"\
      \(" data-still", if: pin.row.status != .active)>\(subjectLink(pin.row))\
      <span class="hint">\(locale.text(pin.row.type)) · \(pin.row.territorial.name) · \(riskMark(pin.row.risk, locale))\
      \(" · \(locale.name(pin.row.status))", if: pin.row.status != .active)</span></li>
      """
  }
  let tiles: HTML =
    setting.tiles.map { tiles in
      " data-tiles=\"\(tiles.template)\" data-credit=\"\(tiles.credit)\""
    } ?? ""
  return """
    <p class="legend">\(RiskGrade.allCases.map { riskMark($0, locale) }.joined(" "))
    <span class="risk"><span class="shape" aria-hidden="true">○</span>\(locale("risk.none"))</span></p>
    <div class="mapped"><div class="map" role="group" aria-label="\(locale("map.title"))" \
    data-behaviour="subject-map"\(tiles)\(" data-outlines", if: setting.outlines != nil) \
    data-closer="\(locale("map.closer"))" data-farther="\(locale("map.farther"))" \
    data-close="\(locale("map.close"))"></div>
    <ul class="pins">\(items)</ul></div>
    """
}
