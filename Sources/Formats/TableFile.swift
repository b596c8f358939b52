package import Ground

/// The sheets of an .xlsx, or the one table of a .csv.
package struct TableFile: Hashable, Codable, Sendable {
  package var tables: [Table]

  package init(tables: [Table]) { self.tables = tables }

  /// Opens what was uploaded or pasted. The content decides what it is; the name only hints.
  package static func open(
    _ bytes: [UInt8], name: String?, limits: Limits = Limits()
  ) throws(Problem) -> TableFile {
    let file = try TableStream(bytes, name: name, limits: limits)
    var tables: [Table] = []
    for sheet in file.sheets.indices {
      var table = Table(name: file.sheets[sheet], rows: [])
      table.notes = try file.walk(sheet) { table.rows.append($0) }
      tables.append(table)
    }
    return TableFile(tables: tables)
  }
}

/// The same file row by row, as often as somebody asks: only what its rows share is held.
package struct TableStream {
  /// The names of the sheets; one that is empty for a text file.
  package let sheets: [String]
  private let name: String?
  private let source: Source

  private enum Source {
    case workbook(SheetReader, [SheetReader.Sheet])
    case text(SeparatedText)
  }

  package init(_ bytes: [UInt8], name: String?, limits: Limits = Limits()) throws(Problem) {
    self.name = name
    do throws(Problem) { source = try TableStream.open(bytes, limits) } catch { throw error.placed(at: name) }
    switch source {
    case .workbook(_, let sheets): self.sheets = sheets.map(\.name)
    case .text: sheets = [""]
    }
  }

  /// Hands on the rows of a sheet that hold something, in their order.
  ///
  /// - Returns: what the sheet holds besides.
  package func walk(
    _ sheet: Int, _ visit: (TableRow) throws(Problem) -> Void
  ) throws(Problem) -> TableNotes {
    do throws(Problem) {
      switch source {
      case .workbook(let reader, let sheets): return try reader.walk(sheets[sheet], visit)
      case .text(let text):
        try text.walk(visit)
        return TableNotes()
      }
    } catch { throw error.placed(at: name) }
  }

  private static func open(_ bytes: [UInt8], _ limits: Limits) throws(Problem) -> Source {
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
      let reader = try SheetReader(archive, limits)
      return .workbook(reader, try reader.sheets())
    }
    let text = try decodeText(bytes)
    guard !isHTML(text, name: nil) else { throw Problem(.notTable, ["kind": "网页 (a web page)"]) }
    return .text(SeparatedText(text, limits))
  }
}

extension Problem {
  /// The file's name, where nothing nearer is known.
  fileprivate func placed(at name: String?) -> Problem { Problem(code, at: place ?? name, values) }
}
