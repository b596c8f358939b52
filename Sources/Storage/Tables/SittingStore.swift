import Directory
package import Ground
package import Meetings

/// The tables `sittings` and `unit_reports`: a row a sitting with its state as JSON, and a row for each report that a unit
/// was asked for.
package struct SittingStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: SittingID) throws(StorageError) -> Sitting? {
    try sittings("AND id = $2", [.text(id.text)]).first
  }

  /// The sitting whose minutes made the meeting.
  package func of(_ meeting: MeetingID) throws(StorageError) -> Sitting? {
    try sittings("AND meeting = $2", [.text(meeting.text)]).first
  }

  /// Those of a stage, the soonest first.
  package func all(_ stage: Sitting.Stage, limit: Int = 10) throws(StorageError) -> [Sitting] {
    try sittings("AND stage = $2 ORDER BY day, id LIMIT $3", [.text(stage.rawValue), .int(Int64(limit))])
  }

  /// Those that are called or going on: few at a time.
  package func going(limit: Int = 10) throws(StorageError) -> [Sitting] {
    try all(.planned, limit: limit) + all(.open, limit: limit)
  }

  /// The latest, newest first; behind the day and id of one.
  package func latest(_ limit: Int, before: (day: CivilDate, id: SittingID)? = nil) throws(StorageError) -> [Sitting] {
    let place = before.map { [SQLValue.text($0.day.iso), .text($0.id.text)] } ?? []
    return try sittings(
      "\(before == nil ? "" : "AND (day, id) < ($3, $4) ")ORDER BY day DESC, id DESC LIMIT $2",
      [.int(Int64(limit))] + place)
  }

  /// Sittings to which the unit still owes a report, the soonest first.
  package func owed(by unit: UnitID, limit: Int = 20) throws(StorageError) -> [Sitting] {
    var found: [Sitting] = []
    for row in try session.rows(
      """
      SELECT s.state FROM unit_reports r JOIN sittings s ON s.district = r.district AND s.id = r.sitting
      WHERE r.district = $1 AND r.unit = $2 AND r.due_key < '9999-12-31' ORDER BY r.due_key, r.sitting LIMIT $3
      """, [.text(district.text), .text(unit.text), .int(Int64(limit))])
    {
      found.append(try State.decode(Sitting.self, try row.text(0)))
    }
    return found
  }

  /// Sittings for which reports were asked between these days.
  package func asked(from first: CivilDate, through last: CivilDate) throws(StorageError) -> [Sitting] {
    var ids: [SittingID] = []
    for row in try session.rows(
      "SELECT DISTINCT sitting FROM unit_reports WHERE district = $1 AND asked >= $2 AND asked <= $3",
      [.text(district.text), .text(first.iso), .text(last.iso)])
    {
      guard let id = SittingID(try row.text(0)) else { throw StorageError(.corrupt, "unit_reports.sitting") }
      ids.append(id)
    }
    var found: [Sitting] = []
    // What was called off asks for nothing.
    for id in ids.sorted() { if let sitting = try load(id), sitting.stage != .calledOff { found.append(sitting) } }
    return found
  }

  /// Those with an instruction of which nothing has become yet, the oldest first.
  package func withOpenInstructions(limit: Int) throws(StorageError) -> [Sitting] {
    try sittings("AND instructions <> 0 ORDER BY day, id LIMIT $2", [.int(Int64(limit))])
  }

  /// Counts the instructions of sittings of before they were counted.
  ///
  /// - Returns: whether there are more.
  func fill(_ limit: Int) throws(StorageError) -> Bool {
    let found = try sittings("AND instructions = -1 LIMIT $2", [.int(Int64(limit))])
    for sitting in found {
      try session.run(
        "UPDATE sittings SET instructions = $3 WHERE district = $1 AND id = $2",
        [.text(district.text), .text(sitting.id.text), .int(Int64(sitting.openInstructions.count))])
    }
    return found.count == limit
  }

  static func values(_ sitting: Sitting, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(sitting.id.text), .text(sitting.plan.day.iso), .text(sitting.stage.rawValue),
      sitting.meeting.map { .text($0.text) } ?? .null, .int(Int64(sitting.version)), .text(try State.encode(sitting)),
      .int(Int64(sitting.openInstructions.count)),
    ]
  }

  func save(_ sitting: Sitting) throws(StorageError) {
    try session.run(
      """
      INSERT INTO sittings (district, id, day, stage, meeting, version, state, instructions)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT (district, id) DO UPDATE SET day = excluded.day, stage = excluded.stage, meeting = excluded.meeting,
        version = excluded.version, state = excluded.state, instructions = excluded.instructions
      """, SittingStore.values(sitting, in: district))
    let (old, new) = (try reports(of: sitting.id), UnitReportRow.all(sitting))
    for row in old.subtracting(new).sorted(by: { $0.unit < $1.unit }) {
      try session.run(
        "DELETE FROM unit_reports WHERE district = $1 AND sitting = $2 AND unit = $3",
        [.text(district.text), .text(sitting.id.text), .text(row.unit)])
    }
    for row in new.subtracting(old).sorted(by: { $0.unit < $1.unit }) {
      try session.run(
        "INSERT INTO unit_reports (district, sitting, unit, asked, due_key) VALUES ($1, $2, $3, $4, $5)",
        [.text(district.text), .text(sitting.id.text), .text(row.unit), .text(row.asked), .text(row.dueKey)])
    }
  }

  func reports(of sitting: SittingID) throws(StorageError) -> Set<UnitReportRow> {
    var found: Set<UnitReportRow> = []
    for row in try session.rows(
      "SELECT unit, asked, due_key FROM unit_reports WHERE district = $1 AND sitting = $2",
      [.text(district.text), .text(sitting.text)])
    {
      found.insert(UnitReportRow(unit: try row.text(0), asked: try row.text(1), dueKey: try row.text(2)))
    }
    return found
  }

  private func sittings(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Sitting] {
    var found: [Sitting] = []
    for row in try session.rows(
      "SELECT state FROM sittings WHERE district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(Sitting.self, try row.text(0)))
    }
    return found
  }
}

/// One row: this unit was asked on this day, and owes its report until then.
struct UnitReportRow: Hashable {
  let unit: String
  let asked: String
  /// After every day where it is owed no more.
  let dueKey: String

  static func all(_ sitting: Sitting) -> Set<UnitReportRow> {
    let isGoing = sitting.stage != .calledOff
    return Set(
      sitting.reports.map { report in
        UnitReportRow(
          unit: report.unit.text, asked: report.askedOn.iso,
          dueKey: isGoing && report.submission == nil ? report.due.day.iso : "9999-12-31")
      })
  }
}
