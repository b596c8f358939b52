/// A piece of SQL text, as far as the rewriting needs to tell pieces apart. All tokens together are the whole text.
package struct SQLToken {
  package enum Kind { case word, placeholder, quoted, comment, symbol, other }

  package let kind: Kind
  package let range: Range<Int>

  /// Linear in the text; a quote or comment that never ends runs to the end of the text.
  package static func scan(_ bytes: [UInt8]) -> [SQLToken] {
    var tokens: [SQLToken] = []
    var at = 0
    while at < bytes.count {
      let (kind, end) = token(bytes, at)
      tokens.append(SQLToken(kind: kind, range: at..<end))
      at = end
    }
    return tokens
  }

  private static func token(_ bytes: [UInt8], _ start: Int) -> (Kind, Int) {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      // A doubled quote inside reads as two quoted pieces side by side, which copies the same bytes.
      return (.quoted, end(of: bytes, from: start + 1) { bytes[$0] == bytes[start] })
    case UInt8(ascii: "-") where next == UInt8(ascii: "-"):
      return (.comment, end(of: bytes, from: start + 2) { bytes[$0] == UInt8(ascii: "\n") })
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
      return (
        .comment,
        end(of: bytes, from: start + 3) { bytes[$0] == UInt8(ascii: "/") && bytes[$0 - 1] == UInt8(ascii: "*") }
      )
    case UInt8(ascii: "$") where isDigit(next):
      return (.placeholder, run(bytes, from: start + 1, while: isDigit))
    case let byte where isWord(byte):
      return (.word, run(bytes, from: start, while: isWord))
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"):
      return (.symbol, start + 1)
    default:
      return (.other, start + 1)
    }
  }

  /// One past the first place from `from` where `closes` holds.
  private static func end(of bytes: [UInt8], from: Int, closes: (Int) -> Bool) -> Int {
    var at = from
    while at < bytes.count {
      if closes(at) { return at + 1 }
      at += 1
    }
    return bytes.count
  }

  private static func run(_ bytes: [UInt8], from: Int, while belongs: (UInt8) -> Bool) -> Int {
    var at = from
    while at < bytes.count, belongs(bytes[at]) { at += 1 }
    return at
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// `$` belongs to a word after its first byte in SQL, but no name of ours has one.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 48...57, UInt8(ascii: "_"),
      0x80...:
      true
    default: false
    }
  }
}
