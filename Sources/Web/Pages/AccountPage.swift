import Ground
package import Operations

/// `GET /account`, oneself: for whom one stands in, where one is logged in, the password. Logging out everywhere posts to
/// `POST /logout` with `everywhere`.
package func accountPage(_ account: MyAccount, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("logout-everywhere", viewer, locale)
  let end = form.button(locale("account.log_out_everywhere"), name: "everywhere", value: "1", primary: false)
  let person = viewer.substitute ?? viewer.officer
  let body: HTML = """
    <h1>\(locale("nav.account"))</h1>
    <dl><dt>\(locale("login.name"))</dt><dd>\(account.login)</dd>
    <dt>\(locale("account.post"))</dt><dd>\(person.map(officerText))</dd>
    <dt>\(locale("account.roles"))</dt><dd>\(locale.list(viewer.roles.map(locale.name)))</dd></dl>
    <p><a class="button" href="/account/password">\(locale("people.change_password"))</a> \
    <a class="button" href="/permissions">\(locale("people.permissions"))</a> \
    <a class="button" href="/account/messages">\(locale("reach.title"))</a> \
    <a class="button" href="/account/tokens">\(locale("token.title"))</a></p>
    \(standIns(account, viewer, locale))
    \(sessions(account, viewer, locale))
    \(form.wrap(action: "/logout", end))
    """
  return layout(locale("nav.account"), .account, viewer, locale, body)
}

private func standIns(_ account: MyAccount, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !account.standIns.isEmpty || account.standingFor != nil else { return "" }
  let items = account.standIns.map { line -> HTML in
    let form = Form("stand-for-\(line.id)", viewer, locale)
    let isNow = account.standingFor?.id == line.away.id
    let away: HTML = "<input type=\"hidden\" name=\"away\" value=\"\(isNow ? "" : line.away.id.text)\">"
    let button = isNow ? locale("people.act_for_myself") : locale("people.act_for", ["away": officerText(line.away)])
    return """
      <li>\(standInText(line, viewer, locale)) \("<strong>\(locale("people.stand_in_now"))</strong>", if: isNow)
      \(form.wrap(action: "/account/stand-in", away + form.button(button)))</li>
      """
  }
  return """
    <section aria-labelledby="stand-ins"><h2 id="stand-ins">\(locale("people.my_stand_ins"))</h2>
    <p class="hint">\(locale("people.my_stand_ins_hint"))</p><ul class="posts">\(items)</ul></section>
    """
}

private func sessions(_ account: MyAccount, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let items = account.sessions.map { line -> HTML in
    let form = Form("session-\(line.name)", viewer, locale)
    let name: HTML = "<input type=\"hidden\" name=\"session\" value=\"\(line.name)\">"
    let end = form.wrap(
      action: "/account/sessions", name + form.button(locale("people.end_session"), primary: false))
    return """
      <li>\(line.device.isEmpty ? locale("people.unknown_device") : "\(line.device)") \
      <span class="about">\(locale("people.since_login", ["at": locale.moment(line.since, seenOn: viewer.today)]))</span> \
      \("<strong>\(locale("people.this_session"))</strong>", if: line.isThis)\(end, if: !line.isThis)</li>
      """
  }
  let form = Form("end-others", viewer, locale)
  let others = form.wrap(
    action: "/account/sessions",
    form.button(locale("people.end_others"), name: "others", value: "1", primary: false))
  return """
    <section aria-labelledby="sessions"><h2 id="sessions">\(locale("account.sessions")) \
    <span class="count">\(account.sessions.count)</span></h2>
    <ul class="posts">\(items)</ul>\(others, if: account.sessions.count > 1)</section>
    """
}

/// `GET /account/password`, oneself; `isForced` where somebody else set the present password.
package func passwordPage(isForced: Bool, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("password", viewer, locale)
  let fields: HTML = """
    \(form.line("current", locale("people.current_password"), limit: 128, required: true, type: "password",
      autocomplete: "current-password"))
    \(form.line("password", locale("people.new_password"), limit: 128, required: true, type: "password",
      autocomplete: "new-password", hint: locale("people.password_hint")))
    \(form.line("again", locale("people.again"), limit: 128, required: true, type: "password",
      autocomplete: "new-password"))
    \(form.button(locale("people.change_password")))
    """
  let body: HTML = """
    <section class="narrow"><h1>\(locale("people.change_password"))</h1>
    \("<p class=\"notice\">\(locale("people.must_change_now"))</p>", if: isForced)
    \(form.wrap(action: "/account/password", fields))</section>
    """
  return layout(locale("people.change_password"), .account, viewer, locale, body)
}
