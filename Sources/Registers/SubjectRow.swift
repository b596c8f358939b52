package import Ground
package import Packs
package import Subjects

/// How somebody wants a list of subjects to be read.
package struct SubjectOptions: Hashable, Codable, Sendable {
  /// Which of the file's sheets.
  package var sheet: Int
  /// What columns hold, as far as somebody set it.
  package var columns: [Choice]
  /// The units of rows that name none.
  package var supervising: UnitID?
  package var territorial: UnitID?
  /// Whether several subjects may have one credit code or plate, such as the branches of one company.
  package var sharesCodes: Bool

  package init(
    sheet: Int = 0, columns: [Choice] = [], supervising: UnitID? = nil, territorial: UnitID? = nil,
    sharesCodes: Bool = false
  ) {
    (self.sheet, self.columns, self.supervising, self.territorial) = (sheet, columns, supervising, territorial)
    self.sharesCodes = sharesCodes
  }

  /// Somebody's word about a column, by its place from 0; a code that is empty: it is not taken over.
  package struct Choice: Hashable, Codable, Sendable {
    package let place: Int
    package let code: String

    package init(place: Int, code: String) { (self.place, self.code) = (place, code) }
  }
}

/// One row of a list of subjects as it was understood.
package struct SubjectRowReading: Hashable, Sendable {
  /// As a spreadsheet program shows it.
  package let number: Int
  /// The row's name as it stands there; nil where it has none.
  package var name: String?
  /// What would come in; nil where something in the row cannot be read.
  package var details: SubjectDetails?
  package var risk: RiskGrading?
  package var remarks: [RowRemark] = []
  package var problems: [Problem] = []
  /// The row's cells in the file's order, with "as above" and merged areas filled in.
  package var cells: [String] = []

  package init(number: Int) { self.number = number }

  package var isSound: Bool { problems.isEmpty && details != nil }
}

/// A list of subjects as it was understood: what would come, what is passed over, what is wrong.
package struct SubjectReading: Sendable {
  package let titles: [String]
  package let columns: [SubjectColumn?]
  package let rows: [SubjectRowReading]
  package let passed: [PassedRow]
  /// About the whole table.
  package let remarks: [RowRemark]
  package let problems: [Problem]

  package init(
    titles: [String] = [], columns: [SubjectColumn?] = [], rows: [SubjectRowReading] = [], passed: [PassedRow] = [],
    remarks: [RowRemark] = [], problems: [Problem]
  ) {
    (self.titles, self.columns, self.rows, self.passed) = (titles, columns, rows, passed)
    (self.remarks, self.problems) = (remarks, problems)
  }

  package var sound: [SubjectRowReading] { rows.filter(\.isSound) }
  package var unsound: [SubjectRowReading] { rows.filter { !$0.isSound } }
}

/// By what a subject is known again: its name with its town, and what belongs to it alone.
package struct SubjectKeys: Hashable, Sendable {
  /// A name without blanks, in its town.
  package let name: String
  /// The credit code and the plate, each with its attribute.
  package let codes: [String]

  package init(_ details: SubjectDetails, of type: SubjectType) {
    let plain = (details.name.text ?? "").lowercased().filter { !$0.isWhitespace }
    name = plain.isEmpty ? "" : "\(plain)@\(details.territorial)"
    codes = type.attributes.compactMap { attribute in
      guard attribute.isOwnCode, case .words(let words)? = details.attributes[attribute.code], let text = words.text
      else { return nil }
      return "\(attribute.code)=\(text)"
    }
  }
}

extension SubjectAttribute {
  /// Whether no two subjects should have the same: a plate, and the subject's own credit code, not that of its builder.
  fileprivate var isOwnCode: Bool {
    switch kind {
    case .plate: true
    case .creditCode: title.chinese == "统一社会信用代码"
    default: false
    }
  }
}
