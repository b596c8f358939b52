package import Ground

/// A tree read from its stored tiles: roots of any earlier size, and the proofs that go with them.
package struct TiledTree {
  package let size: Int64
  private let read: (_ level: Int, _ index: Int64) throws(Problem) -> [TreeHash]

  /// `tile` gives the hashes of one tile as stored; at the right edge it may hold more than `size` needs.
  package init(size: Int64, tile: @escaping (_ level: Int, _ index: Int64) throws(Problem) -> [TreeHash]) {
    precondition(size >= 0, "a tree has no negative size")
    (self.size, read) = (size, tile)
  }

  package func root() throws(Problem) -> TreeHash { try root(at: size) }

  /// The root that the tree had when it held `earlier` leaves.
  package func root(at earlier: Int64) throws(Problem) -> TreeHash {
    precondition((0...size).contains(earlier), "the tree never had that size")
    return earlier == 0 ? .emptyRoot : try hash(0..<earlier)
  }

  /// RFC 9162 §2.1.3.1.
  package func inclusion(of index: Int64) throws(Problem) -> InclusionProof {
    precondition((0..<size).contains(index), "the tree has no such leaf")
    var path: [TreeHash] = []
    var range = 0..<size
    while range.count > 1 {
      let middle = range.lowerBound + TiledTree.split(range)
      let isLeft = index < middle
      let (inside, beside) =
        isLeft
        ? (range.lowerBound..<middle, middle..<range.upperBound)
        : (middle..<range.upperBound, range.lowerBound..<middle)
      path.append(try hash(beside))
      range = inside
    }
    return InclusionProof(index: index, size: size, path: path.reversed())
  }

  /// RFC 9162 §2.1.4.1: that the tree of `earlier` leaves is the beginning of this one.
  package func consistency(from earlier: Int64) throws(Problem) -> ConsistencyProof {
    precondition((0...size).contains(earlier), "the tree never had that size")
    var path: [TreeHash] = []
    var range = 0..<size
    // An empty tree is the beginning of every tree, and a tree is its own beginning; neither needs hashes.
    guard earlier > 0, earlier < size else { return ConsistencyProof(earlier: earlier, size: size, path: []) }
    while range.upperBound != earlier {
      let middle = range.lowerBound + TiledTree.split(range)
      if earlier <= middle {
        path.append(try hash(middle..<range.upperBound))
        range = range.lowerBound..<middle
      } else {
        path.append(try hash(range.lowerBound..<middle))
        range = middle..<range.upperBound
      }
    }
    // The verifier knows the old root itself when it is a subtree of this one.
    if range.lowerBound > 0 { path.append(try hash(range)) }
    return ConsistencyProof(earlier: earlier, size: size, path: path.reversed())
  }

  /// The largest power of two smaller than the number of leaves.
  private static func split(_ range: Range<Int64>) -> Int64 {
    1 << Int64(63 - (Int64(range.count) - 1).leadingZeroBitCount)
  }

  /// The hash over these leaves; the range starts at a multiple of its largest power of two.
  private func hash(_ range: Range<Int64>) throws(Problem) -> TreeHash {
    let count = Int64(range.count)
    if count.nonzeroBitCount == 1 { return try subtree(height: count.trailingZeroBitCount, at: range.lowerBound) }
    let middle = range.lowerBound + TiledTree.split(range)
    return TreeHash.node(try hash(range.lowerBound..<middle), try hash(middle..<range.upperBound))
  }

  /// A complete subtree, from the tile that holds the row at or just below it.
  private func subtree(height: Int, at leaf: Int64) throws(Problem) -> TreeHash {
    let level = height / Tile.height
    let first = leaf >> Int64(Tile.height * level)
    let row = try read(level, first >> Int64(Tile.height))
    let start = Int(first & 255)
    let end = start + (1 << (height % Tile.height))
    guard row.count >= end else {
      throw Problem(.ledgerTileMissing, at: TilePath(level: level, index: first >> 8, width: end).text)
    }
    return TreeHash.fold(row[start..<end])
  }
}
