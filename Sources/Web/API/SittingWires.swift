import Directory
import Ground
import Matters
import Operations

/// Sittings, units' reports to them, and what units are asked for.
extension Wires {
  static let sittingName = Wire<SittingName>.record(
    "SittingName",
    [Member("id", .id()) { $0.id }, Member("title", .words) { $0.title }, Member("day", .day) { $0.day }])

  /// What the officer's own unit owes.
  static let instructionTurn = Wire<InstructionTurn>.record(
    "OpenInstruction",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("number", .count) { $0.number },
      Member("source", .words) { $0.source },
    ])

  static let reportOwed = Wire<ReportOwed>.record(
    "ReportOwed", [Member("sitting", sittingName) { $0.sitting }, Member("due", due) { $0.due }])

  static let sittings = Wire<SittingRegister>.record(
    "SittingList",
    [
      Member("sittings", .list(sittingRow)) { $0.rows }, Member("called", .optional(called)) { $0.called },
      Member("proposed_day", .optional(.day)) { $0.proposal?.day },
    ])

  private static let sittingRow = Wire<SittingRow>.record(
    "SittingRow",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("stage", .choice()) { $0.stage },
      Member("reports", .count) { $0.reports }, Member("submitted", .count) { $0.submitted },
      Member("meeting", .optional(meeting)) { $0.meeting },
    ])

  static let sitting = Wire<SittingSheet>.record(
    "Sitting",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("plan", called) { $0.plan },
      Member("stage", .choice()) { $0.stage }, Member("agenda", .list(agendaLine)) { $0.agenda },
      Member("reports", .list(reportLine)) { $0.reports }, Member("opening", .optional(opening)) { $0.opening },
      Member("instructions", .list(instruction)) { $0.instructions },
      Member("decisions", .list(decision)) { $0.decisions }, Member("meeting", .optional(meeting)) { $0.meeting },
      Member("reason", .optional(.words)) { $0.reason },
      Member("proposals", .list(row)) { $0.choices.proposals }, Member("version", .count) { $0.version },
    ])

  private static let agendaLine = Wire<AgendaLine>.record(
    "AgendaItem", [Member("title", .words) { $0.title }, Member("matter", .optional(row)) { $0.matter }])

  private static let reportLine = Wire<SittingReport>.record(
    "SittingReport",
    [
      Member("unit", unit) { $0.unit }, Member("mode", .choice()) { $0.mode }, Member("state", .choice()) { $0.state },
      Member("due", due) { $0.due }, Member("asked_on", .day) { $0.askedOn },
      Member("text", .optional(.words)) { $0.text }, Member("submitted_on", .optional(.day)) { $0.submittedOn },
      Member("on_behalf_channel", .optional(.choice())) { $0.onBehalf?.channel },
    ])

  private static let opening = Wire<OpeningLine>.record(
    "Opening",
    [
      Member("chair", officer) { $0.chair }, Member("leaders", .list(officer)) { $0.leaders },
      Member("presences", .list(presence)) { $0.presences },
      Member("report_position", .optional(.count)) { $0.report?.position },
      Member("report_meeting", .optional(meeting)) { $0.report?.meeting },
    ])

  private static let presence = Wire<(unit: UnitName, kind: PresenceKind, post: Words?)>.record(
    "Presence",
    [
      Member("unit", unit) { $0.unit }, Member("kind", .choice()) { $0.kind },
      Member("post", .optional(.words)) { $0.post },
    ])

  private static let instruction = Wire<InstructionLine>.record(
    "ConveyedInstruction",
    [
      Member("source", .words) { $0.source }, Member("text", .words) { $0.text },
      Member("matters", .list(row)) { $0.matters }, Member("settled", .optional(.words)) { $0.settled },
    ])

  private static let decision = Wire<DecisionLine>.record(
    "SittingDecision",
    [
      Member("speaker", .optional(officer)) { $0.speaker }, Member("text", .words) { $0.text },
      Member("units", .list(unit)) { $0.units }, Member("deadline", .optional(.words)) { $0.deadline },
    ])

  static let unitReport = Wire<UnitReportSheet>.record(
    "UnitReport",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("stage", .choice()) { $0.stage },
      Member("report", reportLine) { $0.report }, Member("proposal", .optional(.text)) { $0.proposal },
    ])

  static let minutes = Wire<MinutesDraft>.record(
    "MinutesDraft",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("day", .day) { $0.day }, Member("text", .text) { $0.text },
    ])

  static let burdens = Wire<BurdenSheet>.record(
    "Burdens",
    [
      Member("month", .day) { $0.month }, Member("in_sight", .flag) { $0.isInSight },
      Member("units", .list(burden)) { $0.rows },
    ])

  private static let burden = Wire<BurdenRow>.record(
    "Burden",
    [
      Member("unit", unit) { $0.unit }, Member("demands", .list(demands)) { $0.demands },
      Member("periodic", .list(periodic)) { $0.periodic }, Member("reports", .list(asked)) { $0.reports },
      Member("daily", .list(daily)) { $0.daily }, Member("campaigns", .list(places)) { $0.campaigns },
      Member("rounds", .count) { $0.rounds }, Member("refreshers", .count) { $0.refreshers },
    ])

  private static let daily = Wire<BurdenRow.Daily>.record(
    "DailyReports",
    [Member("period", .id()) { $0.period }, Member("title", .words) { $0.title }, Member("days", .count) { $0.days }])

  private static let places = Wire<BurdenRow.Places>.record(
    "CampaignPlaces",
    [
      Member("campaign", .id()) { $0.campaign }, Member("name", .words) { $0.name },
      Member("subjects", .count) { $0.subjects },
    ])

  private static let demands = Wire<BurdenRow.Demands>.record(
    "BurdenDemands",
    [
      Member("meeting", .id()) { $0.meeting.id }, Member("day", .day) { $0.meeting.day },
      Member("matters", .count) { $0.matters },
    ])

  private static let periodic = Wire<BurdenRow.Periodic>.record(
    "PeriodicReport", [Member("matter", matter) { $0.matter }, Member("cycle", .choice()) { $0.cycle }])

  private static let asked = Wire<BurdenRow.Asked>.record(
    "ReportAsked",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("mode", .choice()) { $0.mode },
      Member("state", .choice()) { $0.state }, Member("due", .day) { $0.due },
    ])
}
