package import Ground
package import Matters

/// What matters wait for beside their due dates: a row for each, so that it is listed and counted by its own day.
package struct WaitingStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// What is waited for of this kind, soonest first.
  ///
  /// - Parameter through: only those whose day is not later.
  package func lines(
    _ kind: Waiting.Kind, unit: UnitID? = nil, through day: CivilDate? = nil, limit: Int
  ) throws(StorageError) -> [WaitingLine] {
    try lines(kind, through: day, unit == nil ? "" : "AND w.unit = $5", unit.map { [.text($0.text)] } ?? [], limit)
  }

  /// Look-backs that no unit holds: they stand at the lead unit, which may do none of its own.
  package func heldByNone(through day: CivilDate? = nil, limit: Int) throws(StorageError) -> [WaitingLine] {
    try lines(.lookBack, through: day, "AND w.unit = m.lead", [], limit).filter { $0.matter.life.lookBack?.unit == nil }
  }

  /// - Parameter condition: in SQL; its values are numbered from 5.
  private func lines(
    _ kind: Waiting.Kind, through day: CivilDate?, _ condition: String, _ values: [SQLValue], _ limit: Int
  ) throws(StorageError) -> [WaitingLine] {
    try session.rows(
      """
      SELECT m.state, w.kind, w.unit, w.due_key FROM waiting w
      JOIN matters m ON m.district = w.district AND m.id = w.matter
      WHERE w.district = $1 AND w.kind = $2 AND w.due_key <= $3 \(condition)
      ORDER BY w.due_key, w.matter LIMIT $4
      """,
      [.text(district.text), .text(kind.rawValue), .text(day?.iso ?? "9999-12-31"), .int(Int64(limit))] + values
    ).map { (row) throws(StorageError) in try WaitingLine(row) }
  }

  /// One page of what is waited for, by its day, the matter and the kind: a stream for each kind and unit, each in the order of
  /// its index, so that none sorts what it does not show.
  ///
  /// - Parameter units: only at these; nil for the whole district.
  package func page(
    _ kinds: [Waiting.Kind], at units: Set<UnitID>?, after place: WaitPlace?, limit: Int
  ) throws(StorageError) -> [WaitingLine] {
    var found: [WaitingLine] = []
    for kind in kinds {
      for unit in units.map({ $0.sorted().map(Optional.some) }) ?? [nil] {
        found += try stream(kind, at: unit, after: place, limit: limit)
      }
    }
    return Array(found.sorted { WaitPlace($0) < WaitPlace($1) }.prefix(limit))
  }

  private func stream(
    _ kind: Waiting.Kind, at unit: UnitID?, after place: WaitPlace?, limit: Int
  ) throws(StorageError) -> [WaitingLine] {
    var arguments: [SQLValue] = [.text(district.text), .text(kind.rawValue)]
    func bind(_ value: String) -> String {
      arguments.append(.text(value))
      return "$\(arguments.count)"
    }
    var text = "w.district = $1 AND w.kind = $2"
    if let unit { text += " AND w.unit = \(bind(unit.text))" }
    if let place {
      // Kinds and units that come later in the order have yet to show the matter that the page ended with.
      let (day, matter) = (bind(place.due), bind(place.matter))
      if kind.rawValue == place.kind {
        text += " AND (w.due_key, w.matter, w.unit) > (\(day), \(matter), \(bind(place.unit)))"
      } else {
        text += " AND (w.due_key, w.matter) \(kind.rawValue > place.kind ? ">=" : ">") (\(day), \(matter))"
      }
    }
    arguments.append(.int(Int64(limit)))
    var found: [WaitingLine] = []
    for row in try session.rows(
      """
      SELECT m.state, w.kind, w.unit, w.due_key FROM waiting w
      JOIN matters m ON m.district = w.district AND m.id = w.matter
      WHERE \(text) ORDER BY w.due_key, w.matter, w.unit LIMIT $\(arguments.count)
      """, arguments)
    {
      found.append(try WaitingLine(row))
    }
    return found
  }

  /// Matters that wait for this since `last` or longer, and took this step of its ladder last, the oldest day first.
  package func standing(
    on step: Int, _ kind: Waiting.Kind, dueBy last: CivilDate, after place: MatterPlace? = nil, limit: Int
  ) throws(StorageError) -> [MatterPlace] {
    try session.places(
      in: "waiting", by: "due_key", where: "district = $1 AND kind = $2 AND step = $3 AND due_key <= $4",
      [.text(district.text), .text(kind.rawValue), .int(Int64(step)), .text(last.iso)], after: place, limit: limit)
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
        """
        DELETE FROM waiting
        WHERE district = $1 AND matter = $2 AND kind = $3 AND unit = $4 AND due_key = $5 AND step = $6
        """, row.values(district))
    }
    for row in new.subtracting(old).sorted() {
      try session.run(
        "INSERT INTO waiting (district, matter, kind, unit, due_key, step) VALUES ($1, $2, $3, $4, $5, $6)",
        row.values(district))
    }
  }

  /// Makes a matter's rows anew, by today's rules.
  func rewrite(_ matter: Matter) throws(StorageError) {
    try session.run(
      "DELETE FROM waiting WHERE district = $1 AND matter = $2", [.text(district.text), .text(matter.id.text)])
    try follow(from: nil, to: matter)
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<WaitingRow> {
    var found: Set<WaitingRow> = []
    for row in try session.rows(
      "SELECT matter, kind, unit, due_key, step FROM waiting WHERE district = $1 AND matter > $2 AND matter <= $3",
      [.text(district.text), .text(first), .text(last)])
    {
      found.insert(
        WaitingRow(
          matter: try row.text(0), kind: try row.text(1), unit: try row.text(2), dueKey: try row.text(3),
          step: try row.int(4)))
    }
    return found
  }
}

/// Where a page of what is waited for ended.
package struct WaitPlace: Hashable, Comparable, Sendable {
  let due: String
  let matter: String
  let kind: String
  let unit: String

  package init(_ line: WaitingLine) {
    (due, matter) = (line.due?.iso ?? ListSelection.noDue, line.matter.id.text)
    (kind, unit) = (line.kind.rawValue, line.unit.text)
  }

  /// `2026-03-20~01jx…~part~xiaofang`: what the next page's address carries.
  package var text: String { "\(due)~\(matter)~\(kind)~\(unit)" }

  /// Nil for what is no place.
  package init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, CivilDate(parts[0]) != nil, MatterID(parts[1]) != nil,
      Waiting.Kind(rawValue: parts[2]) != nil, UnitID(parts[3]) != nil
    else { return nil }
    (due, matter, kind, unit) = (parts[0], parts[1], parts[2], parts[3])
  }

  package static func < (left: WaitPlace, right: WaitPlace) -> Bool {
    (left.due, left.matter, left.kind, left.unit) < (right.due, right.matter, right.kind, right.unit)
  }
}

/// A matter with one thing that it waits for.
package struct WaitingLine: Sendable {
  package let matter: Matter
  package let kind: Waiting.Kind
  package let unit: UnitID
  package let due: CivilDate?

  init(_ row: SQLRow) throws(StorageError) {
    matter = try MatterStore.matter(try row.text(0))
    guard let kind = Waiting.Kind(rawValue: try row.text(1)), let unit = UnitID(try row.text(2)),
      let day = CivilDate(try row.text(3))
    else { throw StorageError(.corrupt, "waiting") }
    (self.kind, self.unit, due) = (kind, unit, day.iso == ListSelection.noDue ? nil : day)
  }
}

/// One row: this matter waits for this, at this unit, until this day.
struct WaitingRow: Hashable, Comparable {
  let matter: String
  let kind: String
  let unit: String
  /// After every day where there is none.
  let dueKey: String
  /// Which step of its ladder was taken last.
  let step: Int64

  static func all(_ matter: Matter) -> Set<WaitingRow> {
    Set(
      matter.waiting.map {
        WaitingRow(
          matter: matter.id.text, kind: $0.kind.rawValue, unit: $0.unit.text, dueKey: $0.due?.iso ?? "9999-12-31",
          step: Int64(matter.step(of: $0)?.number ?? 0))
      })
  }

  func values(_ district: DistrictID) -> [SQLValue] {
    [.text(district.text), .text(matter), .text(kind), .text(unit), .text(dueKey), .int(step)]
  }

  static func < (left: WaitingRow, right: WaitingRow) -> Bool {
    (left.matter, left.kind, left.unit, left.dueKey, left.step)
      < (right.matter, right.kind, right.unit, right.dueKey, right.step)
  }
}
