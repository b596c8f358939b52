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
    case .txt, .csv:
      try look(RosterLook.rowReach) { (look) throws(Problem) in try look.take(text: decodeText(bytes)) }
    case .docx:
      let word = try WordDocument(ZipArchive(bytes, limits: limits))
      try inspect(text: word.text + word.margins)
    case .xlsx:
      let book = try Workbook(ZipArchive(bytes, limits: limits), limits)
      try look(RosterLook.rowReach) { (look) throws(Problem) in
        try book.walk { (row) throws(Problem) in try look.take(row) }
      }
    }
  }

  /// Looks into a text whose table cells may stand on lines of their own, as in a .docx or a .pdf's text.
  package func inspect(text: [UInt8]) throws(Problem) {
    try look(RosterLook.lineReach) { (look) throws(Problem) in try look.take(text: text) }
  }

  package func inspect(text: String) throws(Problem) { try inspect(text: Array(text.utf8)) }

  private func look(_ reach: Int, _ read: (inout RosterLook) throws(Problem) -> Void) throws(Problem) {
    var look = RosterLook(self, reach: reach)
    try read(&look)
    try look.finish()
  }
}

/// One look at what comes in, row by row.
struct RosterLook {
  /// A table's titles stand in one row, or in two where they are merged.
  static let rowReach = 2
  /// The titles of a table whose cells became lines stand within so many lines.
  static let lineReach = 20

  private let names: Set<String>
  private let columns: [[UInt8]]
  private let watch: Set<String>
  private let reach: Int
  private var rows = 0
  // The last row in which each kind of title stood.
  private var name: (title: String, row: Int)?
  private var column: (title: String, row: Int)?
  private var watched: [(title: String, row: Int)] = []
  private var numbers = PersonalNumbers()

  init(_ door: RosterDoor, reach: Int) {
    (names, columns, watch) = (Set(door.names), door.columns.map { Array($0.utf8) }, Set(door.watch))
    self.reach = reach
  }

  /// - Throws: the problem of columns that make a list of persons.
  mutating func take(_ row: [String]) throws(Problem) {
    for cell in row { numbers.add(Array(cell.utf8)) }
    defer { rows += 1 }
    // A row with a full stop is prose: it may speak of names and telephones, and of persons too.
    if row.contains(where: { firstRange(of: RosterLook.stop, in: Array($0.utf8)) != nil }) { return }
    for title in row.map(RosterLook.title) where !title.isEmpty {
      if names.contains(title) { name = (title, rows) }
      if isColumn(title) { column = (title, rows) }
      if watch.contains(title) { watched.append((title, rows)) }
    }
    watched.removeAll { rows - $0.row >= reach }
    if let name, let column, abs(name.row - column.row) < reach {
      throw Problem(.rosterColumns, ["columns": "\(name.title)、\(column.title)"])
    }
    if let first = watched.first, let other = watched.first(where: { $0.title != first.title }) {
      throw Problem(.rosterColumns, ["columns": "\(first.title)、\(other.title)"])
    }
  }

  /// Once all rows were seen.
  ///
  /// - Throws: the problem of too many numbers of persons.
  func finish() throws(Problem) {
    guard numbers.ids < RosterDoor.identityLimit, numbers.phones < RosterDoor.phoneLimit else {
      throw Problem(.rosterNumbers, ["ids": "\(numbers.ids)", "phones": "\(numbers.phones)"])
    }
  }

  private static let stop = Array("。".utf8)

  /// A title of at most ten characters that holds one of the words.
  private func isColumn(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    guard columns.contains(where: { firstRange(of: $0, in: bytes) != nil }) else { return false }
    return title.count <= 10
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
  mutating func take(text: [UInt8]) throws(Problem) {
    for line in text.lazy.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
      var cells = scalars.split { RosterLook.separators.contains($0) }.map { String($0) }
      let words = cells.flatMap { $0.split(separator: " ").map(String.init) }
      if words.count > cells.count { cells += words }
      try take(cells)
    }
  }

  private static let separators: Set<Unicode.Scalar> = [",", "\t", "|", ";", "\u{3000}"]
}
