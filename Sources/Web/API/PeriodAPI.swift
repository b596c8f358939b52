import Duties
import Ground
import Operations

private let root = "/periods/{period}"

private let terms: [Property] = [
  Property("title", .words(PeriodLimit.title)), Property("first", .day), Property("last", .day),
  Property("basis", .words(PeriodLimit.basis)),
  .optional("fields", .list(.choice(Field.allCases.map(\.rawValue)), 0...Field.allCases.count)),
  .optional(
    "types", .list(.words(64), 0...200),
    about: Bilingual("对象类型的代码；不写即各类对象", "Codes of types of subjects; every type without it")),
  .optional("areas", .list(.id, 0...1000)), .optional("units", .list(.id, 0...1000)),
  .optional("shifts", .choice(ShiftPlan.allCases.map(\.rawValue))),
  .optional("report_by", .words(5), about: Bilingual("如 17:00", "Such as 17:00")),
  .optional("issuer", .words(PeriodLimit.issuer), with: ["notice_day"]),
  .optional("number", .words(PeriodLimit.number), with: ["issuer"]),
  .optional("notice_day", .day, with: ["issuer"]), .optional("notice_time", .words(5), with: ["issuer"]),
]
private let alertKind = Property.optional(
  "alert_kind", .choice(AlertKind.allCases.map(\.rawValue)),
  about: Bilingual("补登以前未写明的预警类别", "The kind of an alert that was set without one"))
private let shown = Property.optional("version", .place)
private let anyway = Property.optional(
  "anyway", .flag, about: Bilingual("已看过同期的每日报告，仍然要求", "Ask all the same, having seen what overlaps"))
private let reason = Property("reason", .words(PeriodLimit.reason))
private let channel = Property.optional(
  "recorded_for", .choice(StandbyChannel.allCases.map(\.rawValue)),
  about: Bilingual("安委办代录时注明渠道", "How the office was told, where it records for a unit"))

/// Key periods and alerts, and what units enter while they last.
let periodAPI: [APIRoute] = [
  .get(
    "/periods", "periods", .inspections, .officers, Bilingual("重点时段和预警", "Key periods and alerts"),
    answers: Wires.periods
  ) { call in Reply(try await call.office.periodRegister(for: try call.officer())) },
  .get(
    root, "period", .inspections, .officers,
    Bilingual("一个重点时段或预警：加密的职责、当日值班和报告、数字", "One of them: closer duties, a day's roster and reports, figures"),
    query: [.optional("day", .day)], answers: Wires.period
  ) { call in try await call.period() },
  .get(
    root + "/owed", "periodOwed", .inspections, .officers,
    Bilingual("数字背后的应查时段", "The windows behind its figures"),
    query: [
      .optional("town", .id), .optional("field", .choice(Field.allCases.map(\.rawValue))),
      .optional("state", .choice(WindowState.allCases.map(\.rawValue))),
    ], answers: Wires.periodWindows
  ) { call in
    let windows = try await call.office.periodWindows(
      try call.id("period"), PeriodWindowFilter(query: call.query.text(without: "after")), for: try call.officer())
    return Reply(try standing(windows))
  },
  .get(
    root + "/roster/{unit}", "roster", .inspections, .officers,
    Bilingual("一个单位的值班表，自某日起14天", "A unit's roster, fourteen days from one on"),
    query: [.optional("from", .day)], answers: Wires.roster
  ) { call in try await call.roster() },
  .post(
    "/periods", "setPeriod", .inspections, .coordinators,
    Bilingual("设定重点时段，或照通知登记预警", "Set a key period, or an alert from its notice"),
    body: .json(
      terms + [
        anyway, .optional("alert", .choice(AlertLevel.allCases.map(\.rawValue)), with: ["issuer", "alert_kind"]),
        .optional("alert_kind", .choice(AlertKind.allCases.map(\.rawValue)), with: ["alert"]),
      ]),
    status: 201, answers: Wires.period
  ) { call in
    let id = try await call.perform(
      SetPeriod(
        try call.terms(alert: call.fields.choice("alert"), kind: call.fields.choice("alert_kind")),
        anyway: call.fields.flag("anyway")))
    return Reply(
      try standing(try await call.office.periodSheet(id, for: try call.officer())), location: periodPath(id))
  },
  act(
    "", "amendPeriod", .coordinators, Bilingual("修改", "Amend it"), terms + [alertKind, reason, anyway, shown]
  ) { call, id in
    let before = try standing(try await call.office.periodForm(id)).period?.terms
    try await call.done(
      AmendPeriod(
        period: id, seen: call.fields.number("version"),
        terms: try call.terms(
          alert: before?.alert, kind: before?.alertKind ?? call.fields.choice("alert_kind")),
        reason: call.fields.words("reason"), anyway: call.fields.flag("anyway")))
  },
  act(
    "/end", "endPeriod", .coordinators, Bilingual("提前结束，解除预警", "End it early; lift an alert"),
    [Property("last", .day), reason, shown]
  ) { call, id in
    try await call.done(
      EndPeriod(
        period: id, seen: call.fields.number("version"), last: call.fields.day("last") ?? call.office.today,
        reason: call.fields.words("reason")))
  },
  act("/withdraw", "withdrawPeriod", .coordinators, Bilingual("撤销登记错误的", "Withdraw it"), [reason, shown]) {
    call, id in
    try await call.done(
      WithdrawPeriod(period: id, seen: call.fields.number("version"), reason: call.fields.words("reason")))
  },
  act(
    "/plan", "planPeriod", .coordinators, Bilingual("写方案", "Write its plan"),
    [Property("text", .words(PeriodLimit.plan)), shown]
  ) { call, id in
    try await call.done(
      PlanPeriod(period: id, seen: call.fields.number("version"), text: call.fields.words("text")))
  },
  act(
    "/reports", "reportDay", .actors, Bilingual("每日报告；不写文字即无情况", "A day's report; without a text nothing happened"),
    [Property("unit", .id), Property("day", .day), .optional("text", .words(PeriodLimit.report)), channel]
  ) { call, id in
    guard let unit: UnitID = call.fields.id("unit") else { throw Refusal(.fieldMissing, at: "unit") }
    try await call.done(
      ReportDay(
        period: id, unit: unit, day: call.fields.day("day") ?? call.office.today,
        text: call.fields.text("text").map { Words($0) }, recordedFor: call.fields.choice("recorded_for")))
  },
  standby(
    "", "keepRoster", Bilingual("填值班表", "Fill in a roster"),
    [
      Property(
        "lines",
        .list(
          .object([
            Property("day", .day), Property("shift", .choice(Shift.allCases.map(\.rawValue))),
            .optional("officer", .id, with: ["leader"]), .optional("leader", .id, with: ["officer"]),
          ]), 1...PeriodLimit.lines)), channel,
    ]
  ) { call, id, unit in
    let lines = call.fields.objects("lines").compactMap { line -> RosterLine? in
      guard let day = line.day("day"), let shift: Shift = line.choice("shift") else { return nil }
      let (officer, leader): (OfficerID?, OfficerID?) = (line.id("officer"), line.id("leader"))
      let people = officer.flatMap { officer in leader.map { RosterLine.People(officer: officer, leader: $0) } }
      return RosterLine(day: day, shift: shift, people: people)
    }
    try await call.done(
      KeepRoster(period: id, unit: unit, lines: lines, recordedFor: call.fields.choice("recorded_for")))
  },
  standby(
    "/hotline", "setHotline", Bilingual("设值班电话", "Set a unit's number"),
    [Property("number", .words(PeriodLimit.hotline)), channel]
  ) { call, id, unit in
    try await call.done(
      SetHotline(
        period: id, unit: unit, number: call.fields.words("number"), recordedFor: call.fields.choice("recorded_for")))
  },
  standby(
    "/handover", "handOver", Bilingual("交班", "Hand over a shift"),
    [
      Property("day", .day), Property("shift", .choice(Shift.allCases.map(\.rawValue))),
      Property("text", .words(PeriodLimit.handover)), .optional("open", .words(PeriodLimit.handover)), channel,
    ]
  ) { call, id, unit in
    let shift: Shift = call.fields.choice("shift") ?? .whole
    try await call.done(
      HandOver(
        period: id, shift: ShiftKey(unit: unit, day: call.fields.day("day") ?? call.office.today, shift: shift),
        text: call.fields.words("text"), open: call.fields.text("open").map { Words($0) },
        recordedFor: call.fields.choice("recorded_for")))
  },
]

/// An act on one period, which answers with it.
private func act(
  _ path: String, _ name: String, _ who: Audience, _ summary: Bilingual, _ body: [Property],
  _ perform: @escaping @Sendable (APICall, PeriodID) async throws -> Void
) -> APIRoute {
  .post(root + path, name, .inspections, who, summary, body: .json(body), answers: Wires.period) { call in
    try await perform(call, try call.id("period"))
    return try await call.period()
  }
}

/// An act on a unit's roster, which answers with it.
private func standby(
  _ path: String, _ name: String, _ summary: Bilingual, _ body: [Property],
  _ perform: @escaping @Sendable (APICall, PeriodID, UnitID) async throws -> Void
) -> APIRoute {
  .post(root + "/roster/{unit}" + path, name, .inspections, .actors, summary, body: .json(body), answers: Wires.roster)
  {
    call in
    try await perform(call, try call.id("period"), try call.id("unit"))
    return try await call.roster()
  }
}

extension APICall {
  fileprivate func period() async throws -> Reply<PeriodSheet> {
    let day = route.reads ? query["day"].flatMap { CivilDate($0) } : nil
    return Reply(try standing(try await office.periodSheet(try id("period"), on: day, for: try officer())))
  }

  fileprivate func roster() async throws -> Reply<RosterSheet> {
    let from = route.reads ? query["from"].flatMap { CivilDate($0) } : nil
    return Reply(
      try standing(
        try await office.rosterSheet(try id("period"), unit: try id("unit"), from: from, for: try officer())))
  }

  fileprivate func terms(alert: AlertLevel?, kind: AlertKind?) throws(Refusal) -> PeriodTerms {
    guard let first = fields.day("first"), let last = fields.day("last") else {
      throw Refusal(.fieldMissing, at: "first")
    }
    guard let days = DayRange(first, last) else { throw Refusal(.periodOrder, at: "last") }
    let noticed = try minute("notice_time")
    let notice = fields.text("issuer").map { issuer in
      AlertNotice(
        issuer: Words(issuer), number: fields.text("number").map { Words($0) },
        day: fields.day("notice_day") ?? first, minute: noticed)
    }
    return PeriodTerms(
      title: fields.words("title"), days: days, alert: alert, alertKind: alert == nil ? nil : kind,
      fields: fields.choices("fields"), types: fields.texts("types"), areas: fields.ids("areas"),
      basis: fields.words("basis"), notice: notice, units: fields.ids("units"),
      shifts: fields.choice("shifts"), reportBy: try minute("report_by"))
  }

  private func minute(_ name: String) throws(Refusal) -> Int? {
    guard let text = fields.text(name) else { return nil }
    guard let minute = minuteOfDay(text) else { throw Refusal(.periodTime, at: name) }
    return minute
  }
}
