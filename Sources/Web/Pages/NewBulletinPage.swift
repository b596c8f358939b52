import Ground

/// `GET /meetings/new`, coordinators. Posts `text` or `file`, `day` to `POST /meetings` (multipart).
package func newBulletinPage(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let form = Form("bulletin", viewer, locale)
  let fields: HTML = """
    \(form.area("text", locale("bulletin.text"), rows: 16, limit: 200_000, hint: locale("bulletin.text_hint")))
    \(form.file("file", locale("bulletin.file"), accept: ".txt,.html,.htm,.docx,.pdf", hint: locale("bulletin.file_hint")))
    \(form.date("day", locale("bulletin.day"), value: nil, hint: locale("bulletin.day_hint")))
    \(form.button(locale("bulletin.read")))
    """
  let body: HTML = """
    <h1>\(locale("bulletin.title"))</h1>
    \(notForSecrets(locale))
    <p class="lead">\(locale("bulletin.lead"))</p>
    \(form.wrap(action: "/meetings", upload: true, fields))
    <p class="hint"><a href="/import">\(locale("import.instead"))</a></p>
    """
  return layout(locale("bulletin.title"), .meetings, viewer, locale, body)
}
