import Ground

/// The text of a .docx: paragraphs in reading order, table cells as paragraphs, each ended by a line feed.
///
/// Left out: deleted and moved-away revisions and notes. Numbers that Word counts by itself are no text and are not
/// there.
struct WordDocument {
  let text: [UInt8]
  /// What stands in text boxes, headers, footers, notes and comments: no part of the text, but a secrecy mark often
  /// stands there, and a list of persons may.
  let margins: [UInt8]

  init(_ archive: ZipArchive) throws(Problem) {
    try refuseMacros(in: archive)
    let parts = archive.names.filter { $0.hasPrefix("word/document") && $0.hasSuffix(".xml") }
    // Of two bodies a reader shows one, and it need not be the one that was looked into.
    guard let part = parts.first, parts.count == 1 else {
      throw Problem(.brokenArchive, ["part": "word/document.xml", "why": "缺失 missing"])
    }
    let body = WordReading()
    try readXML(archive, part: part) { body.take($0) }
    let edges = WordReading()
    for part in archive.names where WordDocument.edges.contains(where: part.hasPrefix) && part.hasSuffix(".xml") {
      try readXML(archive, part: part) { edges.take($0) }
    }
    text = body.text
    margins = body.boxes + edges.text + edges.boxes
  }

  private static let edges = ["header", "footer", "footnotes", "endnotes", "comments"].map { "word/\($0)" }
}

/// Collects the words of one part of a document as its elements go by.
private final class WordReading {
  private(set) var text: [UInt8] = []
  /// The words in text boxes.
  private(set) var boxes: [UInt8] = []
  private var isInText = false
  /// How many left-out elements we are inside, and how many text boxes.
  private var (skipDepth, boxDepth) = (0, 0)

  func take(_ event: XMLEvent) {
    switch event {
    case .start(let name, _): start(name)
    case .end(let name): end(name)
    case .text(let bytes): if isInText { put(bytes) }
    }
  }

  private func put(_ bytes: some Sequence<UInt8>) {
    guard skipDepth == 0 else { return }
    if boxDepth > 0 { boxes.append(contentsOf: bytes) } else { text.append(contentsOf: bytes) }
  }

  private func start(_ name: XMLName) {
    let local = name.local
    if WordReading.isLeftOut(local) { skipDepth += 1 }
    guard name.isWord else { return }
    switch local {
    case "t": isInText = true
    case "txbxContent": boxDepth += 1
    case "tab": put([UInt8(ascii: "\t")])
    case "br", "cr": put([UInt8(ascii: "\n")])
    case "noBreakHyphen": put([UInt8(ascii: "-")])
    default: break
    }
  }

  private func end(_ name: XMLName) {
    let local = name.local
    if name.isWord {
      switch local {
      case "t": isInText = false
      case "p": put([UInt8(ascii: "\n")])
      case "txbxContent": boxDepth -= 1
      default: break
      }
    }
    if WordReading.isLeftOut(local) { skipDepth -= 1 }
  }

  /// `pPr` holds tab stops named `tab`; `Fallback` repeats what stands beside it.
  private static func isLeftOut(_ local: String) -> Bool {
    switch local {
    case "del", "moveFrom", "Fallback", "pPr": true
    default: false
    }
  }
}

/// Programs do not come in with papers.
func refuseMacros(in archive: ZipArchive) throws(Problem) {
  if let macro = archive.names.first(where: { $0.lowercased().hasSuffix("vbaproject.bin") }) {
    throw Problem(.fileMacros, at: macro, ["part": macro])
  }
  guard archive.has("[Content_Types].xml") else { return }
  let types = try archive.read("[Content_Types].xml")
  if firstRange(of: Array("macroEnabled".utf8), in: types) != nil {
    throw Problem(.fileMacros, at: "[Content_Types].xml", ["part": "macroEnabled"])
  }
}
