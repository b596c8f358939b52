package import Ground
package import Ledger
package import Storage

/// What `bihuan check` answers: everything that does not agree with the ledger, or that all does.
package struct RecordCheck: Sendable {
  package let differences: [Difference]
  /// How many differences there are; `differences` names the first hundred of each kind.
  package let count: Int
  package let entries: Int64
  package let root: TreeHash

  package var agrees: Bool { count == 0 }
}

extension Office {
  /// Recomputes the tree and the read tables, and holds the evidence files against their digests.
  ///
  /// - Parameter against: a signed checkpoint kept outside; proves that the ledger has only grown since.
  package func check(against known: String? = nil) async throws(Refusal) -> RecordCheck {
    let (district, publisher) = (district, publisher)
    let tree = try await ask { (session: any SQLSession) throws(StorageError) in
      var check = TreeCheck(session, district)
      return try check.run { note, origin in publisher.open(note, origin: origin).map { ($0.size, $0.root) } }
    }
    // Listed before the tables are read: a file that is named meanwhile is then known.
    let present = evidence.all()
    let tables = try await ask { (session: any SQLSession) throws(StorageError) in
      var check = TableCheck(session, district)
      return try check.run()
    }
    var files = Findings()
    for (digest, salt) in tables.files.sorted(by: { $0.key < $1.key }) {
      do throws(Refusal) { _ = try evidence.load(digest: digest, salt: salt) } catch {
        files.add("evidence", digest, "is missing or was altered")
      }
    }
    for extra in present where tables.files[extra] == nil { files.add("evidence", extra, "is named by no entry") }
    var outside = Findings()
    if let known { try await compare(known, with: tree, into: &outside) }
    let all = [tree.findings, tables.findings, files, outside]
    return RecordCheck(
      differences: all.flatMap(\.differences), count: all.reduce(0) { $0 + $1.count }, entries: tree.size,
      root: tree.root)
  }

  private func compare(
    _ known: String, with tree: TreeCheck.Answer, into findings: inout Findings
  ) async throws(Refusal) {
    let district = district
    guard let origin = known.split(separator: "\n").first.map(String.init),
      let checkpoint = publisher.open(known, origin: origin)
    else { throw Refusal(.checkpointForeign) }
    guard checkpoint.size <= tree.size else {
      return findings.add("checkpoint", "\(checkpoint.size)", "knows more entries than the \(tree.size) that are here")
    }
    let root = try await ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).root(at: checkpoint.size, of: tree.size)
    }
    if root != checkpoint.root {
      findings.add(
        "checkpoint", "\(checkpoint.size)", "the first \(checkpoint.size) entries are not those it was signed over")
    }
  }
}
