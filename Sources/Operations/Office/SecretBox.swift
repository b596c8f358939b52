import Crypto
import FoundationEssentials
import Ground
import Ledger

/// Seals the secrets of senders (a password, a robot's key) with AES-GCM under a key of the keys folder, so that neither the
/// database nor a copy of the data folder gives them away.
struct SecretBox: Sendable {
  private let folder: KeyFolder

  init(_ folder: KeyFolder) { self.folder = folder }

  /// - Parameter place: what it belongs to; sealed with it, so that no secret opens in another's place.
  /// - Throws: `key.unreadable` where the key's file is there and is none. One that is missing is made.
  func seal(_ secret: String, for place: String, ids: any IDSource) throws(Refusal) -> String {
    do {
      let key = try folder.sealingKey(ids: ids)
      let nonce = try AES.GCM.Nonce(data: ids.secret(count: 12))
      let box = try AES.GCM.seal(
        Array(secret.utf8), using: SymmetricKey(data: key), nonce: nonce, authenticating: Array(place.utf8))
      guard let combined = box.combined else { throw Refusal(.keyUnreadable, ["file": folder.sealingFile]) }
      return Hex.encode(Array(combined))
    } catch { throw Refusal(any: error) }
  }

  /// Nil where the key is gone, or is another one.
  func open(_ sealed: String, for place: String) -> String? {
    guard let key = folder.knownSealingKey(), let bytes = Hex.decode(sealed),
      let box = try? AES.GCM.SealedBox(combined: bytes),
      let secret = try? AES.GCM.open(box, using: SymmetricKey(data: key), authenticating: Array(place.utf8))
    else { return nil }
    return String(decoding: secret, as: UTF8.self)
  }
}
