package import Ground

/// How far each officer has looked: from which place in the ledger the home page says what changed. Not in the ledger.
package struct LookStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Look: Hashable, Sendable {
    /// Where the look before this one ended, and when that was.
    package let since: Int64
    package let sinceAt: Instant
    /// How far this one has got.
    package let seen: Int64
    package let seenAt: Instant

    package init(since: Int64, sinceAt: Instant, seen: Int64, seenAt: Instant) {
      (self.since, self.sinceAt, self.seen, self.seenAt) = (since, sinceAt, seen, seenAt)
    }
  }

  package func load(_ officer: OfficerID) throws(StorageError) -> Look? {
    let rows = try session.rows(
      "SELECT since, since_at, seen, seen_at FROM looks WHERE district = $1 AND officer = $2",
      [.text(district.text), .text(officer.text)])
    guard let row = rows.first else { return nil }
    return Look(
      since: try row.int(0), sinceAt: Instant(milliseconds: try row.int(1)), seen: try row.int(2),
      seenAt: Instant(milliseconds: try row.int(3)))
  }

  package func save(_ look: Look, of officer: OfficerID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO looks (district, officer, since, since_at, seen, seen_at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, officer) DO UPDATE
      SET since = excluded.since, since_at = excluded.since_at, seen = excluded.seen, seen_at = excluded.seen_at
      """,
      [
        .text(district.text), .text(officer.text), .int(look.since), .int(look.sinceAt.milliseconds), .int(look.seen),
        .int(look.seenAt.milliseconds),
      ])
  }
}
