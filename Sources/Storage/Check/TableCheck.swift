import Crypto
package import Ground
import Ledger
import Matters

/// Rebuilds every read table from the entries, in memory and piece by piece, and names each row that differs.
package struct TableCheck {
  private let session: any SQLSession
  private let district: DistrictID
  private var findings = Findings()

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Answer: Sendable {
    package let findings: Findings
    package let entries: Int64
    /// Digest → salt of the evidence files that the ledger names.
    package let files: [String: String]
  }

  package mutating func run() throws(StorageError) -> Answer {
    let walk = SubjectWalk(session, district, erased: try ErasureStore(session, district).erased())
    var tally = Tally()
    var files: [String: String] = [:]
    var comparison = RowComparison(session, district)
    while let history = try walk.next() {
      let projection = try Projection(history)
      tally.add(projection)
      for (file, _) in projection.files { files[file.digest] = file.salt }
      try comparison.add(projection)
    }
    try comparison.finish(tally)
    try countRows("entries", expected: walk.entriesSeen)
    try countRows("texts", expected: walk.textsSeen)
    findings.add(walk.findings)
    findings.add(comparison.findings)
    try StrayRows(session).find(into: &findings)
    return Answer(findings: findings, entries: walk.entriesSeen, files: files)
  }

  private mutating func countRows(_ table: String, expected: Int64) throws(StorageError) {
    let rows = try session.rows("SELECT COUNT(*) FROM \(table) WHERE district = $1", [.text(district.text)])
    let count = try rows[0].int(0)
    if count != expected { findings.add(table, "*", "holds \(count) rows where the ledger knows \(expected)") }
  }
}

/// Which texts were erased by law.
package struct ErasureStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func erased() throws(StorageError) -> Set<String> {
    var seals: Set<String> = []
    for row in try session.rows(
      """
      SELECT position, canonical, nonce FROM entries
      WHERE district = $1 AND subject = 'record' AND kind = 'record.textErased' ORDER BY position
      """, [.text(district.text)])
    {
      // One that cannot be read erases nothing; the check names it when it comes by.
      guard let stored = try? EntryStore.stored(row), let fact = try? RecordedFact(stored: stored, texts: [:]) else {
        continue
      }
      if case .record(.textErased(let seal, _)) = fact.event { seals.insert(seal) }
    }
    return seals
  }
}
