package import Ground
package import Matters

/// Matters that units have in hand, by the day since which they say nothing about them: a round reads those alone that are
/// quiet, however many there are.
package struct SilenceStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Nil where no unit has it in hand.
  package func load(_ matter: MatterID) throws(StorageError) -> Silence? {
    try session.rows(
      "SELECT matter, since, again FROM silences WHERE district = $1 AND matter = $2",
      [.text(district.text), .text(matter.text)]
    ).first.map { (row) throws(StorageError) in try SilenceRow(row).value() }
  }

  /// Matters that were last heard of, and last noticed, on `last` or before; the longest silence first.
  package func quiet(since last: CivilDate, after place: MatterPlace? = nil, limit: Int) throws(StorageError)
    -> [MatterPlace]
  {
    try session.places(
      in: "silences", by: "again", where: "district = $1 AND again <= $2", [.text(district.text), .text(last.iso)],
      after: place, limit: limit)
  }

  /// Lets the row follow what happened to a matter.
  func follow(_ step: SilenceStep, of matter: MatterID) throws(StorageError) {
    switch step {
    case .none: break
    case .begins(let day): try save(Silence(since: day, again: day), of: matter)
    case .noticed(let day):
      try session.run(
        "UPDATE silences SET again = $3 WHERE district = $1 AND matter = $2",
        [.text(district.text), .text(matter.text), .text(day.iso)])
    case .ends:
      try session.run(
        "DELETE FROM silences WHERE district = $1 AND matter = $2", [.text(district.text), .text(matter.text)])
    }
  }

  func save(_ silence: Silence, of matter: MatterID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO silences (district, matter, since, again) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, matter) DO UPDATE SET since = excluded.since, again = excluded.again
      """, [.text(district.text), .text(matter.text), .text(silence.since.iso), .text(silence.again.iso)])
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<SilenceRow> {
    Set(
      try session.rows(
        "SELECT matter, since, again FROM silences WHERE district = $1 AND matter > $2 AND matter <= $3",
        [.text(district.text), .text(first), .text(last)]
      ).map { (row) throws(StorageError) in try SilenceRow(row) })
  }
}

/// One row: since this day nothing was said on this matter.
struct SilenceRow: Hashable, Comparable {
  let matter: String
  let since: String
  let again: String

  init(_ silence: Silence, of matter: MatterID) {
    (self.matter, since, again) = (matter.text, silence.since.iso, silence.again.iso)
  }

  init(_ row: SQLRow) throws(StorageError) {
    (matter, since, again) = (try row.text(0), try row.text(1), try row.text(2))
  }

  func value() throws(StorageError) -> Silence {
    guard let since = CivilDate(since), let again = CivilDate(again) else { throw StorageError(.corrupt, "silences") }
    return Silence(since: since, again: again)
  }

  static func < (left: SilenceRow, right: SilenceRow) -> Bool {
    (left.matter, left.since, left.again) < (right.matter, right.since, right.again)
  }
}
