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

  /// How many of a unit's inspections were looked at again by another, and how many of these checks disagreed.
  package struct Count: Hashable, Sendable {
    package let duty: String
    /// Whose first inspections were checked, and who checked.
    package let first: UnitID
    package let unit: UnitID
    package let checks: Int
    package let differing: Int
  }

  /// Spot checks of some days that can be compared with what they look at again, by duty and both units.
  package func counts(on days: DayRange) throws(StorageError) -> [Count] {
    try session.rows(
      """
      SELECT duty, first_unit, unit, COUNT(*), CAST(SUM(differs) AS BIGINT) FROM spot_checks
      WHERE district = $1 AND day >= $2 AND day <= $3 AND differs IS NOT NULL AND duty IS NOT NULL
      GROUP BY duty, first_unit, unit ORDER BY duty, first_unit, unit
      """, [.text(district.text), .text(days.first.iso), .text(days.last.iso)]
    ).map { (row) throws(StorageError) in
      guard let first = UnitID(try row.text(1)), let unit = UnitID(try row.text(2)) else {
        throw StorageError(.corrupt, "spot_checks")
      }
      return Count(
        duty: try row.text(0), first: first, unit: unit, checks: Int(try row.int(3)), differing: Int(try row.int(4)))
    }
  }

  /// Which of the spot checks that can be compared; what is nil narrows nothing.
  package struct Selection: Sendable {
    package var duty: String?
    /// Whose first inspections were checked.
    package var first: UnitID?
    package var isDiffering = false
    /// Only those with whose first inspection or check one of these units has to do; nil: all.
    package var units: Set<UnitID>?

    package init() {}
  }

  /// Some of those of these days, the latest first, each with the inspection that it looks at; behind one.
  package func compared(
    on days: DayRange, _ selection: Selection, after place: (day: CivilDate, id: InspectionID)?, limit: Int
  ) throws(StorageError) -> [(check: Inspection, first: Inspection)] {
    var values: [SQLValue] = [
      .text(district.text), .text(days.first.iso), .text(days.last.iso), .int(Int64(limit)),
    ]
    func add(_ value: SQLValue) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    var narrowed = ""
    if let duty = selection.duty { narrowed += " AND c.duty = \(add(.text(duty)))" }
    if let first = selection.first { narrowed += " AND c.first_unit = \(add(.text(first.text)))" }
    if selection.isDiffering { narrowed += " AND c.differs = 1" }
    if let units = selection.units {
      guard !units.isEmpty else { return [] }
      let places = units.sorted().map { add(.text($0.text)) }.joined(separator: ",")
      narrowed += " AND (c.first_unit IN (\(places)) OR c.unit IN (\(places)))"
    }
    if let place {
      let (day, id) = (add(.text(place.day.iso)), add(.text(place.id.text)))
      narrowed += " AND (c.day < \(day) OR (c.day = \(day) AND c.inspection < \(id)))"
    }
    return try session.rows(
      """
      SELECT i.state, f.state FROM spot_checks c
      JOIN inspections i ON i.district = c.district AND i.id = c.inspection
      JOIN inspections f ON f.district = c.district AND f.id = c.first
      WHERE c.district = $1 AND c.day >= $2 AND c.day <= $3 AND c.differs IS NOT NULL AND c.duty IS NOT NULL\(narrowed)
      ORDER BY c.day DESC, c.inspection DESC LIMIT $4
      """, values
    ).map { (row) throws(StorageError) in
      (try State.decode(Inspection.self, try row.text(0)), try State.decode(Inspection.self, try row.text(1)))
    }
  }

  /// Those that looked at an inspection again, the latest first.
  package func again(_ first: InspectionID) throws(StorageError) -> [Inspection] {
    try inspections("AND c.first = $2 ORDER BY c.day DESC, c.inspection DESC LIMIT 20", [.text(first.text)])
  }

  /// Writes whether it disagrees with what it looks at again, and whether those that look at it again disagree with it.
  func save(_ inspection: Inspection) throws(StorageError) {
    if inspection.checks != nil {
      let first = try first(of: inspection)
      try session.run(
        """
        INSERT INTO spot_checks (\(SpotCheckStore.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (district, inspection) DO UPDATE SET annulled = excluded.annulled, differs = excluded.differs
        """, SpotCheckStore.values(inspection, first: first, in: district) ?? [])
    }
    for check in try inspections("AND c.first = $2", [.text(inspection.id.text)]) {
      try session.run(
        "UPDATE spot_checks SET differs = $3 WHERE district = $1 AND inspection = $2",
        [.text(district.text), .text(check.id.text), SpotCheckStore.differs(check, inspection)])
    }
  }

  /// What it looks at again, as its row stands.
  func first(of inspection: Inspection) throws(StorageError) -> Inspection? {
    try inspection.checks?.first.flatMap { (first) throws(StorageError) in
      try InspectionStore(session, district).load(first.inspection)
    }
  }

  static let columns = "district, inspection, draw, subject, duty, unit, first, first_unit, day, annulled, differs"

  /// Nil for an inspection that was made for no draw.
  ///
  /// - Parameter first: what it looks at again, where there is such.
  static func values(_ inspection: Inspection, first: Inspection?, in district: DistrictID) -> [SQLValue]? {
    guard let checks = inspection.checks else { return nil }
    return [
      .text(district.text), .text(inspection.id.text), .text(checks.draw.text), .text(inspection.subject.text),
      checks.duty.map { .text($0) } ?? .null, .text(inspection.unit.text),
      checks.first.map { .text($0.inspection.text) } ?? .null, checks.first.map { .text($0.unit.text) } ?? .null,
      .text(inspection.day.iso), .int(inspection.annulled == nil ? 0 : 1), differs(inspection, first),
    ]
  }

  private static func differs(_ check: Inspection, _ first: Inspection?) -> SQLValue {
    first.flatMap { check.disagreements(with: $0) }.map { .int($0.isEmpty ? 0 : 1) } ?? .null
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
