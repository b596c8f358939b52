package import Ground

/// Grows a tree and tells which tiles changed, so that a commit group writes one row per changed tile.
///
/// It keeps the tree's edge and, at each level, the hashes of the tile at the right edge (at most 255).
/// Like the edge it is a value: a transaction that rolls back drops its copy.
package struct TileBuilder: Sendable {
  package private(set) var edge = TreeEdge()
  /// The hashes since the last full tile, level by level.
  private var rightEdge: [[TreeHash]] = []
  /// Full tiles that were completed since the last `takeChanged`.
  private var completed: [Tile] = []
  /// Levels whose right-edge tile grew since then.
  private var grown: Set<Int> = []

  package init() {}

  package var size: Int64 { edge.size }

  package func root() -> TreeHash { edge.root() }

  package mutating func append(_ leafHash: TreeHash) {
    var rows: [TreeHash] = []
    edge.append(leafHash) { height, hash in
      if height.isMultiple(of: Tile.height) { rows.append(hash) }
    }
    for (level, hash) in rows.enumerated() { append(hash, to: level) }
  }

  private mutating func append(_ hash: TreeHash, to level: Int) {
    if level == rightEdge.count { rightEdge.append([]) }
    rightEdge[level].append(hash)
    grown.insert(level)
    guard rightEdge[level].count == Tile.fullWidth else { return }
    let index = edge.size >> Int64(Tile.height * (level + 1)) - 1
    completed.append(Tile(level: level, index: index, hashes: rightEdge[level]))
    rightEdge[level] = []
    grown.remove(level)
  }

  /// Each tile that changed since the last call, with its whole content, by level and index.
  package mutating func takeChanged() -> [Tile] {
    let partial = grown.map { level in
      Tile(level: level, index: size >> Int64(Tile.height * (level + 1)), hashes: rightEdge[level])
    }
    let changed = (completed + partial).sorted { ($0.level, $0.index) < ($1.level, $1.index) }
    completed = []
    grown = []
    return changed
  }

  /// Which tiles a tree of `size` leaves has at its right edge; all of them are partial.
  package static func rightEdge(of size: Int64) -> [TilePath] {
    (0...7).compactMap { level in
      let count = size >> Int64(Tile.height * level)
      let width = Int(count & 255)
      return width == 0 ? nil : TilePath(level: level, index: count >> 8, width: width)
    }
  }

  /// Takes a stored tree up again. `tiles` are those that `rightEdge(of:)` names; wider ones are narrowed.
  package init(size: Int64, rightEdge tiles: [Tile]) throws(Problem) {
    var subtrees: [TreeHash] = []
    for path in TileBuilder.rightEdge(of: size) {
      guard let tile = tiles.first(where: { $0.level == path.level && $0.index == path.index }),
        let row = tile.narrowed(to: path.width)?.hashes
      else { throw Problem(.ledgerTileMissing, at: path.text) }
      while rightEdge.count < tile.level { rightEdge.append([]) }
      rightEdge.append(row)
      subtrees = TileBuilder.subtrees(row) + subtrees
    }
    guard let edge = TreeEdge(size: size, hashes: subtrees) else { throw Problem(.ledgerTileMissing) }
    self.edge = edge
  }

  /// The complete subtrees over a partial row, largest first: one for each set bit of its width.
  static func subtrees(_ row: [TreeHash]) -> [TreeHash] {
    var start = 0
    return (0..<Tile.height).reversed().compactMap { bit in
      guard row.count >> bit & 1 == 1 else { return nil }
      defer { start += 1 << bit }
      return TreeHash.fold(row[start..<start + (1 << bit)])
    }
  }
}
