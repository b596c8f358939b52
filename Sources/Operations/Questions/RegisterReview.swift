package import Ground
package import Registers

/// What would come of a register that was uploaded, row by row?
package struct RegisterReview: Sendable {
  package let id: OperationID
  package let name: String
  package let sheets: [String]
  package let options: RegisterOptions
  package let reading: RegisterReading
  package let rows: [RegisterReviewRow]
  /// Imports of the same file that stand.
  package let before: [RegisterImportLine]

  package init(
    id: OperationID, name: String, sheets: [String], options: RegisterOptions, reading: RegisterReading,
    rows: [RegisterReviewRow], before: [RegisterImportLine]
  ) {
    (self.id, self.name, self.sheets, self.options) = (id, name, sheets, options)
    (self.reading, self.rows, self.before) = (reading, rows, before)
  }

  /// How many things are wrong with it.
  package var problemCount: Int { reading.problems.count + reading.rows.reduce(0) { $0 + $1.problems.count } }
}

/// What was understood of one row, with the names that the page shows?
package struct RegisterReviewRow: Sendable {
  package let row: RegisterRow
  package let lead: UnitName?
  package let supporting: [UnitName]
  package let leader: OfficerName?
  package let handler: OfficerName?

  package init(
    row: RegisterRow, lead: UnitName?, supporting: [UnitName], leader: OfficerName?, handler: OfficerName?
  ) {
    (self.row, self.lead, self.supporting) = (row, lead, supporting)
    (self.leader, self.handler) = (leader, handler)
  }
}

/// Which registers came in, which wait, and which were taken back?
package struct RegisterImportList: Sendable {
  package let imports: [RegisterImportLine]
  package let waiting: [WaitingRegister]

  package init(imports: [RegisterImportLine], waiting: [WaitingRegister]) {
    (self.imports, self.waiting) = (imports, waiting)
  }
}

/// Which file came in, when, by whom, and what became of it?
package struct RegisterImportLine: Sendable {
  package let id: OperationID
  package let name: Words
  package let at: Instant
  package let by: StoryAuthor
  package let matters: Int
  package let givenBack: GivenBackLine?

  package init(
    id: OperationID, name: Words, at: Instant, by: StoryAuthor, matters: Int, givenBack: GivenBackLine?
  ) {
    (self.id, self.name, self.at, self.by) = (id, name, at, by)
    (self.matters, self.givenBack) = (matters, givenBack)
  }
}

/// When, by whom and why was it taken back?
package struct GivenBackLine: Sendable {
  package let at: Instant
  package let by: StoryAuthor
  package let reason: Words

  package init(at: Instant, by: StoryAuthor, reason: Words) { (self.at, self.by, self.reason) = (at, by, reason) }
}

/// Which upload still waits for a decision?
package struct WaitingRegister: Sendable {
  package let id: OperationID
  package let name: String
  package let at: Instant

  package init(id: OperationID, name: String, at: Instant) { (self.id, self.name, self.at) = (id, name, at) }
}

/// What came in with one import?
package struct RegisterImportSheet: Sendable {
  package let line: RegisterImportLine
  package let rows: [MatterRow]

  package init(line: RegisterImportLine, rows: [MatterRow]) { (self.line, self.rows) = (line, rows) }
}
