/// What a human typed: a text, a reason, a name, a file name.
///
/// The ledger never holds words, only their seal: SHA-256(salt ‖ text) in lower-case hexadecimal.
/// Words that were just typed have a text and no seal yet; words read back have a seal, and no text once erased by law.
package struct Words: Hashable, Sendable {
  package let text: String?
  package let seal: String?

  package init(_ text: String) { (self.text, seal) = (text, nil) }

  package init(text: String?, seal: String) { (self.text, self.seal) = (text, seal) }

  package var isErased: Bool { text == nil }

  /// The same words once more: each text is sealed, and erased, by itself.
  package var again: Words { Words(text ?? "") }

  /// Whether it says nothing that anybody could see.
  package var isBlank: Bool {
    (text ?? "").unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// In Unicode scalars; one Chinese character is one.
  package var length: Int { text?.unicodeScalars.count ?? 0 }

  /// What a page shows in place of an erased text.
  package static let erasedMark = "〔已依法删除〕"

  /// The text, or the mark that stands where the law had it erased.
  package var shown: String { text ?? Words.erasedMark }
}

extension Words: Codable {
  private enum CodingKeys: String, CodingKey {
    case text = "t"
    case seal = "#"
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    seal = try container.decodeIfPresent(String.self, forKey: .seal)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(text, forKey: .text)
    try container.encodeIfPresent(seal, forKey: .seal)
  }
}
