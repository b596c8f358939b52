package import Ground

/// What leaves the house: a subject and lines of plain text, each with a link back where there is more to see.
///
/// Nothing personal belongs in it (DOMAIN §6.9); whoever composes it sees to that. As a last guard one that holds an id,
/// mobile or bank card number cannot be made.
package struct OutgoingMessage: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let text: String
    package let link: String?

    package init(_ text: String, link: String? = nil) { (self.text, self.link) = (text, link) }
  }

  package let subject: String
  package let lines: [Line]

  /// In bytes of UTF-8; a longer link would crowd the text out of a robot's message.
  package static let linkLimit = 1000

  /// Fails where a text holds control characters, a link is no plain web address, or one of them holds a personal number.
  ///
  /// - Parameter holdsPersonalNumber: whether UTF-8 text holds an id or a mobile number (`PersonalNumbers` of `Formats`).
  ///   Bank cards are looked for here.
  package init(
    subject: String, lines: [Line], holdsPersonalNumber: ([UInt8]) -> Bool
  ) throws(Problem) {
    guard !subject.isEmpty, isOneLine(subject) else { throw Problem(.deliveryText, at: "subject") }
    for line in lines {
      guard isOneLine(line.text) else { throw Problem(.deliveryText, at: "lines") }
      if let link = line.link, !OutgoingMessage.isLink(link) { throw Problem(.deliveryLink, at: "lines") }
    }
    let all = Array(([subject] + lines.flatMap { [$0.text, $0.link ?? ""] }).joined(separator: "\n").utf8)
    guard !holdsPersonalNumber(all), !BankCard.occurs(in: all) else { throw Problem(.deliveryPersonalNumber) }
    (self.subject, self.lines) = (subject, lines)
  }

  /// `http(s)://` and what RFC 3986 §2 lets stand in an address; anything else comes percent-encoded.
  private static func isLink(_ link: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: link.hasPrefix) else { return false }
    return link.utf8.count > scheme.utf8.count && link.utf8.count <= linkLimit
      && link.utf8.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
  }

  private static let marks = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
}

/// Whether a text stays on its line: no C0 or C1 controls, no DEL, no line or paragraph separator.
func isOneLine(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: false
    default: true
    }
  }
}

func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
