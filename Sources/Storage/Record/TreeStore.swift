package import Ground
package import Ledger

/// The head row, the tiles and the checkpoints of one district.
package struct TreeStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Head: Hashable, Sendable {
    package let origin: String
    package let size: Int64
    package let lastAt: Instant
    /// How many checkpoints were published, so that a missing one is noticed.
    package let checkpoints: Int64
  }

  /// The districts that have a log here.
  package static func districts(_ session: any SQLSession) throws(StorageError) -> [DistrictID] {
    var districts: [DistrictID] = []
    for row in try session.rows("SELECT district FROM heads ORDER BY district") {
      if let district = DistrictID(try row.text(0)) { districts.append(district) }
    }
    return districts
  }

  /// Starts a district's log; does nothing where it has one.
  package func start(origin: String) throws(StorageError) {
    try session.run(
      """
      INSERT INTO heads (district, origin, size, last_at, checkpoints) VALUES ($1, $2, 0, 0, 0)
      ON CONFLICT (district) DO NOTHING
      """, [.text(district.text), .text(origin)])
  }

  package func head() throws(StorageError) -> Head? {
    try session.rows("SELECT origin, size, last_at, checkpoints FROM heads WHERE district = $1", [.text(district.text)])
      .first.map(TreeStore.head)
  }

  /// Locks the head row for the rest of the transaction, and asks what it says.
  static func lock(_ district: DistrictID) -> SQLQuestion {
    SQLQuestion(
      "UPDATE heads SET size = size WHERE district = $1 RETURNING origin, size, last_at, checkpoints",
      [.text(district.text)])
  }

  static func lockedHead(_ rows: [SQLRow], of district: DistrictID) throws(StorageError) -> Head {
    guard let row = rows.first else { throw StorageError(.other, "the district \(district) has no log yet") }
    return try TreeStore.head(row)
  }

  func moveHead(size: Int64, lastAt: Instant) throws(StorageError) {
    try session.run(
      "UPDATE heads SET size = $2, last_at = $3 WHERE district = $1",
      [.text(district.text), .int(size), .int(lastAt.milliseconds)])
  }

  package func setOrigin(_ origin: String) throws(StorageError) {
    try session.run(
      "UPDATE heads SET origin = $2 WHERE district = $1", [.text(district.text), .text(origin)])
  }

  private static func head(_ row: SQLRow) throws(StorageError) -> Head {
    Head(
      origin: try row.text(0), size: try row.int(1), lastAt: Instant(milliseconds: try row.int(2)),
      checkpoints: try row.int(3))
  }

  func save(_ tiles: [Tile]) throws(StorageError) {
    for tile in tiles {
      try session.run(
        """
        INSERT INTO tiles (district, level, tile, hashes) VALUES ($1, $2, $3, $4)
        ON CONFLICT (district, level, tile) DO UPDATE SET hashes = excluded.hashes
        """,
        [
          .text(district.text), .int(Int64(tile.level)), .int(tile.index),
          .text(Hex.encode(tile.bytes)),
        ])
    }
  }

  /// The hashes of a tile, up to 256; nil where there is none.
  package func tile(level: Int, index: Int64) throws(StorageError) -> Tile? {
    let rows = try session.rows(
      "SELECT hashes FROM tiles WHERE district = $1 AND level = $2 AND tile = $3",
      [.text(district.text), .int(Int64(level)), .int(index)])
    guard let row = rows.first else { return nil }
    guard let bytes = Hex.decode(try row.text(0)), let tile = Tile(level: level, index: index, bytes: bytes) else {
      throw StorageError(.corrupt, "tiles \(level)/\(index)")
    }
    return tile
  }

  /// The stored tree of `size` leaves, ready to grow.
  package func builder(size: Int64) throws(StorageError) -> TileBuilder {
    var tiles: [Tile] = []
    for path in TileBuilder.rightEdge(of: size) {
      guard let level = path.level, let tile = try tile(level: level, index: path.index) else {
        throw StorageError(.corrupt, "tile \(path.text) is missing")
      }
      tiles.append(tile)
    }
    do throws(Problem) { return try TileBuilder(size: size, rightEdge: tiles) } catch {
      throw StorageError(.corrupt, "tiles: \(error.message(in: .english))")
    }
  }

  /// The tree as its tiles hold it.
  package func tree(size: Int64) -> TiledTree {
    TiledTree(size: size) { (level, index) throws(Problem) in
      do throws(StorageError) { return try tile(level: level, index: index)?.hashes ?? [] } catch {
        throw error.problem
      }
    }
  }

  /// The root that the tree had when it held `earlier` entries.
  package func root(at earlier: Int64, of size: Int64) throws(StorageError) -> TreeHash {
    do throws(Problem) { return try tree(size: size).root(at: earlier) } catch {
      throw StorageError(.corrupt, "tiles: \(error.message(in: .english))")
    }
  }

  package func publish(_ note: String, size: Int64, origin: String) throws(StorageError) {
    let new = try session.rows(
      """
      INSERT INTO checkpoints (district, size, origin, note) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, size, origin) DO NOTHING RETURNING size
      """, [.text(district.text), .int(size), .text(origin), .text(note)])
    guard !new.isEmpty else { return }
    try session.run("UPDATE heads SET checkpoints = checkpoints + 1 WHERE district = $1", [.text(district.text)])
  }

  /// Sets the head's count to the rows that a restore wrote.
  func countCheckpoints() throws(StorageError) {
    try session.run(
      """
      UPDATE heads SET checkpoints = (SELECT COUNT(*) FROM checkpoints c WHERE c.district = heads.district)
      WHERE district = $1
      """, [.text(district.text)])
  }

  package struct Published: Hashable, Sendable {
    package let size: Int64
    package let origin: String
    package let note: String
  }

  /// Every published checkpoint, smallest tree first.
  package func checkpoints() throws(StorageError) -> [Published] {
    var found: [Published] = []
    for row in try session.rows(
      "SELECT size, origin, note FROM checkpoints WHERE district = $1 ORDER BY size, origin", [.text(district.text)])
    {
      found.append(Published(size: try row.int(0), origin: try row.text(1), note: try row.text(2)))
    }
    return found
  }

  /// The first checkpoint over at least `size` entries.
  package func checkpoint(over size: Int64) throws(StorageError) -> Published? {
    let rows = try session.rows(
      "SELECT size, origin, note FROM checkpoints WHERE district = $1 AND size >= $2 ORDER BY size, origin LIMIT 1",
      [.text(district.text), .int(size)])
    guard let row = rows.first else { return nil }
    return Published(size: try row.int(0), origin: try row.text(1), note: try row.text(2))
  }

  package func latestCheckpoint() throws(StorageError) -> Published? {
    let rows = try session.rows(
      "SELECT size, origin, note FROM checkpoints WHERE district = $1 ORDER BY size DESC, origin DESC LIMIT 1",
      [.text(district.text)])
    guard let row = rows.first else { return nil }
    return Published(size: try row.int(0), origin: try row.text(1), note: try row.text(2))
  }
}
