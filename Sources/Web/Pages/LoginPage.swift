import Ground

/// `GET /login`, everybody. Posts `login`, `password`, `next` to `POST /login`.
package func loginPage(next: String, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("login", viewer, locale)
  let fields: HTML = """
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
    \(form.wrap(action: "/login", fields))
    <p class="hint">\(locale("login.help"))</p>
    </section>
    """
  return layout(locale("login.title"), nil, viewer, locale, body)
}
