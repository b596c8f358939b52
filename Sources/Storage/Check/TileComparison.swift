import Ground
import Ledger

/// Compares the stored tiles with those that the entries make, and says which of the two was changed.
struct TileComparison {
  private let store: TreeStore
  private let session: any SQLSession
  private let district: DistrictID
  /// Tiles of level 0 that differ; judged at the end, when the whole tree is known.
  private var differing: [Tile] = []

  init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
    store = TreeStore(session, district)
  }

  /// A tile at the right edge may be narrower here than it is stored: more entries are still to come.
  mutating func compare(_ tiles: [Tile], into findings: inout Findings) throws(StorageError) {
    for tile in tiles {
      guard let stored = try read(tile, into: &findings) else { continue }
      guard stored.narrowed(to: tile.width) != tile else { continue }
      if tile.level == 0 { differing.append(tile) } else { findings.add("tiles", tile.path, Self.differs) }
    }
  }

  /// The last step: how wide the tiles at the edge are, how many there are, and whose fault each difference is.
  mutating func compareEdge(
    of tree: TileBuilder, _ verifier: TreeCheck.Verifier, into findings: inout Findings
  ) throws(StorageError) {
    for path in TileBuilder.rightEdge(of: tree.size) {
      guard let level = path.level, let stored = try? store.tile(level: level, index: path.index) else { continue }
      if stored.width != path.width { findings.add("tiles", path.text, "is \(stored.width) hashes wide") }
    }
    let rows = try session.rows("SELECT COUNT(*) FROM tiles WHERE district = $1", [.text(district.text)])
    let (stored, expected) = (try rows[0].int(0), TileComparison.count(tree.size))
    if stored != expected { findings.add("tiles", "*", "holds \(stored) tiles where the entries make \(expected)") }
    let signed = try signedRoot(verifier)
    for tile in differing { try judge(tile, signed: signed, into: &findings) }
  }

  private static let differs = "differs from what the entries make"

  private func read(_ tile: Tile, into findings: inout Findings) throws(StorageError) -> Tile? {
    do throws(StorageError) {
      if let stored = try store.tile(level: tile.level, index: tile.index) { return stored }
      findings.add("tiles", tile.path, "is missing")
    } catch {
      guard error.kind == .corrupt else { throw error }
      findings.add("tiles", tile.path, "cannot be read")
    }
    return nil
  }

  /// A stored tile that is still what the tree above it was built from was not changed: its entries were.
  private func judge(_ tile: Tile, signed: Bool, into findings: inout Findings) throws(StorageError) {
    guard let stored = try store.tile(level: 0, index: tile.index) else { return }
    guard try stored.width == Tile.fullWidth ? isInParent(stored) : signed else {
      return findings.add("tiles", tile.path, Self.differs)
    }
    for (place, hash) in tile.hashes.enumerated() where place >= stored.width || stored.hashes[place] != hash {
      findings.add("entries", String(tile.index << 8 + Int64(place)), "is not the entry that went into the tree")
    }
  }

  private func isInParent(_ tile: Tile) throws(StorageError) -> Bool {
    guard let parent = try? store.tile(level: 1, index: tile.index >> 8) else { return false }
    let place = Int(tile.index & 255)
    return place < parent.width && parent.hashes[place] == TreeHash.fold(tile.hashes[...])
  }

  /// Whether the stored tiles make the root of a checkpoint that is signed over all entries.
  private func signedRoot(_ verifier: TreeCheck.Verifier) throws(StorageError) -> Bool {
    guard let latest = try store.latestCheckpoint(), let said = verifier(latest.note, latest.origin),
      let head = try store.head(), head.size == said.size
    else { return false }
    return (try? store.builder(size: head.size).root()) == said.root
  }

  /// How many tiles, partial ones included, a tree of `size` leaves has.
  private static func count(_ size: Int64) -> Int64 {
    var (count, row) = (Int64(0), size)
    while row > 0 {
      count += (row + 255) / 256
      row /= 256
    }
    return count
  }
}
