import Ground

/// One worksheet's XML to rows. Rows without content cost nothing, however many there are.
///
/// Merged areas stand behind the rows, so the part is read twice: for its areas, then for its rows, each filled from the
/// areas that it lies in.
struct SheetPart {
  let archive: ZipArchive
  let part: String
  let limits: Limits
  let strings: [String]
  let formats: NumberFormats
  let from1904: Bool

  struct Area {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
  }

  /// What is being read.
  private struct Work {
    var notes = TableNotes()
    var filling: AreaFilling
    var count = 0
    /// The last row that was handed on.
    var last = 0
    var row = TableRow(number: 0, cells: [])
    var column = 0
    var kind = "n"
    var style: Int?
    var hasFormula = false
    var value: [UInt8] = []
    var isValue = false
    var isPhonetic = false
  }

  /// Hands on the rows that hold something, in their order.
  ///
  /// - Returns: what the sheet holds besides.
  func walk(_ visit: (TableRow) throws(Problem) -> Void) throws(Problem) -> TableNotes {
    let areas = try areas()
    var work = Work(filling: AreaFilling(areas, limits))
    work.notes.countsFrom1904 = from1904
    work.notes.merges = areas.count
    try readXML(archive, part: part) { (event) throws(Problem) in
      switch event {
      case .start(let name, let attributes): start(name, attributes, &work)
      case .text(let text):
        if work.isValue && !work.isPhonetic && work.value.count <= limits.cellBytes {
          work.value.append(contentsOf: text)
        }
      case .end(let name): try end(name, &work, visit)
      }
    }
    return work.notes
  }

  private func areas() throws(Problem) -> [Area] {
    // Most lists have none, and to look for the word is far quicker than to read the XML.
    guard try archive.mayHold("mergeCell", in: part) else { return [] }
    var areas: [Area] = []
    try readXML(archive, part: part) { event in
      guard case .start(let name, let attributes) = event, name.isLocal("mergeCell"), areas.count < 20_000,
        let area = attributes["ref"].flatMap(SheetPart.area)
      else { return }
      areas.append(area)
    }
    return areas
  }

  private func start(_ name: XMLName, _ attributes: XMLAttributes, _ work: inout Work) {
    if name.isLocal("c") {
      work.column = attributes["r"].flatMap { SheetPart.place($0)?.column } ?? work.column + 1
      (work.kind, work.style) = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) })
      work.value.removeAll(keepingCapacity: true)
      work.hasFormula = false
    } else if name.isLocal("v") || name.isLocal("t") {
      work.isValue = true
    } else if name.isLocal("row") {
      let number =
        attributes["r"].flatMap { Int($0) }.flatMap { (1...SheetPart.lastRow).contains($0) ? $0 : nil }
        ?? work.row.number + 1
      work.row = TableRow(number: number, cells: [], isHidden: SheetPart.isTrue(attributes["hidden"]))
      work.column = -1
    } else if name.isLocal("f") {
      work.hasFormula = true
    } else if name.isLocal("rPh") {
      work.isPhonetic = true
    } else if name.isLocal("col"), SheetPart.isTrue(attributes["hidden"]),
      let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }), first >= 1,
      first <= last
    {
      work.notes.hiddenColumns += min(last, limits.tableColumns) - min(first, limits.tableColumns + 1) + 1
    }
  }

  private func end(
    _ name: XMLName, _ work: inout Work, _ visit: (TableRow) throws(Problem) -> Void
  ) throws(Problem) {
    if name.isLocal("c") {
      try endCell(&work)
    } else if name.isLocal("v") || name.isLocal("t") {
      work.isValue = false
    } else if name.isLocal("rPh") {
      work.isPhonetic = false
    } else if name.isLocal("row"), !work.row.isEmpty {
      guard work.row.number > work.last else {
        throw Problem(
          .brokenXML, at: part, ["part": part, "line": "\(work.row.number)", "why": "行号乱序 rows out of their order"])
      }
      (work.last, work.count) = (work.row.number, work.count + 1)
      guard work.count <= limits.tableRows else { throw limits.tableTooLarge(row: work.row.number) }
      if work.row.isHidden, work.notes.hiddenRows.count < TableNotes.named {
        work.notes.hiddenRows.append(work.row.number)
      }
      try work.filling.fill(&work.row)
      try visit(work.row)
    }
  }

  private func endCell(_ work: inout Work) throws(Problem) {
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
    else { throw limits.tableTooLarge(row: work.row.number) }
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
