package import Ground

/// Meetings by number and day, without reading their bulletins.
package struct MeetingLabels {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Label: Hashable, Sendable {
    package let id: MeetingID
    package let number: Int
    package let day: CivilDate
  }

  /// The latest meetings, the newest day first.
  package func latest(_ limit: Int) throws(StorageError) -> [Label] {
    try labels(
      "SELECT id, number, day FROM meetings WHERE district = $1 ORDER BY day DESC, id DESC LIMIT $2",
      [.text(district.text), .int(Int64(limit))])
  }

  package func labels(of ids: Set<MeetingID>) throws(StorageError) -> [Label] {
    guard !ids.isEmpty else { return [] }
    return try labels(
      "SELECT id, number, day FROM meetings WHERE district = $1 AND id IN (\(Placeholders.list(ids.count, from: 2)))",
      [.text(district.text)] + ids.sorted().map { .text($0.text) })
  }

  /// Meetings held between these days, the oldest first.
  package func held(from first: CivilDate, through last: CivilDate) throws(StorageError) -> [Label] {
    try labels(
      "SELECT id, number, day FROM meetings WHERE district = $1 AND day >= $2 AND day <= $3 ORDER BY day, id",
      [.text(district.text), .text(first.iso), .text(last.iso)])
  }

  /// How many matters each unit got from the meeting; a matter that fanned out is counted by its parts.
  package func matters(of meeting: MeetingID) throws(StorageError) -> [UnitID: Int] {
    var found: [UnitID: Int] = [:]
    for row in try session.rows(
      "SELECT lead, COUNT(*) FROM listed WHERE district = $1 AND meeting = $2 GROUP BY lead",
      [.text(district.text), .text(meeting.text)])
    {
      guard let unit = UnitID(try row.text(0)) else { throw StorageError(.corrupt, "listed.lead") }
      found[unit] = Int(try row.int(1))
    }
    return found
  }

  private func labels(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [Label] {
    var found: [Label] = []
    for row in try session.rows(sql, arguments) {
      guard let id = MeetingID(try row.text(0)), let day = CivilDate(try row.text(2)) else {
        throw StorageError(.corrupt, "meetings.id")
      }
      found.append(Label(id: id, number: Int(try row.int(1)), day: day))
    }
    return found
  }
}
