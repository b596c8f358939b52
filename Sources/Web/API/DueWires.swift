import Ground
import Matters
import Operations

extension Wires {
  static let explained = Wire<DueExplained>.record(
    "DueExplained",
    [
      Member("matter", matter) { $0.matter }, Member("day", .optional(.day)) { $0.reason?.due.day },
      Member("nominal", .optional(.day)) { $0.reason?.due.nominal },
      Member("start", .optional(.day)) { $0.reason?.due.start },
      Member("term", .optional(.both)) { $0.reason?.term },
      Member("reference", .optional(reference)) { $0.reason?.reference },
      Member("decision", .optional(.words)) { $0.reason?.decision },
      Member("unknown_years", .list(.count)) { $0.reason?.unknownYears ?? [] },
      Member("days", .list(counted)) { $0.reason?.days ?? [] },
      Member("history", .list(dueStep)) { $0.history },
      Member("beside", .list(besideExplained)) { $0.beside },
      Member("report", .optional(reportExplained)) { $0.report },
    ])

  private static let dueStep = Wire<DueStep>.record(
    "DueStep",
    [
      Member("kind", .choice()) { $0.kind }, Member("officer", .optional(officer)) { $0.by.officer },
      Member("in_place_of", .optional(officer)) { $0.by.away }, Member("rule", .optional(.text)) { $0.by.rule },
      Member("on", .day) { $0.day }, Member("words", .optional(.words)) { $0.words },
      Member("before", .optional(.day)) { $0.before }, Member("day", .day) { $0.reason.due.day },
      Member("nominal", .day) { $0.reason.due.nominal }, Member("start", .day) { $0.reason.due.start },
      Member("term", .optional(.both)) { $0.reason.term },
      Member("reference", .optional(reference)) { $0.reason.reference },
      Member("days", .list(counted)) { $0.reason.days },
    ])

  private static let besideExplained = Wire<DueExplained.Beside>.record(
    "WaitExplained",
    [
      Member("kind", .choice()) { $0.kind }, Member("unit", unit) { $0.unit },
      Member("day", .optional(.day)) { $0.day?.day },
      Member("is_provisional", .flag) { $0.day?.isProvisional ?? false },
      Member("nominal", .optional(.day)) { $0.reason?.due.nominal },
      Member("start", .optional(.day)) { $0.reason?.due.start },
      Member("term", .optional(.both)) { $0.reason?.term },
      Member("reference", .optional(reference)) { $0.reason?.reference },
      Member("set_on", .optional(.day)) { $0.named?.day },
      Member("set_by", .optional(officer)) { $0.named?.by.officer },
      Member("set_by_rule", .optional(.text)) { $0.named?.by.rule },
      Member("days", .list(counted)) { $0.reason?.days ?? [] },
    ])

  private static let reportExplained = Wire<DueExplained.Report>.record(
    "RegularReportExplained",
    [
      Member("cycle", .choice()) { $0.cycle }, Member("first", .day) { $0.period.first },
      Member("last", .day) { $0.period.last }, Member("by", .optional(due)) { $0.by },
      Member("missed", .count) { $0.missed },
    ])
}
