import Directory
import Ground
import Operations

/// By which hours and rules terms are counted.
let clockAPI: [APIRoute] = [
  .get(
    "/clocks", "clocks", .directory, .officers,
    Bilingual("工作时间、临期标准和时限规则", "Opening hours, thresholds and the dated rules of terms"), answers: Wires.clocks
  ) { call in Reply(try await call.office.clockSheet(for: try call.officer())) },
  .get(
    "/clocks/recounts", "recount", .directory, .officers,
    Bilingual("一次重算改变的期限：前后日期", "Which days a run of counting again moved, from when to when"),
    query: [Property("edition", .words(20), about: Bilingual("如 2027.1", "E.g. 2027.1")), ListQuery.after],
    answers: Wires.recountSheet
  ) { call in
    let skipping = try call.after { Int($0) != nil }.flatMap { Int($0) } ?? 0
    let sheet = try standing(
      try await call.office.recountSheet(
        call.query["edition"] ?? "", skipping: min(max(0, skipping), 100_000_000), for: try call.officer()))
    return Reply(sheet, next: call.next(sheet.next.map { "\($0)" }))
  },
  .post(
    "/clocks", "setClocks", .directory, .administrators,
    Bilingual("设定工作时间、临期和沉寂的标准", "Set the opening hours, and from when on a matter is near or quiet"),
    body: .json([
      Property("opening", .words(60), about: Bilingual("如 08:30-12:00 13:00-17:30", "E.g. 08:30-12:00 13:00-17:30")),
      Property("near_workdays", .integer(0...30)), Property("quiet_workdays", .integer(1...250)), seenMark,
    ]), answers: Wires.clocks
  ) { call in
    let clocks = Clocks(
      opening: try WorkHours(text: call.fields.text("opening") ?? ""),
      nearWorkdays: try standing(call.fields.number("near_workdays")),
      quietWorkdays: try standing(call.fields.number("quiet_workdays")))
    _ = try await call.perform(SetClocks(clocks, seen: call.fields.number("seen")))
    return Reply(try await call.office.clockSheet(for: try call.officer()))
  },
  .get(
    "/clocks/reckon", "reckon", .directory, .officers, Bilingual("计算一个期限", "When a term ends, and how that is counted"),
    query: [
      Property("term", .words(60), about: Bilingual("如 5个工作日、petition.decide", "E.g. 5 workdays, petition.decide")),
      Property("from", .words(20), about: Bilingual("如 2026-02-13 09:30", "E.g. 2026-02-13 09:30")),
      .optional("pause", .words(30), about: Bilingual("停走的日子，如 2026-03-01..2026-03-05", "Days that do not count")),
    ], answers: Wires.reckoning
  ) { call in
    let pause = call.query["pause"].map { [$0] } ?? []
    return Reply(
      try await call.office.reckon(
        DueReckoning.Wish(term: call.query["term"] ?? "", from: call.query["from"] ?? "", pauses: pause)))
  },
]
