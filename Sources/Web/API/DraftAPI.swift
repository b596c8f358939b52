import Directory
import Ground
import HTTPTypes
import Matters
import Operations

private let root = "/meetings/{meeting}"

/// What a draft shall say.
private let draft: [Property] = [
  Property("text", .words(2000)), Property("fields", .list(.choice(Field.allCases.map(\.rawValue)), 1...17)),
  .optional("lead", .optional(.id)), .optional("supporting", .list(.id, 0...100)),
  .optional("fan_out", .choice(FanOut.allCases.map(\.rawValue))), .optional("leader", .optional(.id)),
  .optional("due", .optional(.day)), .optional("urgency", .choice(Urgency.allCases.map(\.rawValue))),
  .optional(
    "procedure", .optional(.id), about: Bilingual("办理程序；不写为通常程序", "The procedure; the usual one where left out")),
  Property("standard", .id),
  .optional(
    "duty", .optional(.id),
    about: Bilingual("涉人要求须选的法定职责", "For a clause about persons, the lawful duty that takes its place")),
]

/// Two clerks do not overwrite each other: what was changed meanwhile is a conflict.
let seenDraft = Property.optional(
  "seen", .integer(0...Int(Int32.max)), about: Bilingual("看到的草稿版本", "The draft's version that was seen"))

/// The drafts of a bulletin: confirmed, set aside and issued by a person's program.
let draftAPI: [APIRoute] = [
  .get(
    root + "/drafts", "drafts", .meetings, .holders([.coordinator, .leader]),
    Bilingual("通报的拟办草稿，拿不准的在前", "A bulletin's drafts, the uncertain first"), answers: Wires.intake
  ) { call in Reply(try await call.intake()) },
  .get(
    root + "/drafts/news", "draftNews", .meetings, .holders([.coordinator, .leader]),
    Bilingual("某一时刻之后别人改了什么", "What others changed since a moment"),
    query: [
      .optional(
        "since", .place,
        about: Bilingual("上次答复的 as_of", "The `as_of` of the answer before, in milliseconds since 1970"))
    ], answers: Wires.intakeNews
  ) { call in
    let review = try await call.intake()
    let since = Instant(milliseconds: call.query["since"].flatMap { Int64($0) } ?? 0)
    let news = try await call.office.intakeNews(review.meeting, since: since, but: try call.officer().id)
    return Reply(news ?? IntakeNews(lines: []))
  },
  .get(
    root + "/repairs", "repairs", .meetings, .holders([.coordinator, .leader]),
    Bilingual("通报哪里破损、怎样修复", "Where a bulletin was damaged and how it was repaired"), answers: Wires.repairs
  ) { call in Reply(try standing(try await call.office.bulletinRepairs(try call.id("meeting")))) },
  intakeAct(
    "/day", "setMeetingDay", .coordinators, Bilingual("确定会议日期", "Settle the meeting's day"), [Property("day", .day)]
  ) { call in
    guard let day = call.fields.day("day") else { throw Refusal(.fieldMissing, at: "day") }
    _ = try await call.perform(SetMeetingDay(meeting: try call.id("meeting"), day: day))
  },
  intakeAct(
    "/clauses/{clause}/confirm", "confirmDraft", .coordinators, Bilingual("确认一条草稿", "Confirm a draft"),
    draft + [seenDraft]
  ) { call in _ = try await call.perform(try call.confirmation()) },
  intakeAct(
    "/clauses/{clause}/save", "saveDraft", .coordinators, Bilingual("暂存一条草稿，不确认", "Keep a draft as far as it got"),
    draft + [seenDraft]
  ) { call in _ = try await call.perform(try call.confirmation(confirms: false)) },
  intakeAct(
    "/clauses/{clause}/issue", "issueClause", .coordinators,
    Bilingual("确认一条草稿并交办", "Confirm a draft and issue it"), draft + [seenDraft]
  ) { call in _ = try await call.perform(ConfirmAndIssue(try call.confirmation())) },
  intakeAct(
    "/clauses/{clause}/no-action", "setClauseAside", .coordinators, Bilingual("不列入督办", "Set a clause aside"),
    [
      Property("reason", .words(500)),
      .optional(
        "carried_by", .optional(.id),
        about: Bilingual(
          "已在办的相同事项，本条并入其中", "The open matter that asks the same already, to which the clause is carried over")),
      seenDraft,
    ]
  ) { call in
    _ = try await call.perform(
      SetClauseAside(
        meeting: try call.id("meeting"), clause: try call.clause(), reason: call.fields.words("reason"),
        carriedBy: call.fields.id("carried_by"),
        seen: call.fields.number("seen")))
  },
  intakeAct("/approval/ask", "askApproval", .coordinators, Bilingual("提请签批", "Ask for the batch's approval")) { call in
    _ = try await call.perform(AskApproval(meeting: try call.id("meeting")))
  },
  intakeAct(
    "/approval/approve", "giveApproval", .holders([.coordinator, .leader]), Bilingual("签批", "Approve the batch")
  ) { call in _ = try await call.perform(GiveApproval(meeting: try call.id("meeting"))) },
  intakeAct(
    "/issue", "issue", .coordinators, Bilingual("交办全部已确认草稿", "Issue every confirmed draft"),
    [
      .optional(
        "seen", .integer(0...Int(Int32.max)),
        about: Bilingual("看到的 version；之后有改动则不交办", "The `version` that was seen; nothing is issued once it has passed"))
    ]
  ) { call in
    _ = try await call.perform(
      IssueClauses(meeting: try call.id("meeting"), clauses: [], seen: call.fields.number("seen")))
  },
]

/// An act on a bulletin's intake; answers with how the intake now stands.
func intakeAct(
  _ path: String, _ name: String, _ who: Audience, _ summary: Bilingual, _ body: [Property]? = nil,
  _ perform: @escaping @Sendable (APICall) async throws -> Void
) -> APIRoute {
  .post(
    root + path, name, .meetings, who, summary, body: body.map { .json($0) } ?? .none, answers: Wires.intake
  ) { call in
    _ = try await call.intake()
    try await perform(call)
    return Reply(try await call.intake())
  }
}

extension APICall {
  func intake() async throws(Refusal) -> IntakeReview {
    try standing(try await office.intakeReview(try id("meeting"), for: try officer().id))
  }

  fileprivate func confirmation(confirms: Bool = true) throws(Refusal) -> ConfirmDraft {
    let edit = DraftEdit(
      text: fields.text("text") ?? "", duty: fields.text("duty"), fields: fields.choices("fields"),
      lead: fields.id("lead"), supporting: fields.ids("supporting"), fanOut: fields.choice("fan_out") ?? .none,
      leader: fields.id("leader"), due: fields.day("due"), urgency: fields.choice("urgency") ?? .normal,
      procedure: fields.text("procedure"), standard: fields.text("standard") ?? "")
    return ConfirmDraft(
      meeting: try id("meeting"), clause: try clause(), edit: edit, confirms: confirms,
      seen: fields.number("seen"))
  }
}
