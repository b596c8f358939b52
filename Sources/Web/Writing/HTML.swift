/// A piece of a page, as the UTF-8 bytes that leave the house.
///
/// Literals stand as written; whatever is interpolated is escaped, for text and for quoted attributes alike,
/// unless it is itself `HTML`. An address goes through `url:`.
package struct HTML: Hashable, Sendable {
  package private(set) var bytes: [UInt8]

  package init() { bytes = [] }

  /// Escapes `text`.
  package init(text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    HTML.escape(text, into: &bytes)
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// For tests and golden files; a response takes `bytes`.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

  package static func + (left: HTML, right: HTML) -> HTML {
    var whole = left
    whole += right
    return whole
  }

  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// `&`, `<`, `>` and both quotes become references; U+0000, which HTML does not allow, becomes U+FFFD.
  fileprivate static func escape(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      var written = 0
      for index in source.indices {
        guard let reference = reference(for: source[index]) else { continue }
        bytes.append(contentsOf: source[written..<index])
        bytes.append(contentsOf: reference.utf8)
        written = index + 1
      }
      bytes.append(contentsOf: source[written...])
    }
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> String? {
    // Everything above `>` (0x3E) stands as it is.
    guard byte <= 0x3E else { return nil }
    return switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    case 0: "\u{FFFD}"
    default: nil
    }
  }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8]

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes = []
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) {
      var literal = literal
      literal.withUTF8 { bytes.append(contentsOf: $0) }
    }

    package mutating func appendInterpolation(_ text: String) { HTML.escape(text, into: &bytes) }

    package mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    package mutating func appendInterpolation(_ part: HTML) { bytes.append(contentsOf: part.bytes) }

    package mutating func appendInterpolation(_ part: HTML?) {
      if let part { appendInterpolation(part) }
    }

    package mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { appendInterpolation(part) }
    }

    /// A number in decimal, with zeros before it up to `width`.
    package mutating func appendInterpolation(_ number: Int, width: Int) {
      var place = 1
      for _ in 1..<width { place *= 10 }
      while place > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(number / place % 10))
        place /= 10
      }
    }

    /// An address: inside this site or over https; anything else, such as `javascript:`, becomes `#`.
    package mutating func appendInterpolation(url: String) {
      appendInterpolation(HTML.isAllowed(url) ? url : "#")
    }

    /// A bare attribute such as ` checked`, there or not.
    package mutating func appendInterpolation(_ attribute: HTML, if condition: Bool) {
      if condition { appendInterpolation(attribute) }
    }
  }

  /// Whether an address may stand in a page: `/path`, `?query`, `#anchor` or `https://host`.
  ///
  /// A browser reads `//host` and `/\host` as another host, and drops tabs and line ends inside an address
  /// (WHATWG URL §4.4), so control bytes and backslashes are never let through.
  package static func isAllowed(_ url: String) -> Bool {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "\\") && $0 != 0x7F }) else { return false }
    if url.hasPrefix("/") { return !url.hasPrefix("//") }
    return url.hasPrefix("?") || url.hasPrefix("#") || (url.hasPrefix("https://") && url.utf8.count > 8)
  }
}

extension Sequence<HTML> {
  /// The pieces one after the other, `separator` between them.
  package func joined(_ separator: HTML = "") -> HTML {
    var whole = HTML()
    for (index, piece) in enumerated() {
      if index > 0 { whole += separator }
      whole += piece
    }
    return whole
  }
}
