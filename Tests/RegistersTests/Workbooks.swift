import CLibzip
import Foundation

/// Workbooks made for the tests by libzip, with the habits of offices in them.
struct Workbook {
  /// A cell as it lies in the sheet.
  enum Cell {
    case text(String)
    case number(Double)
    /// A number with a date's format.
    case date(Double)
    case formula(String, String?)
    case error(String)
  }

  var cells: [String: Cell] = [:]
  var merges: [String] = []
  var hiddenRows: Set<Int> = []
  var from1904 = false
  var sheetName = "台账"
  var extra: [(name: String, content: String)] = []

  /// Rows from `first` on, column A onwards; nil leaves a cell out.
  mutating func put(_ rows: [[Cell?]], from first: Int = 1) {
    for (index, row) in rows.enumerated() {
      for (column, cell) in row.enumerated() {
        if let cell { cells["\(letters(column))\(first + index)"] = cell }
      }
    }
  }

  private func letters(_ index: Int) -> String { String(UnicodeScalar(UInt8(65 + index))) }

  func bytes() throws -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let rows = Dictionary(grouping: cells.keys) { Int($0.drop { $0.isLetter })! }
    let sheet = rows.keys.sorted().map { number in
      let cells = rows[number]!.sorted { ($0.count, $0) < ($1.count, $1) }.map { xml($0, self.cells[$0]!) }.joined()
      return "<row r=\"\(number)\"\(hiddenRows.contains(number) ? " hidden=\"1\"" : "")>\(cells)</row>"
    }.joined()
    let merged =
      merges.isEmpty ? "" : "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
    return try zip(
      [
        ("[Content_Types].xml", "<Types/>"),
        (
          "xl/workbook.xml",
          "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relations)\"><workbookPr\(from1904 ? " date1904=\"1\"" : "")/><sheets><sheet name=\"\(sheetName)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        ),
        (
          "xl/styles.xml",
          "<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"176\"/></cellXfs></styleSheet>"
        ),
        (
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet)</sheetData>\(merged)</worksheet>"
        ),
      ] + extra)
  }

  private func xml(_ place: String, _ cell: Cell) -> String {
    switch cell {
    case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    case .number(let number): "<c r=\"\(place)\"><v>\(number)</v></c>"
    case .date(let number): "<c r=\"\(place)\" s=\"2\"><v>\(number)</v></c>"
    case .formula(let formula, let value):
      "<c r=\"\(place)\" t=\"str\"><f>\(formula)</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
    case .error(let error): "<c r=\"\(place)\" t=\"e\"><f>A1/0</f><v>\(error)</v></c>"
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
  }
}

extension Workbook.Cell: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

func zip(_ parts: [(name: String, content: String)]) throws -> [UInt8] {
  let path = NSTemporaryDirectory() + "bihuan-\(UUID().uuidString).zip"
  defer { try? FileManager.default.removeItem(atPath: path) }
  var code: Int32 = 0
  let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code)!
  var kept: [UnsafeMutableBufferPointer<UInt8>] = []
  defer { for buffer in kept { buffer.deallocate() } }
  for part in parts {
    let content = Array(part.content.utf8)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, content.count))
    _ = buffer.initialize(from: content)
    kept.append(buffer)
    let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(content.count), 0)
    _ = zip_file_add(archive, part.name, source!, zip_flags_t(ZIP_FL_ENC_UTF_8))
  }
  guard zip_close(archive) == 0 else { throw CocoaError(.fileWriteUnknown) }
  return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
}
