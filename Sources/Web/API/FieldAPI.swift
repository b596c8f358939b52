import Ground
import Inspections
import Operations
import Packs
import Subjects

private let root = "/subjects/{subject}"

private let details: [Property] = [
  Property("name", .words(SubjectLimit.name)), .optional("address", .words(SubjectLimit.address)),
  .optional("latitude", .words(20), with: ["longitude"], about: Bilingual("十进制度", "Decimal degrees")),
  .optional("longitude", .words(20), with: ["latitude"]),
  .optional("system", .choice(CoordinateSystem.allCases.map(\.rawValue))),
  Property("supervising", .id), Property("territorial", .id), .optional("responsible", .id),
  .optional(
    "attributes",
    .list(
      .object([
        Property("code", .words(64)),
        Property("value", .words(500), about: Bilingual("按类型的写法", "As the attribute's kind is written")),
      ]), 0...40)),
]
private let shown = Property.optional("version", .place)
private let reason = Property("reason", .words(SubjectLimit.reason))

/// What is looked after, and the inspections of it.
let fieldAPI: [APIRoute] = [
  .get(
    "/work", "work", .inspections, .officers,
    Bilingual("本单位现在应查的对象，快到期的在前", "What one's unit is to inspect now, what runs out first on top"),
    answers: Wires.work
  ) { call in Reply(try await call.office.workList(for: try call.officer())) },
  .get(
    "/duties", "dutyCalendar", .inspections, .officers,
    Bilingual("一个单位一个月的检查职责：每天到期多少、已查多少", "What a unit owes in a month: how much ends on each day, and is done"),
    query: [
      .optional("unit", .id, about: Bilingual("缺省为本单位", "One's own unit unless it is given")),
      .optional("month", .day, about: Bilingual("该月的任一天", "Any day of the month")),
      .optional("day", .day, about: Bilingual("列出这一天到期的对象", "Lists what ends on that day")), ListQuery.after,
    ], answers: Wires.dutyCalendar
  ) { call in
    let skipping = try call.after { Int($0) != nil }.flatMap { Int($0) } ?? 0
    let calendar = try standing(
      try await call.office.dutyCalendar(
        of: call.query["unit"].flatMap { UnitID($0) }, month: call.query["month"].flatMap { CivilDate($0) },
        day: call.query["day"].flatMap { CivilDate($0) }, skipping: skipping, for: try call.officer()))
    return Reply(calendar, next: call.next(calendar.opened?.next.map(String.init)))
  },
  .get(
    "/subjects", "subjects", .inspections, .officers, Bilingual("监管对象", "What is looked after"),
    query: [
      .optional("q", .words(100), about: Bilingual("名称中的文字，至少两个字", "Words of the name, two characters at least")),
      .optional("type", .words(64)), .optional("unit", .id),
      .optional("status", .choice(Subject.Status.Code.allCases.map(\.rawValue))),
      .optional("risk", .choice(RiskGrade.allCases.map(\.rawValue))), ListQuery.after,
    ], answers: Wires.subjects
  ) { call in
    let register = try await call.office.subjectRegister(
      SubjectFilter(query: call.query.text(without: "after")), for: try call.officer(),
      after: try call.after { Int($0) != nil })
    return Reply(register, next: call.next(register.next))
  },
  .get(
    root, "subject", .inspections, .officers, Bilingual("一个监管对象", "One subject"), answers: Wires.subject
  ) { call in try await call.subject() },
  .get(
    root + "/inspections", "subjectInspections", .inspections, .officers,
    Bilingual("一个监管对象的检查记录，最近的在前", "A subject's inspections, the latest first"),
    query: [ListQuery.after], answers: Wires.subjectInspections
  ) { call in
    let page = try standing(
      try await call.office.subjectInspections(
        try await call.inSight(), after: try call.after { SubjectInspections.place($0) != nil },
        for: try call.officer()))
    return Reply(page, next: call.next(page.next))
  },
  .get(
    "/subject-types", "subjectTypes", .inspections, .officers,
    Bilingual("监管对象的类型和检查表", "The types of subjects, and the checklists"), answers: Wires.subjectTypes
  ) { call in Reply(try await call.office.packs().work) },
  .post(
    "/subjects", "registerSubject", .inspections, .actors, Bilingual("登记监管对象", "Register a subject"),
    body: .json(
      details + [
        Property("type", .words(64)),
        .optional("risk", .choice(RiskGrade.allCases.map(\.rawValue)), with: ["risk_reason"]),
        .optional("risk_reason", .words(SubjectLimit.reason), with: ["risk"]),
      ]), status: 201, answers: Wires.subject
  ) { call in
    let id = try await call.perform(
      RegisterSubject(
        type: call.fields.text("type") ?? "", form: try call.subjectForm(), risk: call.fields.choice("risk"),
        riskReason: call.fields.text("risk_reason").map { Words($0) }))
    let sheet = try standing(try await call.office.subjectSheet(id, for: try call.officer()))
    return Reply(sheet, location: subjectPath(id))
  },
  act("", "amendSubject", Bilingual("修改登记", "Write a subject down anew"), details + [reason, shown]) { call, id in
    try await call.done(
      AmendSubject(
        subject: id, seen: call.fields.number("version"), form: try call.subjectForm(),
        reason: call.fields.words("reason")))
  },
  act(
    "/grade", "gradeSubject", Bilingual("定风险等级", "Grade its risk"),
    [Property("grade", .choice(RiskGrade.allCases.map(\.rawValue))), reason, shown]
  ) { call, id in
    guard let grade: RiskGrade = call.fields.choice("grade") else { throw Refusal(.fieldMissing, at: "grade") }
    try await call.done(
      GradeSubject(
        subject: id, seen: call.fields.number("version"), grade: grade, reason: call.fields.words("reason")))
  },
  act("/suspend", "suspendSubject", Bilingual("停用", "Suspend it"), [reason, shown]) { call, id in
    try await call.done(
      SuspendSubject(subject: id, seen: call.fields.number("version"), reason: call.fields.words("reason")))
  },
  act("/resume", "resumeSubject", Bilingual("恢复", "Let it resume"), [reason, shown]) { call, id in
    try await call.done(
      ResumeSubject(subject: id, seen: call.fields.number("version"), reason: call.fields.words("reason")))
  },
  act("/retire", "retireSubject", Bilingual("注销", "Retire it"), [reason, shown]) { call, id in
    try await call.done(
      RetireSubject(subject: id, seen: call.fields.number("version"), reason: call.fields.words("reason")))
  },
  .post(
    root + "/inspections", "recordInspection", .inspections, .actors,
    Bilingual("登记一次检查；未当场整改的问题转为隐患事项", "Record an inspection; what was not put right becomes a hazard's matter"),
    body: .either(
      json: inspection,
      upload: [Property("inspection", .object(inspection + [pictures]))]
        + pictureParts.map { .optional($0, .file) }), status: 201, answers: Wires.inspection
  ) { call in
    let id = try await call.perform(try await call.inspection())
    return Reply(
      try standing(try await call.office.inspectionSheet(id, for: try call.officer())), location: "/inspections/\(id)")
  },
  .get(
    "/inspections/{inspection}", "inspection", .inspections, .officers, Bilingual("一次检查", "One inspection"),
    answers: Wires.inspection
  ) { call in
    Reply(
      try standing(try await call.office.inspectionSheet(try await call.inspectionInSight(), for: try call.officer())))
  },
  .get(
    "/inspections/{inspection}/pictures/{file}", "inspectionPicture", .inspections, .officers,
    Bilingual("检查时拍的一张照片", "A picture taken at an inspection"), type: "image/*"
  ) { call in
    let file = try await call.office.inspectionPicture(
      try call.id("file", of: EvidenceTag.self), of: try call.id("inspection"), for: try call.officer())
    let found = try standing(file)
    return APIAnswer(found.bytes, type: found.type, called: found.name.shown)
  },
  .post(
    "/inspections/{inspection}/annul", "annulInspection", .inspections, .actors,
    Bilingual("作废一次登记错误的检查", "Declare void what was recorded wrongly"), body: .json([reason]),
    answers: Wires.inspection
  ) { call in
    let id = try await call.inspectionInSight()
    try await call.done(AnnulInspection(inspection: id, reason: call.fields.words("reason")))
    return Reply(try standing(try await call.office.inspectionSheet(id, for: try call.officer())))
  },
]

private let inspection: [Property] = [
  Property("checklist", .words(80), about: Bilingual("检查表及版本，如 fire.crowded@1", "The checklist with its version")),
  Property("day", .day),
  Property(
    "answers",
    .list(
      .object([
        Property("item", .words(64)),
        Property(
          "result", .words(12),
          about: Bilingual(
            "pass、fail、none，或数值，或有效期的最后一天", "pass, fail, none, a number, or the last day of validity")),
      ]), 1...200)),
  .optional(
    "findings",
    .list(
      .object([
        .optional("item", .words(64)), Property("text", .words(InspectionLimit.text)),
        Property("grade", .choice(HazardGrade.allCases.map(\.rawValue))),
        .optional("fixed", .words(InspectionLimit.text)),
        .optional(
          "due", .day,
          about: Bilingual("责令整改的期限；不写即该等级的规定期限", "By when it is put right; the term of its grade without it")),
        .optional(
          "criterion", .words(64),
          about: Bilingual("重大隐患的判定依据（编号）", "The code of the rule by which it is a major hazard")),
        .optional("hand_to", .id, about: Bilingual("移交其处理的单位", "The unit to which it is handed on")),
        .optional("at_once", .flag, about: Bilingual("责令立即整改", "It is ordered to be put right at once")),
        .optional(
          "no_picture", .choice(NoPicture.allCases.map(\.rawValue)),
          about: Bilingual("检查表要求拍照而没有照片的，写明原因", "Why there is no picture where the checklist asks for one")),
      ]), 0...InspectionLimit.findings)),
  Property("signature", .choice(Inspection.Signature.Kind.allCases.map(\.rawValue))),
  .optional("refusal", .words(InspectionLimit.text)), .optional("note", .words(InspectionLimit.note)),
  .optional("with", .list(.id, 0...InspectionLimit.inspectors)), .optional("unit", .id, with: ["recorded_for"]),
  .optional("recorded_for", .choice(Inspection.Recording.allCases.map(\.rawValue))),
  .optional(
    "partners", .list(.id, 0...InspectionLimit.partners),
    about: Bilingual("联合检查的其他参加单位", "Other units that took part in a joint inspection")),
  .optional(
    "known", .list(.id, 0...InspectionForm.remembered),
    about: Bilingual(
      "登记人已看到的近期检查；给出后，同单位当天另有登记的先提示（409）",
      "The late inspections that were seen; if given, another one by the unit on that day is told of first (409)")),
  .optional(
    "joins", .id,
    about: Bilingual(
      "本单位参加的联合检查，由牵头单位登记", "The joint inspection that this is a part of, as the leading unit recorded it")),
  .optional(
    "reason", .choice(VisitReason.allCases.map(\.rawValue)),
    about: Bilingual("其他单位近期检查已达上限时的理由", "Why one more unit comes, where enough others came lately")),
]

/// What the pictures of the form's other parts show.
private let pictures = Property.optional(
  "pictures",
  .list(
    .object([
      Property("part", .choice(pictureParts), about: Bilingual("表单中照片的部分", "The form's part that holds it")),
      .optional("item", .words(64), about: Bilingual("照片所示的检查项", "The item that it shows")),
      .optional(
        "finding", .integer(0...(InspectionLimit.findings - 1)),
        about: Bilingual(
          "不属于检查项的问题，从0起的序号", "Where no item asks about it: which of the findings, from 0")),
      Property("stage", .choice(InspectionPicture.Stage.allCases.map(\.rawValue))),
    ]), 0...InspectionLimit.pictures),
  about: Bilingual("照片另附，每张一个部分", "The pictures come beside it, a part each"))

private let pictureParts = (1...InspectionLimit.pictures).map { "picture_\($0)" }

/// An act on one subject, which answers with it.
private func act(
  _ path: String, _ name: String, _ summary: Bilingual, _ body: [Property],
  _ perform: @escaping @Sendable (APICall, SubjectID) async throws -> Void
) -> APIRoute {
  .post(root + path, name, .inspections, .actors, summary, body: .json(body), answers: Wires.subject) { call in
    try await perform(call, try await call.inSight())
    return try await call.subject()
  }
}

extension APICall {
  fileprivate func inSight() async throws -> SubjectID {
    let subject: SubjectID = try id("subject")
    try await office.requireInScope(subject: subject, for: try officer())
    return subject
  }

  func inspectionInSight() async throws -> InspectionID {
    let inspection: InspectionID = try id("inspection")
    try await office.requireInScope(inspection: inspection, for: try officer())
    return inspection
  }

  fileprivate func subject() async throws -> Reply<SubjectSheet> {
    Reply(try standing(try await office.subjectSheet(try await inSight(), for: try officer())))
  }

  fileprivate func subjectForm() throws(Refusal) -> SubjectForm {
    guard let supervising: UnitID = fields.id("supervising"), let territorial: UnitID = fields.id("territorial") else {
      throw Refusal(.fieldMissing, at: "supervising")
    }
    var attributes: [String: String] = [:]
    for attribute in fields.objects("attributes") {
      attributes[attribute.text("code") ?? ""] = attribute.text("value") ?? ""
    }
    let system: CoordinateSystem? = fields.choice("system")
    return SubjectForm(
      name: fields.words("name"), address: fields.text("address").map { Words($0) },
      position: fields.text("latitude").map { latitude in
        SubjectForm.TypedPosition(
          latitude: latitude, longitude: fields.text("longitude") ?? "", system: system ?? .wgs84)
      }, supervising: supervising, territorial: territorial, responsible: fields.id("responsible"),
      attributes: attributes)
  }

  /// The pictures that came as parts of a form; each part is named once.
  private func pictures(_ fields: APIFields) async throws -> [TakenPicture] {
    var (sent, left) = ([SentPicture](), self.fields.files)
    for picture in fields.objects("pictures") {
      let part = picture.text("part") ?? ""
      guard let file = left.removeValue(forKey: part) else {
        throw Refusal(.memberMissing, at: part, ["place": part])
      }
      sent.append(
        SentPicture(
          item: picture.text("item"), finding: picture.number("finding"), stage: picture.choice("stage") ?? .found,
          name: file.name, bytes: file.bytes, place: part))
    }
    if let part = left.keys.min() { throw Refusal(.memberUnknown, at: part, ["place": part]) }
    return try await office.takePictures(sent)
  }

  fileprivate func inspection() async throws -> RecordInspection {
    let isForm = self.fields.isForm
    let fields = self.fields.part("inspection")
    let checklist = fields.text("checklist") ?? ""
    let list = try await office.packs().work.checklists[String(checklist.prefix { $0 != "@" })]
    let signature = try Inspection.Signature(
      fields.choice("signature") ?? .signed, refusal: fields.text("refusal").map { Words($0) })
    var answers: [Inspection.Answer] = []
    for answer in fields.objects("answers") {
      let (item, said) = (answer.text("item") ?? "", answer.text("result") ?? "")
      guard let result = list?.item(item)?.result(said) else {
        throw Refusal(.inspectionAnswer, at: "answer.\(item)")
      }
      answers.append(Inspection.Answer(item: item, result: result))
    }
    return RecordInspection(
      subject: try await inSight(), checklist: checklist, unit: fields.id("unit"), others: fields.ids("with"),
      day: fields.day("day") ?? office.today, answers: answers,
      findings: try fields.objects("findings").enumerated().map { (number, found) throws(Refusal) in
        RecordInspection.FoundThing(
          item: found.text("item"), text: found.words("text"), grade: found.choice("grade") ?? .ordinary,
          fixed: found.text("fixed").map { Words($0) }, noPicture: found.choice("no_picture"),
          ordered: try OrderedTerm(
            day: found.day("due"), isAtOnce: found.flag("at_once"), at: "findings.\(number).due"),
          criterion: found.text("criterion"), handedTo: found.id("hand_to"))
      }, signature: signature, note: fields.text("note").map { Words($0) }, recordedFor: fields.choice("recorded_for"),
      reason: fields.choice("reason"), partners: fields.ids("partners"), joins: fields.id("joins"),
      known: fields.holds("known") ? fields.ids("known") : nil,
      pictures: isForm ? try await pictures(fields) : [])
  }
}
