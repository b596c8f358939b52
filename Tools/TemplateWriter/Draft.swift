import Formats
import Ground

/// One template, as the parts of a .docx.
struct Draft {
  let title: String
  let body: String
  /// The text of its footnote, where it has one.
  var footnote: String?

  /// Stored, not packed: the bytes are then the same whatever zlib a machine has.
  func bytes() throws(Problem) -> [UInt8] { try OfficePackage(parts: parts).archive(packed: false) }

  private var parts: [OfficePackage.Part] {
    var parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", types), ("_rels/.rels", packageLinks), ("docProps/core.xml", properties),
      ("word/document.xml", document), ("word/_rels/document.xml.rels", links), ("word/styles.xml", Styles.xml),
      ("word/settings.xml", Styles.settings), ("word/fontTable.xml", Styles.fonts),
      ("word/footer1.xml", Styles.footer("OddPage")), ("word/footer2.xml", Styles.footer("EvenPage")),
    ]
    // Settings name the separators of notes, so the part is always there.
    parts.append(("word/footnotes.xml", Styles.footnotes(footnote ?? "")))
    return parts.map { OfficePackage.Part(name: $0.name, bytes: Array($0.text.utf8)) }
  }

  private var document: String {
    """
    \(opening)<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\(body)</w:body></w:document>
    """
  }

  private let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  private var types: String {
    let parts = [
      ("document", "document.main"), ("styles", "styles"), ("settings", "settings"), ("fontTable", "fontTable"),
      ("footer1", "footer"), ("footer2", "footer"), ("footnotes", "footnotes"),
    ]
    let overrides = parts.map { name, type in
      "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(Draft.office).\(type)+xml\"/>"
    }
    return """
      \(opening)<Types xmlns="\(Draft.package)/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())\
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """
  }

  private var packageLinks: String {
    """
    \(opening)<Relationships xmlns="\(Draft.package)/relationships">\
    <Relationship Id="rId1" Type="\(Draft.relation)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(Draft.package)/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
    """
  }

  private var links: String {
    let targets = [
      ("rId1", "styles", "styles"), ("rId2", "settings", "settings"), ("rId3", "fontTable", "fontTable"),
      ("rId4", "footnotes", "footnotes"), ("rId10", "footer", "footer1"), ("rId11", "footer", "footer2"),
    ]
    let written = targets.map { id, type, target in
      "<Relationship Id=\"\(id)\" Type=\"\(Draft.relation)/\(type)\" Target=\"\(target).xml\"/>"
    }
    return "\(opening)<Relationships xmlns=\"\(Draft.package)/relationships\">\(written.joined())</Relationships>"
  }

  private var properties: String {
    """
    \(opening)<cp:coreProperties xmlns:cp="\(Draft.package)/metadata/core-properties" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title)</dc:title><dc:creator>闭环</dc:creator></cp:coreProperties>
    """
  }
}
