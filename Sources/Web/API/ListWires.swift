import Ground
import Matters
import Operations

extension Wires {
  static let bulk = Wire<BulkPreview>.record(
    "Bulk", [Member("matters", .list(bulkLine)) { $0.lines }, Member("refused", .count) { $0.refused }])

  /// What speaks against the change of one matter; nothing where it may be done.
  private static let bulkLine = Wire<BulkLine>.record(
    "BulkLine",
    [
      Member("matter", row) { $0.row }, Member("version", .count) { $0.version },
      Member("refused_by", .list(reason)) { $0.problems },
    ])

  /// Why not, in both languages.
  static let reason = Wire<Problem>.record(
    "Reason",
    [
      Member("code", .text) { $0.code.code }, Member("place", .optional(.text)) { $0.place },
      Member("message", .both) { Bilingual($0.message(in: .chinese), $0.message(in: .english)) },
      Member("hint", .both) { Bilingual($0.hint(in: .chinese), $0.hint(in: .english)) },
    ])

  static let views = Wire<[SavedView]>.record("ViewList", [Member("views", .list(view)) { $0 }])

  private static let view = Wire<SavedView>.record(
    "View",
    [Member("id", .text) { $0.id }, Member("name", .text) { $0.name }, Member("query", .text) { $0.query }])

  static let unitBoard = Wire<UnitBoard>.record(
    "UnitBoard",
    [
      Member("unit", unit) { $0.unit }, Member("figures", .optional(figures)) { $0.figures },
      Member("owes", .list(row)) { $0.owes }, Member("meetings", .list(unitMeeting)) { $0.meetings },
      Member("next", .optional(.text)) { $0.next },
    ])

  /// Null for whoever may not see all of the unit's matters.
  private static let figures = Wire<UnitFigures>.record(
    "UnitFigures",
    [
      Member("standing", counts) { $0.counts }, Member("loop", loop) { $0.loop },
      Member("on_time", .count) { $0.onTime }, Member("first_pass", .count) { $0.firstPass },
    ])

  private static let unitMeeting = Wire<UnitMeeting>.record(
    "UnitMeeting", [Member("meeting", meeting) { $0.meeting }, Member("counts", counts) { $0.counts }])

  static let waits = Wire<WaitList>.record(
    "WaitList", [Member("waits", .list(wait)) { $0.rows }, Member("next", .optional(.text)) { $0.next }])

  private static let wait = Wire<WaitRow>.record(
    "Wait",
    [
      Member("matter", row) { $0.row }, Member("kind", .choice()) { $0.kind }, Member("unit", unit) { $0.unit },
      Member("by", .optional(.day)) { $0.by?.day }, Member("step", .optional(.both)) { $0.step },
      Member("act", .optional(.choice())) { $0.act },
    ])

  static let outcome = Wire<OutcomeList>.record(
    "OutcomeList",
    [
      Member("outcome", .choice()) { $0.outcome }, Member("unit", .optional(unit)) { $0.unit },
      Member("matters", .list(row)) { $0.rows }, Member("next", .optional(.text)) { $0.next },
    ])
}
