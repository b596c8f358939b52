package import Ground

/// The clerks' working copies of drafts that are not issued yet. Not in the ledger.
package struct DraftStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// A draft as its row stands: its shape is Operations', its version goes up by one with each change.
  package struct Row: Sendable {
    package let version: Int
    package let state: String
  }

  /// By clause.
  package func load(_ meeting: MeetingID) throws(StorageError) -> [Int: Row] {
    var drafts: [Int: Row] = [:]
    for row in try session.rows(
      "SELECT clause, version, state FROM drafts WHERE district = $1 AND meeting = $2 ORDER BY clause",
      [.text(district.text), .text(meeting.text)])
    {
      drafts[Int(try row.int(0))] = Row(version: Int(try row.int(1)), state: try row.text(2))
    }
    return drafts
  }

  package struct Stored: Sendable {
    package let meeting: MeetingID
    package let clause: Int
    package let state: String
  }

  /// Every draft of the district.
  package func all() throws(StorageError) -> [Stored] {
    var drafts: [Stored] = []
    for row in try session.rows(
      "SELECT meeting, clause, state FROM drafts WHERE district = $1 ORDER BY meeting, clause", [.text(district.text)])
    {
      guard let meeting = MeetingID(try row.text(0)) else { throw StorageError(.corrupt, "drafts.meeting") }
      drafts.append(Stored(meeting: meeting, clause: Int(try row.int(1)), state: try row.text(2)))
    }
    return drafts
  }

  package func save(_ meeting: MeetingID, clause: Int, state: String) throws(StorageError) {
    try session.run(
      """
      INSERT INTO drafts (district, meeting, clause, version, state) VALUES ($1, $2, $3, 1, $4)
      ON CONFLICT (district, meeting, clause) DO UPDATE
      SET version = drafts.version + 1, state = excluded.state
      """, [.text(district.text), .text(meeting.text), .int(Int64(clause)), .text(state)])
  }

  /// Puts a draft back with a version that no page has seen.
  package func restore(_ meeting: MeetingID, clause: Int, state: String, version: Int) throws(StorageError) {
    try delete(meeting, clause: clause)
    try session.run(
      "INSERT INTO drafts (district, meeting, clause, version, state) VALUES ($1, $2, $3, $4, $5)",
      [.text(district.text), .text(meeting.text), .int(Int64(clause)), .int(Int64(version)), .text(state)])
  }

  package func delete(_ meeting: MeetingID, clause: Int) throws(StorageError) {
    try session.run(
      "DELETE FROM drafts WHERE district = $1 AND meeting = $2 AND clause = $3",
      [.text(district.text), .text(meeting.text), .int(Int64(clause))])
  }
}
