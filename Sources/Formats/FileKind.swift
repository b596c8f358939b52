/// A kind of file that may be handed in as evidence, known by its content.
///
/// Programs, scripts, pages and vector drawings are none: they could act in the reader's browser.
package enum FileKind: String, CaseIterable, Hashable, Codable, Sendable {
  case jpeg, png, gif, webp, pdf, docx, xlsx, txt, csv

  package var mediaType: String {
    switch self {
    case .jpeg: "image/jpeg"
    case .png: "image/png"
    case .gif: "image/gif"
    case .webp: "image/webp"
    case .pdf: "application/pdf"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .txt: "text/plain; charset=utf-8"
    case .csv: "text/csv; charset=utf-8"
    }
  }

  /// The kind of `bytes`; nil when it is none that may be handed in.
  package static func sniff(_ bytes: [UInt8], limits: Limits = Limits()) -> FileKind? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: Array("GIF87a".utf8)) || bytes.starts(with: Array("GIF89a".utf8)) { return .gif }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
    if SourceDocument.isPDF(bytes) { return .pdf }
    if bytes.starts(with: zipHeader) { return office(bytes, limits) }
    return text(bytes)
  }

  /// A picture as recent telephones take it by default (ISO/IEC 23008-12): many readers cannot open it.
  package static func isHEIC(_ bytes: [UInt8]) -> Bool {
    let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "heif", "avif"]
    return bytes.dropFirst(4).starts(with: Array("ftyp".utf8))
      && brands.contains { bytes.dropFirst(8).starts(with: Array($0.utf8)) }
  }

  private static func office(_ bytes: [UInt8], _ limits: Limits) -> FileKind? {
    guard let archive = try? ZipArchive(bytes, limits: limits), (try? refuseMacros(in: archive)) != nil,
      archive.has("[Content_Types].xml")
    else { return nil }
    if archive.names.contains(where: { $0.hasPrefix("word/document") }) { return .docx }
    return archive.names.contains { $0.hasPrefix("xl/workbook") } ? .xlsx : nil
  }

  private static func text(_ bytes: [UInt8]) -> FileKind? {
    guard !bytes.isEmpty, let text = try? decodeText(bytes), !isHTML(text, name: nil) else { return nil }
    let start = text.starts(with: utf8Mark) ? utf8Mark.count : 0
    let head = text[start...].drop { $0 <= 0x20 }
    let forbidden = ["#!", "<?", "<svg", "<!", "MZ", "<script"]
    guard !forbidden.contains(where: { head.starts(with: Array($0.utf8)) }) else { return nil }
    return isTable(text[start...]) ? .csv : .txt
  }

  /// The first lines have the same number of separators, at least one.
  private static func isTable(_ text: ArraySlice<UInt8>) -> Bool {
    let lines = text.split(separator: 0x0A, maxSplits: 5).prefix(5).filter { !$0.allSatisfy { $0 <= 0x20 } }
    guard lines.count >= 2 else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: "\t")].contains { separator in
      let counts = lines.map { line in line.count { $0 == separator } }
      return counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }
    }
  }
}
