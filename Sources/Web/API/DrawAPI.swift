import Ground
import Inspections
import Operations
import Subjects

private let root = "/draws/{draw}"

/// Random draws, and how often spot checks disagree.
let drawAPI: [APIRoute] = [
  .get(
    "/draws", "draws", .inspections, .officers,
    Bilingual("随机抽取，最新的在前；以及可以抽取的抽查", "Random draws, the newest first, and the spot checks that one may draw for"),
    query: [ListQuery.after],
    answers: Wires.draws
  ) { call in
    let register = try await call.office.drawRegister(
      for: try call.officer(), after: try call.after { Int($0) != nil })
    return Reply(register, next: call.next(register.next))
  },
  .get(
    root, "draw", .inspections, .officers, Bilingual("一次随机抽取及其核对数据", "One draw, with the data to recompute it"),
    answers: Wires.draw
  ) { call in try await call.draw() },
  .get(
    root + "/data", "drawData", .inspections, .officers,
    Bilingual("核对数据，只有编号和摘要（docs/DRAWS.md）", "The data to recompute it: ids and hashes alone (docs/DRAWS.md)"),
    answers: Wires.drawData
  ) { call in Reply(try await call.draw().value.draw) },
  .post(
    "/draws", "commitDraw", .inspections, .actors,
    Bilingual("承诺一次抽取：一个抽查职责的本期，或自选范围", "Commit to a draw: a spot check's window, or a part of the register"),
    body: .json(request), status: 201, answers: Wires.draw
  ) { call in
    let id = try await call.perform(
      CommitDraw(try call.drawRequest(), again: call.fields.text("again").map { Words($0) }))
    return Reply(
      try standing(try await call.office.drawSheet(id, for: try call.officer())), location: drawPath(id))
  },
  .post(
    root + "/reveal", "revealDraw", .inspections, .actors, Bilingual("揭晓抽取结果", "Show the outcome of a draw"),
    body: .json([
      .optional("number", .words(DrawLimit.digits), with: ["witness"], about: Bilingual("公开数字，只含数字", "Digits")),
      .optional("witness", .words(DrawLimit.text), with: ["number"]),
    ]), answers: Wires.draw
  ) { call in
    let id = try await call.drawInSight()
    let act = RevealDraw(
      draw: id, number: call.fields.text("number") ?? "", witness: call.fields.text("witness").map { Words($0) })
    _ = try await call.perform(act)
    return try await call.draw()
  },
  .get(
    "/spot-checks", "spotChecks", .inspections, .officers,
    Bilingual(
      "抽查与首查不一致的次数，按单位和职责", "How often spot checks disagreed with the first inspections, by unit and duty"),
    query: [
      .optional("year", .integer(2000...2999)), .optional("unit", .id), .optional("duty", .words(80)),
      .optional("show", .choice(["disagreeing"])), ListQuery.after,
    ], answers: Wires.spotChecks
  ) { call in
    let checks = try await call.office.spotChecks(
      SpotCheckFilter(query: call.query.text(without: "after")), for: try call.officer(),
      after: try call.after(PageCursor.isSpotCheck))
    return Reply(checks, next: call.next(checks.next))
  },
]

private let request: [Property] = [
  Property("unit", .id), .optional("duty", .words(80), about: Bilingual("抽查职责", "The second-line duty")),
  .optional(
    "checklist", .words(80), with: ["types", "count", "due"], about: Bilingual("自选范围", "For a draw of one's own")),
  .optional("types", .list(.words(64), 1...20)), .optional("areas", .list(.id, 0...200)),
  .optional("risks", .list(.choice(RiskGrade.allCases.map(\.rawValue)), 0...4)),
  .optional(
    "where", .list(.words(130), 0...100),
    about: Bilingual("如 kind:main", "An attribute and a choice, such as kind:main")),
  .optional("count", .integer(1...DrawLimit.population)), .optional("due", .day),
  .optional("each", .integer(0...DrawLimit.inspectors), about: Bilingual("每个对象的检查人员数", "Inspectors for each subject")),
  .optional(
    "exclude",
    .list(
      .object([
        Property("officer", .id),
        Property("reason", .choice(DrawCommitment.Exclusion.Reason.allCases.map(\.rawValue))),
      ]), 0...100)),
  .optional("again", .words(DrawLimit.text), about: Bilingual("重抽的理由", "Why it is drawn again")),
]

extension APICall {
  fileprivate func drawInSight() async throws -> DrawID {
    let draw: DrawID = try id("draw")
    try await office.requireInScope(draw: draw, for: try officer())
    return draw
  }

  fileprivate func draw() async throws -> Reply<DrawSheet> {
    Reply(try standing(try await office.drawSheet(try await drawInSight(), for: try officer())))
  }

  fileprivate func drawRequest() throws(Refusal) -> DrawRequest {
    guard let unit: UnitID = fields.id("unit") else { throw Refusal(.fieldMissing, at: "unit") }
    let what: DrawRequest.What
    if let checklist = fields.text("checklist"), let count = fields.number("count"), let due = fields.day("due") {
      let filter = DrawFilter(
        types: fields.texts("types"), areas: fields.ids("areas"), risks: fields.texts("risks"),
        conditions: fields.texts("where").compactMap(DrawFilter.Condition.init))
      what = .filter(filter, checklist: checklist, count: count, due: due)
    } else {
      guard let duty = fields.text("duty") else { throw Refusal(.fieldMissing, at: "duty") }
      what = .duty(duty)
    }
    let excluded = fields.objects("exclude").compactMap { item -> DrawCommitment.Exclusion? in
      guard let officer: OfficerID = item.id("officer"),
        let reason: DrawCommitment.Exclusion.Reason = item.choice("reason")
      else { return nil }
      return DrawCommitment.Exclusion(officer: officer, reason: reason)
    }
    return DrawRequest(what: what, unit: unit, each: fields.number("each") ?? 0, excluded: excluded)
  }
}
