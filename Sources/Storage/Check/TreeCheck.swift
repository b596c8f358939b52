package import Ground
package import Ledger

/// Recomputes the tree from the entries and compares head, tiles and checkpoints with it.
package struct TreeCheck {
  /// Opens a signed note and answers its size and root; nil where the signature is not this log's.
  package typealias Verifier = (_ note: String, _ origin: String) -> (size: Int64, root: TreeHash)?

  private let session: any SQLSession
  private let district: DistrictID
  private var findings = Findings()
  private var tree = TileBuilder()
  private var tiles: TileComparison

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
    tiles = TileComparison(session, district)
  }

  package struct Answer: Sendable {
    package let findings: Findings
    package let size: Int64
    package let root: TreeHash
  }

  package mutating func run(verifier: Verifier) throws(StorageError) -> Answer {
    let store = TreeStore(session, district)
    guard let head = try store.head() else {
      findings.add("heads", district.text, "is missing")
      return Answer(findings: findings, size: 0, root: tree.root())
    }
    let published = try store.checkpoints()
    var next = 0
    try grow { (tree: TileBuilder, findings: inout Findings) in
      while next < published.count, published[next].size <= tree.size {
        TreeCheck.compare(published[next], with: tree, verifier, into: &findings)
        next += 1
      }
      return next < published.count ? published[next].size : .max
    }
    for late in published[next...] { findings.add("checkpoints", "\(late.size)", "names more entries than there are") }
    try compare(head, published: published.count)
    try tiles.compareEdge(of: tree, verifier, into: &findings)
    return Answer(findings: findings, size: tree.size, root: tree.root())
  }

  private static func compare(
    _ checkpoint: TreeStore.Published, with tree: TileBuilder, _ verifier: Verifier, into findings: inout Findings
  ) {
    guard let said = verifier(checkpoint.note, checkpoint.origin) else {
      return findings.add("checkpoints", "\(checkpoint.size)", "is not signed by this log's key")
    }
    if (checkpoint.size, said.size, said.root) != (tree.size, tree.size, tree.root()) {
      findings.add("checkpoints", "\(checkpoint.size)", "names another tree than the entries make")
    }
  }

  private mutating func compare(_ head: TreeStore.Head, published: Int) throws(StorageError) {
    if head.size != tree.size {
      findings.add("heads", district.text, "says \(head.size) entries where there are \(tree.size)")
      findings.add("entries", "\(min(head.size, tree.size))", "there are \(tree.size) where the head says \(head.size)")
    }
    if head.checkpoints != Int64(published) {
      findings.add("heads", district.text, "says \(head.checkpoints) checkpoints where there are \(published)")
      findings.add("checkpoints", "*", "there are \(published) where the head says \(head.checkpoints)")
    }
    let last = try EntryStore(session, district).last()
    if let last, last.entry.at != head.lastAt {
      findings.add("heads", district.text, "names another instant than the last entry")
    }
    if try expectedOrigin() != head.origin { findings.add("heads", district.text, "names another origin") }
  }

  /// The origin that the entries lead to: the first, or what followed the last one given up.
  private func expectedOrigin() throws(StorageError) -> String {
    var origin = LogOrigin.first(of: district)
    for row in try session.rows(
      """
      SELECT position, canonical, nonce FROM entries
      WHERE district = $1 AND subject = 'record' AND kind = 'record.originChanged' ORDER BY position
      """, [.text(district.text)])
    {
      guard let stored = try? EntryStore.stored(row), let fact = try? RecordedFact(stored: stored, texts: [:]),
        case .record(.originChanged(let old, _, _, _)) = fact.event
      else { continue }
      origin = LogOrigin.next(after: old)
    }
    return origin
  }

  /// Appends the entries one by one; `stop` is asked at every size that it named, and names the next.
  private mutating func grow(stop: (TileBuilder, inout Findings) -> Int64) throws(StorageError) {
    var wanted = stop(tree, &findings)
    let chunk: Int64 = 4096
    while true {
      let rows = try session.rows(
        """
        SELECT position, canonical, nonce FROM entries
        WHERE district = $1 AND position >= $2 ORDER BY position LIMIT \(chunk)
        """, [.text(district.text), .int(tree.size)])
      for row in rows {
        let position = try row.int(0)
        if position > tree.size + chunk {
          // A hole too large to be one of ours; nothing after it can be put in its place.
          return findings.add("entries", String(position), "lies far beyond the others")
        }
        while tree.size < position {
          findings.add("entries", String(tree.size), "is missing")
          append(.emptyRoot, &wanted, stop)
        }
        if let nonce = Hex.decode(try row.text(2)), nonce.count == Entry.nonceLength {
          append(.leafHash(Entry.leaf(nonce: nonce, canonical: Array(try row.text(1).utf8))), &wanted, stop)
        } else {
          findings.add("entries", String(position), "has no nonce")
          append(.emptyRoot, &wanted, stop)
        }
      }
      try tiles.compare(tree.takeChanged(), into: &findings)
      if rows.isEmpty { return }
    }
  }

  private mutating func append(
    _ leaf: TreeHash, _ wanted: inout Int64, _ stop: (TileBuilder, inout Findings) -> Int64
  ) {
    tree.append(leaf)
    if tree.size == wanted { wanted = stop(tree, &findings) }
  }
}
