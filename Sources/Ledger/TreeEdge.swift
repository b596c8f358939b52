/// The append-only edge of a tree: its size and the roots of its complete subtrees, largest first.
///
/// It is small and copied freely: a transaction works on a copy, and rolling back is dropping the copy.
package struct TreeEdge: Hashable, Sendable {
  package private(set) var size: Int64 = 0
  /// One hash for each bit of `size` that is set, the highest bit first.
  package private(set) var hashes: [TreeHash] = []

  package init() {}

  /// Fails unless there is one hash for each set bit of `size`.
  package init?(size: Int64, hashes: [TreeHash]) {
    guard size >= 0, size.nonzeroBitCount == hashes.count else { return nil }
    (self.size, self.hashes) = (size, hashes)
  }

  package mutating func append(_ leafHash: TreeHash) {
    append(leafHash) { _, _ in }
  }

  /// Tells each complete subtree of the new leaf, from the leaf (height 0) upwards.
  mutating func append(_ leafHash: TreeHash, completed: (_ height: Int, TreeHash) -> Void) {
    var hash = leafHash
    var height = 0
    completed(0, hash)
    while size >> Int64(height) & 1 == 1 {
      hash = TreeHash.node(hashes.removeLast(), hash)
      height += 1
      completed(height, hash)
    }
    hashes.append(hash)
    size += 1
  }

  package func root() -> TreeHash {
    guard var root = hashes.last else { return .emptyRoot }
    for hash in hashes.dropLast().reversed() { root = TreeHash.node(hash, root) }
    return root
  }
}
