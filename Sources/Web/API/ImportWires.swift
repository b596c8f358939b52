import Ground
import Operations
import Registers

extension Wires {
  static let imports = Wire<RegisterImportList>.record(
    "ImportList",
    [Member("imports", .list(importLine)) { $0.imports }, Member("waiting", .list(waiting)) { $0.waiting }])

  private static let importLine = Wire<RegisterImportLine>.record(
    "ImportLine",
    [
      Member("id", .id()) { $0.id }, Member("name", .words) { $0.name }, Member("at", .moment) { $0.at },
      Member("officer", .optional(officer)) { $0.by.officer }, Member("matters", .count) { $0.matters },
      Member("given_back", .optional(givenBack)) { $0.givenBack },
    ])

  private static let givenBack = Wire<GivenBackLine>.record(
    "GivenBack",
    [
      Member("at", .moment) { $0.at }, Member("officer", .optional(officer)) { $0.by.officer },
      Member("reason", .words) { $0.reason },
    ])

  private static let waiting = Wire<WaitingRegister>.record(
    "WaitingRegister",
    [Member("id", .id()) { $0.id }, Member("name", .text) { $0.name }, Member("at", .moment) { $0.at }])

  /// `review` while it waits, `taken` once it came in.
  static let registerImport = Wire<RegisterStand>.record(
    "Import",
    [
      Member("id", .id()) { $0.id }, Member("review", .optional(review)) { $0.review },
      Member("taken", .optional(taken)) { $0.taken },
    ])

  private static let taken = Wire<RegisterImportSheet>.record(
    "TakenRegister", [Member("import", importLine) { $0.line }, Member("matters", .list(row)) { $0.rows }])

  private static let review = Wire<RegisterReview>.record(
    "RegisterReview",
    [
      Member("name", .text) { $0.name }, Member("sheets", .list(.text)) { $0.sheets },
      Member("sheet", .count) { $0.options.sheet }, Member("issued", .optional(.day)) { $0.options.issued },
      Member("year", .optional(.count)) { $0.options.year }, Member("field", .choice()) { $0.options.field },
      Member("columns", .list(column)) { review in
        zip(review.reading.titles, review.reading.columns).map { ReadColumn(title: $0, column: $1) }
      },
      Member("rows", .list(registerRow)) { $0.rows }, Member("passed", .list(passed)) { $0.reading.passed },
      Member("remarks", .list(remark)) { $0.reading.remarks },
      Member("problems", .list(reason)) { $0.reading.problems },
      Member("problem_count", .count) { $0.problemCount },
      Member("came_before", .list(importLine)) { $0.before },
    ])

  private static let column = Wire<ReadColumn>.record(
    "RegisterColumn",
    [Member("title", .text) { $0.title }, Member("column", .optional(.choice())) { $0.column }])

  private static let registerRow = Wire<RegisterReviewRow>.record(
    "RegisterRow",
    [
      Member("number", .count) { $0.row.number }, Member("text", .text) { $0.row.text },
      Member("lead", .optional(unit)) { $0.lead }, Member("supporting", .list(unit)) { $0.supporting },
      Member("leader", .optional(officer)) { $0.leader }, Member("handler", .optional(officer)) { $0.handler },
      Member("fields", .list(.choice())) { $0.row.fields }, Member("issued", .optional(.day)) { $0.row.issued },
      Member("due", .optional(.day)) { $0.row.due?.day }, Member("is_urgent", .flag) { $0.row.urgent },
      Member("former_number", .optional(.text)) { $0.row.formerNumber },
      Member("origin", .optional(.text)) { $0.row.origin },
      Member("progress", .optional(.text)) { $0.row.progress },
      Member("closed", .optional(.day)) { $0.row.closed },
      Member("conclusion", .optional(.text)) { $0.row.conclusion },
      Member("remarks", .list(remark)) { $0.row.remarks }, Member("problems", .list(reason)) { $0.row.problems },
    ])

  private static let remark = Wire<RowRemark>.record(
    "RowRemark", [Member("place", .text) { $0.place }, Member("text", .both) { $0.text }])

  private static let passed = Wire<PassedRow>.record(
    "PassedRow",
    [Member("number", .count) { $0.number }, Member("why", .both) { $0.why }, Member("text", .text) { $0.text }])
}

/// A column's title, and what it was understood to hold.
struct ReadColumn: Sendable {
  let title: String
  let column: RegisterColumn?
}
