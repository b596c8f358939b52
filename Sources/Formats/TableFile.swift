package import Ground

/// The sheets of an .xlsx, or the one table of a .csv.
package struct TableFile: Hashable, Codable, Sendable {
  package var tables: [Table]

  package init(tables: [Table]) { self.tables = tables }

  /// Opens what was uploaded or pasted. The content decides what it is; the name only hints.
  package static func open(
    _ bytes: [UInt8], name: String?, limits: Limits = Limits()
  ) throws(Problem) -> TableFile {
    do throws(Problem) { return try read(bytes, limits) } catch {
      throw Problem(error.code, at: error.place ?? name, error.values)
    }
  }

  private static func read(_ bytes: [UInt8], _ limits: Limits) throws(Problem) -> TableFile {
    guard !bytes.isEmpty else { throw Problem(.fileEmpty) }
    guard bytes.count <= limits.fileBytes else {
      throw Problem(.fileTooLarge, ["size": "\(bytes.count)", "limit": "\(limits.fileBytes)"])
    }
    if bytes.starts(with: oleHeader) { throw oldOffice(bytes) }
    if bytes.starts(with: zipHeader) {
      let archive = try ZipArchive(bytes, limits: limits)
      guard archive.names.contains(where: { $0.hasPrefix("xl/") }) else {
        let isWord = archive.names.contains { $0.hasPrefix("word/") }
        throw Problem(.notTable, ["kind": isWord ? "文字文档 (a text document)" : "压缩包 (an archive)"])
      }
      return TableFile(tables: try SheetReader(archive, limits).tables())
    }
    let text = try decodeText(bytes)
    guard !isHTML(text, name: nil) else { throw Problem(.notTable, ["kind": "网页 (a web page)"]) }
    return TableFile(tables: [try SeparatedText(text, limits).table()])
  }
}
