package import Ground

/// One sheet of an office's file as plain values: rows of cells, with what had to be made out on the way.
package struct Table: Hashable, Codable, Sendable {
  /// The sheet's name; empty for a text file.
  package var name: String
  /// Rows that hold something, in their order.
  package var rows: [TableRow]
  package var notes: TableNotes

  package init(name: String, rows: [TableRow], notes: TableNotes = TableNotes()) {
    (self.name, self.rows, self.notes) = (name, rows, notes)
  }

  /// The number of columns of the widest row.
  package var width: Int { rows.map(\.cells.count).max() ?? 0 }
}

/// One row; its number is the one that a spreadsheet program shows.
package struct TableRow: Hashable, Codable, Sendable {
  package var number: Int
  package var cells: [TableCell]
  package var isHidden: Bool

  package init(number: Int, cells: [TableCell], isHidden: Bool = false) {
    (self.number, self.cells, self.isHidden) = (number, cells, isHidden)
  }

  package var isEmpty: Bool { cells.allSatisfy { $0.text.isEmpty } }
}

/// One cell as it is shown, and the day where it holds a real one.
package struct TableCell: Hashable, Codable, Sendable {
  /// Without blanks at its ends.
  package var text: String
  /// The day of a cell that holds a date as a number with a date's format.
  package var day: CivilDate?
  /// Whether the cell holds a number rather than text.
  package var isNumber: Bool
  package var origin: Origin

  package init(_ text: String, day: CivilDate? = nil, isNumber: Bool = false, origin: Origin = .typed) {
    (self.text, self.day, self.isNumber, self.origin) = (text, day, isNumber, origin)
  }

  package enum Origin: String, Hashable, Codable, Sendable {
    case typed
    /// Taken over from the top-left cell of a merged area.
    case merged
    /// What the formula's last reckoning left in the file; nothing is computed here.
    case formula
  }
}

/// What a sheet holds besides its cells, for the person who looks at the import.
package struct TableNotes: Hashable, Codable, Sendable {
  /// The first of them.
  package var hiddenRows: [Int] = []
  static let named = 1000
  package var hiddenColumns = 0
  package var isHidden = false
  package var formulas = 0
  /// Cells with a formula and no stored value, such as `F12`.
  package var emptyFormulas: [String] = []
  package var merges = 0
  /// The workbook counts days from 1904 (ECMA-376 18.17.4.1).
  package var countsFrom1904 = false
  /// The file refers to other files; they are never opened.
  package var hasExternalLinks = false

  package init() {}
}

/// `A` for 0, `AA` for 26.
package func columnLetters(_ index: Int) -> String {
  var (letters, rest) = ("", index)
  repeat {
    letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
    rest = rest / 26 - 1
  } while rest >= 0
  return letters
}
