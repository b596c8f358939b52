import Ground

/// The cells of an .xlsx as text, sheet after sheet; enough to see what a register is about.
struct Workbook {
  private let archive: ZipArchive
  private let limits: Limits
  private let shared: [String]

  init(_ archive: ZipArchive, _ limits: Limits) throws(Problem) {
    try refuseMacros(in: archive)
    (self.archive, self.limits) = (archive, limits)
    shared = archive.has("xl/sharedStrings.xml") ? try Workbook.sharedStrings(archive) : []
  }

  /// Hands on the rows that have a cell, whatever the workbook says of their sheets.
  func walk(_ visit: ([String]) throws(Problem) -> Void) throws(Problem) {
    var room = limits.saidBytes
    for part in archive.names where part.hasPrefix("xl/worksheets/") && part.hasSuffix(".xml") {
      try walk(part, room: &room, visit)
    }
  }

  static func sharedStrings(_ archive: ZipArchive) throws(Problem) -> [String] {
    var strings: [String] = []
    var current: [UInt8] = []
    var (isText, phonetic) = (false, false)
    let part = "xl/sharedStrings.xml"
    try readXML(archive, part: part) { event in
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

  private func walk(
    _ part: String, room: inout Int, _ visit: ([String]) throws(Problem) -> Void
  ) throws(Problem) {
    var left = room
    var row: [String] = []
    var value: [UInt8] = []
    var (isValue, kind) = (false, "n")
    try readXML(archive, part: part) { (event) throws(Problem) in
      switch event {
      case .start(let name, let attributes):
        if name.isLocal("c") {
          kind = attributes["t"] ?? "n"
          value.removeAll(keepingCapacity: true)
        } else if name.isLocal("v") || name.isLocal("t") {
          isValue = true
        } else if name.isLocal("row") {
          row.removeAll(keepingCapacity: true)
        }
      case .text(let bytes): if isValue { value.append(contentsOf: bytes) }
      case .end(let name):
        if name.isLocal("v") || name.isLocal("t") {
          isValue = false
        } else if name.isLocal("c") {
          let text = String(decoding: value, as: UTF8.self)
          let index = kind == "s" ? Int(text) : nil
          let said = index.map { shared.indices.contains($0) ? shared[$0] : "" } ?? text
          left -= said.utf8.count + 1
          guard left >= 0 else {
            let limit = "\(limits.saidBytes >> 20) MB"
            throw Problem(.zipBomb, at: part, ["part": part, "size": "> \(limit)", "limit": limit])
          }
          row.append(said)
        } else if name.isLocal("row"), !row.isEmpty {
          try visit(row)
        }
      }
    }
    room = left
  }
}
