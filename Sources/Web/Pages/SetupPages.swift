import Directory
import Ground
package import Operations
package import Registers

/// `GET /setup` before the first account. Posts `code`, `name`, `division`, `prefix`, `office`, `person`, `post`,
/// `login`, `password` and `coordinates` to `POST /setup`.
package func foundingPage(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("setup", viewer, locale)
  let fields: HTML = """
    \(form.line("code", locale("setup.code"), limit: 20, required: true, hint: locale("setup.code_hint")))
    <h2>\(locale("setup.district"))</h2>
    <p>\(locale("setup.district_why"))</p>
    \(form.line("name", locale("setup.name"), limit: 50, required: true, hint: locale("setup.name_hint")))
    <div class="pair">
    \(form.line("division", locale("setup.division"), limit: 6, required: true, hint: locale("setup.division_hint")))
    \(form.line("prefix", locale("setup.prefix"), limit: 6, required: true, hint: locale("setup.prefix_hint")))
    </div>
    \(form.line("office", locale("setup.office"), value: "安全生产委员会办公室", limit: 50, required: true,
      hint: locale("setup.office_hint")))
    <h2>\(locale("setup.first"))</h2>
    <p>\(locale("setup.first_why"))</p>
    <div class="pair">
    \(form.line("person", locale("setup.person"), limit: 50, required: true, autocomplete: "name"))
    \(form.line("post", locale("setup.post"), limit: 50, required: true))
    \(form.line("login", locale("login.name"), limit: 32, required: true, autocomplete: "username",
      hint: locale("setup.login_hint")))
    \(form.line("password", locale("login.password"), limit: 128, required: true, type: "password",
      autocomplete: "new-password", hint: locale("setup.password_hint")))
    </div>
    \(form.tick("coordinates", locale("setup.coordinates"), isOn: true))
    \(form.button(locale("setup.found")))
    """
  let body: HTML = """
    <h1>\(locale("setup.title"))</h1>
    \(notForSecrets(locale))
    <p class="lead">\(locale("setup.lead"))</p>
    \(form.wrap(action: "/setup", fields))
    """
  return layout(locale("setup.title"), nil, viewer, locale, body)
}

/// `GET /setup/{step}`, administrators: one step of the guide, with how far everything is.
package func setupPage(_ step: SetupStep, _ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = SetupStep.allCases.map { item -> HTML in
    let mark: HTML = stand.isDone(item) ? "●" : "○"
    let state = stand.isDone(item) ? locale("setup.done") : locale("setup.open")
    return """
      <li><a href="\(url: "/setup/\(item.rawValue)")"\(" aria-current=\"step\"", if: item == step)>\
      <span aria-hidden="true">\(mark)</span> \(locale.name(item)) <span class="about">\(state)</span></a></li>
      """
  }
  let body: HTML = """
    <h1>\(locale("setup.title"))</h1>
    <div class="guide"><nav aria-label="\(locale("setup.steps"))"><ol class="steps">\(items)</ol>
    <p class="hint">\(locale("setup.resume"))</p></nav>
    <section aria-labelledby="step"><h2 id="step">\(locale.name(step))</h2>
    <p class="lead">\(locale.reason(step))</p>
    \(content(step, stand, viewer, locale))
    \(onward(step, locale))</section></div>
    """
  return layout(locale("setup.title"), nil, viewer, locale, wide: true, body)
}

/// What was assumed where a list of units left something out, to be looked over.
package func unitRemarksPage(_ remarks: [RowRemark], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let lines = remarks.map { remark -> HTML in
    "<li>\(locale("setup.row", ["row": "\(remark.place)"])) \(remark.text[locale.language])</li>"
  }
  let body: HTML = """
    <h1>\(locale("setup.units_saved"))</h1>
    <p class="lead">\(locale("setup.units_look"))</p>
    <ul class="posts">\(lines)</ul>
    <p><a class="button" href="/setup/units">\(locale("setup.units_right"))</a></p>
    """
  return layout(locale("setup.units_saved"), nil, viewer, locale, body)
}

/// The one-time passwords, shown once: nobody can look them up again.
package func passwordSlipPage(_ passwords: [OneTimePassword], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let slips = passwords.map { slip -> HTML in
    """
    <tr><td>\(slip.unit)</td><td>\(slip.post) \(slip.name)</td><td><code>\(slip.login)</code></td>
    <td><code>\(slip.password)</code></td></tr>
    """
  }
  let body: HTML = """
    <h1>\(locale("slips.title"))</h1>
    <p class="lead"><strong>\(locale("slips.once"))</strong> \(locale("slips.change"))</p>
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="imports"><thead><tr><th scope="col">\(locale("col.unit"))</th>
    <th scope="col">\(locale("slips.person"))</th><th scope="col">\(locale("login.name"))</th>
    <th scope="col">\(locale("slips.password"))</th></tr></thead><tbody>\(slips)</tbody></table></div>
    <p><a class="button" href="/setup/officers">\(locale("slips.kept"))</a></p>
    """
  return layout(locale("slips.title"), nil, viewer, locale, body)
}

private func onward(_ step: SetupStep, _ locale: Locale) -> HTML {
  guard let index = SetupStep.allCases.firstIndex(of: step), index + 1 < SetupStep.allCases.count else { return "" }
  let next = SetupStep.allCases[index + 1]
  return """
    <p class="onward"><a class="button" href="\(url: "/setup/\(next.rawValue)")">\(locale("setup.next")) \
    \(locale.name(next))</a></p>
    """
}

private func content(_ step: SetupStep, _ stand: SetupStand, _ viewer: Viewer, _ locale: Locale) -> HTML {
  switch step {
  case .district:
    """
    <dl><dt>\(locale("setup.name"))</dt><dd>\(stand.district)</dd>
    <dt>\(locale("setup.division"))</dt><dd>\(stand.division)</dd></dl>
    """
  case .units: units(stand, viewer, locale)
  case .officers: officers(stand, viewer, locale)
  case .portfolios: portfolios(stand, viewer, locale)
  case .calendar: calendars(stand, viewer, locale)
  case .meeting:
    """
    <p>\(locale.count("setup.meetings", stand.meetings))</p>
    <p><a class="button" href="/meetings/new">\(locale("home.first_bulletin"))</a> \
    <a href="/import">\(locale("setup.import"))</a></p>
    """
  case .finish: checklist(stand, locale)
  }
}
