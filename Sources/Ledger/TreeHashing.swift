import Crypto

/// A node or leaf of the tree.
package typealias TreeHash = Digest32

extension Digest32 {
  /// The root of the empty tree: SHA-256 of nothing (RFC 9162 §2.1.1).
  package static let emptyRoot = Digest32 { _ in }

  /// SHA-256(0x00 ‖ leaf data) (RFC 9162 §2.1.1).
  package static func leafHash(_ data: Digest32) -> TreeHash {
    Digest32 { hasher in
      feed(0x00, to: &hasher)
      data.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
  }

  /// The same for leaf data of any length.
  package static func leafHash(_ data: [UInt8]) -> TreeHash {
    Digest32 { hasher in
      feed(0x00, to: &hasher)
      data.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
    Digest32 { hasher in
      feed(0x01, to: &hasher)
      left.withUnsafeBytes { hasher.update(bufferPointer: $0) }
      right.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    }
  }

  /// The root over a complete row: as many hashes as a power of two.
  package static func fold(_ row: ArraySlice<TreeHash>) -> TreeHash {
    precondition(row.count.nonzeroBitCount == 1, "only a complete row folds")
    var row = Array(row)
    while row.count > 1 {
      row = stride(from: 0, to: row.count, by: 2).map { node(row[$0], row[$0 + 1]) }
    }
    return row[0]
  }

  private static func feed(_ byte: UInt8, to hasher: inout SHA256) {
    Swift.withUnsafeBytes(of: byte) { hasher.update(bufferPointer: $0) }
  }
}
