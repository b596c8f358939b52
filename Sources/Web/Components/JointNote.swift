import Ground
import Inspections
import Operations

/// Who came together, what the others recorded, and by which checklist the own unit may record its part.
func jointNote(_ joint: JointVisit, _ sheet: InspectionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  if let host = joint.host {
    let link: HTML = "<a href=\"\(url: "/inspections/\(host.id)")\">\(host.unit.name)</a>"
    return "<p>\(locale("inspection.part_of", ["unit": link]))</p>"
  }
  let parts: HTML =
    joint.parts.isEmpty
    ? ""
    : "<section aria-labelledby=\"parts\"><h2 id=\"parts\">\(locale("inspection.parts"))</h2>\(inspectionTable(joint.parts, viewer, locale))</section>"
  let own = joint.own.map { own -> HTML in
    let path = inspectPath(sheet.subject.id, own.checklist) + "?joins=\(sheet.inspection.id)"
    let due = own.due.map {
      " <span class=\"tag\">\(locale("inspection.own_due", ["day": locale.shortDay($0, seenOn: viewer.today)]))</span>"
        as HTML
    }
    return "<li><a class=\"thumb\" href=\"\(url: path)\">\(locale.text(own.title))</a>\(due)</li>"
  }
  let offer: HTML =
    own.isEmpty || !viewer.mayInspect
    ? ""
    : "<section class=\"work\"><h2>\(locale("inspection.own_part"))</h2><p class=\"hint\">\(locale("inspection.own_hint"))</p><ul class=\"thumbs\">\(own)</ul></section>"
  return """
    <p>\(locale("inspection.partners", ["units": locale.list(joint.partners.map { "\($0.name)" })]))</p>
    \(parts)\(offer)
    """
}
