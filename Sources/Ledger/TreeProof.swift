/// That a leaf lies at a position of a tree.
package struct InclusionProof: Hashable, Sendable {
  package let index: Int64
  package let size: Int64
  /// From the leaf's sibling upwards.
  package let path: [TreeHash]

  package init(index: Int64, size: Int64, path: [TreeHash]) {
    (self.index, self.size, self.path) = (index, size, path)
  }

  /// RFC 9162 §2.1.3.2.
  package func proves(_ leafHash: TreeHash, in root: TreeHash) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last) = (index, size - 1)
    var hash = leafHash
    for sibling in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = TreeHash.node(sibling, hash)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        hash = TreeHash.node(hash, sibling)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && hash == root
  }
}

/// That a tree is the beginning of a later one: nothing was changed or taken away in between.
package struct ConsistencyProof: Hashable, Sendable {
  package let earlier: Int64
  package let size: Int64
  package let path: [TreeHash]

  package init(earlier: Int64, size: Int64, path: [TreeHash]) {
    (self.earlier, self.size, self.path) = (earlier, size, path)
  }

  /// RFC 9162 §2.1.4.2.
  package func proves(_ earlierRoot: TreeHash, growsInto root: TreeHash) -> Bool {
    guard earlier >= 0, earlier <= size else { return false }
    if earlier == 0 { return path.isEmpty && earlierRoot == .emptyRoot }
    if earlier == size { return path.isEmpty && earlierRoot == root }
    let start = earlier.nonzeroBitCount == 1 ? [earlierRoot] + path : path
    guard let first = start.first else { return false }
    var (place, last) = (earlier - 1, size - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (old, new) = (first, first)
    for hash in start.dropFirst() {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        old = TreeHash.node(hash, old)
        new = TreeHash.node(hash, new)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        new = TreeHash.node(new, hash)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && old == earlierRoot && new == root
  }
}
