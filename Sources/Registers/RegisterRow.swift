package import Ground

/// How the clerk wants a file to be read.
package struct RegisterOptions: Hashable, Codable, Sendable {
  /// Which of the file's sheets.
  package var sheet: Int
  /// What columns hold, as far as the clerk set it.
  package var columns: [ColumnChoice]
  /// The day of issue of rows that give none.
  package var issued: CivilDate?
  /// The year of days that give none.
  package var year: Int?
  /// The field of rows that give none.
  package var field: Field

  package init(
    sheet: Int = 0, columns: [ColumnChoice] = [], issued: CivilDate? = nil, year: Int? = nil,
    field: Field = .productionSafety
  ) {
    (self.sheet, self.columns, self.issued, self.year, self.field) = (sheet, columns, issued, year, field)
  }
}

/// A clerk's word about a column, by its place from 0; nil: it is not taken over.
package struct ColumnChoice: Hashable, Codable, Sendable {
  package let place: Int
  package let column: RegisterColumn?

  package init(place: Int, column: RegisterColumn?) { (self.place, self.column) = (place, column) }
}

/// One row of an office's register as it was understood, with everything that had to be made out and everything wrong.
package struct RegisterRow: Hashable, Sendable {
  /// As a spreadsheet program shows it.
  package let number: Int
  package var text = ""
  package var lead: UnitID?
  package var supporting: [UnitID] = []
  package var leader: OfficerID?
  package var handler: OfficerID?
  package var fields: [Field] = []
  package var issued: CivilDate?
  package var due: DueDate?
  package var urgent = false
  package var formerNumber: String?
  package var origin: String?
  package var progress: String?
  package var closed: CivilDate?
  package var conclusion: String?
  /// What was made out of the row and is not simply what it says.
  package var remarks: [RowRemark] = []
  package var problems: [Problem] = []

  package init(number: Int) { self.number = number }
}

/// How a cell was understood, said to the clerk; `place` is a cell such as `F12`, or a row or the whole.
package struct RowRemark: Hashable, Sendable {
  package let place: String
  package let text: Bilingual

  package init(_ place: String, _ text: Bilingual) { (self.place, self.text) = (place, text) }
}

/// A row that is no matter, and why.
package struct PassedRow: Hashable, Sendable {
  package let number: Int
  package let why: Bilingual
  /// What stands in it, cut short.
  package let text: String

  package init(number: Int, why: Bilingual, text: String) { (self.number, self.why, self.text) = (number, why, text) }
}

/// A register as it was understood: what would come, what is passed over, what is wrong.
package struct RegisterReading: Sendable {
  package let titles: [String]
  package let columns: [RegisterColumn?]
  package let rows: [RegisterRow]
  package let passed: [PassedRow]
  /// About the whole table.
  package let remarks: [RowRemark]
  package let problems: [Problem]

  package init(
    titles: [String] = [], columns: [RegisterColumn?] = [], rows: [RegisterRow] = [], passed: [PassedRow] = [],
    remarks: [RowRemark] = [], problems: [Problem]
  ) {
    (self.titles, self.columns, self.rows, self.passed) = (titles, columns, rows, passed)
    (self.remarks, self.problems) = (remarks, problems)
  }

  /// Whether every row could come in as it stands.
  package var isSound: Bool { problems.isEmpty && rows.allSatisfy { $0.problems.isEmpty } }
}
