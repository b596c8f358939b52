import Ground
import Operations
import Packs

/// The figures of the fields between two meetings, and what stands behind one.
extension Wires {
  static let fieldFigures = Wire<FieldFigures>.record(
    "FieldFigures",
    [
      Member("first", .day) { $0.first }, Member("last", .day) { $0.last },
      Member("fields", .list(fieldLine)) { $0.rows }, Member("recurrences", .list(recurrence)) { $0.recurrences },
    ])

  private static let fieldLine = Wire<FieldLine>.record(
    "FieldLine",
    [
      Member("field", .choice()) { $0.field }, Member("owed", .count) { $0[.owed] },
      Member("done", .count) { $0[.done] }, Member("missed", .count) { $0[.missed] },
      Member("explained", .count) { $0[.explained] }, Member("unexplained", .count) { $0[.unexplained] },
      Member("reasons", .list(reasonCount)) { $0.reasons },
      Member("inspections", .count) { $0[.inspections] }, Member("ordinary", .count) { $0[.ordinary] },
      Member("major", .count) { $0[.major] }, Member("fixed", .count) { $0[.fixed] },
      Member("closed", .count) { $0[.closed] }, Member("overdue", .count) { $0[.overdue] },
      Member("recurred", .count) { $0[.recurred] },
    ])

  private static let recurrence = Wire<RecurrenceLine>.record(
    "Recurrence",
    [
      Member("field", .choice()) { $0.field }, Member("subject", subjectRow) { $0.subject },
      Member("item", .both) { $0.item }, Member("again", foundBefore) { $0.again },
      Member("before", foundBefore) { $0.before }, Member("closed_on", .optional(.day)) { $0.closedOn },
    ])

  private static let foundBefore = Wire<RecurrenceLine.Found>.record(
    "RecurringFinding",
    [
      Member("inspection", .id()) { $0.inspection }, Member("day", .day) { $0.day },
      Member("matter", .optional(.text)) { $0.matter?.number },
    ])

  static let fieldFigure = Wire<FieldFigureList>.record(
    "FieldFigure",
    [
      Member("field", .choice()) { $0.field }, Member("first", .day) { $0.first }, Member("last", .day) { $0.last },
      Member("figure", .count) { $0.figure }, Member("count", .count) { $0.count },
      Member("windows", .list(subjectWindow)) { $0.windows },
      Member("inspections", .list(inspectionRow)) { $0.inspections },
      Member("found", .list(figureFinding)) { $0.found },
      Member("recurrences", .list(recurrence)) { $0.recurrences },
    ])

  static let dutyCalendar = Wire<DutyCalendar>.record(
    "DutyCalendar",
    [
      Member("unit", unit) { $0.unit }, Member("first", .day) { $0.month.first },
      Member("last", .day) { $0.month.last }, Member("running", .count) { $0.running },
      Member("days", .list(dutyDay)) { $0.days },
      Member("windows", .list(subjectWindow)) { $0.opened?.windows ?? [] },
    ])

  private static let dutyDay = Wire<DutyDay>.record(
    "DutyDay",
    [
      Member("day", .day) { $0.day }, Member("opens", .count) { $0.opens }, Member("owed", .count) { $0.owed },
      Member("done", .count) { $0.done }, Member("explained", .count) { $0.explained },
    ])

  static let subjectWindow = Wire<SubjectWindow>.record(
    "SubjectWindow",
    [
      Member("subject", subjectRow) { $0.subject }, Member("duty", .both) { $0.duty },
      Member("first", .day) { $0.first }, Member("last", .day) { $0.last }, Member("times", .count) { $0.times },
      Member("done", .count) { $0.done }, Member("reason", .optional(givenReason)) { $0.reason },
    ])

  private static let figureFinding = Wire<FigureFinding>.record(
    "FigureFinding",
    [
      Member("subject", subjectRow) { $0.subject }, Member("inspection", .id()) { $0.inspection },
      Member("day", .day) { $0.day }, Member("text", .words) { $0.text }, Member("grade", .choice()) { $0.grade },
      Member("is_fixed", .flag) { $0.isFixed }, Member("matter", .optional(.text)) { $0.matter?.number },
    ])
}
