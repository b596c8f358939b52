import Ledger
import Testing

@Suite struct TreeProofTests {
  private func tree(of leaves: [TreeHash]) -> TiledTree {
    var (builder, shelf) = (TileBuilder(), TileShelf())
    for leaf in leaves { builder.append(leaf) }
    shelf.put(builder.takeChanged())
    return shelf.tree(size: Int64(leaves.count))
  }

  private func leaves(_ count: Int, _ random: inout Seeded) -> [TreeHash] {
    (0..<count).map { _ in .leafHash(random.bytes(8)) }
  }

  private func flipped(_ hash: TreeHash, _ bit: Int) -> TreeHash {
    var bytes = hash.bytes
    bytes[bit / 8] ^= 1 << (bit % 8)
    return Digest32(bytes: bytes) ?? hash
  }

  @Test(arguments: [1, 2, 3, 5, 8, 13, 32, 57])
  func everyLeafIsProved(_ size: Int) throws {
    var random = Seeded(UInt64(size))
    let leaves = leaves(size, &random)
    let (tree, root) = (tree(of: leaves), treeHash(leaves[...]))
    for (index, leaf) in leaves.enumerated() {
      let proof = try tree.inclusion(of: Int64(index))
      #expect(proof.proves(leaf, in: root))
      #expect(!proof.proves(leaf, in: flipped(root, 7)))
      #expect(!proof.proves(flipped(leaf, 0), in: root))
      let longer = InclusionProof(index: proof.index, size: proof.size, path: proof.path + [root])
      #expect(!longer.proves(leaf, in: root))
      let shorter = InclusionProof(index: proof.index, size: proof.size, path: Array(proof.path.dropLast()))
      #expect(proof.path.isEmpty || !shorter.proves(leaf, in: root))
      for other in -1...Int64(size) where other != proof.index {
        #expect(!InclusionProof(index: other, size: proof.size, path: proof.path).proves(leaf, in: root))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 6, 8, 21, 64, 70])
  func everyEarlierTreeIsProved(_ size: Int) throws {
    var random = Seeded(UInt64(size))
    let leaves = leaves(size, &random)
    let (tree, root) = (tree(of: leaves), treeHash(leaves[...]))
    for earlier in 0...size {
      let old = treeHash(leaves.prefix(earlier))
      let proof = try tree.consistency(from: Int64(earlier))
      #expect(proof.proves(old, growsInto: root))
      #expect(!proof.proves(flipped(old, 255), growsInto: root))
      #expect(earlier == 0 || !proof.proves(old, growsInto: flipped(root, 128)))
      let longer = ConsistencyProof(earlier: proof.earlier, size: proof.size, path: proof.path + [root])
      #expect(!longer.proves(old, growsInto: root))
    }
  }

  @Test func everyFlippedBitIsFound() throws {
    var random = Seeded(4711)
    let leaves = leaves(70, &random)
    let (tree, root) = (tree(of: leaves), treeHash(leaves[...]))
    let inclusion = try tree.inclusion(of: 41)
    let consistency = try tree.consistency(from: 37)
    let old = treeHash(leaves.prefix(37))
    for (place, hash) in inclusion.path.enumerated() {
      for bit in 0..<256 {
        var path = inclusion.path
        path[place] = flipped(hash, bit)
        #expect(!InclusionProof(index: 41, size: 70, path: path).proves(leaves[41], in: root))
      }
    }
    for (place, hash) in consistency.path.enumerated() {
      for bit in 0..<256 {
        var path = consistency.path
        path[place] = flipped(hash, bit)
        #expect(!ConsistencyProof(earlier: 37, size: 70, path: path).proves(old, growsInto: root))
      }
    }
  }

  @Test func largeTreesAcrossTiles() throws {
    var random = Seeded(70_000)
    let leaves = leaves(66_000, &random)
    let (tree, root) = (tree(of: leaves), treeHash(leaves[...]))
    for _ in 0..<20 {
      let index = Int.random(in: 0..<leaves.count, using: &random)
      #expect(try tree.inclusion(of: Int64(index)).proves(leaves[index], in: root))
      let old = treeHash(leaves.prefix(index))
      #expect(try tree.consistency(from: Int64(index)).proves(old, growsInto: root))
    }
  }

  @Test func aRewrittenTreeIsNotTheContinuation() throws {
    var random = Seeded(99)
    var leaves = leaves(40, &random)
    let old = treeHash(leaves.prefix(20))
    leaves[3] = .leafHash([1])
    #expect(try !tree(of: leaves).consistency(from: 20).proves(old, growsInto: treeHash(leaves[...])))
  }
}
