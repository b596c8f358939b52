import Crypto
package import Ground
import Ledger
package import Matters

/// A scan that came in through the door and is in the evidence folder.
package struct SignedScan: Codable, Sendable {
  package let file: Evidence
  /// SHA-256 of what was sent, in hexadecimal, and its name.
  package let sent: String

  package init(file: Evidence, sent: String) { (self.file, self.sent) = (file, sent) }
}

extension Office {
  /// Takes in a scan of what was signed: looked at by the door as every file, and never read for who signed.
  package func signedScan(_ bytes: [UInt8], name: String) async throws(Refusal) -> SignedScan {
    let file = try await admit(bytes, name: name)
    let stored = try evidence.store(
      file.bytes, name: file.name, note: nil, type: file.type, id: EvidenceID(trusted: newIdentifier()),
      salt: secret(count: 16))
    return SignedScan(file: stored, sent: "\(Hex.encode(SHA256.hash(data: bytes))) \(name)")
  }
}
