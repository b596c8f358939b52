/// One part of a document, cut into its tags and the text between them; joined again it is what it was.
struct WordMarkup {
  var pieces: [Piece]

  struct Piece {
    enum Kind { case open, close, empty, words, other }

    let kind: Kind
    /// The element's name with its prefix, e.g. `w:p`; empty between tags.
    let name: String
    var text: String
  }

  /// The part has been found to be XML before.
  init(_ bytes: [UInt8]) {
    pieces = []
    var at = 0
    while at < bytes.count {
      let end: Int
      if bytes[at] == UInt8(ascii: "<") {
        end = WordMarkup.end(ofTagAt: at, in: bytes)
        pieces.append(WordMarkup.tag(bytes[at..<end]))
      } else {
        end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        pieces.append(Piece(kind: .words, name: "", text: String(decoding: bytes[at..<end], as: UTF8.self)))
      }
      at = end
    }
  }

  private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[start...].starts(with: opening.utf8) {
      var at = start + opening.utf8.count
      while at < bytes.count, !bytes[at...].starts(with: closing.utf8) { at += 1 }
      return min(bytes.count, at + closing.utf8.count)
    }
    // A `>` may stand in an attribute.
    var quote: UInt8?
    for at in start..<bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      }
    }
    return bytes.count
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> Piece {
    let text = String(decoding: bytes, as: UTF8.self)
    let inside = bytes.dropFirst().drop { $0 == UInt8(ascii: "/") }
    let name = inside.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    let kind: Piece.Kind
    switch bytes.dropFirst().first {
    case UInt8(ascii: "/"): kind = .close
    case UInt8(ascii: "!"), UInt8(ascii: "?"): kind = .other
    default: kind = bytes.dropLast().last == UInt8(ascii: "/") ? .empty : .open
    }
    return Piece(kind: kind, name: kind == .other ? "" : String(decoding: name, as: UTF8.self), text: text)
  }
}

/// Where the paragraphs, rows, cells and tables of a part begin and end, by the numbers of their pieces.
struct WordOutline {
  struct Element {
    let name: String
    let open: Int
    var close: Int
    /// The element around it.
    let parent: Int?
  }

  private(set) var elements: [Element] = []
  /// The paragraphs in the order in which they begin, each with the pieces that are its own words.
  private(set) var paragraphs: [(element: Int, words: [Int])] = []

  init(_ markup: WordMarkup) {
    var open: [Int] = []
    var paragraphOf: [Int: Int] = [:]
    for (index, piece) in markup.pieces.enumerated() {
      switch piece.kind {
      case .open:
        elements.append(Element(name: piece.name, open: index, close: index, parent: open.last))
        open.append(elements.count - 1)
        if piece.name == "w:p" {
          paragraphOf[elements.count - 1] = paragraphs.count
          paragraphs.append((elements.count - 1, []))
        }
      case .close:
        if let last = open.popLast() { elements[last].close = index }
      case .words:
        guard let last = open.last, elements[last].name == "w:t",
          let paragraph = open.last(where: { elements[$0].name == "w:p" }), let number = paragraphOf[paragraph]
        else { continue }
        paragraphs[number].words.append(index)
      case .empty, .other: continue
      }
    }
  }

  /// The nearest element of this name around `element`, itself included.
  func nearest(_ name: String, to element: Int) -> Int? {
    var at: Int? = element
    while let index = at {
      if elements[index].name == name { return index }
      at = elements[index].parent
    }
    return nil
  }
}
