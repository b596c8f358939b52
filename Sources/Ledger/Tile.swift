/// 256 neighbouring hashes of one level of the tree, fewer at the right edge (C2SP tlog-tiles).
///
/// Level `l` holds the roots of complete subtrees of height `8 · l`.
package struct Tile: Hashable, Sendable {
  package let level: Int
  package let index: Int64
  /// 1…256.
  package let hashes: [TreeHash]

  package static let fullWidth = 256
  package static let height = 8

  package init(level: Int, index: Int64, hashes: [TreeHash]) {
    precondition((1...Tile.fullWidth).contains(hashes.count), "a tile holds 1 to 256 hashes")
    (self.level, self.index, self.hashes) = (level, index, hashes)
  }

  /// Reads what `bytes` wrote; fails unless it is 1 to 256 whole hashes.
  package init?(level: Int, index: Int64, bytes: [UInt8]) {
    guard let hashes = Tile.hashes(bytes) else { return nil }
    self.init(level: level, index: index, hashes: hashes)
  }

  package var width: Int { hashes.count }

  package var path: String { TilePath(level: level, index: index, width: width).text }

  /// The hashes one after another, as the tile is served.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * Digest32.byteCount)
    for hash in hashes { hash.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The same tile as it was when it had only `width` hashes; nil when it never had so many.
  package func narrowed(to width: Int) -> Tile? {
    guard (1...self.width).contains(width) else { return nil }
    return Tile(level: level, index: index, hashes: Array(hashes.prefix(width)))
  }

  /// Nil unless `bytes` are 1 to 256 whole hashes.
  package static func hashes(_ bytes: [UInt8]) -> [TreeHash]? {
    let size = Digest32.byteCount
    guard bytes.count.isMultiple(of: size), (1...fullWidth).contains(bytes.count / size) else { return nil }
    return stride(from: 0, to: bytes.count, by: size).compactMap { Digest32(bytes: bytes[$0..<$0 + size]) }
  }

  /// The bundle of leaf data that stands beside a tile of level 0: each with its length, big-endian, in two bytes.
  package static func bundle(_ leaves: [Digest32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(leaves.count * (Digest32.byteCount + 2))
    for leaf in leaves {
      bytes += [0, UInt8(Digest32.byteCount)]
      leaf.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
