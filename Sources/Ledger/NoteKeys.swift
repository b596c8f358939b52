import Crypto
package import Ground

/// The public key that checks a ledger's signatures, as Go's `note` writes it: `name+hash+base64`.
package struct VerifierKey: Hashable, Sendable {
  package let name: String
  /// The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key).
  package let id: UInt32
  /// 32 bytes.
  package let publicKey: [UInt8]

  /// Ed25519 in C2SP signed-note.
  static let algorithm: UInt8 = 0x01

  package init(name: String, publicKey: [UInt8]) throws(Problem) {
    guard NoteName.isValid(name), publicKey.count == 32 else { throw Problem(.ledgerKeyMalformed) }
    (self.name, self.publicKey) = (name, publicKey)
    id = VerifierKey.id(name: name, key: [VerifierKey.algorithm] + publicKey)
  }

  package init(_ text: String) throws(Problem) {
    // Base64 may hold a plus itself, so only the first two separate.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard text.utf8.count <= NoteName.limit + 64, parts.count == 3, let key = Base64.bytes(parts[2]),
      key.first == VerifierKey.algorithm
    else { throw Problem(.ledgerKeyMalformed) }
    try self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
    guard parts[1] == idText else { throw Problem(.ledgerKeyMalformed) }
  }

  package var text: String { "\(name)+\(idText)+\(Base64.text([VerifierKey.algorithm] + publicKey))" }

  var idText: String { Hex.encode(idBytes) }
  var idBytes: [UInt8] { withUnsafeBytes(of: id.bigEndian) { Array($0) } }

  func accepts(_ signature: [UInt8], of text: String) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
    return key.isValidSignature(signature, for: Array(text.utf8))
  }

  static func id(name: String, key: [UInt8]) -> UInt32 {
    let named = Array(name.utf8) + [UInt8(ascii: "\n")] + key
    let digest = Digest32 { hasher in named.withUnsafeBytes { hasher.update(bufferPointer: $0) } }
    return digest.withUnsafeBytes { UInt32(bigEndian: $0.loadUnaligned(as: UInt32.self)) }
  }
}

/// The secret key of a ledger; it lies apart from the data. Go's `note` writes it `PRIVATE+KEY+name+hash+base64`.
package struct SigningKey: Sendable {
  package let verifier: VerifierKey
  private let secret: [UInt8]

  /// `secret` is 32 bytes from a source that nobody can guess.
  package init(name: String, secret: [UInt8]) throws(Problem) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secret) else {
      throw Problem(.ledgerKeyMalformed)
    }
    verifier = try VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation))
    self.secret = secret
  }

  package init(_ text: String) throws(Problem) {
    let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
    guard text.utf8.count <= NoteName.limit + 80, parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
      let key = Base64.bytes(parts[4]), key.first == VerifierKey.algorithm
    else { throw Problem(.ledgerKeyMalformed) }
    try self.init(name: String(parts[2]), secret: Array(key.dropFirst()))
    guard parts[3] == verifier.idText else { throw Problem(.ledgerKeyMalformed) }
  }

  package var text: String {
    "PRIVATE+KEY+\(verifier.name)+\(verifier.idText)+\(Base64.text([VerifierKey.algorithm] + secret))"
  }

  func sign(_ text: String) throws(Problem) -> [UInt8] {
    do {
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: secret)
      return Array(try key.signature(for: Array(text.utf8)))
    } catch { throw Problem(.ledgerKeyMalformed) }
  }
}

extension SigningKey: CustomStringConvertible {
  /// Never the secret, so that no log line shows it.
  package var description: String { "signing key of \(verifier.name)" }
}

/// The name of a key: no white space, no plus (C2SP signed-note).
enum NoteName {
  /// In bytes.
  static let limit = 255

  static func isValid(_ name: some StringProtocol) -> Bool {
    (1...limit).contains(name.utf8.count)
      && name.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "+" && !$0.properties.isWhitespace }
  }
}
