import Duties
import Ground
import Operations

private let root = "/trainings/{training}"

private let what: [Property] = [
  Property("day", .day), Property("place", .words(TrainingLimit.place)),
  Property("hours", .integer(1...TrainingLimit.hours)),
  Property(
    "counts",
    .list(
      .object([
        Property("unit", .id), Property("post", .words(64)),
        .optional("attended", .integer(0...TrainingLimit.people), about: Bilingual("计划时不写", "Not for a plan")),
        .optional(
          "owed", .integer(1...TrainingLimit.people), about: Bilingual("不知道的不写", "Left out where it is not known")),
      ]), 1...TrainingLimit.lines)),
]
private let start: [Property] = [Property("course", .words(64)), Property("organiser", .id)] + what
private let reason = Property("reason", .words(TrainingLimit.reason))
private let shown = Property.optional("version", .place)

/// Sessions of training, their signed sheets, and what is due again; numbers by unit and post, never persons.
let trainingAPI: [APIRoute] = [
  .get(
    "/courses", "courses", .inspections, .officers, Bilingual("业务包中的培训课程", "The packs' courses of training"),
    answers: Wires.courses
  ) { call in Reply(try await call.office.courses(for: try call.officer())) },
  .get(
    "/trainings", "trainings", .inspections, .officers,
    Bilingual("培训台账，新的在前", "Sessions of training, the newest first"),
    query: [
      .optional("course", .words(64)), .optional("unit", .id),
      .optional("stage", .choice(TrainingStage.allCases.map(\.rawValue))), ListQuery.after,
    ], answers: Wires.trainings
  ) { call in
    let register = try await call.office.trainingRegister(
      TrainingFilter(query: call.query.text(without: "after")), for: try call.officer(),
      after: try call.after(PageCursor.isTraining))
    return Reply(register, next: call.next(register.next))
  },
  .get(
    "/refreshers", "refreshers", .inspections, .officers,
    Bilingual("哪个单位的哪个岗位何时到期复训", "Which unit's post is due for which course, and when"),
    query: [
      .optional("course", .words(64)), .optional("unit", .id),
      .optional("light", .choice(RefresherLight.allCases.map(\.rawValue))), ListQuery.after,
    ], answers: Wires.refreshers
  ) { call in
    let board = try await call.office.refresherBoard(
      RefresherFilter(query: call.query.text(without: "after")), for: try call.officer(),
      after: try call.after { Int($0) != nil })
    return Reply(board, next: call.next(board.next))
  },
  .get(
    root, "training", .inspections, .officers, Bilingual("一次培训：人次和签到表", "One session: its counts and its sheets"),
    answers: Wires.training
  ) { call in try await call.shown() },
  .get(
    root + "/sheets/{file}", "trainingSheet", .inspections, .officers,
    Bilingual("签到表扫描件；限组织单位、安委办和审计", "A scan of the signed sheet, for those who hold it, the office and auditors"),
    type: "*/*"
  ) { call in
    let file = try standing(
      try await call.office.sheetFile(
        try call.id("file", of: EvidenceTag.self), of: try await call.training(), for: try call.officer()))
    return APIAnswer(file.bytes, type: file.type, called: file.name.shown)
  },
  .post(
    "/trainings", "recordTraining", .inspections, .actors,
    Bilingual("登记已办的培训", "Write down a session that was held"), body: .json(start), status: 201,
    answers: Wires.training
  ) { call in try await call.begun(try await call.perform(RecordTraining(try call.start(), sheet: nil))) },
  .post(
    "/training-plans", "planTraining", .inspections, .actors, Bilingual("计划一次培训", "Plan a session"),
    body: .json(start), status: 201, answers: Wires.training
  ) { call in try await call.begun(try await call.perform(PlanTraining(try call.start()))) },
  .post(
    root + "/hold", "holdTraining", .inspections, .actors,
    Bilingual("登记计划的培训已办", "Say that a planned session was held"),
    body: .json(what + [shown]), answers: Wires.training
  ) { call in
    try await call.done(
      HoldTraining(
        training: try await call.training(), seen: call.fields.number("version"), terms: try call.terms(), sheet: nil))
    return try await call.shown()
  },
  .post(
    root + "/correct", "correctTraining", .inspections, .actors, Bilingual("更正", "Correct it"),
    body: .json(what + [reason, shown]), answers: Wires.training
  ) { call in
    try await call.done(
      CorrectTraining(
        training: try await call.training(), seen: call.fields.number("version"), terms: try call.terms(),
        reason: call.fields.words("reason")))
    return try await call.shown()
  },
  .post(
    root + "/annul", "annulTraining", .inspections, .actors, Bilingual("作废", "Annul it"),
    body: .json([reason, shown]), answers: Wires.training
  ) { call in
    try await call.done(
      AnnulTraining(
        training: try await call.training(), seen: call.fields.number("version"), reason: call.fields.words("reason")))
    return try await call.shown()
  },
  .post(
    root + "/sheets", "keepSheet", .inspections, .actors,
    Bilingual("留存签到表的照片或扫描件", "Keep a photo or a scan of the signed sheet"),
    body: .upload([Property("file", .file)]), answers: Wires.training
  ) { call in
    let file = try call.file()
    let sheet = try await call.office.signedScan(file.bytes, name: file.name)
    try await call.done(KeepSheet(training: try await call.training(), sheet: sheet))
    return try await call.shown()
  },
]

extension APICall {
  /// The session of the path, once it is known that the officer sees one of its units.
  fileprivate func training() async throws -> TrainingID {
    let training: TrainingID = try id("training")
    try await office.requireInScope(training: training, for: try officer())
    return training
  }

  fileprivate func shown() async throws -> Reply<TrainingSheetView> {
    Reply(try standing(try await office.trainingSheet(try await training(), for: try officer())))
  }

  fileprivate func begun(_ id: TrainingID) async throws -> Reply<TrainingSheetView> {
    Reply(
      try standing(try await office.trainingSheet(id, for: try officer())), location: trainingPath(id))
  }

  fileprivate func start() throws(Refusal) -> TrainingStart {
    guard let organiser: UnitID = fields.id("organiser") else { throw Refusal(.fieldMissing, at: "organiser") }
    return TrainingStart(course: fields.text("course") ?? "", organiser: organiser, terms: try terms())
  }

  fileprivate func terms() throws(Refusal) -> TrainingTerms {
    guard let day = fields.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    return TrainingTerms(
      day: day, place: fields.words("place"), hours: fields.number("hours") ?? 0,
      lines: fields.objects("counts").compactMap { line in
        line.id("unit").map {
          TrainingTerms.Line(
            unit: $0, post: line.text("post") ?? "", attended: line.number("attended"), owed: line.number("owed"))
        }
      })
  }
}
