package import Ground
package import Meetings

/// The meetings table: one row a meeting, its state as JSON.
package struct MeetingStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: MeetingID) throws(StorageError) -> Meeting? {
    let rows = try session.rows(
      "SELECT state FROM meetings WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)])
    guard let row = rows.first else { return nil }
    return try State.decode(Meeting.self, try row.text(0))
  }

  /// The latest meetings, newest first.
  ///
  /// - Parameter before: the day and id of a meeting; only those that stand behind it.
  package func latest(_ limit: Int, before: (day: CivilDate, id: MeetingID)? = nil) throws(StorageError) -> [Meeting] {
    var meetings: [Meeting] = []
    let place = before.map { [SQLValue.text($0.day.iso), .text($0.id.text)] } ?? []
    for row in try session.rows(
      """
      SELECT state FROM meetings WHERE district = $1\(before == nil ? "" : " AND (day, id) < ($3, $4)")
      ORDER BY day DESC, id DESC LIMIT $2
      """, [.text(district.text), .int(Int64(limit))] + place)
    {
      meetings.append(try State.decode(Meeting.self, try row.text(0)))
    }
    return meetings
  }

  /// Meetings with clauses that nobody has decided about, newest first.
  package func undecided(limit: Int) throws(StorageError) -> [Meeting] {
    var meetings: [Meeting] = []
    for row in try session.rows(
      "SELECT state FROM meetings WHERE district = $1 AND undecided > 0 ORDER BY day DESC, id DESC LIMIT $2",
      [.text(district.text), .int(Int64(limit))])
    {
      meetings.append(try State.decode(Meeting.self, try row.text(0)))
    }
    return meetings
  }

  /// How many clauses of all meetings nobody has decided about.
  package func undecidedClauses() throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT CAST(COALESCE(SUM(undecided), 0) AS BIGINT) FROM meetings WHERE district = $1 AND undecided > 0",
      [.text(district.text)])
    return Int(try rows[0].int(0))
  }

  /// The latest meeting that was held by this day; nil where there is none.
  package func last(until day: CivilDate) throws(StorageError) -> Meeting? {
    let rows = try session.rows(
      "SELECT state FROM meetings WHERE district = $1 AND day <= $2 ORDER BY day DESC, id DESC LIMIT 1",
      [.text(district.text), .text(day.iso)])
    guard let row = rows.first else { return nil }
    return try State.decode(Meeting.self, try row.text(0))
  }

  /// The meeting with this number in the district's series.
  package func numbered(_ number: Int) throws(StorageError) -> Meeting? {
    let rows = try session.rows(
      "SELECT state FROM meetings WHERE district = $1 AND number = $2", [.text(district.text), .int(Int64(number))])
    guard let row = rows.first else { return nil }
    return try State.decode(Meeting.self, try row.text(0))
  }

  package func highestNumber() throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT COALESCE(MAX(number), 0) FROM meetings WHERE district = $1", [.text(district.text)])
    return Int(try rows[0].int(0))
  }

  static func values(_ meeting: Meeting, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(meeting.id.text), .int(Int64(meeting.number)), .text(meeting.day.iso),
      .int(Int64(meeting.undecided.count)), .int(Int64(meeting.version)), .text(try State.encode(meeting)),
    ]
  }

  func save(_ meeting: Meeting) throws(StorageError) {
    try session.run(
      """
      INSERT INTO meetings (district, id, number, day, undecided, version, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (district, id) DO UPDATE
      SET day = excluded.day, undecided = excluded.undecided, version = excluded.version, state = excluded.state
      """, MeetingStore.values(meeting, in: district))
    try CarriedStore(session, district).save(meeting)
  }
}
