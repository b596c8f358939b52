import Directory
import Ground
package import Operations

/// `GET /directory/officers/{id}`, everybody logged in: post, roles, fields, stand-ins and what happened; never what or how
/// much the officer did (DESIGN §7).
package func officerPage(_ sheet: OfficerSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let left: HTML = "<p class=\"notice\">\(locale("people.has_left"))</p>"
  let body: HTML = """
    <p class="about"><a href="/directory">\(locale("nav.directory"))</a> · \(unitRecordLink(sheet.officer.unit))</p>
    <h1>\(sheet.officer.post) \(sheet.officer.name)</h1>
    \(left, if: sheet.hasLeft)
    <div class="matter-grid"><div>
    \(standIns(sheet, viewer, locale))
    \(directoryStory(sheet.story, viewer, locale))
    </div>
    <aside class="particulars" aria-label="\(locale("people.particulars"))">\(facts(sheet, viewer, locale))
    \(keeping(sheet, viewer, locale))</aside>
    </div>
    """
  return layout("\(sheet.officer.post) \(sheet.officer.name)", .directory, viewer, locale, wide: true, body)
}

private func facts(_ sheet: OfficerSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let since = sheet.fieldsSince.map { locale("people.since", ["day": locale.day($0, seenOn: viewer.today)]) }
  let rows: [(HTML, HTML)] = [
    (locale("account.post"), "\(unitRecordLink(sheet.officer.unit)) \(sheet.officer.post)"),
    (locale("account.roles"), locale.list(sheet.roles.map(locale.name))),
    (
      locale("people.portfolio"),
      sheet.fields.isEmpty ? "" : locale.list(sheet.fields.map(locale.name)) + (since ?? "")
    ),
    (locale("people.account"), sheet.account.map { account($0, viewer, locale) } ?? ""),
  ]
  return "<dl>\(rows.filter { !$0.1.isEmpty }.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl>"
}

private func account(_ account: AccountLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let login = account.login else { return locale("people.no_account") }
  let locked = account.lockedUntil.map { until -> HTML in
    "<p class=\"why\">\(locale("people.locked", ["until": locale.moment(until, seenOn: viewer.today)]))</p>"
  }
  return """
    \(login)\("<p class=\"why\">\(locale("people.must_change"))</p>", if: account.mustChange)\(locked)
    """
}

private func standIns(_ sheet: OfficerSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !sheet.standIns.isEmpty else { return "" }
  let isKeeper = viewer.has(.administrator) || viewer.has(.coordinator)
  let items = sheet.standIns.map { line -> HTML in
    let end = Form("stand-in-\(line.id)", viewer, locale)
    let isOpen = line.endedOn == nil && line.last >= viewer.today
    let button = end.wrap(
      action: "\(officerPath(sheet.officer))/stand-ins/\(line.id)/end",
      end.button(locale("people.end_stand_in"), primary: false))
    return """
      <li>\(standInText(line, viewer, locale)) \
      \("<strong>\(locale("people.stand_in_now"))</strong>", if: line.holds)\
      \(line.endedOn.map { locale("people.ended_early", ["day": locale.shortDay($0, seenOn: viewer.today)]) })
      <p class="about">\(line.reason)</p>\(button, if: isKeeper && isOpen)</li>
      """
  }
  return """
    <section aria-labelledby="stand-ins"><h2 id="stand-ins">\(locale("people.stand_ins"))</h2>
    <ul class="posts">\(items)</ul></section>
    """
}

func standInText(_ line: StandInLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  locale(
    "people.stand_in_story",
    [
      "substitute": officerLink(line.substitute), "away": officerLink(line.away),
      "first": locale.shortDay(line.first, seenOn: viewer.today),
      "last": locale.shortDay(line.last, seenOn: viewer.today),
    ])
}

private func keeping(_ sheet: OfficerSheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let path = officerPath(sheet.officer)
  var forms: [HTML] = []
  if viewer.has(.administrator) || viewer.has(.coordinator), !sheet.hasLeft {
    if sheet.roles.contains(.leader) {
      let form = Form("officer-portfolio", viewer, locale)
      forms.append(
        foldedForm(
          locale("people.change_portfolio"), form, action: path + "/portfolio", version: sheet.portfolioMark,
          form.boxes("field", locale("people.portfolio"), fieldOptions(locale), chosen: sheet.fields.map(\.rawValue))
            + form.date("since", locale("people.since_day"), value: viewer.today)))
    }
    let form = Form("officer-stand-in", viewer, locale)
    forms.append(
      foldedForm(
        locale("people.set_stand_in"), form, action: path + "/stand-ins",
        form.select(
          "substitute", locale("people.substitute"), sheet.substitutes.map { Option($0.id.text, officerText($0)) },
          chosen: nil, blank: locale("form.choose"), required: true, hint: locale("people.stand_in_hint"))
          + form.date("first", locale("people.first_day"), value: viewer.today, required: true)
          + form.date("last", locale("people.last_day"), value: nil, required: true)
          + form.area("reason", locale("act.reason"), limit: 500, required: true)))
  }
  if viewer.has(.administrator) { forms += administering(sheet, path, viewer, locale) }
  return forms.isEmpty ? "" : "<h2>\(locale("people.keep"))</h2>\(forms)"
}

private func administering(_ sheet: OfficerSheet, _ path: String, _ viewer: Viewer, _ locale: Locale) -> [HTML] {
  let serving = Form("officer-serving", viewer, locale)
  let served: HTML = "<input type=\"hidden\" name=\"serving\" value=\"\(sheet.hasLeft ? "back" : "left")\">"
  let returning = foldedForm(
    sheet.hasLeft ? locale("people.officer_back") : locale("people.officer_leaves"), serving, action: path + "/serving",
    version: sheet.mark,
    served + (sheet.hasLeft ? "" : "<p class=\"hint\">\(locale("people.leaves_hint"))</p>"))
  guard !sheet.hasLeft else { return [returning] }
  let (edit, account) = (Form("officer-edit", viewer, locale), Form("officer-account", viewer, locale))
  var forms = [
    foldedForm(
      locale("people.change_officer"), edit, action: path, version: sheet.mark,
      officerFields(
        edit, name: sheet.officer.name.shown, post: sheet.officer.post.shown, unit: sheet.officer.unit.id.text,
        roles: sheet.roles, units: sheet.units)),
    foldedForm(
      locale("people.set_account"), account, action: path + "/account",
      account.line(
        "login", locale("login.name"), value: sheet.account?.login?.shown ?? "", limit: 32, required: true)
        + account.line(
          "password", locale("login.password"), limit: 128, required: true, type: "password",
          autocomplete: "new-password", hint: locale("people.set_account_hint"))),
  ]
  if sheet.account?.lockedUntil != nil {
    let unlock = Form("officer-unlock", viewer, locale)
    forms.append(unlock.wrap(action: path + "/unlock", unlock.button(locale("people.unlock"))))
  }
  return forms + [returning]
}

private func officerFields(
  _ form: Form, name: String, post: String, unit: String?, roles: [Role], units: [UnitName]
) -> HTML {
  let locale = form.locale
  return form.line("name", locale("people.person_name"), value: name, limit: 100, required: true)
    + form.line("post", locale("people.post"), value: post, limit: 100, required: true)
    + form.select(
      "unit", locale("col.unit"), units.map { Option($0.id.text, "\($0.name)") }, chosen: unit,
      blank: locale("form.choose"), required: true)
    + form.boxes(
      "role", locale("account.roles"), Role.allCases.map { Option($0.rawValue, locale.name($0)) },
      chosen: roles.map(\.rawValue))
}

/// `GET /directory/officers/new?unit=`, administrators.
package func newOfficerPage(_ units: [UnitName], unit: String?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("officer-new", viewer, locale)
  let fields = officerFields(form, name: "", post: "", unit: unit, roles: [], units: units)
  let body: HTML = """
    <section class="narrow"><h1>\(locale("people.new_officer"))</h1>
    \(form.wrap(action: "/directory/officers", fields + form.button(locale("people.save"))))</section>
    """
  return layout(locale("people.new_officer"), .directory, viewer, locale, body)
}

/// `GET /directory/portfolios`, everybody logged in: who is in charge of which field, and how that changed.
package func portfolioPage(_ board: PortfolioBoard, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = board.rows.map { row -> HTML in
    let leaders = row.leaders.isEmpty ? locale("form.nobody") : locale.list(row.leaders.map(officerLink))
    return "<tr><th scope=\"row\">\(locale.name(row.field))</th><td>\(leaders)</td></tr>"
  }
  let body: HTML = """
    <p class="about"><a href="/directory">\(locale("nav.directory"))</a></p>
    <h1>\(locale("people.portfolios"))</h1><p class="lead">\(locale("people.portfolios_lead"))</p>
    <table class="directory"><thead><tr><th scope="col">\(locale("draft.fields"))</th>\
    <th scope="col">\(locale("matter.leader"))</th></tr></thead><tbody>\(rows)</tbody></table>
    \(directoryStory(board.story, viewer, locale))
    """
  return layout(locale("people.portfolios"), .directory, viewer, locale, body)
}
