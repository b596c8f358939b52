import Duties
import Ground
import Operations
import Packs

/// Key periods and alerts, and what units enter while they last.
extension Wires {
  static let periodName = Wire<PeriodName>.record(
    "PeriodName",
    [
      Member("id", .id()) { $0.id }, Member("title", .words) { $0.title },
      Member("alert", .optional(.choice())) { $0.alert }, Member("alert_kind", .optional(.choice())) { $0.kind },
    ])

  private static let periodRow = Wire<PeriodRow>.record(
    "PeriodRow",
    [
      Member("period", periodName) { $0.name }, Member("first", .day) { $0.days.first },
      Member("last", .day) { $0.days.last }, Member("standing", .choice()) { $0.standing },
      Member("is_ended_early", .flag) { $0.isEnded }, Member("fields", .list(.choice())) { $0.fields },
      Member("types", .list(.both)) { $0.types }, Member("areas", .list(unit)) { $0.areas },
    ])

  static let periods = Wire<PeriodRegister>.record(
    "PeriodList", [Member("periods", .list(periodRow)) { $0.rows }])

  static let period = Wire<PeriodSheet>.record(
    "Period",
    [
      Member("row", periodRow) { $0.row }, Member("basis", .words) { $0.period.terms.basis },
      Member("issuer", .optional(.words)) { $0.period.terms.notice?.issuer },
      Member("number", .optional(.words)) { $0.period.terms.notice?.number },
      Member("plan", .optional(.words)) { $0.period.plan },
      Member("withdrawn", .optional(.words)) { $0.period.withdrawn },
      Member("shifts", .optional(.choice())) { $0.period.terms.shifts },
      Member("report_by", .optional(.text)) { $0.period.terms.reportBy.map { clockText($0).string } },
      Member("closer", .list(closer)) { $0.closer }, Member("day", .optional(periodDay)) { $0.day },
      Member("gaps", .list(gap)) { $0.gaps }, Member("figures", .optional(.list(figure))) { $0.figures.rows },
      Member("version", .count) { $0.period.version },
    ])

  private static let closer = Wire<CloserDuty>.record(
    "CloserDuty",
    [
      Member("duty", .text) { $0.duty.code }, Member("title", .both) { $0.duty.title },
      Member("usual_every", .choice()) { $0.duty.pace.every }, Member("usual_times", .count) { $0.duty.pace.times },
      Member("every", .choice()) { $0.pace.every }, Member("times", .count) { $0.pace.times },
    ])

  private static let periodDay = Wire<PeriodDay>.record(
    "PeriodDay", [Member("day", .day) { $0.day }, Member("units", .list(dayLine)) { $0.lines }])

  private static let dayLine = Wire<PeriodDayLine>.record(
    "PeriodDayUnit",
    [
      Member("unit", unit) { $0.unit }, Member("hotline", .optional(.words)) { $0.hotline },
      Member("shifts", .list(shift)) { $0.shifts }, Member("report", .optional(.choice())) { $0.report?.kind },
      Member("text", .optional(.words)) { $0.report?.text },
    ])

  private static let shift = Wire<ShiftLine>.record(
    "DutyShift",
    [
      Member("day", .day) { $0.key.day }, Member("shift", .choice()) { $0.key.shift },
      Member("officer", .optional(officer)) { $0.people?.officer },
      Member("leader", .optional(officer)) { $0.people?.leader },
      Member("handover", .optional(.words)) { $0.handover?.text },
      Member("open", .optional(.words)) { $0.handover?.open },
    ])

  private static let gap = Wire<GapLine>.record(
    "RosterGaps", [Member("unit", unit) { $0.unit }, Member("shifts", .list(gapShift)) { $0.shifts }])

  private static let gapShift = Wire<ShiftKey>.record(
    "RosterGap", [Member("day", .day) { $0.day }, Member("shift", .choice()) { $0.shift }])

  private static let figure = Wire<PeriodFigure>.record(
    "PeriodFigure",
    [
      Member("town", unit) { $0.town }, Member("field", .choice()) { $0.field }, Member("owed", .count) { $0.owed },
      Member("done", .count) { $0.done }, Member("open", .count) { $0.open }, Member("missed", .count) { $0.missed },
      Member("reasons", .list(reasonCount)) { $0.reasons },
    ])

  static let periodWindows = Wire<PeriodWindows>.record(
    "PeriodWindows",
    [Member("count", .count) { $0.count }, Member("windows", .optional(.list(windowLine))) { $0.lines }])

  private static let windowLine = Wire<PeriodWindowLine>.record(
    "PeriodWindow",
    [
      Member("subject", subjectRow) { $0.subject }, Member("duty", .text) { $0.duty.code },
      Member("first", .day) { $0.days.first }, Member("last", .day) { $0.days.last },
      Member("times", .count) { $0.times }, Member("done", .count) { $0.done }, Member("state", .choice()) { $0.state },
      Member("reason", .optional(.choice())) { $0.reason },
    ])

  static let roster = Wire<RosterSheet>.record(
    "Roster",
    [
      Member("unit", unit) { $0.unit }, Member("hotline", .optional(.words)) { $0.hotline },
      Member("shifts", .list(shift)) { $0.lines }, Member("next", .optional(.day)) { $0.next },
    ])
}

extension DayReportState {
  fileprivate var text: Words? { if case .reported(let report) = self { report?.text } else { nil } }
}
