import Directory
import Ground
import Operations

private let root = "/directory/officers"

private let record: [Property] = [
  Property("name", .words(100)), Property("post", .words(100)), Property("unit", .id),
  Property("roles", .list(.choice(Role.allCases.map(\.rawValue)), 0...Role.allCases.count)),
]

/// Officers, portfolios and stand-ins, and what everybody may see. Passwords are kept on pages alone.
let officerAPI: [APIRoute] = [
  .get(
    "/me/permissions", "permissions", .me, .officers, Bilingual("我能看到什么、为什么", "What I may see, and why"),
    answers: Wires.permissions
  ) { call in Reply(try await call.office.permissions(of: try call.officer())) },
  .post(
    "/directory/openness", "setOpenness", .directory, .administrators,
    Bilingual("各单位能否看到彼此的事项", "What units see of each other's matters"),
    body: .json([Property("openness", .choice(Openness.allCases.map(\.rawValue))), seenMark]),
    answers: Wires.permissions
  ) { call in
    _ = try await call.perform(
      SetOpenness(call.fields.choice("openness") ?? .units, seen: call.fields.number("seen")))
    return Reply(try await call.office.permissions(of: try call.officer()))
  },
  .get(
    "/directory/portfolios", "portfolios", .directory, .officers,
    Bilingual("各领域由谁分管", "Who is in charge of which field"),
    answers: Wires.portfolios
  ) { call in Reply(try await call.office.portfolioBoard()) },
  .post(
    root, "createOfficer", .directory, .administrators, Bilingual("新增人员", "Enter an officer"), body: .json(record),
    status: 201, answers: Wires.officerSheet
  ) { call in
    let officer = try await call.perform(try call.officer(nil))
    return Reply(
      try standing(try await call.office.officerSheet(officer, for: try call.officer())),
      location: "\(root)/\(officer)")
  },
  .get(
    root + "/{officer}", "officer", .directory, .officers,
    Bilingual("一名人员：职务、角色、分管、代行", "An officer: post, roles, fields, stand-ins"),
    answers: Wires.officerSheet
  ) { call in Reply(try await call.officerSheet()) },
  act("", "changeOfficer", .administrators, Bilingual("修改人员", "Change an officer"), record + [seenMark]) {
    call, officer in
    _ = try await call.perform(try call.officer(officer))
  },
  act(
    "/serving", "setServing", .administrators, Bilingual("离任或复任", "Record that an officer left, or came back"),
    [Property("is_serving", .flag), seenMark]
  ) { call, officer in
    _ = try await call.perform(
      SetServing(officer: officer, seen: call.fields.number("seen"), hasLeft: !call.fields.flag("is_serving")))
  },
  act(
    "/portfolio", "setPortfolio", .keepers, Bilingual("分管领域", "Which fields a leader is in charge of"),
    [
      Property("fields", .list(.choice(Field.allCases.map(\.rawValue)), 0...Field.allCases.count)),
      .optional("since", .optional(.day)),
      .optional(
        "seen", .integer(0...1 << 48 - 1), about: Bilingual("看到的 portfolio_mark", "The `portfolio_mark` that was seen")),
    ]
  ) { call, officer in
    let fields: [Field] = call.fields.choices("fields")
    _ = try await call.perform(
      SetPortfolio(
        leader: officer, seen: call.fields.number("seen"), fields: Field.allCases.filter(fields.contains),
        since: call.fields.day("since")))
  },
  act(
    "/stand-ins", "setStandIn", .keepers, Bilingual("请人代行职责", "Somebody stands in for a period"),
    [Property("substitute", .id), Property("first", .day), Property("last", .day), Property("reason", .words(500))]
  ) { call, officer in
    _ = try await call.perform(
      SetStandIn(
        away: officer, substitute: try standing(call.fields.id("substitute")),
        first: try standing(call.fields.day("first")), last: try standing(call.fields.day("last")),
        reason: call.fields.words("reason")))
  },
  act("/stand-ins/{standin}/end", "endStandIn", .keepers, Bilingual("提前结束代行", "End it early")) { call, _ in
    let id = try call.id("standin", of: StandInTag.self)
    guard try await call.officerSheet().standIns.contains(where: { $0.id == id }) else { throw Refusal(.routeMissing) }
    _ = try await call.perform(EndStandIn(standIn: id))
  },
  act(
    "/unlock", "unlockAccount", .administrators, Bilingual("解除登录锁定", "Lift the lock that wrong passwords brought about")
  ) { call, officer in _ = try await call.perform(UnlockAccount(officer: officer)) },
]

/// An act on one officer; answers with the officer's record as it now stands.
private func act(
  _ path: String, _ name: String, _ who: Audience, _ summary: Bilingual, _ body: [Property]? = nil,
  _ perform: @escaping @Sendable (APICall, OfficerID) async throws -> Void
) -> APIRoute {
  .post(
    "\(root)/{officer}\(path)", name, .directory, who, summary, body: body.map { .json($0) } ?? .none,
    answers: Wires.officerSheet
  ) { call in
    try await perform(call, try await call.officerSheet().officer.id)
    return Reply(try await call.officerSheet())
  }
}

extension APICall {
  fileprivate func officerSheet() async throws(Refusal) -> OfficerSheet {
    try standing(try await office.officerSheet(try id("officer"), for: try officer()))
  }

  fileprivate func officer(_ id: OfficerID?) throws(Refusal) -> SetOfficer {
    let roles: [Role] = fields.choices("roles")
    return SetOfficer(
      officer: id, seen: id == nil ? nil : fields.number("seen"), name: fields.words("name"),
      post: fields.words("post"), unit: try standing(fields.id("unit")), roles: Role.allCases.filter(roles.contains))
  }
}
