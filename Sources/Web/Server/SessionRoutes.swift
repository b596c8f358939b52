import Directory
import Ground
import Hummingbird
import Operations

/// Coming in, going out, oneself, and the language and the theme of the pages.
let sessionRoutes: [Route] = [
  .get("/login", .everybody) { visit in
    guard visit.caller.session == nil else { return visit.redirect(to: "/") }
    return visit.page(loginPage(next: visit.query("next") ?? visit.form.text("next"), visit.viewer(), visit.locale))
  },
  .post("/login", on: "/login", .everybody) { visit in
    let (name, password) = (visit.form.text("login"), visit.form.values["password"]?.first ?? "")
    let next = visit.form.text("next")
    let address = visit.address
    let office = visit.office
    let session = try await visit.desk.doorkeeper.admit { () throws(Refusal) in
      try await office.logIn(name, password: password, from: address)
    }
    let line = cookie(
      Caller.sessionCookie, session.token, lasting: Int(Office.sessionLength / 1000), visit.desk.settings)
    return visit.redirect(to: inside(next), cookies: [line])
  },
  .post("/logout", on: "/account", .officers) { visit in
    guard let session = visit.caller.session else { throw Refusal(.notAllowed) }
    if visit.form.has("everywhere") {
      try await visit.office.logOutEverywhere(session.officer.id)
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
  .get("/account", .officers) { visit in
    let account = try await visit.office.myAccount(for: try visit.officer())
    return visit.page(accountPage(account, visit.viewer(), visit.locale))
  },
]

/// An address inside this site; anything else leads home.
private func inside(_ path: String) -> String { path.hasPrefix("/") && HTML.isAllowed(path) ? path : "/" }
