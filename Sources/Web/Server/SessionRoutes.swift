import Directory
import Ground
import HTTPTypes
import Hummingbird
import Operations

/// Coming in, going out, and the language and the theme of the pages.
let sessionRoutes: [Route] = [
  .get("/login", .everybody) { visit in
    guard visit.caller.session == nil else { return visit.redirect(to: "/") }
    let next = visit.query("next") ?? visit.form.text("next")
    return visit.page(loginPage(next: next, kept: KeptWords(in: visit.form), visit.viewer(), visit.locale))
  },
  .post("/login", on: "/login", .everybody) { visit in
    let (name, password) = (visit.form.text("login"), visit.form.values["password"]?.first ?? "")
    let next = visit.form.text("next")
    let (address, device) = (visit.address, deviceName(visit.request.headers[.userAgent]))
    let office = visit.office
    let session = try await visit.desk.doorkeeper.admit { () throws(Refusal) in
      try await office.logIn(name, password: password, from: address, device: device)
    }
    let line = cookie(
      Caller.sessionCookie, session.token, lasting: Int(Office.sessionLength / 1000), visit.desk.settings)
    guard let kept = KeptWords(in: visit.form) else { return visit.redirect(to: inside(next), cookies: [line]) }
    var answer = visit.page(resumePage(kept, visit.viewer(), token: session.csrf, visit.locale))
    answer.headers.append(HTTPField(name: .setCookie, value: line))
    return answer
  },
  .post("/logout", on: "/account", .officers) { visit in
    let session = try visit.session()
    if visit.form.has("everywhere") {
      try await visit.office.logOutEverywhere(session.person.id)
    } else {
      try await visit.office.logOut(session.token)
    }
    let line = cookie(Caller.sessionCookie, "", lasting: 0, visit.desk.settings)
    return visit.redirect(to: "/login", saying: .loggedOut, cookies: [line])
  },
  .post("/language", on: "/login", .everybody) { visit in
    let language = try visit.form.choice("language", Language.self) ?? .chinese
    let line = cookie(Caller.languageCookie, language.rawValue, lasting: 365 * 86_400, visit.desk.settings)
    return visit.redirect(to: inside(visit.form.text("back")), cookies: [line])
  },
  .post("/theme", on: "/login", .everybody) { visit in
    let theme = try visit.form.choice("theme", Theme.self) ?? .system
    let line = cookie(Caller.themeCookie, theme.rawValue, lasting: 365 * 86_400, visit.desk.settings)
    return visit.redirect(to: inside(visit.form.text("back")), cookies: [line])
  },
]

/// An address inside this site; anything else leads home.
func inside(_ path: String) -> String { path.hasPrefix("/") && HTML.isAllowed(path) ? path : "/" }

/// `Firefox · Linux`: enough to know one's own devices again. Order matters, browsers name their rivals too.
func deviceName(_ agent: String?) -> String {
  guard let agent else { return "" }
  func first(_ names: [(sign: String, name: String)]) -> String? { names.first { agent.contains($0.sign) }?.name }
  let browser = first([
    ("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Edg", "Edge"), ("Firefox", "Firefox"),
    ("QQBrowser", "QQ"),
    ("Chrome", "Chrome"), ("Safari", "Safari"),
  ])
  let system = first([
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
  ])
  return [browser, system].compactMap { $0 }.joined(separator: " · ")
}
