import Ground

/// A text whose lines are rows: cells between commas, semicolons or tabs, quoted as RFC 4180 has it.
struct SeparatedText {
  private let bytes: ArraySlice<UInt8>
  private let limits: Limits

  init(_ text: [UInt8], _ limits: Limits) {
    bytes = text.starts(with: utf8Mark) ? text[utf8Mark.count...] : text[...]
    self.limits = limits
  }

  private static let quote = UInt8(ascii: "\"")
  private static let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";")]

  func table() throws(Problem) -> Table {
    var rows: [TableRow] = []
    try walk { rows.append($0) }
    return Table(name: "", rows: rows)
  }

  /// Hands on the rows that hold something, in their order.
  func walk(_ visit: (TableRow) throws(Problem) -> Void) throws(Problem) {
    let separator = self.separator()
    var count = 0
    var (cells, cell) = ([TableCell](), [UInt8]())
    // A row's number is the line that it starts on.
    var (line, start, quoted) = (1, 1, false)
    var at = bytes.startIndex
    func add() throws(Problem) {
      guard cells.count < limits.tableColumns else { throw tooLarge(start) }
      guard cell.count <= limits.cellBytes else { throw tooLarge(start) }
      cells.append(TableCell(trimmed(String(decoding: cell, as: UTF8.self))))
      cell.removeAll(keepingCapacity: true)
    }
    func end() throws(Problem) {
      try add()
      let row = TableRow(number: start, cells: cells)
      cells.removeAll(keepingCapacity: true)
      guard !row.isEmpty else { return }
      count += 1
      guard count <= limits.tableRows else { throw tooLarge(start) }
      try visit(row)
    }
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0x0A { line += 1 }
      if quoted {
        if byte != SeparatedText.quote {
          cell.append(byte)
        } else if at + 1 < bytes.endIndex, bytes[at + 1] == SeparatedText.quote {
          cell.append(byte)
          at += 1
        } else {
          quoted = false
        }
      } else if byte == SeparatedText.quote, cell.allSatisfy({ $0 == 0x20 }), !isDitto(at, separator) {
        (quoted, cell) = (true, [])
      } else if byte == separator {
        try add()
      } else if byte == 0x0A {
        try end()
        start = line
      } else if byte != 0x0D {
        cell.append(byte)
      }
      at += 1
    }
    guard !quoted else { throw Problem(.openQuote, ["line": "\(start)"]) }
    if !cell.isEmpty || !cells.isEmpty { try end() }
  }

  /// A lone quotation mark between two separators says "as above" and opens nothing.
  private func isDitto(_ at: Int, _ separator: UInt8) -> Bool {
    guard at + 1 < bytes.endIndex else { return true }
    let next = bytes[at + 1]
    guard next == separator || next == 0x0A || next == 0x0D else { return false }
    // `"` before a separator may also open a quoted cell that starts with one: then the cell is closed on this line.
    let rest = bytes[(at + 1)...].prefix { $0 != 0x0A }
    return rest.count { $0 == SeparatedText.quote } % 2 == 0
  }

  /// The separator that the first lines agree on; the one seen most where they do not.
  private func separator() -> UInt8 {
    var counts = [Int](repeating: 0, count: SeparatedText.candidates.count)
    var (quoted, lines) = (false, 0)
    for byte in bytes {
      if byte == SeparatedText.quote { quoted.toggle() }
      if quoted { continue }
      if byte == 0x0A { lines += 1 }
      if lines == 20 { break }
      if let index = SeparatedText.candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return SeparatedText.candidates[counts.firstIndex(of: most) ?? 1]
  }

  private func tooLarge(_ row: Int) -> Problem { limits.tableTooLarge(row: row) }
}

extension Limits {
  func tableTooLarge(row: Int) -> Problem {
    Problem(
      .tableTooLarge, at: "\(row)",
      ["row": "\(row)", "rows": "\(tableRows)", "columns": "\(tableColumns)", "bytes": "\(cellBytes)"])
  }
}

/// Without blanks, line ends and ideographic spaces at both ends.
func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || scalar.value == 0x3000 || scalar.value == 0xA0 || scalar.value == 0xFEFF
      || scalar.value == 0x200B
  }
  guard let first = scalars.firstIndex(where: { !isBlank($0) }),
    let last = scalars.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(scalars[first...last])
}
