import Ground

/// Turns a ledger fact back into the event, with the typed texts that still exist.
package struct FactDecoder {
  private let texts: [String: String]

  /// `texts` gives the text of each seal; words whose seal is missing decode as erased.
  package init(texts: [String: String]) { self.texts = texts }

  package func decode<T: Decodable>(_ type: T.Type, from fact: Fact) throws(FactError) -> T {
    try FactReader(fact, texts: texts).value()
  }
}

/// One value being decoded.
final class FactReader: Decoder {
  let fact: Fact
  /// Nil when texts lie in the clear, as read tables keep them.
  private let texts: [String: String]?

  let userInfo: [CodingUserInfoKey: Any] = [:]
  var codingPath: [any CodingKey] { [] }

  init(_ fact: Fact, texts: [String: String]?) { (self.fact, self.texts) = (fact, texts) }

  func value<T: Decodable>() throws(FactError) -> T {
    if T.self == Words.self, let words = try words() as? T { return words }
    if T.self == String.self, let text = try fact.text() as? T { return text }
    do { return try T(from: self) } catch { throw FactError(decoding: error) }
  }

  private func words() throws(FactError) -> Words? {
    if texts == nil {
      // In the clear; anything unusual is for `Words` itself to say.
      guard case .object(let members) = fact, case .code(let text) = members["t"],
        case .code(let seal) = members[Fact.sealKey]
      else { return nil }
      return Words(text: text, seal: seal)
    }
    guard case .object(let members) = fact, members.count == 1, case .code(let seal) = members[Fact.sealKey],
      SealedText.isSeal(seal)
    else { throw FactError(reason: "not a sealed text") }
    return Words(text: texts?[seal], seal: seal)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = fact else { throw FactError(reason: "not an object") }
    return KeyedDecodingContainer(FactMembersReader<Key>(members: members, texts: texts))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = fact else { throw FactError(reason: "not a list") }
    return FactItemsReader(items: items, texts: texts)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { FactLeafReader(reader: self) }
}

extension Fact {
  func flag() throws(FactError) -> Bool {
    guard case .flag(let flag) = self else { throw FactError(reason: "not a flag") }
    return flag
  }

  func text() throws(FactError) -> String {
    guard case .code(let text) = self else { throw FactError(reason: "not a code") }
    return text
  }

  func number<Number: FixedWidthInteger>() throws(FactError) -> Number {
    guard case .int(let wide) = self, let number = Number(exactly: wide) else {
      throw FactError(reason: "not a whole number, or too large")
    }
    return number
  }
}

extension FactError {
  /// What an `init(from:)` threw: ours, or one of the standard library's.
  init(decoding error: any Error) {
    if let error = error as? FactError {
      self = error
    } else {
      self.init(reason: FactError.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    return switch error {
    case .dataCorrupted(let context), .keyNotFound(_, let context), .typeMismatch(_, let context),
      .valueNotFound(_, let context):
      context.debugDescription
    @unknown default: "\(error)"
    }
  }
}
