package import Ground

/// The frozen follow-through reports: canonical models whose digests the ledger holds.
package struct ReportStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Frozen: Sendable {
    package let id: ReportID
    package let meeting: MeetingID
    package let size: Int64
    package let model: String
  }

  package func load(_ id: ReportID) throws(StorageError) -> Frozen? {
    let rows = try session.rows(
      "SELECT id, meeting, position, model FROM reports WHERE district = $1 AND id = $2",
      [.text(district.text), .text(id.text)])
    guard let row = rows.first else { return nil }
    return try ReportStore.frozen(row)
  }

  package func ofMeeting(_ meeting: MeetingID) throws(StorageError) -> [Frozen] {
    var found: [Frozen] = []
    for row in try session.rows(
      "SELECT id, meeting, position, model FROM reports WHERE district = $1 AND meeting = $2 ORDER BY position",
      [.text(district.text), .text(meeting.text)])
    {
      found.append(try ReportStore.frozen(row))
    }
    return found
  }

  /// The reports frozen last, newest first.
  package func latest(_ limit: Int) throws(StorageError) -> [Frozen] {
    var found: [Frozen] = []
    for row in try session.rows(
      "SELECT id, meeting, position, model FROM reports WHERE district = $1 ORDER BY position DESC, id LIMIT $2",
      [.text(district.text), .int(Int64(limit))])
    {
      found.append(try ReportStore.frozen(row))
    }
    return found
  }

  func insert(_ report: ReportFrozen, model: String) throws(StorageError) {
    try session.run(
      "INSERT INTO reports (district, id, meeting, position, model) VALUES ($1, $2, $3, $4, $5)",
      [.text(district.text), .text(report.id.text), .text(report.meeting.text), .int(report.size), .text(model)])
  }

  private static func frozen(_ row: SQLRow) throws(StorageError) -> Frozen {
    guard let id = ReportID(try row.text(0)), let meeting = MeetingID(try row.text(1)) else {
      throw StorageError(.corrupt, "reports.id")
    }
    return Frozen(id: id, meeting: meeting, size: try row.int(2), model: try row.text(3))
  }
}
