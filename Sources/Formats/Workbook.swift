import Ground

/// The cells of an .xlsx as text, sheet after sheet; enough to see what a register is about.
struct Workbook {
  /// Rows of cells; a row that has no cell is left out.
  private(set) var rows: [[String]] = []

  init(_ archive: ZipArchive) throws(Problem) {
    try refuseMacros(in: archive)
    var shared: [String] = []
    if archive.has("xl/sharedStrings.xml") { shared = try Workbook.sharedStrings(archive) }
    var room = Workbook.room
    for part in archive.names where part.hasPrefix("xl/worksheets/") && part.hasSuffix(".xml") {
      rows += try Workbook.sheet(archive, part, shared, room: &room)
    }
  }

  /// Bytes of all cells. One text may be shared by thousands of them, so a small file can say more than fits in memory.
  private static let room = 50 << 20

  static func sharedStrings(_ archive: ZipArchive) throws(Problem) -> [String] {
    var strings: [String] = []
    var current: [UInt8] = []
    var (isText, phonetic) = (false, false)
    let part = "xl/sharedStrings.xml"
    try readXML(archive.read(part), part: part) { event in
      switch event {
      case .start(let name, _):
        switch name.local {
        case "si": current = []
        case "rPh": phonetic = true
        case "t": isText = true
        default: break
        }
      case .text(let bytes): if isText && !phonetic { current.append(contentsOf: bytes) }
      case .end(let name):
        switch name.local {
        case "t": isText = false
        case "rPh": phonetic = false
        case "si": strings.append(String(decoding: current, as: UTF8.self))
        default: break
        }
      }
    }
    return strings
  }

  private static func sheet(
    _ archive: ZipArchive, _ part: String, _ shared: [String], room: inout Int
  ) throws(Problem) -> [[String]] {
    var left = room
    var rows: [[String]] = []
    var row: [String] = []
    var value: [UInt8] = []
    var (isValue, kind) = (false, "n")
    try readXML(archive.read(part), part: part) { event in
      switch event {
      case .start(let name, let attributes):
        switch name.local {
        case "row": row = []
        case "c": (kind, value) = (attributes["t"] ?? "n", [])
        case "v", "t": isValue = true
        default: break
        }
      case .text(let bytes): if isValue { value.append(contentsOf: bytes) }
      case .end(let name):
        switch name.local {
        case "v", "t": isValue = false
        case "c":
          let text = String(decoding: value, as: UTF8.self)
          let index = kind == "s" ? Int(text) : nil
          let said = index.map { shared.indices.contains($0) ? shared[$0] : "" } ?? text
          left -= said.utf8.count + 1
          if left >= 0 { row.append(said) }
        case "row": if !row.isEmpty { rows.append(row) }
        default: break
        }
      }
    }
    guard left >= 0 else {
      throw Problem(
        .zipBomb, at: part, ["part": part, "size": "> \(Workbook.room >> 20) MB", "limit": "\(Workbook.room >> 20) MB"])
    }
    room = left
    return rows
  }
}
