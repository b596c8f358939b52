import Ground

/// Turns an event into the fact that the ledger keeps, and its typed texts into seals.
///
/// Words with a text and no seal get a fresh salt and are collected in `texts`; words that have a seal keep it.
/// Sets, and dictionaries whose keys are no strings, have no fixed order: keep them out of events.
package struct FactEncoder {
  private let salt: (() -> [UInt8])?
  package private(set) var texts: [SealedText] = []

  /// `salt` gives 16 bytes that nobody can guess, fresh at every call; nil where all words must have their seal already.
  package init(salt: (() -> [UInt8])?) { self.salt = salt }

  package mutating func encode(_ value: some Encodable) throws(FactError) -> Fact {
    let sealing = Sealing(salt: salt)
    let fact = try FactNode.fact(of: value, sealing: sealing)
    texts += sealing.texts
    return fact
  }
}

/// Gathers the texts that one encoding seals.
final class Sealing {
  private let salt: (() -> [UInt8])?
  private(set) var texts: [SealedText] = []

  init(salt: (() -> [UInt8])?) { self.salt = salt }

  func fact(of words: Words) throws(FactError) -> Fact {
    if let seal = words.seal {
      guard SealedText.isSeal(seal) else { throw FactError(reason: "a seal is 64 hexadecimal digits") }
      return .object([Fact.sealKey: .code(seal)])
    }
    guard let text = words.text else { throw FactError(reason: "words with neither text nor seal") }
    guard let salt else { throw FactError(reason: "words without their seal") }
    let sealed = SealedText(text, salt: salt())
    texts.append(sealed)
    return .object([Fact.sealKey: .code(sealed.seal)])
  }
}
