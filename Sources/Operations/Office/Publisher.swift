package import Ground
package import Ledger
import Storage

/// The key that signs checkpoints; it lies apart from the data.
package struct LogSigner: Sendable {
  /// For the origin of a district's log: `bihuan/<district>/<n>`.
  package let key: @Sendable (_ origin: String) throws(Problem) -> SigningKey

  package init(key: @escaping @Sendable (_ origin: String) throws(Problem) -> SigningKey) { self.key = key }

  /// The signed note of a checkpoint (C2SP tlog-checkpoint).
  func sign(_ checkpoint: Checkpoint) throws(StorageError) -> String {
    do throws(Problem) { return try checkpoint.signed(by: key(checkpoint.origin)).note } catch {
      throw StorageError(.other, "signing: \(error.message(in: .english))")
    }
  }

  /// What a note says, once its signature is found to be this log's; nil otherwise.
  package func open(_ note: String, origin: String) -> Checkpoint? {
    try? Checkpoint(opening: note, keys: [key(origin).verifier], origin: origin)
  }
}

/// Publishes checkpoints: at most one a second, each after its tiles are durable.
package actor Publisher {
  private let engine: any SQLEngine
  private let district: DistrictID
  private let signer: LogSigner
  private var pending: Task<Void, Never>?
  private var isBehind = false

  init(engine: any SQLEngine, district: DistrictID, signer: LogSigner) {
    (self.engine, self.district, self.signer) = (engine, district, signer)
  }

  /// After a commit: a checkpoint follows within a second, and nobody waits for it.
  func soon() {
    isBehind = true
    guard pending == nil else { return }
    pending = Task {
      // Everything that commits meanwhile is under the same checkpoint.
      try? await Task.sleep(for: .seconds(1))
      guard !Task.isCancelled else { return }
      // If the database is away now, the next act's checkpoint covers this one's entries too.
      try? await publish()
    }
  }

  /// Signs the committed head unless that was done already.
  package func publish() async throws(Refusal) {
    pending?.cancel()
    (pending, isBehind) = (nil, false)
    let (district, signer) = (district, signer)
    do throws(StorageError) {
      try await engine.write { (session: any SQLSession) throws(StorageError) in
        let tree = TreeStore(session, district)
        guard let head = try tree.head(), head.size > 0 else { return }
        if let latest = try tree.latestCheckpoint(), latest.size == head.size, latest.origin == head.origin { return }
        let root = try tree.builder(size: head.size).root()
        let checkpoint = Checkpoint(origin: head.origin, size: head.size, root: root)
        try tree.publish(signer.sign(checkpoint), size: head.size, origin: head.origin)
      }
    } catch {
      isBehind = true
      throw Refusal(storage: error)
    }
  }

  /// Publishes what this office committed and did not publish yet; an office that only looked signs nothing.
  func close() async throws(Refusal) {
    let waiting = pending
    pending = nil
    waiting?.cancel()
    await waiting?.value
    if isBehind { try await publish() }
  }

  /// The text that outsiders verify with.
  package nonisolated func verifierKey(origin: String) throws(Refusal) -> String {
    do throws(Problem) { return try signer.key(origin).verifier.text } catch { throw Refusal([error]) }
  }

  /// What a note says, once its signature is found to be this log's; nil otherwise.
  package nonisolated func open(_ note: String, origin: String) -> Checkpoint? { signer.open(note, origin: origin) }
}
