package import Ground

/// The door that refuses what is marked secret, before anything is stored (DESIGN §6).
package enum SecrecyDoor {
  /// Looks at the name, the text, the title and the margins of what was opened.
  package static func inspect(_ document: SourceDocument, name: String?) throws(Problem) {
    try inspect(name: name)
    try inspect(text: String(decoding: document.text.bytes, as: UTF8.self), name: name)
    if let title = document.title { try inspect(text: title, name: name) }
    try inspect(text: document.margins, name: name)
  }

  /// Looks into a file handed in as evidence. Of pictures only the name can be looked at; the text of a .pdf is passed
  /// by the caller to `inspect(text:name:)`.
  package static func inspect(
    _ bytes: [UInt8], _ kind: FileKind, name: String?, limits: Limits = Limits()
  ) throws(Problem) {
    try inspect(name: name)
    switch kind {
    case .jpeg, .png, .gif, .webp, .pdf: return
    case .txt, .csv: try inspect(text: String(decoding: decodeText(bytes), as: UTF8.self), name: name)
    case .docx:
      let word = try WordDocument(ZipArchive(bytes, limits: limits))
      try inspect(text: String(decoding: word.text, as: UTF8.self), name: name)
      try inspect(text: String(decoding: word.margins, as: UTF8.self), name: name)
    case .xlsx:
      let rows = try Workbook(ZipArchive(bytes, limits: limits)).rows
      try inspect(text: rows.map { $0.joined(separator: "\n") }.joined(separator: "\n"), name: name)
    }
  }

  package static func inspect(text: String, name: String?) throws(Problem) {
    guard let found = SecrecyMark.find(in: text) else { return }
    throw Problem(.secrecyMark, at: name, ["mark": found.mark.rawValue, "offset": "\(found.offset)"])
  }

  private static func inspect(name: String?) throws(Problem) {
    guard let name, let mark = SecrecyMark.find(inFileName: name) else { return }
    throw Problem(.secrecyMark, at: name, ["mark": mark.rawValue, "offset": "0"])
  }
}
