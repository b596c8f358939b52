import Directory
import Ground
import Hummingbird
import Operations

private let page = "/account/tokens"

/// Keys for programs: made, shown once, revoked.
let tokenRoutes: [Route] = [
  .get(page, .officers) { visit in
    let register = try await visit.office.tokenRegister(for: try visit.session().person)
    return visit.page(tokensPage(register, visit.viewer(), visit.locale))
  },
  .post(page, on: page, .officers) { visit in
    let form = visit.form
    let officer = try visit.session().person
    guard let scope = try form.choice("scope", TokenScope.self) else { throw Refusal(.fieldMissing, at: "scope") }
    guard let lastDay = try form.day("last_day") else { throw Refusal(.fieldMissing, at: "last_day") }
    let secret = try await visit.office.makeToken(
      name: try form.required("name"), scope: scope, lastDay: lastDay,
      for: officer.id, by: try visit.actor(), operation: try form.operation())
    // No redirect: what is shown once can only stand in this answer.
    let register = try await visit.office.tokenRegister(for: officer)
    return visit.page(tokensPage(register, secret: secret, visit.viewer(), visit.locale))
  },
  .post(page + "/:token/revoke", on: page, .officers) { visit in
    try await visit.perform(RevokeToken(try visit.id("token")), saying: .saved)
  },
  .get("/api", .everybody) { visit in
    visit.page(apiPage(host: visit.request.head.authority ?? "", visit.viewer(), visit.locale))
  },
]
