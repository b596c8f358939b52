import Directory
package import Ground
package import Inspections

/// The table `spot_checks`: a row for each inspection that was made for a draw.
package struct SpotCheckStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// The inspections that were made for a draw, by their subjects; void ones are none.
  package func of(_ draw: DrawID) throws(StorageError) -> [SubjectID: Inspection] {
    let found = try inspections("AND c.draw = $2 AND c.annulled = 0 ORDER BY c.day, c.inspection", [.text(draw.text)])
    return Dictionary(found.map { ($0.subject, $0) }) { $1 }
  }

  /// Those that look at others again, on some days, void ones left out; each with the inspection that it looks at.
  package func compared(
    on days: DayRange, limit: Int
  ) throws(StorageError) -> [(check: Inspection, first: Inspection)] {
    var found: [(check: Inspection, first: Inspection)] = []
    for row in try session.rows(
      """
      SELECT i.state, f.state FROM spot_checks c
      JOIN inspections i ON i.district = c.district AND i.id = c.inspection
      JOIN inspections f ON f.district = c.district AND f.id = c.first
      WHERE c.district = $1 AND c.annulled = 0 AND c.day >= $2 AND c.day <= $3
      ORDER BY c.day DESC, c.inspection DESC LIMIT $4
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso), .int(Int64(limit))])
    {
      found.append(
        (try State.decode(Inspection.self, try row.text(0)), try State.decode(Inspection.self, try row.text(1))))
    }
    return found
  }

  /// Those that looked at an inspection again, the latest first.
  package func again(_ first: InspectionID) throws(StorageError) -> [Inspection] {
    try inspections("AND c.first = $2 ORDER BY c.day DESC, c.inspection DESC LIMIT 20", [.text(first.text)])
  }

  func save(_ inspection: Inspection) throws(StorageError) {
    guard let values = SpotCheckStore.values(inspection, in: district) else { return }
    try session.run(
      """
      INSERT INTO spot_checks (district, inspection, draw, subject, duty, unit, first, first_unit, day, annulled)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (district, inspection) DO UPDATE SET annulled = excluded.annulled
      """, values)
  }

  /// Nil for an inspection that was made for no draw.
  static func values(_ inspection: Inspection, in district: DistrictID) -> [SQLValue]? {
    guard let checks = inspection.checks else { return nil }
    return [
      .text(district.text), .text(inspection.id.text), .text(checks.draw.text), .text(inspection.subject.text),
      checks.duty.map { .text($0) } ?? .null, .text(inspection.unit.text),
      checks.first.map { .text($0.inspection.text) } ?? .null, checks.first.map { .text($0.unit.text) } ?? .null,
      .text(inspection.day.iso), .int(inspection.annulled == nil ? 0 : 1),
    ]
  }

  private func inspections(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Inspection] {
    var found: [Inspection] = []
    for row in try session.rows(
      """
      SELECT i.state FROM spot_checks c JOIN inspections i ON i.district = c.district AND i.id = c.inspection
      WHERE c.district = $1 \(tail)
      """, [.text(district.text)] + values)
    {
      found.append(try State.decode(Inspection.self, try row.text(0)))
    }
    return found
  }
}
