package import Ground

/// The one door that every import and every upload passes: lists of persons do not come in (DESIGN §7, DOMAIN §4.5).
package struct RosterDoor: Hashable, Sendable {
  /// Titles of columns of names, e.g. 姓名.
  package let names: [String]
  /// Titles that make a list of persons together with a column of names, e.g. 身份证号.
  package let columns: [String]
  /// Titles of which two make a watch list without names, e.g. 稳控责任人.
  package let watch: [String]

  /// Three people's id numbers, or five mobile numbers, are a list; fewer may be a contact line. Each counted once.
  package static let identityLimit = 3
  package static let phoneLimit = 5

  package init(names: [String], columns: [String], watch: [String]) {
    (self.names, self.columns, self.watch) = (names, columns, watch)
  }

  /// Looks into a file. Pictures pass; the text of a .pdf is passed by the caller to `inspect(text:)`, since reading it
  /// takes a program outside this room.
  package func inspect(
    _ bytes: [UInt8], _ kind: FileKind, limits: Limits = Limits()
  ) throws(Problem) {
    switch kind {
    case .jpeg, .png, .gif, .webp, .pdf: return
    case .txt, .csv: try inspect(rows: RosterDoor.rows(of: decodeText(bytes)), reach: RosterDoor.rowReach)
    case .docx:
      let word = try WordDocument(ZipArchive(bytes, limits: limits))
      try inspect(text: word.text + word.margins)
    case .xlsx: try inspect(rows: Workbook(ZipArchive(bytes, limits: limits)).rows, reach: RosterDoor.rowReach)
    }
  }

  /// Looks into a text whose table cells may stand on lines of their own, as in a .docx or a .pdf's text.
  package func inspect(text: [UInt8]) throws(Problem) {
    try inspect(rows: RosterDoor.rows(of: text), reach: RosterDoor.lineReach)
  }

  package func inspect(text: String) throws(Problem) { try inspect(text: Array(text.utf8)) }

  /// A table's titles stand in one row, or in two where they are merged.
  private static let rowReach = 2
  /// The titles of a table whose cells became lines stand within so many lines.
  private static let lineReach = 20

  private func inspect(rows: [[String]], reach: Int) throws(Problem) {
    try inspectTitles(rows, reach: reach)
    var text: [UInt8] = []
    for row in rows {
      for cell in row {
        text.append(contentsOf: cell.utf8)
        text.append(0x0A)
      }
    }
    let numbers = PersonalNumbers(in: text)
    guard numbers.ids < RosterDoor.identityLimit, numbers.phones < RosterDoor.phoneLimit else {
      throw Problem(.rosterNumbers, ["ids": "\(numbers.ids)", "phones": "\(numbers.phones)"])
    }
  }

  private func inspectTitles(_ rows: [[String]], reach: Int) throws(Problem) {
    // The last row in which each kind of title stood.
    var name: (title: String, row: Int)?
    var column: (title: String, row: Int)?
    var watched: [(title: String, row: Int)] = []
    // A row with a full stop is prose: it may speak of names and telephones, and of persons too.
    for (number, row) in rows.enumerated() where !row.contains(where: { $0.contains("。") }) {
      for title in row.map(RosterDoor.title) where !title.isEmpty {
        if names.contains(title) { name = (title, number) }
        if title.count <= 10, columns.contains(where: title.contains) { column = (title, number) }
        if watch.contains(title) { watched.append((title, number)) }
      }
      watched.removeAll { number - $0.row >= reach }
      if let name, let column, abs(name.row - column.row) < reach {
        throw Problem(.rosterColumns, ["columns": "\(name.title)、\(column.title)"])
      }
      if let first = watched.first, let other = watched.first(where: { $0.title != first.title }) {
        throw Problem(.rosterColumns, ["columns": "\(first.title)、\(other.title)"])
      }
    }
  }

  /// A cell as a column's title: without spaces, without what stands in brackets, without a colon at the end.
  private static func title(_ cell: String) -> String {
    guard cell.utf8.count <= 120 else { return "" }
    var title = ""
    for scalar in cell.unicodeScalars {
      if ["(", "（", "[", "【"].contains(scalar) { break }
      let isSpace = scalar.value <= 0x20 || scalar.value == 0x3000 || scalar.value == 0xA0 || scalar.value == 0xFEFF
      if !isSpace, ![":", "：", "*", "\"", "'"].contains(scalar) { title.unicodeScalars.append(scalar) }
    }
    return title
  }

  /// Lines cut into cells at separators and at double spaces; a line of words at single spaces too.
  private static func rows(of text: [UInt8]) -> [[String]] {
    let separators: Set<Unicode.Scalar> = [",", "\t", "|", ";", "\u{3000}"]
    var rows: [[String]] = []
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      var cells = scalars.split { separators.contains($0) }.map { String($0) }
      let words = cells.flatMap { $0.split(separator: " ").map(String.init) }
      if words.count > cells.count { cells += words }
      rows.append(cells)
    }
    return rows
  }
}
