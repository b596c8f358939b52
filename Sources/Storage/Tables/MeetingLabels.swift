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
