import Directory
import Ground
import Hummingbird
import Operations

private let page = "/directory/officers/:officer"

/// Officers: one officer, portfolios, stand-ins, and accounts.
let officerRoutes: [Route] = [
  .get("/directory/portfolios", .officers) { visit in
    visit.page(portfolioPage(try await visit.office.portfolioBoard(), visit.viewer(), visit.locale))
  },
  .get("/directory/officers/new", .administrators) { visit in
    let units = visit.directory?.unitsInOrder.filter { $0.ended == nil }.map { UnitName(id: $0.id, name: $0.name) }
    return visit.page(newOfficerPage(units ?? [], unit: visit.query("unit"), visit.viewer(), visit.locale))
  },
  .post("/directory/officers", on: "/directory/officers/new", .administrators) { visit in
    let officer = try await visit.office.perform(
      try visit.form.officer(nil), by: try visit.actor(), operation: try visit.form.operation())
    return visit.redirect(to: "/directory/officers/\(officer)", saying: .acted)
  },
  .get(page, .officers) { visit in
    let sheet = try await visit.office.officerSheet(try visit.id("officer"), for: try visit.officer())
    return visit.page(officerPage(try found(sheet), visit.viewer(), visit.locale))
  },
  .post(page, on: page, .administrators) { visit in
    try await visit.perform(try visit.form.officer(try visit.id("officer")), saying: .acted)
  },
  .post(page + "/serving", on: page, .administrators) { visit in
    try await visit.perform(
      SetServing(
        officer: try visit.id("officer"), seen: try visit.form.seen(), hasLeft: visit.form.text("serving") == "left"),
      saying: .acted)
  },
  .post(page + "/portfolio", on: page, .keepers) { visit in
    try await visit.perform(
      SetPortfolio(
        leader: try visit.id("officer"), seen: try visit.form.seen(),
        fields: try visit.form.choices("field", Field.self),
        since: try visit.form.day("since")), saying: .acted)
  },
  .post(page + "/stand-ins", on: page, .keepers) { visit in
    guard let first = try visit.form.day("first") else { throw Refusal(.fieldMissing, at: "first") }
    guard let last = try visit.form.day("last") else { throw Refusal(.fieldMissing, at: "last") }
    return try await visit.perform(
      SetStandIn(
        away: try visit.id("officer"), substitute: try visit.form.requiredID("substitute"), first: first, last: last,
        reason: try visit.form.required("reason")), saying: .acted)
  },
  .post(page + "/stand-ins/:standin/end", on: page, .keepers) { visit in
    try await visit.perform(EndStandIn(standIn: try visit.id("standin")), saying: .acted)
  },
  .post(page + "/account", on: page, .administrators) { visit in
    let password = visit.form.values["password"]?.first ?? ""
    guard !password.isEmpty else { throw Refusal(.fieldMissing, at: "password") }
    let login = try visit.form.required("login").shown
    let (office, officer) = (visit.office, try visit.id("officer", of: OfficerTag.self))
    let (actor, operation) = (try visit.actor(), try visit.form.operation())
    try await visit.desk.doorkeeper.admit { () throws(Refusal) in
      try await office.setPassword(password, login: login, of: officer, by: actor, operation: operation)
    }
    return visit.redirect(to: visit.path, saying: .acted)
  },
  .post(page + "/unlock", on: page, .administrators) { visit in
    try await visit.perform(UnlockAccount(officer: try visit.id("officer")), saying: .acted)
  },
]

extension SubmittedForm {
  fileprivate func officer(_ id: OfficerID?) throws(Refusal) -> SetOfficer {
    SetOfficer(
      officer: id, seen: try seen(), name: try required("name"), post: try required("post"),
      unit: try requiredID("unit"), roles: try choices("role", Role.self))
  }
}
