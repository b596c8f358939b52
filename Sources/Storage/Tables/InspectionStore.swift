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

  /// These inspections; what is none of them is not in the answer.
  package func load(_ ids: Set<InspectionID>) throws(StorageError) -> [InspectionID: Inspection] {
    var found: [InspectionID: Inspection] = [:]
    for part in Placeholders.parts(ids) {
      for inspection in try inspections(
        "AND id IN (\(Placeholders.list(part.count, from: 2)))", part.map { .text($0.text) })
      {
        found[inspection.id] = inspection
      }
    }
    return found
  }

  /// A subject's inspections, the latest first.
  package func of(_ subject: SubjectID, limit: Int) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND subject = $2 ORDER BY day DESC, id DESC LIMIT $3", [.text(subject.text), .int(Int64(limit))])
  }

  /// A subject's inspections behind one of them, the latest first.
  package func of(
    _ subject: SubjectID, behind day: CivilDate, _ id: InspectionID, limit: Int
  ) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND subject = $2 AND (day, id) < ($3, $4) ORDER BY day DESC, id DESC LIMIT $5",
      [.text(subject.text), .text(day.iso), .text(id.text), .int(Int64(limit))])
  }

  /// Hazards' matters that inspections of the subject found and that are open, the latest first.
  package func openHazards(of subject: SubjectID, limit: Int) throws(StorageError) -> [MatterID] {
    try session.rows(
      """
      SELECT m.id FROM findings f JOIN matters m ON m.district = f.district AND m.id = f.matter
      WHERE f.district = $1 AND f.subject = $2 AND m.phase NOT IN ('closed', 'cancelled')
      ORDER BY f.day DESC, m.id DESC LIMIT $3
      """, [.text(district.text), .text(subject.text), .int(Int64(limit))]
    ).map { (row) throws(StorageError) in MatterID(trusted: try row.text(0)) }
  }

  /// A subject's inspections on some days, the latest first.
  package func of(_ subject: SubjectID, on days: DayRange, limit: Int) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND subject = $2 AND day >= $3 AND day <= $4 ORDER BY day DESC, id DESC LIMIT $5",
      [.text(subject.text), .text(days.first.iso), .text(days.last.iso), .int(Int64(limit))])
  }

  /// Inspections of a unit on a day, the latest recorded first.
  package func by(_ unit: UnitID, on day: CivilDate, limit: Int) throws(StorageError) -> [Inspection] {
    try inspections(
      "AND unit = $2 AND day = $3 ORDER BY id DESC LIMIT $4",
      [.text(unit.text), .text(day.iso), .int(Int64(limit))])
  }

  /// Inspections of these units since a day with an order that did not come to the inspected unit and a hazard still open,
  /// the earliest first.
  package func unserved(by units: Set<UnitID>, since day: CivilDate, limit: Int) throws(StorageError) -> [Inspection] {
    guard !units.isEmpty else { return [] }
    return try inspections(
      """
      AND unserved = 1 AND day >= $2 AND unit IN (\(Placeholders.list(units.count, from: 4))) AND EXISTS
        (SELECT 1 FROM findings f JOIN matters m ON m.district = f.district AND m.id = f.matter
         WHERE f.district = inspections.district AND f.inspection = inspections.id
           AND m.phase NOT IN ('closed', 'cancelled'))
      ORDER BY day, id LIMIT $3
      """, [.text(day.iso), .int(Int64(limit))] + units.map(\.text).sorted().map { .text($0) })
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

  /// One inspection, as counting needs it.
  package struct Visit: Hashable, Sendable {
    package let subject: SubjectID
    package let checklist: String
    package let unit: UnitID
    package let day: CivilDate
  }

  /// What was inspected with these checklists on some days; void ones do not count.
  ///
  /// - Parameter subjects: only at these; nil: at all.
  package func made(
    with checklists: Set<String>, at subjects: Set<SubjectID>? = nil, in days: DayRange
  ) throws(StorageError) -> [Visit] {
    guard !checklists.isEmpty, subjects?.isEmpty != true else { return [] }
    let (ids, lists) = (subjects?.map(\.text).sorted() ?? [], checklists.sorted())
    let narrowed = ids.isEmpty ? "" : "AND subject IN (\(Placeholders.list(ids.count, from: 4 + lists.count)))"
    var visits: [Visit] = []
    for row in try session.rows(
      """
      SELECT subject, checklist, unit, day FROM inspections WHERE district = $1 AND day >= $2 AND day <= $3
        AND checklist IN (\(Placeholders.list(lists.count, from: 4))) AND annulled = 0 \(narrowed)
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)] + (lists + ids).map { .text($0) })
    {
      guard let subject = SubjectID(try row.text(0)), let unit = UnitID(try row.text(2)),
        let day = CivilDate(try row.text(3))
      else { throw StorageError(.corrupt, "an inspection that is none") }
      visits.append(Visit(subject: subject, checklist: try row.text(1), unit: unit, day: day))
    }
    return visits
  }

  /// Which units but some, and but the one that runs it, inspected each of these subjects on some days, each once with its
  /// last day, the latest first; void ones do not count, and the parts of a joint inspection count with the unit that led it.
  package func units(
    at subjects: Set<SubjectID>, on days: DayRange, notBy own: Set<UnitID>
  ) throws(StorageError) -> [SubjectID: [(unit: UnitID, day: CivilDate)]] {
    guard !subjects.isEmpty else { return [:] }
    let ids = Placeholders.list(subjects.count, from: 4)
    let others = own.isEmpty ? "" : "AND i.visitor NOT IN (\(Placeholders.list(own.count, from: 4 + subjects.count)))"
    var found: [SubjectID: [(unit: UnitID, day: CivilDate)]] = [:]
    for row in try session.rows(
      """
      SELECT i.subject, i.visitor, MAX(i.day) FROM inspections i
        JOIN subjects s ON s.district = i.district AND s.id = i.subject
      WHERE i.district = $1 AND i.day >= $2 AND i.day <= $3 AND i.annulled = 0 AND i.subject IN (\(ids)) \(others)
        AND i.visitor <> COALESCE(s.responsible, '')
      GROUP BY i.subject, i.visitor ORDER BY MAX(i.day) DESC, i.visitor
      """,
      [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
        + subjects.map(\.text).sorted().map { .text($0) } + own.map(\.text).sorted().map { .text($0) })
    {
      guard let day = CivilDate(try row.text(2)) else { throw StorageError(.corrupt, "day of an inspection") }
      found[SubjectID(trusted: try row.text(0)), default: []].append((UnitID(trusted: try row.text(1)), day))
    }
    return found
  }

  /// The last one with a checklist since a day, but for those of some units; void ones do not count.
  package func last(
    _ subject: SubjectID, _ checklist: String, since day: CivilDate, notBy units: Set<UnitID>
  ) throws(StorageError) -> Inspection? {
    let others = units.isEmpty ? "" : "AND unit NOT IN (\(Placeholders.list(units.count, from: 5)))"
    return try inspections(
      """
      AND subject = $2 AND checklist = $3 AND annulled = 0 AND day >= $4 \(others) ORDER BY day DESC, id DESC LIMIT 1
      """,
      [.text(subject.text), .text(checklist), .text(day.iso)] + units.map(\.text).sorted().map { .text($0) }
    ).first
  }

  /// - Parameter position: of the entry that recorded it; what follows leaves it as it is.
  func save(_ inspection: Inspection, enteredAt position: Int64) throws(StorageError) {
    try session.run(
      """
      INSERT INTO inspections
        (district, id, subject, checklist, unit, day, clean, annulled, state, reason, visitor, position, unserved)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
      ON CONFLICT (district, id) DO UPDATE SET clean = excluded.clean, annulled = excluded.annulled,
        state = excluded.state, unserved = excluded.unserved
      """, try InspectionStore.values(inspection, enteredAt: position, in: district))
    try SpotCheckStore(session, district).save(inspection)
    try CountStore(session, district).save(inspection)
  }

  static func values(
    _ inspection: Inspection, enteredAt position: Int64, in district: DistrictID
  ) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(inspection.id.text), .text(inspection.subject.text),
      .text(inspection.checklistCode), .text(inspection.unit.text), .text(inspection.day.iso),
      .int(inspection.isClean ? 1 : 0), .int(inspection.annulled == nil ? 0 : 1), .text(try State.encode(inspection)),
      .text(inspection.reason?.rawValue ?? ""), .text(inspection.visitor.text), .int(position),
      .int(inspection.isOrderUnserved ? 1 : 0),
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
