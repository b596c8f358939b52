import Ground

/// The sheets of an .xlsx in the workbook's order: cells by their places, days by their formats, merged areas filled.
struct SheetReader {
  private let archive: ZipArchive
  private let limits: Limits
  private let strings: [String]
  private let formats: NumberFormats

  init(_ archive: ZipArchive, _ limits: Limits) throws(Problem) {
    try refuseMacros(in: archive)
    (self.archive, self.limits) = (archive, limits)
    strings = archive.has("xl/sharedStrings.xml") ? try Workbook.sharedStrings(archive) : []
    formats = try NumberFormats(archive)
  }

  private struct Sheet {
    let name: String
    let relation: String
    let isHidden: Bool
  }

  func tables() throws(Problem) -> [Table] {
    var (sheets, from1904) = ([Sheet](), false)
    if archive.has("xl/workbook.xml") {
      try readXML(archive.read("xl/workbook.xml"), part: "xl/workbook.xml") { event in
        guard case .start(let name, let attributes) = event else { return }
        switch name.local {
        case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
          sheets.append(
            Sheet(
              name: attributes["name"] ?? "", relation: SheetReader.relation(attributes),
              isHidden: ["hidden", "veryHidden"].contains(attributes["state"] ?? "")))
        default: break
        }
      }
    }
    let targets = try targets()
    let hasLinks = archive.names.contains { $0.hasPrefix("xl/externalLinks/") }
    var tables: [Table] = []
    func add(_ part: String, _ name: String, isHidden: Bool) throws(Problem) {
      var table = try SheetPart(limits: limits, strings: strings, formats: formats, from1904: from1904)
        .read(archive.read(part), part: part)
      table.name = name
      (table.notes.isHidden, table.notes.hasExternalLinks) = (isHidden, hasLinks)
      tables.append(table)
    }
    for sheet in sheets {
      if let part = targets[sheet.relation], archive.has(part) { try add(part, sheet.name, isHidden: sheet.isHidden) }
    }
    guard tables.isEmpty else { return tables }
    // A workbook that does not say where its sheets lie.
    for part in archive.names where part.hasPrefix("xl/worksheets/") && part.hasSuffix(".xml") {
      try add(part, "", isHidden: false)
    }
    return tables
  }

  /// `r:id`, in the transitional and in the strict namespace.
  private static func relation(_ attributes: XMLAttributes) -> String {
    attributes["http://schemas.openxmlformats.org/officeDocument/2006/relationships|id"]
      ?? attributes["http://purl.oclc.org/ooxml/officeDocument/relationships|id"] ?? ""
  }

  /// Parts by the relation's id; nothing outside the file.
  private func targets() throws(Problem) -> [String: String] {
    let part = "xl/_rels/workbook.xml.rels"
    guard archive.has(part) else { return [:] }
    var targets: [String: String] = [:]
    try readXML(archive.read(part), part: part) { event in
      guard case .start(let name, let attributes) = event, name.local == "Relationship",
        attributes["TargetMode"] != "External", let id = attributes["Id"], let target = attributes["Target"]
      else { return }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      // Where the door looks for lists of persons; a sheet that lies elsewhere is none.
      if path.hasPrefix("xl/worksheets/"), path.hasSuffix(".xml") { targets[id] = path }
    }
    return targets
  }
}
