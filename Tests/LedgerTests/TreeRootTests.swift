import Ledger
import Testing

/// RFC 6962 §2.1 as written there: the slow way that everything else is held against.
func treeHash(_ leaves: ArraySlice<TreeHash>) -> TreeHash {
  guard leaves.count > 1 else { return leaves.first ?? .emptyRoot }
  var split = 1
  while split * 2 < leaves.count { split *= 2 }
  let middle = leaves.startIndex + split
  return .node(treeHash(leaves[..<middle]), treeHash(leaves[middle...]))
}

@Suite struct TreeRootTests {
  /// The leaves and roots of the Certificate Transparency reference tests.
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], (0x60...0x6F).map { $0 },
  ]
  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test(arguments: 0...8)
  func knownRoots(_ size: Int) {
    var edge = TreeEdge()
    for leaf in TreeRootTests.leaves.prefix(size) { edge.append(.leafHash(leaf)) }
    #expect(edge.root().hex == TreeRootTests.roots[size])
    #expect(edge.size == Int64(size))
  }

  @Test func theEdgeGivesTheRootOfEverySize() {
    var random = Seeded(6962)
    var leaves: [TreeHash] = []
    var edge = TreeEdge()
    for _ in 0..<300 {
      #expect(edge.root() == treeHash(leaves[...]))
      #expect(TreeEdge(size: edge.size, hashes: edge.hashes) == edge)
      leaves.append(.leafHash(random.bytes(32)))
      edge.append(leaves[leaves.count - 1])
    }
  }

  @Test func aCopyIsDroppedWithoutTrace() {
    var edge = TreeEdge()
    for number in 0..<5 { edge.append(.leafHash([UInt8(number)])) }
    let before = edge
    var copy = edge
    copy.append(.leafHash([99]))
    #expect(edge == before)
    #expect(copy != before)
  }

  @Test func anEdgeNeedsOneHashForEachBit() {
    #expect(TreeEdge(size: 3, hashes: [.emptyRoot]) == nil)
    #expect(TreeEdge(size: -1, hashes: []) == nil)
  }
}
