import Ground

/// One worksheet's XML to a table. Rows without content cost nothing, however many there are.
struct SheetPart {
  let limits: Limits
  let strings: [String]
  let formats: NumberFormats
  let from1904: Bool

  private struct Area {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// What is being read; a class, since the parser calls back.
  private final class Work {
    var rows: [TableRow] = []
    var notes = TableNotes()
    var areas: [Area] = []
    var tooLargeAt: Int?
    var row = TableRow(number: 0, cells: [])
    var column = 0
    var (kind, style, hasFormula) = ("n", Int?.none, false)
    var (value, isValue, isPhonetic) = ([UInt8](), false, false)
  }

  func read(_ bytes: [UInt8], part: String) throws(Problem) -> Table {
    let work = Work()
    work.notes.countsFrom1904 = from1904
    try readXML(bytes, part: part) { event in
      guard work.tooLargeAt == nil else { return }
      switch event {
      case .start(let name, let attributes): start(name.local, attributes, work)
      case .text(let text):
        if work.isValue && !work.isPhonetic && work.value.count <= limits.cellBytes {
          work.value.append(contentsOf: text)
        }
      case .end(let name): end(name.local, work)
      }
    }
    if let row = work.tooLargeAt { throw limits.tableTooLarge(row: row) }
    var table = Table(name: "", rows: work.rows, notes: work.notes)
    guard fill(&table, work.areas) else { throw limits.tableTooLarge(row: table.rows.last?.number ?? 0) }
    table.notes.merges = work.areas.count
    return table
  }

  private func start(_ name: String, _ attributes: XMLAttributes, _ work: Work) {
    switch name {
    case "row":
      let number =
        attributes["r"].flatMap { Int($0) }.flatMap { (1...SheetPart.lastRow).contains($0) ? $0 : nil }
        ?? work.row.number + 1
      work.row = TableRow(number: number, cells: [], isHidden: SheetPart.isTrue(attributes["hidden"]))
      work.column = -1
    case "c":
      work.column = attributes["r"].flatMap { SheetPart.place($0)?.column } ?? work.column + 1
      (work.kind, work.style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) })
      (work.value, work.hasFormula) = ([], false)
    case "f": work.hasFormula = true
    case "v", "t": work.isValue = true
    case "rPh": work.isPhonetic = true
    case "col":
      guard SheetPart.isTrue(attributes["hidden"]), let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last
      else { return }
      work.notes.hiddenColumns += min(last, limits.tableColumns) - min(first, limits.tableColumns + 1) + 1
    case "mergeCell":
      if work.areas.count < 20_000, let area = attributes["ref"].flatMap(SheetPart.area) { work.areas.append(area) }
    default: break
    }
  }

  private func end(_ name: String, _ work: Work) {
    switch name {
    case "v", "t": work.isValue = false
    case "rPh": work.isPhonetic = false
    case "c": endCell(work)
    case "row":
      guard !work.row.isEmpty else { return }
      if work.row.isHidden { work.notes.hiddenRows.append(work.row.number) }
      work.rows.append(work.row)
      if work.rows.count > limits.tableRows { work.tooLargeAt = work.row.number }
    default: break
    }
  }

  private func endCell(_ work: Work) {
    let cell = cell(work)
    if work.hasFormula {
      work.notes.formulas += 1
      if cell.text.isEmpty, work.notes.emptyFormulas.count < 20, work.column >= 0, work.column < limits.tableColumns {
        work.notes.emptyFormulas.append("\(columnLetters(work.column))\(work.row.number)")
      }
    }
    guard !cell.text.isEmpty else { return }
    guard work.column >= 0, work.column < limits.tableColumns, work.value.count <= limits.cellBytes,
      cell.text.utf8.count <= limits.cellBytes
    else {
      work.tooLargeAt = work.row.number
      return
    }
    while work.row.cells.count < work.column { work.row.cells.append(TableCell("")) }
    if work.row.cells.count == work.column {
      work.row.cells.append(cell)
    } else {
      work.row.cells[work.column] = cell
    }
  }

  private func cell(_ work: Work) -> TableCell {
    let text = trimmed(String(decoding: work.value, as: UTF8.self))
    let origin: TableCell.Origin = work.hasFormula ? .formula : .typed
    switch work.kind {
    case "s":
      let shared = Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
      return TableCell(trimmed(shared), origin: origin)
    case "b": return TableCell(text == "1" ? "TRUE" : text == "0" ? "FALSE" : text, origin: origin)
    case "d":
      let day = CivilDate(String(text.prefix(10)))
      return TableCell(day?.iso ?? text, day: day, origin: origin)
    case "str", "inlineStr", "e": return TableCell(text, origin: origin)
    default:
      guard let number = Double(text), number.isFinite else { return TableCell(text, origin: origin) }
      if formats.isDay(work.style), let day = NumberFormats.day(number, from1904: from1904) {
        return TableCell(day.iso, day: day, isNumber: true, origin: origin)
      }
      let whole = number.rounded() == number && abs(number) < 1e15
      return TableCell(whole ? String(Int(number)) : "\(number)", isNumber: true, origin: origin)
    }
  }

  /// ECMA-376 18.3.1.73.
  private static let lastRow = 1_048_576
  /// Cells looked at, and bytes copied, to fill merged areas. Areas that lie over each other are made to cost time.
  private static let fillRoom = 8 << 20

  /// Every cell of a merged area says what its top-left cell says; only as far as the sheet has rows.
  ///
  /// - Returns: false where that would take more than any register needs.
  private func fill(_ table: inout Table, _ areas: [Area]) -> Bool {
    guard !areas.isEmpty else { return true }
    var room = SheetPart.fillRoom
    var places: [Int: Int] = [:]
    for (index, row) in table.rows.enumerated() { places[row.number] = index }
    for area in areas {
      guard let top = places[area.rows.lowerBound], table.rows[top].cells.indices.contains(area.columns.lowerBound)
      else { continue }
      var source = table.rows[top].cells[area.columns.lowerBound]
      source.origin = .merged
      let last = min(area.columns.upperBound, limits.tableColumns - 1)
      guard last >= area.columns.lowerBound else { continue }
      for index in top..<table.rows.count {
        guard area.rows.contains(table.rows[index].number) else { break }
        while table.rows[index].cells.count <= last { table.rows[index].cells.append(TableCell("")) }
        for column in area.columns.lowerBound...last {
          room -= 1
          if table.rows[index].cells[column].text.isEmpty {
            room -= source.text.utf8.count
            table.rows[index].cells[column] = source
          }
          guard room >= 0 else { return false }
        }
      }
    }
    return true
  }

  private static func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

  private static func area(_ text: String) -> Area? {
    let ends = text.split(separator: ":").map(String.init)
    guard ends.count == 2, let first = place(ends[0]), let last = place(ends[1]), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return Area(rows: first.row...last.row, columns: first.column...last.column)
  }

  /// `AB12`: column 27 from 0, row 12.
  private static func place(_ text: String) -> (column: Int, row: Int)? {
    var (column, row) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      // ECMA-376 18.3.1.73: 1,048,576 rows, 16,384 columns.
      guard column <= 20_000, row <= 2_000_000 else { return nil }
    }
    return column > 0 ? (column - 1, row) : nil
  }
}
