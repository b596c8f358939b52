package import Ground
import Ledger

/// Makes every read table and every tile again from the entries, in transactions of bounded length.
package struct Rebuild: Sendable {
  private let engine: any SQLEngine
  private let district: DistrictID

  package init(_ engine: any SQLEngine, _ district: DistrictID) { (self.engine, self.district) = (engine, district) }

  /// - Parameter alsoErased: seals of texts that are gone although no entry here says so yet.
  /// - Returns: the reports whose models have to be composed again, with the day of their freezing.
  package func run(
    alsoErased: Set<String> = []
  ) async throws(StorageError) -> [(report: ReportFrozen, asOf: CivilDate)] {
    let district = district
    let erased = try await engine.write { (session: any SQLSession) throws(StorageError) in
      try Replay(session, district).clear()
      return try ErasureStore(session, district).erased().union(alsoErased)
    }
    var (last, tally, reports) = ("", Tally(), [(report: ReportFrozen, asOf: CivilDate)]())
    while true {
      let (start, sofar) = (last, tally)
      let step = try await engine.write { (session: any SQLSession) throws(StorageError) in
        try Rebuild.step(session, district, erased: erased, after: start, tally: sofar)
      }
      guard let step else { break }
      (last, tally) = (step.last, step.tally)
      reports += step.reports
    }
    let total = tally
    try await engine.write { (session: any SQLSession) throws(StorageError) in
      try Replay(session, district).save(total)
    }
    try await plantTree()
    return reports
  }

  private struct Step: Sendable {
    let last: String
    let tally: Tally
    let reports: [(report: ReportFrozen, asOf: CivilDate)]
  }

  private static func step(
    _ session: any SQLSession, _ district: DistrictID, erased: Set<String>, after last: String, tally: Tally
  ) throws(StorageError) -> Step? {
    let walk = SubjectWalk(session, district, erased: erased, after: last, chunk: 1000)
    let histories = try walk.nextChunk()
    guard !histories.isEmpty else { return nil }
    guard walk.findings.count == 0 else {
      throw StorageError(
        .corrupt, walk.findings.differences.map { "\($0.table) \($0.key) \($0.what)" }.joined(separator: "; "))
    }
    var tally = tally
    var reports: [(report: ReportFrozen, asOf: CivilDate)] = []
    for history in histories {
      let projection = try Projection(history)
      tally.add(projection)
      if let report = projection.report, let day = projection.reportDay { reports.append((report, day)) }
      try Replay(session, district).save(projection)
    }
    return Step(last: walk.last, tally: tally, reports: reports)
  }

  private func plantTree() async throws(StorageError) {
    let district = district
    var tree = TileBuilder()
    let chunk: Int64 = 4000
    while true {
      let before = tree
      let after = try await engine.write { (session: any SQLSession) throws(StorageError) in
        var tree = before
        for stored in try EntryStore(session, district).range(before.size, before.size + chunk) {
          tree.append(.leafHash(Entry.leaf(nonce: stored.nonce, canonical: Array(stored.canonical.utf8))))
        }
        try TreeStore(session, district).save(tree.takeChanged())
        return tree
      }
      tree = after
      if tree.size == before.size { return }
    }
  }
}
