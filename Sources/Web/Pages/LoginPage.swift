import Ground

/// `GET /login`, everybody. Posts `login`, `password`, `next` to `POST /login`, and what was typed when the login had ended.
package func loginPage(next: String, kept: KeptWords? = nil, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("login", viewer, locale)
  let typed = (kept?.fields ?? []).map { pair -> HTML in
    "<input type=\"hidden\" name=\"\(KeptWords.prefix)\(pair.name)\" value=\"\(pair.value)\">"
  }
  let fields: HTML = """
    \(kept.map { "<input type=\"hidden\" name=\"\(KeptWords.actionField)\" value=\"\($0.action)\">" as HTML })\(typed)
    <input type="hidden" name="next" value="\(HTML.isAllowed(next) && next.hasPrefix("/") ? next : "/")">
    \(form.line("login", locale("login.name"), limit: 64, required: true, autocomplete: "username"))
    \(form.line("password", locale("login.password"), limit: 256, required: true, type: "password",
      autocomplete: "current-password"))
    \(form.button(locale("login.enter")))
    """
  let body: HTML = """
    <section class="narrow">
    <h1>\(locale("login.title"))</h1>
    <p class="lead">\(locale("login.lead"))</p>
    \("<p role=\"status\"><strong>\(locale("login.kept"))</strong></p>", if: kept != nil)
    \(form.wrap(action: "/login", fields))
    <p class="hint">\(locale("login.help"))</p>
    </section>
    """
  return layout(locale("login.title"), nil, viewer, locale, body)
}

/// After a login that followed on a form which came too late: one button leads back to it, what was typed still in it. Nothing is
/// done until it is sent from there.
///
/// - Parameter token: of the session that has just begun.
package func resumePage(_ kept: KeptWords, _ viewer: Viewer, token: String, _ locale: Locale) -> HTML {
  let typed = kept.fields.map { pair -> HTML in
    "<input type=\"hidden\" name=\"\(pair.name)\" value=\"\(pair.value)\">"
  }
  let body: HTML = """
    <section class="narrow">
    <h1>\(locale("resume.title"))</h1>
    <p class="lead">\(locale("resume.lead"))</p>
    <form id="resume" method="post" action="\(url: kept.action)">
    <input type="hidden" name="csrf" value="\(token)"><input type="hidden" name="\(KeptWords.mark)" value="1">\(typed)
    <button class="primary">\(locale("resume.go"))</button></form>
    </section>
    """
  return layout(locale("resume.title"), nil, viewer, locale, body)
}
