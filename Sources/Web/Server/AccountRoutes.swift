import Directory
import Ground
import Hummingbird
import Operations

/// Oneself: sessions, password, for whom one stands in, and what one may see.
let accountRoutes: [Route] = [
  .get("/account", .officers) { visit in
    let account = try await visit.office.myAccount(for: try visit.session())
    return visit.page(accountPage(account, visit.viewer(), visit.locale))
  },
  .get("/account/password", .officers) { visit in
    visit.page(passwordPage(isForced: try visit.session().mustChange, visit.viewer(), visit.locale))
  },
  .post("/account/password", on: "/account/password", .officers) { visit in
    let session = try visit.session()
    // Passwords are taken as typed: a blank at an end may be meant.
    func typed(_ name: String) throws(Refusal) -> String {
      guard let text = visit.form.values[name]?.first, !text.isEmpty else { throw Refusal(.fieldMissing, at: name) }
      return text
    }
    let (current, password) = (try typed("current"), try typed("password"))
    guard try typed("again") == password else { throw Refusal(.passwordTwice, at: "again") }
    let (office, operation) = (visit.office, try visit.form.operation())
    try await visit.desk.doorkeeper.admit { () throws(Refusal) in
      try await office.changePassword(
        from: current, to: password, of: session.person.id, in: session.token, operation: operation)
    }
    // Whoever had to change a password first came to work.
    return visit.redirect(to: session.mustChange ? "/" : "/account", saying: .passwordChanged)
  },
  .post("/account/sessions", on: "/account", .officers) { visit in
    let session = try visit.session()
    if visit.form.has("others") {
      try await visit.office.logOutEverywhere(session.person.id, keeping: session.token)
    } else {
      try await visit.office.endSession(visit.form.text("session"), of: session.person.id)
    }
    return visit.redirect(to: "/account", saying: .sessionEnded)
  },
  .post("/account/stand-in", on: "/account", .officers) { visit in
    let session = try visit.session()
    try await visit.office.stand(session.person.id, for: try visit.form.id("away"), in: session.token)
    return visit.redirect(to: "/")
  },
  .get("/permissions", .officers) { visit in
    let sheet = try await visit.office.permissions(of: try visit.officer())
    return visit.page(permissionPage(sheet, visit.viewer(), visit.locale))
  },
  .post("/permissions/openness", on: "/permissions", .administrators) { visit in
    guard let openness = try visit.form.choice("openness", Openness.self) else {
      throw Refusal(.fieldMissing, at: "openness")
    }
    return try await visit.perform(SetOpenness(openness, seen: try visit.form.seen()), saying: .acted)
  },
]
