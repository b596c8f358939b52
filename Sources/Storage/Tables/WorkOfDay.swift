package import Ground
import Ledger
import Matters

/// What units recorded as done on a day, so that nobody is asked for it again (DESIGN §3.8).
package struct WorkOfDay {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// A word about a matter, and the unit that gave it.
  package struct Word: Sendable {
    package let matter: MatterID
    package let unit: UnitID
  }

  /// Of these units the first inspection on a day by each checklist, the first recorded first; void ones do not count.
  package func firstInspections(
    of units: [UnitID], on day: CivilDate
  ) throws(StorageError) -> [(id: InspectionID, subject: SubjectID, checklist: String, unit: UnitID)] {
    guard !units.isEmpty else { return [] }
    return try session.rows(
      """
      SELECT i.id, i.subject, i.checklist, i.unit FROM inspections i
        JOIN (SELECT MIN(id) AS id FROM inspections
          WHERE district = $1 AND day = $2 AND annulled = 0 AND unit IN (\(Placeholders.list(units.count, from: 3)))
          GROUP BY unit, checklist) f ON f.id = i.id
      WHERE i.district = $1 ORDER BY i.id
      """, [.text(district.text), .text(day.iso)] + units.map { .text($0.text) }
    ).map { (row) throws(StorageError) in
      guard let id = InspectionID(try row.text(0)), let subject = SubjectID(try row.text(1)),
        let unit = UnitID(try row.text(3))
      else { throw StorageError(.corrupt, "an inspection that is none") }
      return (id, subject, try row.text(2), unit)
    }
  }

  /// What units did on matters on a day, the oldest first, a part at a time until `body` has enough.
  ///
  /// - Parameter body: answers whether it wants more.
  package func words(
    on day: CivilDate, _ body: ([Word]) throws(StorageError) -> Bool
  ) throws(StorageError) {
    var first = try position(of: Instant(day, minutes: 0))
    let end = try position(of: Instant(day.adding(days: 1), minutes: 0))
    while first < end {
      let rows = try session.rows(
        """
        SELECT position, canonical, nonce FROM entries WHERE district = $1 AND position >= $2 AND position < $3
          AND kind IN ('matter.progressed', 'matter.evidenceAdded', 'matter.submitted', 'matter.partFinished',
            'matter.projectSet', 'matter.milestoneFinished', 'matter.milestoneMoved', 'matter.conditionChecked',
            'matter.measureChecked', 'matter.committed')
        ORDER BY position LIMIT $4
        """, [.text(district.text), .int(first), .int(end), .int(WorkOfDay.part)])
      guard let last = rows.last else { return }
      var words: [Word] = []
      for row in rows { if let word = try WorkOfDay.word(row) { words.append(word) } }
      if try !body(words) { return }
      guard rows.count == WorkOfDay.part else { return }
      first = try last.int(0) + 1
    }
  }

  private static let part: Int64 = 200

  private static func word(_ row: SQLRow) throws(StorageError) -> Word? {
    let fact = try RecordedFact(stored: try EntryStore.stored(row), texts: [:])
    guard case .matter(let id, let change) = fact.event else { return nil }
    let handling: Handling? =
      switch change {
      case .progressed(_, let handling), .evidenceAdded(_, let handling), .submitted(_, let handling, _),
        .partFinished(_, _, let handling), .projectSet(_, _, let handling), .milestoneFinished(_, _, let handling),
        .milestoneMoved(_, _, _, let handling), .conditionChecked(_, _, let handling),
        .measureChecked(_, _, let handling), .committed(_, _, let handling):
        handling
      default: nil
      }
    return handling.map { Word(matter: id, unit: $0.unit) }
  }

  /// Where the first entry stands that is not older than an instant; entries' instants never go back.
  private func position(of instant: Instant) throws(StorageError) -> Int64 {
    let store = EntryStore(session, district)
    var (low, high) = (Int64(0), try store.last().map { $0.position + 1 } ?? 0)
    while low < high {
      let middle = low + (high - low) / 2
      guard let entry = try store.range(middle, middle + 1).first else { break }
      if entry.entry.at < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
