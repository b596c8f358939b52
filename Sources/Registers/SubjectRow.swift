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

/// A list of subjects as it was understood: how much would come, is passed over and is wrong, and the first of each.
package struct SubjectReading: Sendable {
  /// So many rows of each sort are named; the whole list is in the file.
  package static let named = 100

  package let titles: [String]
  package let columns: [SubjectColumn?]
  /// About the whole table.
  package let remarks: [RowRemark]
  package internal(set) var problems: [Problem]
  package internal(set) var sound = Sort<SubjectRowReading>()
  package internal(set) var unsound = Sort<SubjectRowReading>()
  package internal(set) var passed = Sort<PassedRow>()

  package init(
    titles: [String] = [], columns: [SubjectColumn?] = [], remarks: [RowRemark] = [], problems: [Problem]
  ) {
    (self.titles, self.columns, self.remarks, self.problems) = (titles, columns, remarks, problems)
  }

  /// Rows of one sort.
  package struct Sort<Row: Sendable>: Sendable {
    package private(set) var first: [Row] = []
    package private(set) var count = 0

    mutating func add(_ row: Row) {
      count += 1
      if first.count < SubjectReading.named { first.append(row) }
    }
  }

  /// How many rows are subjects, sound or not.
  package var count: Int { sound.count + unsound.count }

  package mutating func add(_ row: SubjectRowReading) {
    if row.isSound { sound.add(row) } else { unsound.add(row) }
  }

  package mutating func add(_ row: PassedRow) { passed.add(row) }
}

/// By what a subject is known again: its name with its town, and what belongs to it alone.
package struct SubjectKeys: Hashable, Sendable {
  /// A name without blanks, in its town.
  package let name: String
  /// The credit code and the plate, each with its attribute.
  package let codes: [String]

  /// - Parameter town: of the place where it lies, so that one list may name the community and another the town.
  package init(_ details: SubjectDetails, of type: SubjectType, in town: UnitID) {
    let codes = SubjectKeys.attributes(of: type)
    self.init(
      name: details.name.text, town: town, attributes: codes,
      saying: codes.map { code in
        if case .words(let words)? = details.attributes[code] { words.text } else { nil }
      })
  }

  /// - Parameter said: what each of the attributes says, where it says something.
  package init(name: String?, town: UnitID, attributes: [String], saying said: [String?]) {
    let plain = (name ?? "").lowercased().filter { !$0.isWhitespace }
    self.name = plain.isEmpty ? "" : "\(plain)@\(town)"
    codes = zip(attributes, said).compactMap { code, said in said.map { "\(code)=\($0)" } }
  }

  package var all: [String] { name.isEmpty ? codes : [name] + codes }

  /// The attributes that no two subjects of the type should share.
  package static func attributes(of type: SubjectType) -> [String] {
    type.attributes.filter(\.isOwnCode).map(\.code)
  }
}
