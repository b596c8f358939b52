import Directory
import Ground
import Operations
import Packs

extension Wires {
  static let clocks = Wire<ClockSheet>.record(
    "Clocks",
    [
      Member("opening", .text) { $0.clocks.opening.text }, Member("near_workdays", .count) { $0.clocks.nearWorkdays },
      Member("quiet_workdays", .count) { $0.clocks.quietWorkdays }, Member("mark", .count) { $0.mark },
      Member("calendars", .list(.text)) { $0.calendars }, Member("rules", .list(rule)) { $0.rules },
      Member("ladders", .list(ladder)) { $0.ladders }, Member("recounts", .list(recount)) { $0.recounts },
    ])

  private static let ladder = Wire<LadderSheet>.record(
    "Ladder",
    [
      Member("procedure", .both) { $0.procedure }, Member("title", .both) { $0.ladder.title },
      Member("source", .text) { $0.ladder.source }, Member("steps", .list(ladderStep)) { $0.ladder.steps },
    ])

  private static let ladderStep = Wire<Ladder.Step>.record(
    "LadderRule",
    [
      Member("code", .text) { $0.code }, Member("title", .both) { $0.title },
      Member("workdays", .integer(-60...60)) { $0.workdays }, Member("tells", .list(.choice())) { $0.tells },
      Member("shows_card", .flag) { $0.showsCard }, Member("is_for_meeting", .flag) { $0.isForMeeting },
    ])

  /// `term` is written as the command line takes it, e.g. `5 workdays`.
  private static let rule = Wire<RuleLine>.record(
    "TermRule",
    [
      Member("code", .text) { $0.term.code }, Member("title", .both) { $0.term.title },
      Member("term", .text) { $0.term.rule.text }, Member("valid_from", .optional(.day)) { $0.term.validFrom },
      Member("valid_to", .optional(.day)) { $0.term.validTo }, Member("source", .optional(.text)) { $0.term.source },
      Member("checked", .choice()) { $0.term.checked }, Member("reference", .optional(reference)) { $0.reference },
      Member("is_in_force", .flag) { $0.isInForce }, Member("is_replaced", .flag) { $0.isReplaced },
    ])

  private static let recount = Wire<RecountLine>.record(
    "Recount",
    [
      Member("edition", .text) { $0.edition }, Member("chunks", .count) { $0.chunks },
      Member("is_done", .flag) { $0.isDone }, Member("count", .count) { $0.count },
      Member("moved_count", .count) { $0.movedCount }, Member("moved", .list(moved)) { $0.moved },
      Member("reports", .count) { $0.reports },
    ])

  static let recountSheet = Wire<RecountSheet>.record(
    "RecountSheet",
    [
      Member("run", recount) { $0.line }, Member("moved", .list(moved)) { $0.moved },
      Member("reports", .list(movedReport)) { $0.reports },
    ])

  private static let movedReport = Wire<RecountSheet.Report>.record(
    "RecountedReport",
    [
      Member("sitting", sittingName) { $0.sitting }, Member("unit", unit) { $0.unit },
      Member("before", .day) { $0.before }, Member("after", .day) { $0.after },
    ])

  private static let moved = Wire<RecountLine.Moved>.record(
    "RecountedDue",
    [
      Member("matter", matter) { $0.matter }, Member("before", .day) { $0.before }, Member("after", .day) { $0.after },
    ])

  static let reckoning = Wire<DueReckoning>.record(
    "Reckoning",
    [
      Member("day", .day) { $0.due.day }, Member("nominal", .day) { $0.due.nominal },
      Member("start", .day) { $0.due.start }, Member("term", .text) { $0.due.rule.text },
      Member("until", .optional(.moment)) { $0.due.hours?.to },
      Member("unknown_years", .list(.count)) { $0.due.unknownYears },
      Member("rule", .optional(.both)) { $0.term?.title }, Member("checked", .optional(.choice())) { $0.term?.checked },
      Member("reference", .optional(reference)) { $0.reference }, Member("days", .list(counted)) { $0.days },
    ])
}
