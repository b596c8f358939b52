import Directory
import Ground
import Matters
import Operations

/// Who asks, as `/me` tells it.
struct Myself: Sendable {
  let officer: OfficerName
  let roles: [Role]
  let district: Words
  let today: CivilDate
  let scope: TokenScope
}

extension Wires {
  static let myself = Wire<Myself>.record(
    "Me",
    [
      Member("officer", officer) { $0.officer }, Member("roles", .list(.choice())) { $0.roles },
      Member("district", .words) { $0.district }, Member("today", .day) { $0.today },
      Member("scope", .choice()) { $0.scope },
    ])

  static let day = Wire<MyDay>.record(
    "Day",
    [
      Member("headline", headline) { $0.headline },
      Member("my_turn", .list(turn)) { $0.myTurn }, Member("others_turn", .list(turn)) { $0.othersTurn },
      Member("intake", .list(intakeTurn)) { $0.intake }, Member("loop", loop) { $0.loop },
      Member("late", .list(lateUnit)) { $0.late }, Member("since", .optional(.moment)) { $0.changes.since },
      Member("changes", .list(change)) { $0.changes.rows },
      Member("last_meeting", .optional(meeting)) { $0.lastMeeting },
      Member("next_meeting", .optional(called)) { $0.nextMeeting },
      Member("sitting", .optional(sittingName)) { $0.sitting },
      Member("reports_owed", .list(reportOwed)) { $0.reportsOwed },
      Member("periodic_owed", .list(periodicOwed)) { $0.periodicOwed },
      Member("instructions", .list(instructionTurn)) { $0.instructions },
    ])

  private static let headline = Wire<Headline>.record(
    "Headline", [Member("kind", .choice()) { $0.kind }, Member("amount", .count) { $0.amount }])

  static let called = Wire<PlannedMeeting>.record(
    "PlannedMeeting",
    [
      Member("title", .words) { $0.title }, Member("day", .day) { $0.day },
      Member("time", .optional(.text)) { $0.time },
      Member("place", .words) { $0.place },
    ])

  private static let periodicOwed = Wire<PeriodicOwed>.record(
    "PeriodicOwed",
    [
      Member("matter", row) { $0.row }, Member("version", .count) { $0.version },
      Member("cycle", .choice()) { $0.cycle }, Member("by", .day) { $0.by.day },
    ])

  private static let turn = Wire<TurnRow>.record(
    "Turn",
    [
      Member("matter", row) { $0.row }, Member("act", .choice()) { $0.act }, Member("since", .day) { $0.since },
      Member("by", .optional(.day)) { $0.by?.day }, Member("concerns", .list(.choice())) { $0.concerns },
    ])

  private static let intakeTurn = Wire<IntakeTurn>.record(
    "IntakeTurn",
    [
      Member("meeting", meeting) { $0.meeting }, Member("undecided", .count) { $0.undecided },
      Member("is_approval", .flag) { $0.isApproval },
    ])

  static let loop = Wire<LoopCounts>.record(
    "Loop",
    [
      Member("undecided", .count) { $0.undecided }, Member("assigned", .count) { $0.assigned },
      Member("underway", .count) { $0.underway }, Member("submitted", .count) { $0.submitted },
      Member("closed", .count) { $0.closed }, Member("returned", .count) { $0.returned },
      Member("reopened", .count) { $0.reopened },
    ])

  private static let lateUnit = Wire<LateUnit>.record(
    "LateUnit",
    [
      Member("unit", unit) { $0.unit }, Member("overdue", .count) { $0.overdue },
      Member("submitted", .count) { $0.submitted },
    ])

  private static let change = Wire<ChangeRow>.record(
    "Change", [Member("matter", row) { $0.row }, Member("acts", .list(lastAct)) { $0.acts }])

  static let directory = Wire<UnitRegister>.record("Directory", [Member("units", .list(unitRow)) { $0.rows }])

  private static let unitRow = Wire<UnitRow>.record(
    "UnitRow",
    [
      Member("id", .id()) { $0.unit.id }, Member("name", .words) { $0.unit.name },
      Member("kind", .choice()) { $0.kind }, Member("depth", .count) { $0.depth },
      Member("has_ended", .flag) { $0.hasEnded }, Member("successor", .optional(unit)) { $0.successor },
      Member("officers", .list(post)) { $0.officers },
    ])

  static let post = Wire<PostLine>.record(
    "Post",
    [
      Member("id", .id()) { $0.officer.id }, Member("name", .words) { $0.officer.name },
      Member("post", .words) { $0.officer.post }, Member("roles", .list(.choice())) { $0.roles },
      Member("portfolio", .list(.choice())) { $0.fields },
    ])

  static let ledger = Wire<LedgerStand>.record(
    "Ledger",
    [
      Member("size", .count) { $0.size }, Member("checkpoint", .text) { $0.checkpoint },
      Member("verifier_key", .text) { $0.verifierKey },
    ])

  static let report = Wire<ReportSheet>.record(
    "Report",
    [
      Member("meeting", meeting) { $0.meeting }, Member("is_frozen", .flag) { $0.asOf.isFrozen },
      Member("position", .count) { $0.asOf.position }, Member("day", .day) { $0.asOf.day },
      Member("units", .count) { $0.units }, Member("phases", phases) { $0.counts },
      Member("standing", counts) { $0.standing }, Member("on_time", rate) { $0.onTime },
      Member("first_pass", rate) { $0.firstPass }, Member("no_action", .count) { $0.noAction },
      Member("carried", .count) { $0.carried },
      Member("matters", .list(reportLine)) { sheet in sheet.register.filter { sheet.show?.includes($0) ?? true } },
      Member("checkpoint", .text) { $0.checkpoint }, Member("digest", .text) { $0.digest },
      Member("fields", .optional(fieldFigures)) { $0.fields },
    ])

  private static let phases = Wire<PhaseCounts>.record(
    "PhaseCounts",
    [
      Member("issued", .count) { $0.issued }, Member("assigned", .count) { $0.assigned },
      Member("underway", .count) { $0.underway }, Member("submitted", .count) { $0.submitted },
      Member("closed", .count) { $0.closed }, Member("cancelled", .count) { $0.cancelled },
    ])

  private static let rate = Wire<Rate>.record(
    "Rate",
    [
      Member("part", .count) { $0.part }, Member("whole", .count) { $0.whole },
      Member("percent", .optional(.count)) { $0.percent },
    ])

  private static let reportLine = Wire<ReportLine>.record(
    "ReportLine",
    [
      Member("matter", row) { $0.row }, Member("next_step", .optional(.words)) { $0.nextStep },
      Member("closed_on", .optional(.day)) { $0.closedOn }, Member("returns", .count) { $0.returns },
    ])

  static let problemCode = Wire<ProblemCode>.record(
    "ProblemCode",
    [
      Member("code", .text) { $0.code }, Member("status", .count) { $0.apiStatus },
      Member("message", .both) { $0.message }, Member("hint", .both) { $0.hint },
    ])

  static let problemCodes = Wire<[ProblemCode]>.record(
    "ProblemCatalogue", [Member("problems", .list(problemCode)) { $0 }])
}
