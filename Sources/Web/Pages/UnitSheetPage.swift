import Directory
import Ground
package import Operations

/// `GET /directory/units/{id}`, everybody logged in: what the unit is, who serves in it, what became of it; for its keepers
/// the forms that change it.
package func unitSheetPage(_ sheet: UnitSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <p class="about"><a href="/directory">\(locale("nav.directory"))</a> · \(locale.name(sheet.kind))</p>
    <h1>\(sheet.unit.name)</h1>
    <p class="about"><a href="\(url: "/units/\(sheet.unit.id.text)")">\(locale("unit.board"))</a></p>
    \(sheet.ended.map { ended($0, viewer, locale) })
    <div class="matter-grid"><div>
    <section aria-labelledby="officers"><h2 id="officers">\(locale("people.officers"))</h2>
    \(sheet.officers.isEmpty ? emptyState(locale("people.no_officers")) : posts(sheet.officers, locale))
    \(newOfficer(sheet, viewer, locale))</section>
    \(directoryStory(sheet.story, viewer, locale))
    </div>
    <aside class="particulars" aria-label="\(locale("people.particulars"))">\(facts(sheet, locale))
    \(keeping(sheet, viewer, locale))</aside>
    </div>
    """
  return layout("\(sheet.unit.name)", .directory, viewer, locale, wide: true, body)
}

private func ended(_ end: UnitEndLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let day = locale.day(end.day, seenOn: viewer.today)
  let what =
    end.successor.map { locale("people.unit_merged", ["unit": unitRecordLink($0), "day": day]) }
    ?? locale("people.unit_dissolved", ["day": day])
  return "<div class=\"notice\"><p>\(what)</p><blockquote>\(end.reason)</blockquote></div>"
}

private func newOfficer(_ sheet: UnitSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.has(.administrator), sheet.ended == nil else { return "" }
  return """
    <p><a class="button" href="\(url: "/directory/officers/new?unit=\(sheet.unit.id.text)")">\
    \(locale("people.new_officer"))</a></p>
    """
}

private func facts(_ sheet: UnitSheet, _ locale: Locale) -> HTML {
  let open: HTML =
    sheet.open.map { count in
      "<a href=\"\(url: "/matters?unit=\(sheet.unit.id.text)")\">\(locale.count("people.open_matters", count))</a>"
    } ?? "\(locale("people.not_in_sight")) <a href=\"/permissions\">\(locale("people.permissions"))</a>"
  let rows: [(HTML, HTML)] = [
    (locale("people.parent"), sheet.parent.map(unitRecordLink) ?? ""),
    (locale("people.beneath"), locale.list(sheet.children.map(unitRecordLink))),
    (locale("people.aliases"), locale.list(sheet.aliases.map { "\($0)" })),
    (locale("people.merged_here"), locale.list(sheet.merged.map(unitRecordLink))),
    (locale("nav.matters"), open),
  ]
  return "<dl>\(rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl>"
}

/// What this person may change here.
private func keeping(_ sheet: UnitSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = unitRecordPath(sheet.unit)
  var forms: [HTML] = []
  if viewer.has(.administrator) || viewer.has(.coordinator) {
    let aliases = Form("unit-aliases", viewer, locale)
    forms.append(
      foldedForm(
        locale("people.change_aliases"), aliases, action: path + "/aliases", version: sheet.mark,
        aliases.area(
          "aliases", locale("people.aliases"), value: sheet.aliases.map(\.shown).joined(separator: "\n"), rows: 5,
          hint: locale("people.aliases_hint"))))
    if sheet.officers.count > 1 {
      let order = Form("unit-order", viewer, locale)
      forms.append(
        foldedForm(
          locale("people.order_officers"), order, action: path + "/order", version: sheet.officersMark,
          placeFields(sheet.officers.map { ($0.officer.id.text, $0.officer.name) }, order)))
    }
  }
  if viewer.has(.coordinator), sheet.ended?.successor != nil, sheet.open ?? 0 > 0 {
    let move = Form("unit-matters", viewer, locale)
    forms.append(
      foldedForm(
        locale("people.move_matters"), move, action: path + "/matters",
        move.area("reason", locale("act.reason"), limit: 500, required: true, hint: locale("people.move_hint"))))
  }
  if viewer.has(.administrator), sheet.ended == nil { forms += administering(sheet, path, viewer, locale) }
  return forms.isEmpty ? "" : "<h2>\(locale("people.keep"))</h2>\(forms)"
}

private func administering(_ sheet: UnitSheet, _ path: String, _ viewer: Viewer, _ locale: Locale) -> [HTML] {
  let (edit, end) = (Form("unit-edit", viewer, locale), Form("unit-end", viewer, locale))
  let others = sheet.units.filter { $0.id != sheet.unit.id }
  return [
    foldedForm(
      locale("people.change_unit"), edit, action: path, version: sheet.mark,
      unitFields(
        edit, name: sheet.unit.name.shown, kind: sheet.kind, parent: sheet.parent?.id.text, parents: others)),
    foldedForm(
      locale("people.end_unit"), end, action: path + "/end", version: sheet.mark,
      end.date("day", locale("people.end_day"), value: viewer.today, required: true)
        + end.select(
          "successor", locale("people.successor"), others.map { Option($0.id.text, "\($0.name)") }, chosen: nil,
          blank: locale("people.no_successor"), hint: locale("people.end_hint"))
        + end.area("reason", locale("act.reason"), limit: 500, required: true)),
  ]
}

private func unitFields(
  _ form: Form, name: String, kind: UnitKind?, parent: String?, parents: [UnitName]
) -> HTML {
  let locale = form.locale
  let kinds = UnitKind.allCases.map { Option($0.rawValue, locale.name($0)) }
  return form.line("name", locale("people.name"), value: name, limit: 100, required: true)
    + form.select("kind", locale("col.kind"), kinds, chosen: kind?.rawValue, required: true)
    + form.select(
      "parent", locale("people.parent"), parents.map { Option($0.id.text, "\($0.name)") }, chosen: parent,
      blank: locale("people.no_parent"))
}

/// `GET /directory/units/new?parent=`, administrators.
package func newUnitPage(_ units: [UnitName], parent: String?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("unit-new", viewer, locale)
  let fields = unitFields(form, name: "", kind: .department, parent: parent, parents: units)
  let body: HTML = """
    <section class="narrow"><h1>\(locale("people.new_unit"))</h1>
    \(form.wrap(action: "/directory/units", fields + form.button(locale("people.save"))))</section>
    """
  return layout(locale("people.new_unit"), .directory, viewer, locale, body)
}

/// `GET /directory/order`, administrators and coordinators: the units' official order, group by group.
package func unitOrderPage(_ order: UnitOrder, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let groups = order.groups.map { group -> HTML in
    let form = Form("order-\(group.parent?.id.text ?? "top")", viewer, locale)
    let parent: HTML = group.parent.map { "<input type=\"hidden\" name=\"parent\" value=\"\($0.id)\">" } ?? ""
    let title: HTML = group.parent.map { "\($0.name)" } ?? locale("people.top_units")
    return """
      <section><h2>\(title)</h2>
      \(form.wrap(action: "/directory/order", version: group.mark,
        parent + placeFields(group.units.map { ($0.id.text, $0.name) }, form) + form.button(locale("people.save"))))
      </section>
      """
  }
  let body: HTML = """
    <h1>\(locale("people.order"))</h1><p class="lead">\(locale("people.order_lead"))</p>\(groups)
    """
  return layout(locale("people.order"), .directory, viewer, locale, body)
}
