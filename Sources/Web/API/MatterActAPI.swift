import Directory
import Ground
import HTTPTypes
import Matters
import Operations

private let channels = Shape.choice(OnBehalf.Channel.allCases.map(\.rawValue))
private let together = ["on_behalf_unit", "on_behalf_channel", "on_behalf_day"]

/// 代录: for which unit, by which channel, on which day its word came.
let onBehalf: [Property] = [
  .optional(
    "on_behalf_unit", .id, with: together, about: Bilingual("代录：替哪个单位", "Recorded on behalf of this unit")),
  .optional("on_behalf_channel", channels, with: together), .optional("on_behalf_day", .day, with: together),
]

private func words(_ name: String) -> Property { Property(name, .words(2000)) }

/// What can be done to one matter; whether this officer may, and now, the matter's own rules decide.
let matterActAPI: [APIRoute] = [
  act(.acknowledge, Bilingual("签收", "Sign for it"), [.optional("handler", .optional(.id))] + onBehalf) {
    call, matter, seen in
    Acknowledge(matter: matter, seen: seen, handler: call.fields.id("handler"), onBehalf: call.onBehalf)
  },
  act(.progress, Bilingual("反馈进展", "Report progress"), [words("note")] + onBehalf) { call, matter, seen in
    ReportProgress(matter: matter, seen: seen, note: call.fields.words("note"), onBehalf: call.onBehalf)
  },
  .post(
    "/matters/{matter}/evidence", "evidence", .matters, .actors, Bilingual("提交佐证", "Hand in evidence"),
    version: .welcome, body: .upload([Property("file", .file), .optional("note", .words(500))] + onBehalf),
    answers: Wires.sheet, hasVersion: true
  ) { call in
    let (matter, _) = (try call.id("matter", of: MatterTag.self), try await call.sheet())
    let file = try call.file()
    try await call.office.attach(
      file.bytes, name: file.name, note: call.fields.text("note"), to: matter, seen: try await call.version(of: matter),
      onBehalf: call.onBehalf, by: try call.actor(), operation: call.operation)
    return try await call.sheet()
  },
  .post(
    "/matters/{matter}/submit", "submit", .matters, .actors,
    Bilingual("申请销号，可附最后一份佐证", "Ask for verification, with a last file or without"), version: .welcome,
    body: .either(
      json: [words("note")] + onBehalf, upload: [words("note"), Property("file", .file)] + onBehalf),
    answers: Wires.sheet, hasVersion: true
  ) { call in
    let (matter, _) = (try call.id("matter", of: MatterTag.self), try await call.sheet())
    let submit = Submit(
      matter: matter, seen: try await call.version(of: matter), note: call.fields.words("note"),
      onBehalf: call.onBehalf)
    if call.fields.files.isEmpty {
      _ = try await call.perform(submit)
    } else {
      let file = try call.file()
      try await call.office.submit(
        submit, with: file.bytes, name: file.name, by: try call.actor(), operation: call.operation)
    }
    return try await call.sheet()
  },
  act(.giveBack, Bilingual("退办", "Return it for rework"), [words("reasons")], needsVersion: true) {
    call, matter, seen in
    ReturnForRework(matter: matter, seen: seen, reasons: call.fields.words("reasons"))
  },
  act(
    .close, Bilingual("核查销号", "Verify and close it"), [words("conclusion"), .optional("on_site", .flag)],
    needsVersion: true
  ) { call, matter, seen in
    CloseOut(
      matter: matter, seen: seen, conclusion: call.fields.words("conclusion"), onSite: call.fields.flag("on_site"))
  },
  act(.reopen, Bilingual("反弹重开", "Reopen it"), [words("reason"), dueAgain], needsVersion: true) {
    call, matter, seen in
    Reopen(matter: matter, seen: seen, reason: call.fields.words("reason"), due: call.fields.day("due"))
  },
  act(.cancel, Bilingual("撤销", "Cancel it"), [words("reason"), words("authority")], needsVersion: true) {
    call, matter, seen in
    Cancel(
      matter: matter, seen: seen, reason: call.fields.words("reason"), authority: call.fields.words("authority"))
  },
  act(
    .reassign, Bilingual("转办", "Reassign it"),
    [Property("lead", .id), .optional("supporting", .list(.id, 0...100)), words("reason")], needsVersion: true
  ) { call, matter, seen in
    Reassign(
      matter: matter, seen: seen, lead: try standing(call.fields.id("lead")), supporting: call.fields.ids("supporting"),
      reason: call.fields.words("reason"))
  },
  act(.amend, Bilingual("更正文字", "Put its text right"), [words("text"), words("reason")], needsVersion: true) {
    call, matter, seen in
    Amend(matter: matter, seen: seen, text: call.fields.words("text"), reason: call.fields.words("reason"))
  },
  act(
    .due, Bilingual("调整时限", "Change the due date"), [Property("due", .day), words("reason")], needsVersion: true
  ) { call, matter, seen in
    ChangeDue(
      matter: matter, seen: seen, day: try standing(call.fields.day("due")),
      reason: call.fields.words("reason"))
  },
]

/// By when what is open again is done.
private let dueAgain = Property.optional(
  "due", .optional(.day),
  about: Bilingual("重新办理的期限，不写按默认时限", "By when it is done; by the default term where it is left out"))

/// The acts beside the main way.
let matterSideAPI: [APIRoute] = [
  act(.object, Bilingual("提出异议", "Say that the matter is not the unit's own"), [words("reason")] + onBehalf) {
    call, matter, seen in
    Object(matter: matter, seen: seen, reason: call.fields.words("reason"), onBehalf: call.onBehalf)
  },
  act(
    .askExtension, Bilingual("申请延期", "Ask for more time"), [Property("until", .day), words("reason")] + onBehalf
  ) { call, matter, seen in
    AskExtension(
      matter: matter, seen: seen, until: try standing(call.fields.day("until")), reason: call.fields.words("reason"),
      onBehalf: call.onBehalf)
  },
  act(.finishPart, Bilingual("完成本单位分工", "Say that the unit's part is done"), [words("note")] + onBehalf) {
    call, matter, seen in
    FinishPart(matter: matter, seen: seen, note: call.fields.words("note"), onBehalf: call.onBehalf)
  },
  act(.unchanged, Bilingual("报告无新进展", "Report that nothing is new"), onBehalf) { call, matter, seen in
    ReportProgress(matter: matter, seen: seen, note: ReportProgress.nothingNew, onBehalf: call.onBehalf)
  },
  act(
    .answerObjection, Bilingual("答复异议；不写牵头单位则为不采纳", "Answer an objection; without a lead it is turned down"),
    [
      .optional("lead", .optional(.id)), .optional("supporting", .list(.id, 0...100)),
      .optional("due", .optional(.day)),
      words("reason"),
    ], needsVersion: true
  ) { call, matter, seen in
    AnswerObjection(
      matter: matter, seen: seen, lead: call.fields.id("lead"), supporting: call.fields.ids("supporting"),
      day: call.fields.day("due"), reason: call.fields.words("reason"))
  },
  act(
    .decideExtension, Bilingual("答复延期申请", "Decide about an extension"),
    [Property("granted", .flag), .optional("day", .optional(.day)), words("reason")], needsVersion: true
  ) { call, matter, seen in
    DecideExtension(
      matter: matter, seen: seen, isGranted: call.fields.flag("granted"), day: call.fields.day("day"),
      reason: call.fields.words("reason"))
  },
  act(
    .suspend, Bilingual("挂账", "Suspend it"), [Property("until", .day), words("reason"), words("authority")],
    needsVersion: true
  ) { call, matter, seen in
    Suspend(
      matter: matter, seen: seen, until: try standing(call.fields.day("until")), reason: call.fields.words("reason"),
      authority: call.fields.words("authority"))
  },
  act(.resume, Bilingual("恢复办理", "Take it up again"), [words("reason")], needsVersion: true) { call, matter, seen in
    Resume(matter: matter, seen: seen, reason: call.fields.words("reason"))
  },
  act(.press, Bilingual("催办", "Remind its units"), [words("note")]) { call, matter, seen in
    Press(matter: matter, seen: seen, note: call.fields.words("note"))
  },
  act(.lookInto, Bilingual("过问", "Say what came of looking into it"), [words("note")]) { call, matter, seen in
    LookInto(matter: matter, seen: seen, note: call.fields.words("note"))
  },
  act(
    .parts, Bilingual("分工（整表替换）", "Set each unit's part; what stood before is replaced"),
    [
      Property(
        "parts",
        .list(
          .object([Property("unit", .id), Property("task", .words(500)), .optional("due", .optional(.day))]), 0...101))
    ], needsVersion: true
  ) { call, matter, seen in
    let parts = try call.fields.objects("parts").map {
      Part(unit: try standing($0.id("unit")), task: $0.words("task"), due: $0.day("due"))
    }
    return SetParts(matter: matter, seen: seen, parts: parts)
  },
  act(
    .fanOut, Bilingual("分解：每个单位一件子事项", "Divide it among units, a child matter for each"),
    [
      Property(
        "units",
        .list(.object([Property("unit", .id), .optional("due", .optional(.day))]), FanOutRules.units)), words("reason"),
    ], needsVersion: true
  ) { call, matter, seen in
    let shares = try call.fields.objects("units").map {
      FanOutMatter.Share(unit: try standing($0.id("unit")), due: $0.day("due"))
    }
    return FanOutMatter(matter: matter, seen: seen, shares: shares, reason: call.fields.words("reason"))
  },
  act(.adopt, Bilingual("领导包案", "A leader takes it"), [Property("leader", .id), words("note")]) {
    call, matter, seen in
    Adopt(
      matter: matter, seen: seen, leader: try standing(call.fields.id("leader")), note: call.fields.words("note"))
  },
  act(
    .list, Bilingual("挂牌督办", "Put it under listed supervision"),
    [words("authority"), .optional("due", .optional(.day))], needsVersion: true
  ) { call, matter, seen in
    ListMatter(
      matter: matter, seen: seen, authority: call.fields.words("authority"), rectifyBy: call.fields.day("due"))
  },
  act(
    .publish, Bilingual("登记公示", "Record where the listing or its end was made public"),
    [words("place"), Property("day", .day)], needsVersion: true
  ) { call, matter, seen in
    RecordPublication(
      matter: matter, seen: seen, place: call.fields.words("place"), day: try standing(call.fields.day("day")))
  },
  act(
    .notice, Bilingual("登记销号公示", "Record where a passed matter is made public before its close-out"),
    [words("place"), Property("day", .day)], needsVersion: true
  ) { call, matter, seen in
    GiveNotice(matter: matter, seen: seen, place: call.fields.words("place"), day: try standing(call.fields.day("day")))
  },
  act(
    .noticeEnd, Bilingual("登记公示结果：销号或退回", "Record what the notice brought: it is closed, or goes back"),
    [Property("holds", .flag), words("note")], needsVersion: true
  ) { call, matter, seen in
    EndNotice(matter: matter, seen: seen, note: call.fields.words("note"), holds: call.fields.flag("holds"))
  },
  act(.delist, Bilingual("摘牌", "End listed supervision"), [words("reason")], needsVersion: true) {
    call, matter, seen in
    Delist(matter: matter, seen: seen, reason: call.fields.words("reason"))
  },
  act(
    .lookBack, Bilingual("回头看", "Look back at it"),
    [Property("holds", .flag), words("conclusion"), .optional("on_site", .flag), dueAgain], needsVersion: true
  ) { call, matter, seen in
    LookBackAt(
      matter: matter, seen: seen, conclusion: call.fields.words("conclusion"), holds: call.fields.flag("holds"),
      onSite: call.fields.flag("on_site"), due: call.fields.day("due"))
  },
  act(
    .assignLookBack, Bilingual("把回头看改派给另一个单位", "Give the look-back to another unit"),
    [Property("unit", .id), words("reason")], needsVersion: true
  ) { call, matter, seen in
    AssignLookBack(
      matter: matter, seen: seen, unit: try standing(call.fields.id("unit")), reason: call.fields.words("reason"))
  },
  act(
    .cycle, Bilingual("设定报告周期；不写则取消", "Set how often a report is owed; none where it is left out"),
    [
      .optional("cycle", .optional(.choice(ReportCycle.allCases.map(\.rawValue)))), .optional("anyway", .flag),
    ], needsVersion: true
  ) { call, matter, seen in
    SetCycle(matter: matter, seen: seen, cycle: call.fields.choice("cycle"), anyway: call.fields.flag("anyway"))
  },
  act(.settle, Bilingual("登记化解", "Record that the dispute was settled"), [words("note")], needsVersion: true) {
    call, matter, seen in
    Settle(matter: matter, seen: seen, note: call.fields.words("note"))
  },
  act(
    .merge, Bilingual("并入另一事项", "Merge it into another matter"),
    [
      Property("target", .words(60), about: Bilingual("另一事项的登记编号", "The other one's register number")), words("reason"),
    ],
    needsVersion: true
  ) { call, matter, seen in
    MergeMatter(
      matter: matter, seen: seen, target: call.fields.text("target") ?? "", reason: call.fields.words("reason"))
  },
  act(.separate, Bilingual("取消合并", "Take a merge back"), [words("reason")], needsVersion: true) {
    call, matter, seen in
    SeparateMatter(matter: matter, seen: seen, reason: call.fields.words("reason"))
  },
]

/// An act whose body holds all that it needs; answers with the matter as it now stands.
///
/// - Parameter needsVersion: a judgement about what was seen must say what was seen.
private func act<A: Act>(
  _ act: MatterAct, _ summary: Bilingual, _ body: [Property], needsVersion: Bool = false,
  _ make: @escaping @Sendable (APICall, MatterID, Int?) throws -> A
) -> APIRoute {
  .post(
    "/matters/{matter}/\(act.rawValue)", act.operationName, .matters, .actors, summary,
    version: needsVersion ? .needed : .welcome, body: .json(body), answers: Wires.sheet, hasVersion: true
  ) { call in
    let matter = try call.id("matter", of: MatterTag.self)
    _ = try await call.perform(try make(call, matter, try await call.version(of: matter)))
    return try await call.sheet()
  }
}

extension MatterAct {
  /// `return` is a word of most languages, `due` a question of its own.
  fileprivate var operationName: String {
    switch self {
    case .giveBack: "returnForRework"
    case .due: "changeDue"
    case .finishPart: "finishPart"
    case .askExtension: "askExtension"
    case .lookBack: "lookBack"
    case .assignLookBack: "assignLookBack"
    case .lookInto: "lookInto"
    case .answerObjection: "answerObjection"
    case .decideExtension: "decideExtension"
    case .parts: "setParts"
    case .fanOut: "fanOut"
    case .cycle: "setCycle"
    case .list: "listMatter"
    case .publish: "recordPublication"
    case .notice: "giveNotice"
    case .noticeEnd: "endNotice"
    case .unchanged: "reportUnchanged"
    default: rawValue
    }
  }
}

extension APICall {
  var onBehalf: OnBehalf? {
    guard let unit = fields.id("on_behalf_unit", of: UnitTag.self),
      let channel: OnBehalf.Channel = fields.choice("on_behalf_channel"), let day = fields.day("on_behalf_day")
    else { return nil }
    return OnBehalf(unit: unit, channel: channel, day: day)
  }

  func file() throws(Refusal) -> SubmittedForm.UploadedFile {
    guard let file = fields.files["file"] else {
      throw Refusal(.memberMissing, at: "file", ["place": "file"])
    }
    return file
  }
}
