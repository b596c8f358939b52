import Crypto

/// A typed text on its way into `texts`: the ledger keeps the seal, the table keeps text and salt until the law
/// has them erased.
package struct SealedText: Hashable, Sendable {
  /// SHA-256(salt ‖ text as UTF-8), lower-case hexadecimal.
  package let seal: String
  /// 16 bytes; without it a short text could be guessed from its seal.
  package let salt: [UInt8]
  package let text: String

  package static let saltLength = 16

  package init(_ text: String, salt: [UInt8]) {
    precondition(salt.count == SealedText.saltLength, "a salt has 16 bytes")
    (self.text, self.salt) = (text, salt)
    seal = SealedText.seal(of: text, salt: salt)
  }

  package static func seal(of text: String, salt: [UInt8]) -> String {
    var text = text
    return Digest32 { hasher in
      salt.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }.hex
  }

  static func isSeal(_ text: String) -> Bool { text.utf8.count == 64 && Hex.isHex(text) }
}
