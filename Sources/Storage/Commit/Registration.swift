import Directory
import Ground
import Ledger
import Subjects

/// A subject on its way into the register. Lists bring them by the hundred, so what their entries and rows say is worked out
/// for many at once.
struct Registration: Sendable {
  /// Its words have their seals.
  private let new: NewSubject
  private let texts: [SealedText]
  private let nonce: [UInt8]

  /// Draws all that nobody may guess of it at once.
  init(_ new: NewSubject, secrets: any IDSource) {
    var fresh = 0
    _ = new.changing { words in
      fresh += words.seal == nil ? 1 : 0
      return words
    }
    var secret = secrets.secret(count: SealedText.saltLength * fresh + Entry.nonceLength)[...]
    var texts: [SealedText] = []
    self.new = new.changing { words in
      guard words.seal == nil, let text = words.text else { return words }
      let sealed = SealedText(text, salt: Array(secret.prefix(SealedText.saltLength)))
      secret = secret.dropFirst(SealedText.saltLength)
      texts.append(sealed)
      return Words(text: text, seal: sealed.seal)
    }
    (self.texts, nonce) = (texts, Array(secret.suffix(Entry.nonceLength)))
  }

  struct Made: Sendable {
    let row: EntryStore.Row
    let leaf: TreeHash
    let subject: Subject
  }

  /// - Parameter place: of its entry.
  func made(_ place: EntryPlace) throws(StorageError) -> Made {
    let change = SubjectChange.registered(new)
    let encoded = try EventCodec.encode(.subject(new.id, change), salt: nil)
    let entry = place.entry(encoded)
    let canonical = try entry.stored()
    guard let subject = evolve(nil, with: SubjectEvent(change, by: place.actor, at: place.at)) else {
      throw StorageError(.unexpectedValue, "a registration without a subject")
    }
    return Made(
      row: EntryStore.Row(entry: entry, canonical: canonical, nonce: nonce, texts: texts),
      leaf: .leafHash(Entry.leaf(nonce: nonce, canonical: canonical)), subject: subject)
  }
}
