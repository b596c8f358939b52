import Directory
import Ground
import Operations

private let root = "/sittings/{sitting}/reports"

/// What units report to sittings, and what they are asked for.
let unitReportAPI: [APIRoute] = [
  .post(
    root, "askReports", .meetings, .coordinators,
    Bilingual("要求单位汇报；与已有要求重复时先提示", "Ask units to report; what they owe already is said first"),
    body: .json([
      Property("units", .list(.id, 1...200)), Property("mode", .choice(ReportMode.allCases.map(\.rawValue))),
      Property("workdays", .integer(1...60)),
      .optional("anyway", .flag, about: Bilingual("已看过重复之处，仍然要求", "Ask all the same, having seen what overlaps")),
    ]), answers: Wires.sitting
  ) { call in
    try await call.done(
      AskReports(
        sitting: try call.id("sitting"), units: call.fields.ids("units"),
        mode: call.fields.choice("mode") ?? .oral, workdays: call.fields.number("workdays") ?? 0,
        anyway: call.fields.flag("anyway")))
    return try await call.sitting()
  },
  .get(
    root + "/{unit}", "unitReport", .meetings, .officers,
    Bilingual("一个单位的汇报和按办理记录拟好的初稿", "One unit's report, and what the ledger proposes for it"),
    answers: Wires.unitReport
  ) { call in try await call.unitReport() },
  .post(
    root + "/{unit}", "submitUnitReport", .meetings, .actors, Bilingual("提交汇报", "Submit the report"),
    body: .json([Property("text", .words(5000))] + onBehalf), answers: Wires.unitReport
  ) { call in
    try await call.done(
      SubmitReport(
        sitting: try call.id("sitting"), unit: try call.id("unit"), text: call.fields.words("text"),
        onBehalf: call.onBehalf))
    return try await call.unitReport()
  },
  .post(
    root + "/{unit}/read", "readUnitReport", .meetings, .coordinators, Bilingual("标记已阅", "Mark it read"),
    answers: Wires.unitReport
  ) { call in
    try await call.done(ReadReport(sitting: try call.id("sitting"), unit: try call.id("unit")))
    return try await call.unitReport()
  },
  .post(
    root + "/{unit}/withdraw", "withdrawUnitReport", .meetings, .coordinators,
    Bilingual("不再要求汇报", "Ask for it no more"), answers: Wires.sitting
  ) { call in
    try await call.done(WithdrawReport(sitting: try call.id("sitting"), unit: try call.id("unit")))
    return try await call.sitting()
  },
  .get(
    "/burdens", "burdens", .meetings, .officers,
    Bilingual("一个月里向各单位要了什么", "What each unit was asked for in a month"),
    query: [.optional("day", .day, about: Bilingual("该月的任一天，默认今天", "Any day of the month; today"))],
    answers: Wires.burdens
  ) { call in
    let day = call.query["day"].flatMap { CivilDate($0) } ?? call.office.today
    return Reply(try await call.office.burdens(in: day, for: try call.officer()))
  },
]

extension APICall {
  fileprivate func unitReport() async throws -> Reply<UnitReportSheet> {
    Reply(
      try standing(
        try await office.unitReport(try id("sitting"), unit: try id("unit"), for: try officer())))
  }
}
