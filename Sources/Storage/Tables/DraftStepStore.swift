package import Ground

/// The steps of an intake that can be undone, each with what stood before. Not in the ledger.
package struct DraftStepStore {
  let session: any SQLSession
  let district: DistrictID

  /// How many steps of one meeting are kept.
  package static let limit: Int64 = 200

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Row: Sendable {
    package let meeting: MeetingID
    package let number: Int64
    package let officer: OfficerID
    package let at: Instant
    /// Its shape is Operations'.
    package let state: String
  }

  /// The meeting's steps, the latest first.
  package func load(_ meeting: MeetingID) throws(StorageError) -> [Row] {
    try rows(
      "SELECT meeting, number, officer, at, state FROM draft_steps WHERE district = $1 AND meeting = $2 ORDER BY number DESC",
      [.text(district.text), .text(meeting.text)])
  }

  package func all() throws(StorageError) -> [Row] {
    try rows(
      "SELECT meeting, number, officer, at, state FROM draft_steps WHERE district = $1 ORDER BY meeting, number",
      [.text(district.text)])
  }

  private func rows(_ sql: String, _ values: [SQLValue]) throws(StorageError) -> [Row] {
    var steps: [Row] = []
    for row in try session.rows(sql, values) {
      guard let meeting = MeetingID(try row.text(0)), let officer = OfficerID(try row.text(2)) else {
        throw StorageError(.corrupt, "draft_steps")
      }
      steps.append(
        Row(
          meeting: meeting, number: try row.int(1), officer: officer, at: Instant(milliseconds: try row.int(3)),
          state: try row.text(4)))
    }
    return steps
  }

  /// Writes a step behind the latest and lets the oldest go.
  package func add(_ meeting: MeetingID, by officer: OfficerID, at: Instant, state: String) throws(StorageError) {
    let last = try session.rows(
      "SELECT COALESCE(MAX(number), 0) FROM draft_steps WHERE district = $1 AND meeting = $2",
      [.text(district.text), .text(meeting.text)])
    let number = try last[0].int(0) + 1
    try session.run(
      "INSERT INTO draft_steps (district, meeting, number, officer, at, state) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .text(district.text), .text(meeting.text), .int(number), .text(officer.text), .int(at.milliseconds),
        .text(state),
      ])
    try session.run(
      "DELETE FROM draft_steps WHERE district = $1 AND meeting = $2 AND number <= $3",
      [.text(district.text), .text(meeting.text), .int(number - DraftStepStore.limit)])
  }

  package func replace(_ meeting: MeetingID, number: Int64, at: Instant, state: String) throws(StorageError) {
    try session.run(
      "UPDATE draft_steps SET at = $4, state = $5 WHERE district = $1 AND meeting = $2 AND number = $3",
      [.text(district.text), .text(meeting.text), .int(number), .int(at.milliseconds), .text(state)])
  }

  package func delete(_ meeting: MeetingID, number: Int64) throws(StorageError) {
    try session.run(
      "DELETE FROM draft_steps WHERE district = $1 AND meeting = $2 AND number = $3",
      [.text(district.text), .text(meeting.text), .int(number)])
  }
}
