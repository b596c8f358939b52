import Directory
import Ground
import Operations

private let clause = "/clauses/{clause}"

/// How a bulletin is cut into clauses, put right by a person's program. Each answer says how the intake now stands.
let clauseAPI: [APIRoute] = [
  intakeAct(
    clause + "/split", "splitClause", .coordinators,
    Bilingual("拆分一条要求", "Split a clause"),
    [
      Property(
        "words", .words(20_000),
        about: Bilingual("这一条的 cut_words，在要拆开的地方换行", "The clause's `cut_words`, with a line break at each cut")),
      seenDraft,
    ]
  ) { call in
    try await call.recut(
      .split(try call.clause(), words: call.fields.text("words") ?? ""), seen: [call.fields.number("seen")])
  },
  intakeAct(
    clause + "/merge", "mergeClauses", .coordinators,
    Bilingual("与下一条合并", "Merge a clause with the one that follows"),
    [
      seenDraft,
      .optional(
        "next_seen", .integer(0...Int(Int32.max)), with: ["seen"],
        about: Bilingual("看到的下一条的草稿版本", "The version of the next one's draft that was seen")),
    ]
  ) { call in
    try await call.recut(
      .merge(try call.clause()), seen: [call.fields.number("seen"), call.fields.number("next_seen")])
  },
  intakeAct(
    clause + "/kind", "setClauseKind", .coordinators, Bilingual("改为要求或口号", "Say whether it asks for something"),
    [Property("is_slogan", .flag), seenDraft]
  ) { call in
    _ = try await call.perform(
      SetClauseKind(
        meeting: try call.id("meeting"), clause: try call.clause(), isSlogan: call.fields.flag("is_slogan"),
        seen: call.fields.number("seen")))
  },
  intakeAct(
    clause + "/take-up", "takeUpClause", .coordinators, Bilingual("重新列入督办", "Take “no action” back")
  ) { call in
    try await call.office.takeUp(
      try call.clause(), of: try call.id("meeting"), by: try call.actor(), operation: call.operation)
  },
  intakeAct(
    "/clauses", "addClause", .coordinators, Bilingual("从原文补一条要求", "Add a clause that the reader passed over"),
    [
      Property("words", .words(20_000), about: Bilingual("原文中的文字，一字不差", "The words as they stand in the text")),
      .optional(
        "at", .integer(0...Int(Int32.max)),
        about: Bilingual(
          "同样的文字不止一处时，取最近的一处（text 里的 at）", "Near which `at` of the text, where they stand more than once")
      ),
    ]
  ) { call in
    try await call.recut(.add(words: call.fields.text("words") ?? "", at: call.fields.number("at")), seen: [])
  },
  intakeAct("/undo", "undoIntake", .coordinators, Bilingual("撤销我的上一步", "Take back my latest step")) { call in
    _ = try await call.perform(UndoIntake(meeting: try call.id("meeting")))
  },
]

extension APICall {
  /// - Parameter seen: the versions of the drafts that go, as far as the program says them.
  fileprivate func recut(_ cut: ClauseCut, seen: [Int?]) async throws {
    _ = try await office.recut(
      try id("meeting"), cut, seen: seen.compactMap(\.self), by: try actor(), operation: operation)
  }
}
