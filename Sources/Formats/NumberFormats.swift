import Ground

/// Which of a workbook's cell formats show a number as a day (ECMA-376 18.8.30).
struct NumberFormats {
  /// By the index that a cell's `s` names.
  private var showsDay: [Bool] = []

  init() {}

  init(_ archive: ZipArchive) throws(Problem) {
    let part = "xl/styles.xml"
    guard archive.has(part) else { return }
    var codes: [Int: String] = [:]
    var (formats, isCell) = ([Int](), false)
    try readXML(archive, part: part) { event in
      switch event {
      case .start(let name, let attributes):
        switch name.local {
        case "numFmt":
          if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
        case "cellXfs": isCell = true
        case "xf": if isCell { formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
        default: break
        }
      case .end(let name): if name.local == "cellXfs" { isCell = false }
      case .text: break
      }
    }
    showsDay = formats.map { id in codes[id].map(NumberFormats.isDay) ?? NumberFormats.builtInDays.contains(id) }
  }

  func isDay(_ style: Int?) -> Bool { style.map { showsDay.indices.contains($0) && showsDay[$0] } ?? false }

  /// 14–17 and 22 everywhere; 27–36 and 50–58 in the Chinese edition. 18–21 and 45–47 are times of day.
  private static let builtInDays = Set(14...17).union([22]).union(27...31).union([36]).union(50...54).union(57...58)

  /// Whether a format's code shows year, month or day: letters in quotes and brackets, or after a backslash, are words.
  static func isDay(_ code: String) -> Bool {
    var letters = ""
    var scalars = code.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\"": while let inside = scalars.next(), inside != "\"" {}
      case "[": while let inside = scalars.next(), inside != "]" {}
      case "\\", "_", "*": _ = scalars.next()
      default: letters.unicodeScalars.append(scalar)
      }
    }
    let plain = letters.lowercased()
    guard plain != "general", plain != "@" else { return false }
    if plain.contains("y") || plain.contains("d") { return true }
    return plain.contains("m") && !plain.contains("h") && !plain.contains("s")
  }

  /// The day of a serial number. The 1900 system has a 29 February 1900 that never was (ECMA-376 18.17.4.1).
  static func day(_ serial: Double, from1904: Bool) -> CivilDate? {
    guard serial >= 1, serial < 2_958_466 else { return nil }
    let number = Int(serial)
    // 1904-01-01 is day -24107 counted from 1970, 1899-12-30 is -25569.
    if from1904 { return CivilDate(dayNumber: number - 24_107) }
    guard number != 60 else { return nil }
    return CivilDate(dayNumber: number - (number > 60 ? 25_569 : 25_568))
  }
}
