import Directory
import Ground
import Matters
import Operations

private let number = Property("number", .integer(1...10_000))
private let look = [
  number, Property("day", .day), Property("holds", .flag), Property("note", .words(2000)),
]
private let counts = Shape.optional(.integer(StandingCondition.counts))

/// What is being built, and the acts on a project plan.
let projectAPI: [APIRoute] = [
  .get(
    "/projects", "projects", .matters, .officers,
    Bilingual("在建项目：节点、常设条件、临时管控", "Projects under way: milestones, standing conditions, interim measures"),
    answers: Wires.projects
  ) { call in Reply(try await call.office.projects(for: try call.officer())) },
  act(
    "project", "setProject", Bilingual("制定或调整项目计划（整表替换）", "Set the project plan; the one before is replaced"),
    [
      Property(
        "milestones",
        .list(
          .object([number, Property("title", .words(200)), Property("planned", .day), Property("unit", .id)]),
          1...ProjectPlan.most)),
      .optional(
        "conditions",
        .list(
          .object([
            number, Property("text", .words(200)), .optional("posts", counts), .optional("people", counts),
            Property("unit", .id),
          ]), 0...ProjectPlan.most)),
      .optional(
        "measures",
        .list(
          .object([
            number, Property("text", .words(200)), Property("keeper", .id),
            Property("every_days", .integer(1...ProjectPlan.longestInterval)),
          ]), 0...ProjectPlan.most)),
      .optional("reason", .words(2000), about: Bilingual("调整时须写", "Needed where a plan stands already")),
    ], needsVersion: true
  ) { call, matter, seen in
    SetProject(
      matter: matter, seen: seen, plan: try call.plan(), reason: call.fields.text("reason").map { Words($0) },
      onBehalf: call.onBehalf)
  },
  act(
    "commitments", "recordCommitments",
    Bilingual("登记五落实（责任、措施、资金、时限、预案）", "Record the five commitments of a major hazard"),
    [
      Property("responsibility", .words(2000)), Property("measures", .words(2000)), Property("funds", .words(2000)),
      Property("until", .day), Property("contingency", .words(2000)),
      .optional("reason", .words(2000), about: Bilingual("调整时须写", "Needed where they stand already")),
    ], needsVersion: true
  ) { call, matter, seen in
    RecordCommitments(
      matter: matter, seen: seen,
      commitments: Commitments(
        responsibility: call.fields.words("responsibility"), measures: call.fields.words("measures"),
        funds: call.fields.words("funds"), until: try standing(call.fields.day("until")),
        contingency: call.fields.words("contingency")),
      reason: call.fields.text("reason").map { Words($0) }, onBehalf: call.onBehalf)
  },
  act(
    "duties", "linkDuties",
    Bilingual("挂接检查职责（整表替换；空表取消）", "Say which standing duties a demand is met by; those before are replaced"),
    [Property("duties", .list(.words(64), 0...Matter.mostDuties))], needsVersion: true
  ) { call, matter, seen in LinkDuties(matter: matter, seen: seen, duties: call.fields.texts("duties")) },
  act(
    "milestone", "finishMilestone", Bilingual("登记节点完成", "Say that a milestone is done"),
    [number, Property("day", .day), Property("note", .words(2000))]
  ) { call, matter, seen in
    FinishMilestone(
      matter: matter, seen: seen, number: try standing(call.fields.number("number")),
      day: try standing(call.fields.day("day")), note: call.fields.words("note"), onBehalf: call.onBehalf)
  },
  act(
    "milestone-move", "moveMilestone", Bilingual("调整节点日期", "Plan a milestone for another day"),
    [number, Property("day", .day), Property("reason", .words(2000))], needsVersion: true
  ) { call, matter, seen in
    MoveMilestone(
      matter: matter, seen: seen, number: try standing(call.fields.number("number")),
      day: try standing(call.fields.day("day")), reason: call.fields.words("reason"), onBehalf: call.onBehalf)
  },
  act("condition", "checkCondition", Bilingual("核对常设条件", "Say whether a standing condition is met"), look) {
    call, matter, seen in
    CheckCondition(
      matter: matter, seen: seen, number: try standing(call.fields.number("number")), look: try call.look(),
      onBehalf: call.onBehalf)
  },
  act("measure", "checkMeasure", Bilingual("检查临时管控措施", "Say whether an interim measure is kept"), look) {
    call, matter, seen in
    RecordInterimCheck(
      matter: matter, seen: seen, number: try standing(call.fields.number("number")), look: try call.look(),
      onBehalf: call.onBehalf)
  },
]

private func act<A: Act>(
  _ path: String, _ name: String, _ summary: Bilingual, _ body: [Property], needsVersion: Bool = false,
  _ make: @escaping @Sendable (APICall, MatterID, Int?) throws -> A
) -> APIRoute {
  .post(
    "/matters/{matter}/\(path)", name, .matters, .actors, summary, version: needsVersion ? .needed : .welcome,
    body: .json(body + onBehalf), answers: Wires.sheet, hasVersion: true
  ) { call in
    let matter = try call.id("matter", of: MatterTag.self)
    _ = try await call.perform(try make(call, matter, try await call.version(of: matter)))
    return try await call.sheet()
  }
}

extension APICall {
  fileprivate func look() throws(Refusal) -> ProjectLook {
    ProjectLook(day: try standing(fields.day("day")), holds: fields.flag("holds"), note: fields.words("note"))
  }

  fileprivate func plan() throws(Refusal) -> ProjectPlan {
    var plan = (milestones: [Milestone](), conditions: [StandingCondition](), measures: [InterimMeasure]())
    for row in fields.objects("milestones") {
      plan.milestones.append(
        Milestone(
          number: try standing(row.number("number")), title: row.words("title"),
          planned: try standing(row.day("planned")),
          unit: try standing(row.id("unit"))))
    }
    for row in fields.objects("conditions") {
      plan.conditions.append(
        StandingCondition(
          number: try standing(row.number("number")), text: row.words("text"), posts: row.number("posts"),
          people: row.number("people"), unit: try standing(row.id("unit"))))
    }
    for row in fields.objects("measures") {
      plan.measures.append(
        InterimMeasure(
          number: try standing(row.number("number")), text: row.words("text"), keeper: try standing(row.id("keeper")),
          everyDays: try standing(row.number("every_days"))))
    }
    return ProjectPlan(milestones: plan.milestones, conditions: plan.conditions, measures: plan.measures)
  }
}
