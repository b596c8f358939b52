/// One piece of a page, as ranges of its bytes.
enum HTMLToken: Equatable {
  case text(Range<Int>)
  case open(HTMLTag)
  case close(HTMLTag)
}

/// A tag's lower-case name and where the whole tag stands.
struct HTMLTag: Equatable {
  let name: String
  let range: Range<Int>
}

/// Cuts a page into text and tags in one pass over its bytes.
///
/// Our own, since a parser library gives a tree without the offsets in the source, and every clause must be shown where
/// it stands in what was received. Comments, declarations, scripts and styles fall away. Linear: each byte is looked
/// at once, and once more only where a quotation mark is never closed.
struct HTMLTokens {
  private let bytes: [UInt8]
  private var at = 0
  /// A quotation mark without its partner was met; from then on a tag ends at the next `>`.
  private var quotesAreBroken = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> HTMLToken? {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), let token = markup() {
        guard let token = token.0 else { continue }
        return token
      }
      return text()
    }
    return nil
  }

  private mutating func text() -> HTMLToken {
    let start = at
    at += 1
    while at < bytes.count, !(bytes[at] == UInt8(ascii: "<") && startsMarkup(at)) { at += 1 }
    return .text(start..<at)
  }

  /// `<` followed by a letter, `/`, `!` or `?` is markup; any other is a sign for "less than".
  private func startsMarkup(_ at: Int) -> Bool {
    guard at + 1 < bytes.count else { return false }
    let next = bytes[at + 1]
    return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  /// nil when no markup starts here; a token of nil when what started falls away.
  private mutating func markup() -> (HTMLToken?, Void)? {
    guard startsMarkup(at) else { return nil }
    let start = at
    if matches("<!--", at) {
      skip(past: "-->", from: at + 4)
      return (nil, ())
    }
    let isClose = bytes[at + 1] == UInt8(ascii: "/")
    let nameStart = at + (isClose ? 2 : 1)
    let name = name(at: nameStart)
    at = endOfTag(from: nameStart + name.utf8.count)
    guard !name.isEmpty else { return (nil, ()) }
    let tag = HTMLTag(name: name, range: start..<at)
    if !isClose, name == "script" || name == "style" {
      skipRaw(until: name)
      return (nil, ())
    }
    return (isClose ? .close(tag) : .open(tag), ())
  }

  private func name(at start: Int) -> String {
    var name: [UInt8] = []
    var at = start
    while at < bytes.count, isLetter(bytes[at]) || isDigit(bytes[at]), name.count < 24 {
      name.append(bytes[at] | 0x20)
      at += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The offset after the tag's `>`; a `>` inside a quoted value does not end it.
  private mutating func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      } else if !quotesAreBroken, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), follows(at, "=") {
        quote = byte
      }
      at += 1
    }
    guard quote != nil else { return bytes.count }
    quotesAreBroken = true
    return endOfTag(from: start)
  }

  /// Whether the last byte before `at` that is no space is `sign`; looks back at most a few bytes.
  private func follows(_ at: Int, _ sign: Unicode.Scalar) -> Bool {
    var before = at - 1
    while before >= 0, bytes[before] == 0x20, at - before < 8 { before -= 1 }
    return before >= 0 && bytes[before] == UInt8(ascii: sign)
  }

  private mutating func skip(past end: StaticString, from start: Int) {
    at = start
    while at < bytes.count {
      if matches(end, at) {
        at += end.utf8CodeUnitCount
        return
      }
      at += 1
    }
  }

  /// To the closing tag of a script or style, whose content is no markup.
  private mutating func skipRaw(until name: String) {
    let ending = Array("</\(name)".utf8)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at + ending.count <= bytes.count,
        zip(bytes[at..<at + ending.count], ending).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 })
      {
        at = endOfTag(from: at + ending.count)
        return
      }
      at += 1
    }
  }

  private func matches(_ text: StaticString, _ at: Int) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] { return false }
    return true
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
