package import Ground
package import Matters

/// What matters wait for beside their due dates: a row for each, so that it is listed and counted by its own day.
package struct WaitingStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Matters that wait for this, soonest first.
  ///
  /// - Parameter through: only those whose day is not later.
  package func matters(
    _ kind: Waiting.Kind, unit: UnitID? = nil, through day: CivilDate? = nil, limit: Int
  ) throws(StorageError) -> [Matter] {
    var arguments: [SQLValue] = [.text(district.text), .text(kind.rawValue), .text(day?.iso ?? "9999-12-31")]
    var text = "w.district = $1 AND w.kind = $2 AND w.due_key <= $3"
    if let unit {
      arguments.append(.text(unit.text))
      text += " AND w.unit = $4"
    }
    arguments.append(.int(Int64(limit)))
    var found: [Matter] = []
    for row in try session.rows(
      """
      SELECT m.state FROM waiting w JOIN matters m ON m.district = w.district AND m.id = w.matter
      WHERE \(text) ORDER BY w.due_key, w.matter LIMIT $\(arguments.count)
      """, arguments)
    {
      found.append(try MatterStore.matter(try row.text(0)))
    }
    return found
  }

  /// Whether something that a matter waits for was counted while this year was not published. The soonest due are looked at:
  /// they touched the earliest such years.
  package func restsOnUnpublished(_ year: Int) throws(StorageError) -> Bool {
    for kind in Waiting.Kind.allCases {
      for row in try session.rows(
        """
        SELECT m.state FROM waiting w JOIN matters m ON m.district = w.district AND m.id = w.matter
        WHERE w.district = $1 AND w.kind = $2 AND w.due_key >= $3 AND w.due_key < '9999-12-31'
        ORDER BY w.due_key LIMIT 200
        """, [.text(district.text), .text(kind.rawValue), .text("\(year - 1)-12-01")])
      {
        let clocks = try MatterStore.matter(try row.text(0)).clocksBeside
        if clocks.contains(where: { $0.due.unknownYears.contains(year) }) { return true }
      }
    }
    return false
  }

  /// Lets the rows follow a matter that moved; nothing is written where nothing changed.
  func follow(from before: Matter?, to after: Matter) throws(StorageError) {
    let (old, new) = (before.map(WaitingRow.all) ?? [], WaitingRow.all(after))
    for row in old.subtracting(new).sorted() {
      try session.run(
        "DELETE FROM waiting WHERE district = $1 AND matter = $2 AND kind = $3 AND unit = $4 AND due_key = $5",
        row.values(district))
    }
    for row in new.subtracting(old).sorted() {
      try session.run(
        "INSERT INTO waiting (district, matter, kind, unit, due_key) VALUES ($1, $2, $3, $4, $5)", row.values(district))
    }
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<WaitingRow> {
    var found: Set<WaitingRow> = []
    for row in try session.rows(
      "SELECT matter, kind, unit, due_key FROM waiting WHERE district = $1 AND matter > $2 AND matter <= $3",
      [.text(district.text), .text(first), .text(last)])
    {
      found.insert(
        WaitingRow(
          matter: try row.text(0), kind: try row.text(1), unit: try row.text(2), dueKey: try row.text(3)))
    }
    return found
  }
}

/// One row: this matter waits for this, at this unit, until this day.
struct WaitingRow: Hashable, Comparable {
  let matter: String
  let kind: String
  let unit: String
  /// After every day where there is none.
  let dueKey: String

  static func all(_ matter: Matter) -> Set<WaitingRow> {
    Set(
      matter.waiting.map {
        WaitingRow(
          matter: matter.id.text, kind: $0.kind.rawValue, unit: $0.unit.text, dueKey: $0.due?.iso ?? "9999-12-31")
      })
  }

  func values(_ district: DistrictID) -> [SQLValue] {
    [.text(district.text), .text(matter), .text(kind), .text(unit), .text(dueKey)]
  }

  static func < (left: WaitingRow, right: WaitingRow) -> Bool {
    (left.matter, left.kind, left.unit) < (right.matter, right.kind, right.unit)
  }
}
