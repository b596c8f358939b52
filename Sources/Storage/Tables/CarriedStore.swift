package import Ground
import Meetings

/// Which clauses of later meetings were carried over to which matter.
package struct CarriedStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func count(to matter: MatterID) throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT COUNT(*) FROM carried WHERE district = $1 AND matter = $2", [.text(district.text), .text(matter.text)])
    return Int(try rows[0].int(0))
  }

  /// The clauses of the meetings that came in last, the latest first.
  package func load(to matter: MatterID, limit: Int) throws(StorageError) -> [(meeting: MeetingID, clause: Int)] {
    var found: [(meeting: MeetingID, clause: Int)] = []
    for row in try session.rows(
      """
      SELECT meeting, clause FROM carried WHERE district = $1 AND matter = $2
      ORDER BY meeting DESC, clause DESC LIMIT $3
      """, [.text(district.text), .text(matter.text), .int(Int64(limit))])
    {
      guard let meeting = MeetingID(try row.text(0)) else { throw StorageError(.corrupt, "carried.meeting") }
      found.append((meeting, Int(try row.int(1))))
    }
    return found
  }

  /// Clause → the matter's id.
  func load(of meeting: MeetingID) throws(StorageError) -> [Int: String] {
    var found: [Int: String] = [:]
    for row in try session.rows(
      "SELECT clause, matter FROM carried WHERE district = $1 AND meeting = $2",
      [.text(district.text), .text(meeting.text)])
    {
      found[Int(try row.int(0))] = try row.text(1)
    }
    return found
  }

  static func rows(_ meeting: Meeting) -> [Int: String] {
    var rows: [Int: String] = [:]
    for (clause, decision) in meeting.decisions.enumerated() {
      if case .noAction(_, let carrier?)? = decision?.outcome { rows[clause] = carrier.text }
    }
    return rows
  }

  /// Lets the rows follow a meeting; nothing is written where nothing changed.
  func save(_ meeting: Meeting) throws(StorageError) {
    let (old, new) = (try load(of: meeting.id), CarriedStore.rows(meeting))
    for clause in old.keys.sorted() where new[clause] != old[clause] {
      try session.run(
        "DELETE FROM carried WHERE district = $1 AND meeting = $2 AND clause = $3",
        [.text(district.text), .text(meeting.id.text), .int(Int64(clause))])
    }
    for (clause, matter) in new.sorted(by: { $0.key < $1.key }) where old[clause] != matter {
      try session.run(
        "INSERT INTO carried (district, meeting, clause, matter) VALUES ($1, $2, $3, $4)",
        [.text(district.text), .text(meeting.id.text), .int(Int64(clause)), .text(matter)])
    }
  }
}
