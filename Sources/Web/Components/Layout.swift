import Ground
import Operations

/// A whole page: head, district and navigation, what the last act came to, the body, the foot.
///
/// Holds no inline script and no inline style, so that the content security policy can forbid both.
///
/// - Parameter head: what else the page's head links to.
func layout(
  _ title: HTML, _ section: Section?, _ viewer: Viewer, _ locale: Locale, wide: Bool = false, head: HTML = "",
  _ body: HTML
) -> HTML {
  """
  <!doctype html>
  <html lang="\(locale.language == .chinese ? "zh-CN" : "en")">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>\(title) · \(locale("app.name"))</title>
  <link rel="stylesheet" href="/static/tokens.css">
  \(night(viewer.theme))<link rel="stylesheet" href="/static/style.css">
  <link rel="stylesheet" href="/static/pages.css">
  <link rel="stylesheet" href="/static/print.css" media="print">
  \(head)<link rel="icon" href="/static/icon.svg" type="image/svg+xml">
  <script type="module" src="/static/bihuan.js"></script>
  </head>
  <body>
  <a class="skip" href="#main">\(locale("app.skip"))</a>
  \(masthead(section, viewer, locale))
  <main id="main"\(" class=\"wide\"", if: wide)>
  \(viewer.notice.map { notice($0, locale) })
  \(body)
  </main>
  <footer class="foot"><p>\(locale("app.foot"))\
  \(" <a href=\"/help\">\(locale("help.title"))</a>", if: viewer.officer != nil)</p></footer>
  </body>
  </html>

  """
}

private func masthead(_ section: Section?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  let links = Section.allCases.filter { $0 != .account }.map { item -> HTML in
    let fresh: HTML = item == .messages ? newMessages(viewer, locale) : ""
    return
      "<a href=\"\(url: item.path)\"\(" aria-current=\"page\"", if: item == section)>\(locale.name(item))\(fresh)</a>"
  }
  return """
    <header class="masthead">
    <p class="brand"><a href="/">\(locale("app.name"))</a> <span class="district">\(viewer.district)</span></p>
    \("<nav aria-label=\"\(locale("nav.label"))\">\(links)</nav>", if: viewer.officer != nil)
    <div class="who">\(account(section, viewer, locale))\(languageSwitch(viewer, locale))</div>
    </header>
    """
}

/// How many messages are new, where there are any.
private func newMessages(_ viewer: Viewer, _ locale: Locale) -> HTML {
  guard viewer.newMessages > 0 else { return "" }
  let isCut = viewer.newMessages >= LoggedIn.messageCountLimit
  return """
     <span class="fresh-count" title="\(locale.count("messages.new_count", viewer.newMessages))">\(viewer.newMessages)\("+", if: isCut)</span>
    """
}

/// The colours of the night, where they are chosen or may be. On paper it is always day.
private func night(_ theme: Theme) -> HTML {
  let media: HTML
  switch theme {
  case .light: return ""
  case .system: media = "screen and (prefers-color-scheme: dark)"
  case .dark: media = "screen"
  }
  return "<link rel=\"stylesheet\" href=\"/static/night.css\" media=\"\(media)\">\n  "
}

/// The account menu: who one is, the way to one's account, how the pages look, the way out.
private func account(_ section: Section?, _ viewer: Viewer, _ locale: Locale) -> HTML {
  guard let officer = viewer.officer else { return "" }
  let current = section == .account
  let name =
    viewer.substitute.map {
      locale("people.in_place_of", ["substitute": officerText($0), "away": officerText(officer)])
    } ?? officerText(officer)
  let short: HTML = viewer.substitute == nil ? "\(officer.post) \(officer.name)" : name
  return """
    <details class="menu" data-behaviour="menu"><summary>\(short)</summary><div>
    <p>\(name)</p>
    <p><a href="/account"\(" aria-current=\"page\"", if: current)>\(locale("nav.account"))</a></p>
    \(themeSwitch(viewer, locale))
    <form method="post" action="/logout"><input type="hidden" name="csrf" value="\(viewer.csrf)">\
    <button class="quiet">\(locale("account.log_out"))</button></form>
    </div></details>
    """
}

private func themeSwitch(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let choices = Theme.allCases.map { theme -> HTML in
    """
    <button class="quiet" name="theme" value="\(theme.rawValue)" \
    aria-pressed="\(theme == viewer.theme ? "true" : "false")">\(locale.name(theme))</button>
    """
  }
  return """
    <form class="choice" method="post" action="/theme"><input type="hidden" name="csrf" value="\(viewer.csrf)">\
    <input type="hidden" name="back" value="\(viewer.path)"><span>\(locale("theme.label"))</span> \(choices.joined(" "))</form>
    """
}

/// Changing the language keeps the place: the switch carries the way back.
private func languageSwitch(_ viewer: Viewer, _ locale: Locale) -> HTML {
  let other: Language = locale.language == .chinese ? .english : .chinese
  let name: HTML = other == .chinese ? "中文" : "English"
  return """
    <form method="post" action="/language"><input type="hidden" name="csrf" value="\(viewer.csrf)">\
    <input type="hidden" name="back" value="\(viewer.path)">\
    <button class="quiet" name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\(name)</button></form>
    """
}
