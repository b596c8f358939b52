import Ground
import Ledger
import Testing

/// A tile store as a database keeps it: one row for each tile, the last content.
struct TileShelf {
  private(set) var rows: [Int: [Int64: [TreeHash]]] = [:]

  mutating func put(_ tiles: [Tile]) {
    for tile in tiles { rows[tile.level, default: [:]][tile.index] = tile.hashes }
  }

  func tree(size: Int64) -> TiledTree {
    let rows = rows
    return TiledTree(size: size) { level, index throws(Problem) in
      guard let row = rows[level]?[index] else { throw Problem(.ledgerTileMissing) }
      return row
    }
  }

  var tiles: [Tile] {
    rows.flatMap { level, row in row.map { Tile(level: level, index: $0.key, hashes: $0.value) } }
  }
}

@Suite struct TileTests {
  /// All rows of a tree of this size, from scratch.
  private func expected(_ leaves: [TreeHash]) -> [Int: [Int64: [TreeHash]]] {
    var rows: [Int: [Int64: [TreeHash]]] = [:]
    var (level, row) = (0, leaves)
    while !row.isEmpty {
      for start in stride(from: 0, to: row.count, by: 256) {
        rows[level, default: [:]][Int64(start / 256)] = Array(row[start..<min(start + 256, row.count)])
      }
      row = stride(from: 0, to: row.count / 256 * 256, by: 256).map { treeHash(row[$0..<$0 + 256]) }
      level += 1
    }
    return rows
  }

  @Test func growingByGroupsGivesTheTilesMadeFromScratch() throws {
    var random = Seeded(8_256)
    var (builder, shelf, leaves) = (TileBuilder(), TileShelf(), [TreeHash]())
    while leaves.count < 1000 {
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        leaves.append(.leafHash(random.bytes(32)))
        builder.append(leaves[leaves.count - 1])
      }
      shelf.put(builder.takeChanged())
      #expect(builder.takeChanged().isEmpty)
      #expect(shelf.rows == expected(leaves))
      #expect(builder.root() == treeHash(leaves[...]))
      builder = try TileBuilder(size: builder.size, rightEdge: shelf.tiles)
      #expect(builder.root() == treeHash(leaves[...]))
    }
  }

  @Test func theBoundariesOfFullTiles() throws {
    let leaves = (0..<65_537).map { number in
      TreeHash.leafHash(withUnsafeBytes(of: UInt64(number).bigEndian) { Array($0) })
    }
    var (builder, shelf) = (TileBuilder(), TileShelf())
    for (number, leaf) in leaves.enumerated() {
      builder.append(leaf)
      let size = number + 1
      guard [1, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537].contains(size) else { continue }
      shelf.put(builder.takeChanged())
      #expect(shelf.rows == expected(Array(leaves.prefix(size))))
      let root = treeHash(leaves.prefix(size))
      #expect(builder.root() == root)
      #expect(try shelf.tree(size: Int64(size)).root() == root)
      builder = try TileBuilder(size: Int64(size), rightEdge: shelf.tiles)
      #expect(builder.root() == root)
    }
    // Earlier trees are read from the tiles of the last one, wider rows and all.
    for size: Int64 in [0, 1, 255, 256, 257, 65_535, 65_536] {
      let root = treeHash(leaves.prefix(Int(size)))
      #expect(try shelf.tree(size: 65_537).root(at: size) == root)
      #expect(try TileBuilder(size: size, rightEdge: shelf.tiles).root() == root)
    }
  }

  @Test func aMissingOrShortTileIsAProblem() {
    #expect(throws: Problem(.ledgerTileMissing, at: "tile/0/001.p/44")) { try TileBuilder(size: 300, rightEdge: []) }
    let tree = TiledTree(size: 2) { _, _ in [.emptyRoot] }
    #expect(throws: Problem.self) { try tree.root() }
  }

  @Test(
    arguments: [
      ("tile/0/000", 0, 0, 256), ("tile/0/x001/x234/067", 0, 1_234_067, 256), ("tile/2/999.p/1", 2, 999, 1),
      ("tile/63/x001/000.p/255", 63, 1000, 255), ("tile/entries/x001/x234/067.p/8", nil, 1_234_067, 8),
    ] as [(String, Int?, Int64, Int)])
  func pathsAreThoseOfTlogTiles(_ text: String, _ level: Int?, _ index: Int64, _ width: Int) {
    #expect(TilePath(level: level, index: index, width: width).text == text)
    #expect(TilePath(text) == TilePath(level: level, index: index, width: width))
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/0000", "tile/0/x000/000", "tile/0/001/002", "tile/00/000",
    "tile/64/000", "tile/-1/000", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p",
    "/tile/0/000",
    "tile/data/000", "tile/0/../000", "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/+01",
  ])
  func otherPathsAreRefused(_ text: String) {
    #expect(TilePath(text) == nil)
  }

  @Test func bytesComeBack() {
    let tile = Tile(level: 1, index: 7, hashes: (0..<5).map { .leafHash([$0]) })
    #expect(tile.bytes.count == 160)
    #expect(Tile(level: 1, index: 7, bytes: tile.bytes) == tile)
    #expect(Tile(level: 1, index: 7, bytes: []) == nil)
    #expect(Tile(level: 1, index: 7, bytes: Array(tile.bytes.dropLast())) == nil)
    #expect(tile.narrowed(to: 2)?.path == "tile/1/007.p/2")
    #expect(tile.narrowed(to: 6) == nil)
    #expect(Tile.bundle([.emptyRoot]) == [0, 32] + TreeHash.emptyRoot.bytes)
  }
}
