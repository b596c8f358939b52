import Directory
package import Ground
package import Inspections

/// The table `inspections`: a row an inspection with its state as JSON.
package struct InspectionStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: InspectionID) throws(StorageError) -> Inspection? {
    try inspections("AND id = $2", [.text(id.text)]).first
  }

  /// A subject's inspections, the latest first.
  package func of(_ subject: SubjectID, limit: Int) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND subject = $2 ORDER BY day DESC, id DESC LIMIT $3", [.text(subject.text), .int(Int64(limit))])
  }

  /// Inspections of a unit on a day, the latest recorded first.
  package func by(_ unit: UnitID, on day: CivilDate, limit: Int) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND unit = $2 AND day = $3 ORDER BY id DESC LIMIT $4",
      [.text(unit.text), .text(day.iso), .int(Int64(limit))])
  }

  /// How often these units inspected the subject with a checklist on some days; void ones do not count.
  package func count(
    of subject: SubjectID, _ checklist: String, by units: Set<UnitID>, on days: DayRange
  ) throws(StorageError) -> Int {
    guard !units.isEmpty else { return 0 }
    let rows = try session.rows(
      """
      SELECT COUNT(*) FROM inspections WHERE district = $1 AND subject = $2 AND checklist = $3 AND annulled = 0
        AND day >= $4 AND day <= $5 AND unit IN (\(Placeholders.list(units.count, from: 6)))
      """,
      [
        .text(district.text), .text(subject.text), .text(checklist), .text(days.first.iso), .text(days.last.iso),
      ] + units.map(\.text).sorted().map { .text($0) })
    return Int(try rows[0].int(0))
  }

  /// The last one with a checklist, since a day, that left nothing to be put right.
  package func clean(
    _ subject: SubjectID, _ checklist: String, since day: CivilDate
  ) throws(StorageError) -> Inspection? {
    try inspections(
      """
      AND subject = $2 AND checklist = $3 AND annulled = 0 AND clean = 1 AND day >= $4 ORDER BY day DESC, id DESC LIMIT 1
      """, [.text(subject.text), .text(checklist), .text(day.iso)]
    ).first
  }

  func save(_ inspection: Inspection) throws(StorageError) {
    try session.run(
      """
      INSERT INTO inspections (district, id, subject, checklist, unit, day, clean, annulled, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (district, id) DO UPDATE SET clean = excluded.clean, annulled = excluded.annulled,
        state = excluded.state
      """, try InspectionStore.values(inspection, in: district))
  }

  static func values(_ inspection: Inspection, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(inspection.id.text), .text(inspection.subject.text),
      .text(inspection.checklistCode), .text(inspection.unit.text), .text(inspection.day.iso),
      .int(inspection.isClean ? 1 : 0), .int(inspection.annulled == nil ? 0 : 1), .text(try State.encode(inspection)),
    ]
  }

  private func inspections(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Inspection] {
    var found: [Inspection] = []
    for row in try session.rows(
      "SELECT state FROM inspections WHERE district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(Inspection.self, try row.text(0)))
    }
    return found
  }
}
