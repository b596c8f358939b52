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
      var look = SecrecyLook()
      try Workbook(ZipArchive(bytes, limits: limits), limits).walk { (row) throws(Problem) in
        try inspect(row, with: &look, name: name)
      }
    }
  }

  package static func inspect(text: String, name: String?) throws(Problem) {
    var look = SecrecyLook()
    try inspect(text, with: &look, name: name)
  }

  /// The cells of a further row, each a line.
  static func inspect(_ row: [String], with look: inout SecrecyLook, name: String?) throws(Problem) {
    try inspect(row.joined(separator: "\n"), with: &look, name: name)
  }

  private static func inspect(_ text: String, with look: inout SecrecyLook, name: String?) throws(Problem) {
    guard let found = look.find(in: text) else { return }
    throw Problem(.secrecyMark, at: name, ["mark": found.mark.rawValue, "offset": "\(found.offset)"])
  }

  static func inspect(name: String?) throws(Problem) {
    guard let name, let mark = SecrecyMark.find(inFileName: name) else { return }
    throw Problem(.secrecyMark, at: name, ["mark": mark.rawValue, "offset": "0"])
  }
}
