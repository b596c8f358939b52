import Directory
import Ground
import Operations

private let root = "/directory/units"

/// A part of the directory as it was seen: what was changed meanwhile is a conflict.
let seenMark = Property.optional(
  "seen", .integer(0...1 << 48 - 1), about: Bilingual("看到的 mark；之后有改动则不保存", "The `mark` that was seen"))

private let record: [Property] = [
  Property("name", .words(100)), Property("kind", .choice(UnitKind.allCases.map(\.rawValue))),
  .optional("parent", .optional(.id)),
]

/// Units: the record of one, the official order, and what their keepers change.
let unitRecordAPI: [APIRoute] = [
  .get(
    "/directory/order", "unitOrder", .directory, .keepers,
    Bilingual("单位的位次，一组一组", "The official order, group by group"),
    answers: Wires.unitOrder
  ) { call in Reply(try await call.office.unitOrder()) },
  .post(
    "/directory/order", "setUnitOrder", .directory, .keepers, Bilingual("调整一组单位的位次", "Put a group of units in order"),
    body: .json([.optional("parent", .optional(.id)), Property("units", .list(.id, 0...1000)), seenMark]),
    answers: Wires.unitOrder
  ) { call in
    _ = try await call.perform(
      SetUnitOrder(
        parent: call.fields.id("parent"), units: call.fields.ids("units"), seen: call.fields.number("seen")))
    return Reply(try await call.office.unitOrder())
  },
  .post(
    root, "createUnit", .directory, .administrators, Bilingual("新增单位", "Enter a unit"), body: .json(record),
    status: 201, answers: Wires.unitSheet
  ) { call in
    let unit = try await call.perform(call.unit(nil))
    return Reply(
      try standing(try await call.office.unitSheet(unit, for: try call.officer())), location: "\(root)/\(unit)")
  },
  .get(
    root + "/{unit}", "unitRecord", .directory, .officers,
    Bilingual("一个单位：隶属、人员、沿革", "A unit: its place, its people, its past"),
    answers: Wires.unitSheet
  ) { call in Reply(try await call.unitSheet()) },
  act("", "changeUnit", .administrators, Bilingual("修改单位", "Change a unit"), record + [seenMark]) { call, unit in
    _ = try await call.perform(call.unit(unit))
  },
  act(
    "/aliases", "setAliases", .keepers, Bilingual("单位的简称和别称", "The other ways in which bulletins write its name"),
    [Property("aliases", .list(.words(100), 0...30)), seenMark]
  ) { call, unit in
    let aliases = call.fields.texts("aliases").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    _ = try await call.perform(SetAliases(unit: unit, seen: call.fields.number("seen"), aliases: aliases))
  },
  act(
    "/order", "setOfficerOrder", .keepers, Bilingual("单位内人员的位次", "Put its officers in order"),
    [
      Property("officers", .list(.id, 0...1000)),
      .optional(
        "seen", .integer(0...1 << 48 - 1), about: Bilingual("看到的 officers_mark", "The `officers_mark` that was seen")),
    ]
  ) { call, unit in
    _ = try await call.perform(
      SetOfficerOrder(unit: unit, officers: call.fields.ids("officers"), seen: call.fields.number("seen")))
  },
  act(
    "/end", "endUnit", .administrators, Bilingual("单位撤并", "Record that it was merged or dissolved"),
    [Property("day", .day), .optional("successor", .optional(.id)), Property("reason", .words(500)), seenMark]
  ) { call, unit in
    _ = try await call.perform(
      EndUnit(
        unit: unit, seen: call.fields.number("seen"), day: try standing(call.fields.day("day")),
        successor: call.fields.id("successor"), reason: call.fields.words("reason")))
  },
  act(
    "/matters", "moveMatters", .coordinators,
    Bilingual("在办事项转给承接单位，一次至多100项", "Move its open matters to the unit that took over, 100 at a time"),
    [Property("reason", .words(500))]
  ) { call, unit in _ = try await call.perform(MoveMatters(unit: unit, reason: call.fields.words("reason"))) },
]

/// An act on one unit; answers with its record as it now stands.
private func act(
  _ path: String, _ name: String, _ who: Audience, _ summary: Bilingual, _ body: [Property],
  _ perform: @escaping @Sendable (APICall, UnitID) async throws -> Void
) -> APIRoute {
  .post("\(root)/{unit}\(path)", name, .directory, who, summary, body: .json(body), answers: Wires.unitSheet) { call in
    try await perform(call, try await call.unitSheet().unit.id)
    return Reply(try await call.unitSheet())
  }
}

extension APICall {
  fileprivate func unitSheet() async throws(Refusal) -> UnitSheet {
    try standing(try await office.unitSheet(try id("unit"), for: try officer()))
  }

  /// Only a unit that is there was seen before.
  fileprivate func unit(_ id: UnitID?) -> SetUnit {
    SetUnit(
      unit: id, seen: id == nil ? nil : fields.number("seen"), name: fields.words("name"),
      kind: fields.choice("kind") ?? .department, parent: fields.id("parent"))
  }
}
