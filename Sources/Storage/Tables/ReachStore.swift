package import Directory
package import Ground

/// How officers want to be told, and up to which entry they have opened their messages. Not in the ledger.
package struct ReachStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  private static let columns = "channel, address, rhythm, quiet_from, quiet_to"

  /// Nil for whoever has chosen nothing.
  package func load(_ officer: OfficerID) throws(StorageError) -> Reach? {
    let rows = try session.rows(
      "SELECT \(ReachStore.columns) FROM reach WHERE district = $1 AND officer = $2", key(officer))
    guard let row = rows.first else { return nil }
    return try ReachStore.reach(row, from: 0)
  }

  package func all() throws(StorageError) -> [OfficerID: Reach] {
    var all: [OfficerID: Reach] = [:]
    for row in try session.rows(
      "SELECT officer, \(ReachStore.columns) FROM reach WHERE district = $1", [.text(district.text)])
    {
      guard let officer = OfficerID(try row.text(0)) else { continue }
      all[officer] = try ReachStore.reach(row, from: 1)
    }
    return all
  }

  package func save(_ reach: Reach, of officer: OfficerID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO reach (district, officer, channel, address, rhythm, quiet_from, quiet_to, seen)
      VALUES ($1, $2, $3, $4, $5, $6, $7, -1)
      ON CONFLICT (district, officer) DO UPDATE
      SET channel = excluded.channel, address = excluded.address, rhythm = excluded.rhythm,
        quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
      """, values(reach, of: officer))
  }

  /// The newest entry whose message the officer has opened; -1 where there is none.
  package func seen(by officer: OfficerID) throws(StorageError) -> Int64 {
    let rows = try session.rows("SELECT seen FROM reach WHERE district = $1 AND officer = $2", key(officer))
    return try rows.first?.int(0) ?? -1
  }

  /// Never goes back.
  package func see(_ position: Int64, by officer: OfficerID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO reach (district, officer, channel, address, rhythm, quiet_from, quiet_to, seen)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (district, officer) DO UPDATE
      SET seen = CASE WHEN excluded.seen > reach.seen THEN excluded.seen ELSE reach.seen END
      """, values(.usual, of: officer) + [.int(position)])
  }

  /// Whoever leaves is no longer reached: address and choice go for good.
  package func forget(_ officer: OfficerID) throws(StorageError) {
    try session.run("DELETE FROM reach WHERE district = $1 AND officer = $2", key(officer))
  }

  private func key(_ officer: OfficerID) -> [SQLValue] { [.text(district.text), .text(officer.text)] }

  private func values(_ reach: Reach, of officer: OfficerID) -> [SQLValue] {
    key(officer) + [
      .text(reach.channel.rawValue), .text(reach.address), .text(reach.rhythm.rawValue), SQLValue(reach.quiet.from),
      SQLValue(reach.quiet.to),
    ]
  }

  private static func reach(_ row: SQLRow, from first: Int) throws(StorageError) -> Reach {
    let (from, to) = (Int(try row.int(first + 3)), Int(try row.int(first + 4)))
    guard let channel = Reach.Channel(rawValue: try row.text(first)),
      let rhythm = Reach.Rhythm(rawValue: try row.text(first + 2)), (0..<1440).contains(from), (0..<1440).contains(to)
    else { throw StorageError(.corrupt, "reach: an unknown code") }
    return Reach(
      channel: channel, address: try row.text(first + 1), rhythm: rhythm, quiet: QuietHours(from: from, to: to))
  }
}
