import Directory
import Ground
package import Operations

/// `GET /permissions`, oneself: what I may see, why, and whom to ask for more; for administrators how open the district is.
package func permissionPage(_ sheet: PermissionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let who = locale.list(sheet.coordinators.map(officerText))
  let body: HTML = """
    <h1>\(locale("people.permissions"))</h1>
    <dl><dt>\(locale("account.post"))</dt><dd>\(viewer.officer.map(officerText))</dd>
    <dt>\(locale("people.sight"))</dt><dd>\(sight(sheet, locale))</dd>
    <dt>\(locale("people.openness"))</dt><dd>\(locale.name(sheet.openness))</dd></dl>
    \("<p>\(locale("people.ask_for_sight", ["who": who]))</p>", if: !sheet.coordinators.isEmpty)
    <section aria-labelledby="roles"><h2 id="roles">\(locale("people.what_roles_do"))</h2>
    \(roles(sheet, locale))</section>
    \(openness(sheet, viewer, locale))
    """
  return layout(locale("people.permissions"), .account, viewer, locale, body)
}

private func sight(_ sheet: PermissionSheet, _ locale: Locale) -> HTML {
  switch sheet.scope {
  case .all: locale("people.sight_all")
  case .units(let units): locale("people.sight_units", ["units": locale.list(units.map(unitRecordLink))])
  case .nothing: locale("people.sight_nothing")
  }
}

private func roles(_ sheet: PermissionSheet, _ locale: Locale) -> HTML {
  let rows = Role.allCases.map { role -> HTML in
    let mine = sheet.roles.contains(role)
    return """
      <tr><th scope="row">\(locale.name(role)) \("<span class=\"about\">\(locale("people.my_role"))</span>", if: mine)</th>\
      <td>\(what(role, locale))</td></tr>
      """
  }
  return """
    <table class="directory"><thead><tr><th scope="col">\(locale("account.roles"))</th>\
    <th scope="col">\(locale("people.may"))</th></tr></thead><tbody>\(rows)</tbody></table>
    """
}

private func what(_ role: Role, _ locale: Locale) -> HTML {
  switch role {
  case .coordinator: locale("people.may_coordinator")
  case .leader: locale("people.may_leader")
  case .unitLead: locale("people.may_unit_lead")
  case .handler: locale("people.may_handler")
  case .verifier: locale("people.may_verifier")
  case .auditor: locale("people.may_auditor")
  case .administrator: locale("people.may_administrator")
  }
}

private func openness(_ sheet: PermissionSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.has(.administrator) else { return "" }
  let form = Form("openness", viewer, locale)
  let choices = Openness.allCases.map { Option($0.rawValue, locale.name($0)) }
  return foldedForm(
    locale("people.change_openness"), form, action: "/permissions/openness", version: sheet.mark,
    form.boxes("openness", locale("people.openness"), choices, chosen: [sheet.openness.rawValue], single: true))
}
