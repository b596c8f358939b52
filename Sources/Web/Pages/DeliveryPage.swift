import Ground
package import Operations

/// `GET /delivery`, administrators: through whom the district sends, what waits, what failed. Secrets are typed in and never
/// shown again; failures name unit, way and reason, no officer and no text.
package func deliveryPage(_ sheet: DeliverySheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let body: HTML = """
    <p class="about"><a href="/directory">\(locale("nav.directory"))</a></p>
    <div class="heading"><h1>\(locale("delivery.title"))</h1><p class="lead">\(locale("delivery.lead"))</p></div>
    \(outbox(sheet, viewer, locale))
    \(site(sheet, viewer, locale))
    \(mail(sheet, viewer, locale))
    \(robots(sheet, viewer, locale))
    """
  return layout(locale("delivery.title"), .directory, viewer, locale, body)
}

private func outbox(_ sheet: DeliverySheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let held = sheet.held.map { line -> HTML in
    """
    <li>\(wayName(line.sending, locale)) · \(line.sending.said.map(locale.text)) \
    \(locale.count("delivery.held", line.count, ["moment": locale.moment(line.next, seenOn: viewer.today)]))</li>
    """
  }
  let all = Form("resend-all", viewer, locale)
  let again = all.wrap(action: "/delivery/resend", all.button(locale("delivery.resend_all"), primary: false))
  return """
    <section aria-labelledby="the-outbox"><h2 id="the-outbox">\(locale("delivery.outbox"))</h2>
    <p>\(locale.count("delivery.waiting", sheet.waiting))</p>
    \("<ul class=\"posts\">\(held)</ul>", if: !held.isEmpty)
    <h3>\(locale("delivery.failures"))</h3>
    \(sheet.failures.isEmpty ? "<p>\(locale("delivery.no_failures"))</p>" : failures(sheet.failures, viewer, locale) + again)</section>
    """
}

private func failures(_ lines: [DeliverySheet.FailureLine], _ viewer: Viewer, _ locale: Locale) -> HTML {
  let rows = lines.enumerated().map { index, line -> HTML in
    let form = Form("resend-\(index)", viewer, locale)
    let which: HTML = """
      <input type="hidden" name="unit" value="\(line.unit.id)"><input type="hidden" name="failure" value="\(line.code)">
      """
    return """
      <tr><th scope="row">\(line.unit.name)</th><td>\(wayName(line.sending, locale))</td>
      <td>\(line.sending.said.map(locale.text))</td><td>\(locale.count("delivery.count", line.count))</td>
      <td class="when">\(locale.moment(line.last, seenOn: viewer.today))</td>
      <td>\(form.wrap(action: "/delivery/resend", which + form.button(locale("delivery.resend"), primary: false)))</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers"><thead><tr>
    <th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("delivery.way"))</th>
    <th scope="col">\(locale("delivery.reason"))</th><th scope="col">\(locale("delivery.how_many"))</th>
    <th scope="col">\(locale("delivery.last"))</th><th scope="col">\(locale("delivery.again"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
}

private func site(_ sheet: DeliverySheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("site", viewer, locale)
  let fields: HTML = form.line(
    "site", locale("delivery.site_address"), value: sheet.site?.value ?? "", limit: 208,
    hint: locale("delivery.site_hint"))
  return """
    <section aria-labelledby="the-site"><h2 id="the-site">\(locale("delivery.site"))</h2>
    <p>\(sheet.site.map { "<code>\($0.value)</code> \(changed($0, viewer, locale))" } ?? locale("delivery.no_site"))</p>
    \(foldedForm(locale("delivery.change_site"), form, action: "/delivery/site", fields))</section>
    """
}

private func mail(_ sheet: DeliverySheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("mail", viewer, locale)
  let known = sheet.mail?.value
  let kinds = MailEncryption.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    \(form.line("host", locale("delivery.host"), value: known?.host ?? "", limit: 253, required: true, hint: locale("delivery.host_hint")))
    \(form.line("port", locale("delivery.port"), value: "\(known?.port ?? 465)", limit: 5, required: true, type: "number"))
    \(form.select("encryption", locale("delivery.encryption"), kinds, chosen: known?.encryption.rawValue ?? MailEncryption.implicit.rawValue, required: true))
    \(form.line("user", locale("delivery.user"), value: known?.user ?? "", limit: 200, hint: locale("delivery.user_hint")))
    \(form.line("password", locale("delivery.password"), limit: 200, type: "password", autocomplete: "new-password",
      hint: locale("delivery.secret_hint")))
    \(form.line("address", locale("delivery.from_address"), value: known?.address ?? "", limit: 254, required: true, type: "email"))
    \(form.line("name", locale("delivery.from_name"), value: known?.name ?? "", limit: 60))
    """
  return """
    <section aria-labelledby="the-mail"><h2 id="the-mail">\(locale("delivery.mail"))</h2>
    \(sheet.mail.map { mailFacts($0, viewer, locale) } ?? "<p>\(locale("delivery.no_mail"))</p>")
    \(foldedForm(locale("delivery.change_mail"), form, action: "/delivery/mail", button: locale("delivery.save"), fields))</section>
    """
}

private func mailFacts(
  _ setting: DeliverySheet.Setting<MailSettings>, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let mail = setting.value
  let test = Form("mail-test", viewer, locale)
  let to: HTML = """
    \(test.line("to", locale("delivery.test_to"), limit: 254, required: true, type: "email"))
    \(test.button(locale("reach.test"), primary: false))
    """
  let remove = Form("mail-remove", viewer, locale)
  return """
    <dl class="facts"><dt>\(locale("delivery.host"))</dt><dd>\(mail.host):\(mail.port) · \(locale.name(mail.encryption))</dd>
    <dt>\(locale("delivery.user"))</dt><dd>\(mail.user.isEmpty ? locale("delivery.no_user") : "\(mail.user)")</dd>
    <dt>\(locale("delivery.from_address"))</dt><dd>\(mail.name) \(mail.address)</dd></dl>
    <p>\(changed(setting, viewer, locale))</p>\(secretLost(locale), if: setting.isSecretLost)
    \(test.wrap(action: "/delivery/mail/test", to))
    \(remove.wrap(action: "/delivery/mail/remove", remove.button(locale("delivery.remove_mail"), primary: false)))
    """
}

private func robots(_ sheet: DeliverySheet, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("robot", viewer, locale)
  let units = sheet.units.map { Option($0.id.text, "\($0.name)") }
  let kinds = RobotKind.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    \(form.select("unit", locale("col.unit"), units, chosen: nil, blank: locale("delivery.choose_unit"), required: true))
    \(form.boxes("kind", locale("delivery.kind"), kinds, chosen: [RobotKind.wecom.rawValue], single: true))
    \(form.line("key", locale("delivery.key"), limit: 200, type: "password", hint: locale("delivery.key_hint")))
    \(form.line("signing", locale("delivery.signing"), limit: 200, type: "password", hint: locale("delivery.signing_hint")))
    \(form.line("address", locale("delivery.robot_address"), limit: 300, hint: locale("delivery.robot_address_hint")))
    """
  let rows = sheet.robots.map { robotRow($0, viewer, locale) }
  let table: HTML = """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="papers"><thead><tr>
    <th scope="col">\(locale("col.unit"))</th><th scope="col">\(locale("delivery.kind"))</th>
    <th scope="col">\(locale("delivery.set"))</th><th scope="col">\(locale("delivery.acts"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
  return """
    <section aria-labelledby="the-robots"><h2 id="the-robots">\(locale("delivery.robots"))</h2>
    <p class="about">\(locale("delivery.robots_lead"))</p>
    \(sheet.robots.isEmpty ? "<p>\(locale("delivery.no_robots"))</p>" : table)
    \(foldedForm(locale("delivery.set_robot"), form, action: "/delivery/robots", button: locale("delivery.save"), fields))</section>
    """
}

private func robotRow(_ line: DeliverySheet.RobotLine, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let robot = line.setting.value
  let unit: HTML = "<input type=\"hidden\" name=\"unit\" value=\"\(line.unit.id)\">"
  let test = Form("robot-test-\(line.unit.id.text)", viewer, locale)
  let remove = Form("robot-remove-\(line.unit.id.text)", viewer, locale)
  return """
    <tr><th scope="row">\(line.unit.name)</th><td>\(locale.name(robot.kind))\
    \("<br><span class=\"about\">\(locale("delivery.signed"))</span>", if: robot.isSigned)\
    \("<br><code>\(robot.address)</code>", if: !robot.address.isEmpty)</td>
    <td>\(changed(line.setting, viewer, locale))\(secretLost(locale), if: line.setting.isSecretLost)</td>
    <td>\(test.wrap(action: "/delivery/robots/test", unit + test.button(locale("reach.test"), primary: false)))
    \(remove.wrap(action: "/delivery/robots/remove", unit + remove.button(locale("delivery.remove"), primary: false)))</td></tr>
    """
}

private func changed<Value>(_ setting: DeliverySheet.Setting<Value>, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let said = locale(
    "delivery.changed",
    [
      "by": "\(setting.by.post) \(setting.by.name)", "moment": locale.moment(setting.at, seenOn: viewer.today),
    ])
  return "<span class=\"about\">\(said)</span>"
}

private func secretLost(_ locale: Locale) -> HTML {
  "<p class=\"notice refused\">\(locale("delivery.secret_lost"))</p>"
}
