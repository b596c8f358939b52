import Ground
package import Operations

/// `GET /account`, oneself. Logging out posts to `POST /logout`; with `everywhere` it ends all sessions.
package func accountPage(_ account: MyAccount, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("logout-everywhere", viewer, locale)
  let end = form.button(locale("account.log_out_everywhere"), name: "everywhere", value: "1", primary: false)
  let body: HTML = """
    <h1>\(locale("nav.account"))</h1>
    <dl><dt>\(locale("login.name"))</dt><dd>\(account.login)</dd>
    <dt>\(locale("account.post"))</dt><dd>\(viewer.officer.map(officerText))</dd>
    <dt>\(locale("account.roles"))</dt><dd>\(locale.list(viewer.roles.map(locale.name)))</dd>
    <dt>\(locale("account.since"))</dt><dd>\(locale.moment(account.since, seenOn: viewer.today))</dd>
    <dt>\(locale("account.sessions"))</dt><dd>\(account.sessions)</dd></dl>
    <p><a href="/account/tokens">\(locale("token.title"))</a></p>
    \(form.wrap(action: "/logout", end))
    """
  return layout(locale("nav.account"), .account, viewer, locale, body)
}
