import Directory
import Ground
package import Operations

/// `GET /account/tokens`, everybody logged in: one's keys for programs. `secret` is shown once, after one was made.
package func tokensPage(
  _ register: TokenRegister, secret: String? = nil, _ viewer: Viewer, _ locale: Locale
) -> HTML {
  let shown = secret.map { secret -> HTML in
    """
    <section class="secret" role="status"><h2>\(locale("token.made"))</h2><p>\(locale("token.once"))</p>
    <p><code class="long">\(secret)</code></p>
    <p>\(locale("token.feed"))<br><code class="long">\("/calendar/\(secret).ics")</code></p></section>
    """
  }
  let others: HTML = """
    <section><h2>\(locale("token.others"))</h2>\(table(register.others, withOfficer: true, viewer, locale))</section>
    """
  let body: HTML = """
    <p class="about"><a href="/account">\(locale("nav.account"))</a></p>
    <h1>\(locale("token.title"))</h1>
    <p class="lead">\(locale("token.lead")) <a href="/api">\(locale("token.read_api"))</a></p>
    \(shown)
    <section><h2>\(locale("token.own"))</h2>\(table(register.own, withOfficer: false, viewer, locale))</section>
    \(others, if: !register.others.isEmpty)
    <section><h2>\(locale("token.new"))</h2>\(newToken(viewer, locale))</section>
    """
  return layout(locale("token.title"), .account, viewer, locale, body)
}

private func table(_ lines: [TokenLine], withOfficer: Bool, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard !lines.isEmpty else { return emptyState(locale("token.none")) }
  let rows = lines.map { line -> HTML in
    let used = line.usedOn.map { locale.day($0, seenOn: viewer.today) } ?? locale("token.never")
    return """
      <tr><th scope="row">\(line.name)</th>\("<td>\(officerText(line.officer))</td>", if: withOfficer)
      <td>\(locale.name(line.scope))</td><td>\(locale.fullDay(line.lastDay))</td><td>\(used)</td>
      <td>\(locale.name(line.state))\(revocation(line, viewer, locale))</td></tr>
      """
  }
  return """
    <div class="scroll" tabindex="0" role="group" aria-label="\(locale("table.wide"))"><table class="tokens"><thead><tr><th scope="col">\(locale("token.name"))</th>\
    \("<th scope=\"col\">\(locale("account.post"))</th>", if: withOfficer)
    <th scope="col">\(locale("token.scope"))</th><th scope="col">\(locale("token.last_day"))</th>
    <th scope="col">\(locale("token.used"))</th><th scope="col">\(locale("token.state"))</th></tr></thead>
    <tbody>\(rows)</tbody></table></div>
    """
}

private func revocation(_ line: TokenLine, _ viewer: Viewer, _ locale: Locale) -> HTML? {
  guard line.state == .works else { return nil }
  let form = Form("revoke-\(line.id.text)", viewer, locale)
  return form.wrap(
    action: "/account/tokens/\(line.id.text)/revoke", form.button(locale("token.revoke"), primary: false))
}

private func newToken(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("token", viewer, locale)
  let scopes = TokenScope.allCases.map { Option($0.rawValue, locale.name($0)) }
  let fields: HTML = """
    \(form.line("name", locale("token.name"), limit: 100, required: true, hint: locale("token.name_hint")))
    \(form.boxes("scope", locale("token.scope"), scopes, chosen: [TokenScope.read.rawValue], single: true))
    \(form.date("last_day", locale("token.last_day"), value: viewer.today.adding(days: 90), required: true))
    \(form.button(locale("token.make")))
    """
  return form.wrap(action: "/account/tokens", fields)
}
