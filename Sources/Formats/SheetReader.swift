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

  /// One sheet: where it lies, and what the workbook says of it.
  struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
    let hasExternalLinks: Bool
    let from1904: Bool
  }

  func sheets() throws(Problem) -> [Sheet] {
    var (named, from1904) = ([(name: String, relation: String, isHidden: Bool)](), false)
    if archive.has("xl/workbook.xml") {
      try readXML(archive, part: "xl/workbook.xml") { event in
        guard case .start(let name, let attributes) = event else { return }
        switch name.local {
        case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
        case "sheet":
          named.append(
            (
              attributes["name"] ?? "", SheetReader.relation(attributes),
              ["hidden", "veryHidden"].contains(attributes["state"] ?? "")
            ))
        default: break
        }
      }
    }
    let targets = try targets()
    let hasLinks = archive.names.contains { $0.hasPrefix("xl/externalLinks/") }
    func sheet(_ part: String, _ name: String, _ isHidden: Bool) -> Sheet {
      Sheet(name: name, part: part, isHidden: isHidden, hasExternalLinks: hasLinks, from1904: from1904)
    }
    let found = named.compactMap { name, relation, isHidden in
      targets[relation].flatMap { archive.has($0) ? sheet($0, name, isHidden) : nil }
    }
    guard found.isEmpty else { return found }
    // A workbook that does not say where its sheets lie.
    return archive.names.filter { $0.hasPrefix("xl/worksheets/") && $0.hasSuffix(".xml") }.map { sheet($0, "", false) }
  }

  func walk(_ sheet: Sheet, _ visit: (TableRow) throws(Problem) -> Void) throws(Problem) -> TableNotes {
    var notes = try SheetPart(
      archive: archive, part: sheet.part, limits: limits, strings: strings, formats: formats, from1904: sheet.from1904
    ).walk(visit)
    (notes.isHidden, notes.hasExternalLinks) = (sheet.isHidden, sheet.hasExternalLinks)
    return notes
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
    try readXML(archive, part: part) { event in
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
