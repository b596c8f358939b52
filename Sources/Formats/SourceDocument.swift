package import Ground

/// A text that the office received, with every character's place in what was received.
package struct SourceDocument: Sendable {
  package let kind: Kind
  /// UTF-8, in which spans count: a UTF-8 file's own bytes, the decoded text of one in another charset, the extracted
  /// text of a .docx or .pdf.
  package let source: [UInt8]
  /// The text to read: paragraphs separated by line feeds.
  package let text: MappedText
  /// What a page calls itself.
  package let title: String?
  /// What is stored with the text and not read: a .docx's text boxes, headers, footers, notes and comments, and all of
  /// a page. The doors look through it.
  package let margins: String

  private init(kind: Kind, source: [UInt8], text: MappedText, title: String? = nil, margins: String = "") {
    (self.kind, self.source, self.text, self.title, self.margins) = (kind, source, text, title, margins)
  }

  package enum Kind: String, CaseIterable, Sendable { case text, html, docx, pdf }

  /// Opens what was uploaded or pasted. The content decides what it is; the name only hints.
  package static func open(
    _ bytes: [UInt8], name: String?, limits: Limits = Limits()
  ) throws(Problem) -> SourceDocument {
    do throws(Problem) {
      return try read(bytes, name: name, limits: limits)
    } catch {
      throw Problem(error.code, at: error.place ?? name, error.values)
    }
  }

  package static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: pdfHeader) }

  /// What a program took out of a .pdf; lines and pages are put together to paragraphs.
  package static func pdf(text: [UInt8], name: String?) throws(Problem) -> SourceDocument {
    guard !isBlank(text) else { throw Problem(.scannedPDF, at: name) }
    let joined = WrappedLines.joined(MappedText(text), isPaged: true)
    return SourceDocument(kind: .pdf, source: text, text: joined)
  }

  private static func read(
    _ bytes: [UInt8], name: String?, limits: Limits
  ) throws(Problem) -> SourceDocument {
    guard !bytes.isEmpty else { throw Problem(.fileEmpty) }
    guard bytes.count <= limits.fileBytes else {
      throw Problem(.fileTooLarge, ["size": "\(bytes.count)", "limit": "\(limits.fileBytes)"])
    }
    if bytes.starts(with: oleHeader) { throw oldOffice(bytes) }
    if bytes.starts(with: zipHeader) { return try wordDocument(bytes, limits) }
    let source = try decodeText(bytes)
    guard !isBlank(source) else { throw Problem(.fileEmpty) }
    if isHTML(source, name: name) {
      let page = HTMLPage(source)
      guard !isBlank(page.text.bytes) else { throw Problem(.fileEmpty) }
      return SourceDocument(
        kind: .html, source: source, text: page.text, title: page.title,
        margins: String(decoding: page.everything, as: UTF8.self))
    }
    let plain = plainText(source)
    let text = ChatPaste.messages(of: plain) ?? WrappedLines.joined(plain, isPaged: false)
    return SourceDocument(kind: .text, source: source, text: text)
  }

  private static func wordDocument(_ bytes: [UInt8], _ limits: Limits) throws(Problem) -> SourceDocument {
    let archive = try ZipArchive(bytes, limits: limits)
    guard archive.names.contains(where: { $0.hasPrefix("word/") }) else {
      let isSheet = archive.names.contains { $0.hasPrefix("xl/") }
      throw Problem(.notText, ["kind": isSheet ? "电子表格 (a spreadsheet)" : "压缩包 (an archive)"])
    }
    let word = try WordDocument(archive)
    guard !isBlank(word.text) else { throw Problem(.fileEmpty) }
    return SourceDocument(
      kind: .docx, source: word.text, text: MappedText(word.text),
      margins: String(decoding: word.margins, as: UTF8.self))
  }

  /// The source itself, without its byte-order mark and carriage returns.
  private static func plainText(_ source: [UInt8]) -> MappedText {
    let whole = MappedText(source)
    let start = source.starts(with: utf8Mark) ? utf8Mark.count : 0
    guard start > 0 || source.contains(UInt8(ascii: "\r")) else { return whole }
    var text = MappedText()
    text.reserve(source.count)
    var from = start
    for at in start..<source.count where source[at] == UInt8(ascii: "\r") {
      text.append(from..<at, of: whole)
      let isPair = at + 1 < source.count && source[at + 1] == UInt8(ascii: "\n")
      if !isPair { text.append([UInt8(ascii: "\n")], from: SourceSpan(start: at, end: at + 1)) }
      from = at + 1
    }
    text.append(from..<source.count, of: whole)
    return text
  }
}

private let pdfHeader = Array("%PDF-".utf8)
let zipHeader: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
/// Compound File Binary ([MS-CFB] 2.2): .doc, .xls, .wps, and every Office file under a password.
let oleHeader: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

func oldOffice(_ bytes: [UInt8]) -> Problem {
  // [MS-OFFCRYPTO] 2.3.4.4: the stream that holds a document under a password.
  let stream = Array("EncryptedPackage".utf8).flatMap { [$0, UInt8(0)] }
  return Problem(firstRange(of: stream, in: bytes) == nil ? .oldWord : .fileEncrypted)
}

/// Nothing but spaces, line ends, marks and ideographic spaces.
private func isBlank(_ bytes: [UInt8]) -> Bool {
  let ignored: Set<UInt32> = [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0xA0, 0x3000, 0xFEFF]
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { ignored.contains($0.value) }
}
