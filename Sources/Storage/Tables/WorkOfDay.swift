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

  /// Inspections of these units on a day that count, the first recorded first.
  package func inspections(
    of units: [UnitID], on day: CivilDate
  ) throws(StorageError) -> [(id: InspectionID, subject: SubjectID, checklist: String, unit: UnitID)] {
    guard !units.isEmpty else { return [] }
    var found: [(id: InspectionID, subject: SubjectID, checklist: String, unit: UnitID)] = []
    for row in try session.rows(
      """
      SELECT id, subject, checklist, unit FROM inspections
      WHERE district = $1 AND day = $2 AND annulled = 0 AND unit IN (\(Placeholders.list(units.count, from: 3)))
      ORDER BY id
      """, [.text(district.text), .text(day.iso)] + units.map { .text($0.text) })
    {
      guard let id = InspectionID(try row.text(0)), let subject = SubjectID(try row.text(1)),
        let unit = UnitID(try row.text(3))
      else { throw StorageError(.corrupt, "an inspection that is none") }
      found.append((id, subject, try row.text(2), unit))
    }
    return found
  }

  /// What units did on matters on a day, the oldest first.
  package func words(on day: CivilDate) throws(StorageError) -> [Word] {
    let first = try position(of: Instant(day, minutes: 0))
    let end = try position(of: Instant(day.adding(days: 1), minutes: 0))
    guard first < end else { return [] }
    var words: [Word] = []
    for row in try session.rows(
      """
      SELECT position, canonical, nonce FROM entries WHERE district = $1 AND position >= $2 AND position < $3
        AND kind IN ('matter.progressed', 'matter.evidenceAdded', 'matter.submitted', 'matter.partFinished',
          'matter.projectSet', 'matter.milestoneFinished', 'matter.milestoneMoved', 'matter.conditionChecked',
          'matter.measureChecked', 'matter.committed')
      ORDER BY position
      """, [.text(district.text), .int(first), .int(end)])
    {
      let fact = try RecordedFact(stored: try EntryStore.stored(row), texts: [:])
      guard case .matter(let id, let change) = fact.event else { continue }
      let handling: Handling? =
        switch change {
        case .progressed(_, let handling), .evidenceAdded(_, let handling), .submitted(_, let handling),
          .partFinished(_, _, let handling), .projectSet(_, _, let handling), .milestoneFinished(_, _, let handling),
          .milestoneMoved(_, _, _, let handling), .conditionChecked(_, _, let handling),
          .measureChecked(_, _, let handling), .committed(_, _, let handling):
          handling
        default: nil
        }
      if let handling { words.append(Word(matter: id, unit: handling.unit)) }
    }
    return words
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
