package import Ground
package import Ledger
import Storage

/// What the public may fetch of the ledger (C2SP tlog-tiles): checkpoint, tiles, bundles of leaves, and the key.
extension Office {
  /// The signed note of the latest checkpoint; nil before the first.
  package func latestCheckpoint() async throws(Refusal) -> String? {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).latestCheckpoint()?.note
    }
  }

  /// A tile, or a bundle of 32-byte leaves, exactly as wide as the path says; nil where the tree has not grown so far.
  package func tile(_ path: TilePath) async throws(Refusal) -> [UInt8]? {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      if let level = path.level {
        return try TreeStore(session, district).tile(level: level, index: path.index)?.narrowed(to: path.width)?.bytes
      }
      // No ledger reaches so far, and the positions below would not fit their type.
      guard path.index < Int64.max >> 16 else { return nil }
      let first = path.index * Int64(Tile.fullWidth)
      let entries = try EntryStore(session, district).range(first, first + Int64(path.width))
      guard entries.count == path.width else { return nil }
      return Tile.bundle(entries.map { Entry.leaf(nonce: $0.nonce, canonical: Array($0.canonical.utf8)) })
    }
  }

  /// The key that outsiders verify checkpoints with, as C2SP signed-note writes it.
  package func verifierKey() async throws(Refusal) -> String {
    let district = district
    let origin = try await ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).head()?.origin
    }
    return try publisher.verifierKey(origin: origin ?? LogOrigin.first(of: district))
  }
}
