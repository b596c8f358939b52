package import Ground
package import Matters

/// Matters in hand on which their units report at regular times: whether a unit owes such a report is one question of an
/// index, however many matters it has.
package struct PeriodicStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// A matter with its register number, and how often its unit reports on it.
  package struct Line: Hashable, Sendable {
    package let matter: MatterID
    package let number: String
    package let cycle: ReportCycle
  }

  /// Those of the unit with one of these cycles, in the order of the cycles' codes and the matters' ids.
  package func of(_ unit: UnitID, _ cycles: [ReportCycle], limit: Int) throws(StorageError) -> [Line] {
    var found: [Line] = []
    for cycle in cycles.sorted(by: { $0.rawValue < $1.rawValue }) where found.count < limit {
      for row in try session.rows(
        """
        SELECT p.matter, m.number FROM periodic p JOIN matters m ON m.district = p.district AND m.id = p.matter
        WHERE p.district = $1 AND p.unit = $2 AND p.cycle = $3 ORDER BY p.matter LIMIT $4
        """,
        [.text(district.text), .text(unit.text), .text(cycle.rawValue), .int(Int64(limit - found.count))])
      {
        guard let matter = MatterID(try row.text(0)) else { throw StorageError(.corrupt, "matter id in periodic") }
        found.append(Line(matter: matter, number: try row.text(1), cycle: cycle))
      }
    }
    return found
  }

  /// Matters on which the unit owes a report on this day, the longest owed first.
  package func owed(by unit: UnitID, on day: CivilDate, limit: Int) throws(StorageError) -> [Matter] {
    var found: [Matter] = []
    for row in try session.rows(
      """
      SELECT m.state FROM periodic p JOIN matters m ON m.district = p.district AND m.id = p.matter
      WHERE p.district = $1 AND p.unit = $2 AND p.open_from <= $3 ORDER BY p.open_from, p.matter LIMIT $4
      """, [.text(district.text), .text(unit.text), .text(day.iso), .int(Int64(limit))])
    {
      found.append(try MatterStore.matter(try row.text(0)))
    }
    return found
  }

  /// Matters of this cycle whose earliest period without a report began by `day`.
  ///
  /// - Parameter isReminded: whether their units were reminded of that period.
  package func open(
    _ cycle: ReportCycle, by day: CivilDate, isReminded: Bool, after place: MatterPlace?, limit: Int
  ) throws(StorageError) -> [MatterPlace] {
    try session.places(
      in: "periodic", by: "open_from", where: "district = $1 AND cycle = $2 AND reminded = $3 AND open_from <= $4",
      [.text(district.text), .text(cycle.rawValue), SQLValue(isReminded), .text(day.iso)], after: place, limit: limit)
  }

  /// Rows that are older than `open_from` get it from their matters.
  ///
  /// - Returns: whether there is more.
  func fill(_ limit: Int) throws(StorageError) -> Bool {
    let rows = try session.rows(
      """
      SELECT m.state FROM periodic p JOIN matters m ON m.district = p.district AND m.id = p.matter
      WHERE p.district = $1 AND p.open_from = '' LIMIT $2
      """, [.text(district.text), .int(Int64(limit))])
    for row in rows { try follow(from: nil, to: try MatterStore.matter(try row.text(0))) }
    return rows.count == limit
  }

  /// Lets the row follow a matter that moved; nothing is written where nothing changed.
  func follow(from before: Matter?, to after: Matter) throws(StorageError) {
    let (old, new) = (before.flatMap(PeriodicRow.init), PeriodicRow(after))
    guard old != new else { return }
    guard let new else {
      try session.run(
        "DELETE FROM periodic WHERE district = $1 AND matter = $2", [.text(district.text), .text(after.id.text)])
      return
    }
    try session.run(
      """
      INSERT INTO periodic (district, matter, unit, cycle, open_from, reminded) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, matter) DO UPDATE SET unit = excluded.unit, cycle = excluded.cycle,
        open_from = excluded.open_from, reminded = excluded.reminded
      """,
      [
        .text(district.text), .text(new.matter), .text(new.unit), .text(new.cycle), .text(new.openFrom),
        SQLValue(new.isReminded),
      ])
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<PeriodicRow> {
    var found: Set<PeriodicRow> = []
    for row in try session.rows(
      "SELECT matter, unit, cycle, open_from, reminded FROM periodic WHERE district = $1 AND matter > $2 AND matter <= $3",
      [.text(district.text), .text(first), .text(last)])
    {
      found.insert(
        PeriodicRow(
          matter: try row.text(0), unit: try row.text(1), cycle: try row.text(2), openFrom: try row.text(3),
          isReminded: try row.bool(4)))
    }
    return found
  }
}

/// One row: this unit reports on this matter so often.
struct PeriodicRow: Hashable, Comparable {
  let matter: String
  let unit: String
  let cycle: String
  /// The first day of the earliest period without a report.
  let openFrom: String
  let isReminded: Bool

  init(matter: String, unit: String, cycle: String, openFrom: String, isReminded: Bool) {
    (self.matter, self.unit, self.cycle) = (matter, unit, cycle)
    (self.openFrom, self.isReminded) = (openFrom, isReminded)
  }

  /// Nil where nobody reports at regular times: no cycle, or the matter is not in hand.
  init?(_ matter: Matter) {
    guard let cycle = matter.life.cycle, let open = matter.reportOpenFrom else { return nil }
    self.init(
      matter: matter.id.text, unit: matter.lead.text, cycle: cycle.rawValue, openFrom: open.iso,
      isReminded: matter.isReportReminded)
  }

  static func < (left: PeriodicRow, right: PeriodicRow) -> Bool {
    (left.matter, left.unit, left.cycle, left.openFrom) < (right.matter, right.unit, right.cycle, right.openFrom)
  }
}
