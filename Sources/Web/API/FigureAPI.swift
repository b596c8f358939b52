import Ground
import Matters
import Operations

/// The units' figures, and the matters behind each.
let figureAPI: [APIRoute] = [
  .get(
    "/figures", "figures", .matters, .officers,
    Bilingual("单位办理统计，限于看得到的单位", "The figures of units, as far as in sight"),
    query: FigureQuery.parts + [.optional("rows", .choice(FigureRows.allCases.map(\.rawValue)))],
    answers: Wires.figureBoard
  ) { call in Reply(try await call.office.figures(try call.query.figures, for: try call.officer())) },
  .get(
    "/figures/matters", "figureMatters", .matters, .officers,
    Bilingual("一个统计数字计入的事项", "The matters that one of these figures counts"),
    query: [FigureQuery.show] + FigureQuery.parts + [ListQuery.after], answers: Wires.figureMatters
  ) { call in
    let kind = try standing(call.query["show"].flatMap(FigureFact.Kind.init))
    let after = try call.after(PageCursor.isFigure)
    let matters = try await call.office.figureMatters(
      kind, try call.query.figures, after: after, for: try call.officer())
    return Reply(matters, next: call.next(matters.next))
  },
]

private enum FigureQuery {
  static let show = Property("show", .choice(FigureFact.Kind.figures.map(\.rawValue)))

  static let parts: [Property] = [
    .optional("unit", .id), .optional("field", .choice(Field.allCases.map(\.rawValue))),
    .optional(
      "period", .choice(FigurePeriod.named.map(\.name)),
      about: Bilingual("不写则为近12个月", "Without it, the last twelve months")),
    .optional("from", .words(7), about: Bilingual("起始月份，如 2026-01", "The first month, such as 2026-01")),
    .optional("to", .words(7), about: Bilingual("最后月份，最多36个月", "The last month, at most 36 in all")),
  ]
}

extension APIQuery {
  fileprivate var figures: FigureFilter {
    get throws(Refusal) { try FigureFilter(query: text(without: "after")) }
  }
}

extension Wires {
  static let figureBoard = Wire<FigureBoard>.record(
    "Figures",
    [
      Member("from", .text) { $0.first.text }, Member("to", .text) { $0.last.text },
      Member("least_sample", .count) { _ in Figures.leastSample },
      Member("lines", .list(line)) { $0.lines }, Member("total", .optional(line)) { $0.total },
    ])

  private static let line = Wire<FigureLine>.record(
    "FigureLine",
    [
      Member("unit", .optional(unit)) { $0.unit }, Member("field", .optional(.choice())) { $0.field },
      Member("closed", .count) { $0.figures.count(.closed) },
      Member("on_time", share) { $0.figures.share(.onTime) },
      Member("extended", .count) { $0.figures.count(.extended) },
      Member("first_pass", share) { $0.figures.share(.firstPass) },
      Member("relapse", share) { $0.figures.share(.relapse) },
      Member("look_back", share) { $0.figures.share(.lookBack) },
      Member("overdue_now", .optional(.count)) { $0.overdue },
      Member("stay_assigned", stay) { ($0.figures, .stayAssigned) },
      Member("stay_objected", stay) { ($0.figures, .stayObjected) },
      Member("stay_underway", stay) { ($0.figures, .stayUnderway) },
      Member("stay_suspended", stay) { ($0.figures, .staySuspended) },
      Member("stay_submitted", stay) { ($0.figures, .staySubmitted) },
    ])

  /// The percent is null where there are too few.
  private static let share = Wire<FigureShare>.record(
    "FigureShare",
    [
      Member("count", .count) { $0.met }, Member("of", .count) { $0.of },
      Member("percent", .optional(.count)) { $0.percent },
    ])

  private static let stay = Wire<(figures: Figures, kind: FigureFact.Kind)>.record(
    "FigureStay",
    [
      Member("count", .count) { $0.figures.count($0.kind) },
      Member("median_days", .optional(.count)) { $0.figures.median($0.kind) },
    ])

  static let figureMatters = Wire<FigureMatters>.record(
    "FigureMatters",
    [
      Member("show", Wire(shape: .choice(FigureFact.Kind.figures.map(\.rawValue))) { .text($0.rawValue) }) { $0.kind },
      Member("from", .text) { $0.first.text }, Member("to", .text) { $0.last.text },
      Member("unit", .optional(unit)) { $0.unit }, Member("total", .count) { $0.total },
      Member("lines", .list(countedMatter)) { $0.lines }, Member("next", .optional(.text)) { $0.next },
    ])

  /// The matter is null where another unit has it since and it is out of sight; the days may be below 0.
  private static let countedMatter = Wire<CountedLine>.record(
    "CountedMatter",
    [
      Member("matter", .optional(row)) { $0.row }, Member("unit", unit) { $0.unit },
      Member("day", .day) { $0.day },
      Member("days", Wire(shape: .integer(Int.min...Int.max)) { .int($0) }) { $0.days },
    ])
}
