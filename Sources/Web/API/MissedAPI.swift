import Duties
import Ground
import Operations

private let window = Shape.object([Property("subject", .id), Property("first", .day), Property("last", .day)])

private let told = Property.optional(
  "recorded_for", .choice(StandbyChannel.allCases.map(\.rawValue)),
  about: Bilingual("安委办代录时写：单位怎样告知的", "Where the office records it: how the unit told"))

private let month = Bilingual("该月的任一天", "Any day of the month")

/// What was missed of standing duties, and why.
let missedAPI: [APIRoute] = [
  .get(
    "/duties/missed", "missedBoard", .inspections, .officers,
    Bilingual("一个单位一个月的检查职责：应查、已查、未查和原因", "A unit's duties in a month: owed, done, missed and why"),
    query: [
      .optional("unit", .id, about: Bilingual("缺省为本单位", "One's own unit unless it is given")),
      .optional("month", .day, about: month),
      .optional("duty", .words(64), about: Bilingual("列出这项职责的未查项", "Lists what was missed of this duty")),
      .optional("show", .choice(MissedShow.allCases.map(\.rawValue))), ListQuery.after,
    ], answers: Wires.missedBoard
  ) { call in
    let skipping = try call.after { Int($0) != nil }.flatMap { Int($0) } ?? 0
    let board = try standing(
      try await call.office.missedBoard(
        of: call.query["unit"].flatMap { UnitID($0) }, month: call.query["month"].flatMap { CivilDate($0) },
        duty: call.query["duty"], show: call.query["show"].flatMap(MissedShow.init(rawValue:)), skipping: skipping,
        for: try call.officer()))
    return Reply(board, next: call.next(board.opened?.next.map(String.init)))
  },
  .post(
    "/duties/missed", "explainMissed", .inspections, .actors,
    Bilingual("写明未查原因，一项或多项，要么全部保存，要么都不保存", "Say why windows were missed, one or many; all of them or none"),
    body: .json([
      Property("duty", .words(64)), Property("reason", .choice(WindowReason.allCases.map(\.rawValue))),
      Property("unit", .id), told,
      .optional("windows", .list(window, 0...WindowReasonLimit.windows)),
      .optional(
        "month", .day, with: ["count"],
        about: Bilingual("不写windows时：这个月全部未写原因的", "Without windows: all of this month that have no reason")),
      .optional("count", .integer(0...WindowReasonLimit.windows), with: ["month"]),
    ]), answers: Wires.missedBoard
  ) { call in
    let fields = call.fields
    guard let reason: WindowReason = fields.choice("reason"), let unit: UnitID = fields.id("unit") else {
      throw Refusal(.fieldMissing, at: "reason")
    }
    let windows = call.missedWindows
    var chosen = ExplainMissed.Windows.these(windows)
    if windows.isEmpty, let month = fields.day("month"), let count = fields.number("count") {
      chosen = .all(month: month, count: count)
    }
    try await call.done(
      ExplainMissed(
        duty: call.fields.text("duty") ?? "", reason: reason, unit: unit, recordedFor: fields.choice("recorded_for"),
        windows: chosen))
    return try await call.board(of: unit, month: fields.day("month") ?? windows.first?.last)
  },
  .post(
    "/duties/missed/withdraw", "withdrawReasons", .inspections, .actors,
    Bilingual("撤回未查原因；账本保留", "Take reasons back; the ledger keeps them"),
    body: .json([
      Property("duty", .words(64)), Property("unit", .id), told,
      Property("windows", .list(window, 1...WindowReasonLimit.windows)),
    ]), answers: Wires.missedBoard
  ) { call in
    guard let unit: UnitID = call.fields.id("unit") else { throw Refusal(.fieldMissing, at: "unit") }
    let windows = call.missedWindows
    try await call.done(
      WithdrawReasons(
        duty: call.fields.text("duty") ?? "", unit: unit, recordedFor: call.fields.choice("recorded_for"),
        windows: windows))
    return try await call.board(of: unit, month: windows.first?.last)
  },
]

extension APICall {
  fileprivate var missedWindows: [MissedWindow] {
    fields.objects("windows").compactMap { line in
      guard let subject: SubjectID = line.id("subject"), let first = line.day("first"), let last = line.day("last")
      else { return nil }
      return MissedWindow(subject: subject, first: first, last: last)
    }
  }

  /// The board behind the act.
  fileprivate func board(of unit: UnitID, month: CivilDate?) async throws -> Reply<MissedBoard> {
    Reply(try standing(try await office.missedBoard(of: unit, month: month, for: try officer())))
  }
}

extension Wires {
  static let missedBoard = Wire<MissedBoard>.record(
    "MissedBoard",
    [
      Member("unit", unit) { $0.unit }, Member("first", .day) { $0.month.first },
      Member("last", .day) { $0.month.last },
      Member("duties", .list(missedLine)) { $0.lines }, Member("opened", .optional(missedList)) { $0.opened },
    ])

  private static let missedLine = Wire<MissedLine>.record(
    "MissedDuty",
    [
      Member("duty", .text) { $0.duty }, Member("title", .both) { $0.title }, Member("owed", .count) { $0.owed },
      Member("done", .count) { $0.done }, Member("missed", .count) { $0.missed },
      Member("explained", .count) { $0.explained }, Member("unexplained", .count) { $0.unexplained },
      Member("open", .count) { $0.open }, Member("reasons", .list(reasonCount)) { $0.reasons },
    ])

  private static let missedList = Wire<MissedList>.record(
    "MissedWindows",
    [
      Member("duty", .text) { $0.duty }, Member("title", .both) { $0.title }, Member("count", .count) { $0.count },
      Member("unexplained", .count) { $0.unexplained }, Member("windows", .list(subjectWindow)) { $0.windows },
    ])

  /// How many windows were missed for one reason.
  static let reasonCount = Wire<ReasonCount>.record(
    "ReasonCount", [Member("reason", .choice()) { $0.reason }, Member("count", .count) { $0.count }])

  static let givenReason = Wire<SubjectWindow.Given>.record(
    "GivenReason",
    [
      Member("reason", .choice()) { $0.reason }, Member("unit", unit) { $0.unit },
      Member("recorded_for", .optional(.choice())) { $0.recordedFor },
    ])
}
