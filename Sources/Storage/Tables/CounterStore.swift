package import Ground
package import Matters

/// How many matters stand where, kept with the acts, so that a dashboard's cost does not grow with the ledger.
package struct CounterStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Moves every counter by its amount, in the order of their keys.
  func add(_ amounts: [CounterKey: Int64]) throws(StorageError) {
    for (key, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount != 0 { try add(amount, to: key) }
  }

  private func add(_ amount: Int64, to key: CounterKey) throws(StorageError) {
    try session.run(
      """
      INSERT INTO counters (district, unit, field, phase, due_key, amount) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, unit, field, phase, due_key) DO UPDATE SET amount = counters.amount + excluded.amount
      """,
      [
        .text(district.text), .text(key.unit), .text(key.field), .text(key.phase), .text(key.dueKey), .int(amount),
      ])
  }

  /// Open matters whose due day lies before `today`. The one place that says what overdue is (DESIGN §3.5).
  package func overdue(on today: CivilDate, unit: UnitID? = nil) throws(StorageError) -> Int {
    try sum("due_key < $3", [.text(today.iso)], unit: unit)
  }

  /// Open matters due from `today` to `last`, both included.
  package func due(from today: CivilDate, to last: CivilDate, unit: UnitID? = nil) throws(StorageError) -> Int {
    try sum("due_key >= $3 AND due_key <= $4", [.text(today.iso), .text(last.iso)], unit: unit)
  }

  /// The units with the most overdue matters, and how many of those wait for a verifier rather than for the unit. Read
  /// by the due day: grouped by the bare column, an engine would walk every line of every unit.
  package func late(on today: CivilDate, limit: Int) throws(StorageError) -> [LateCount] {
    var counts: [LateCount] = []
    for row in try session.rows(
      """
      SELECT COALESCE(unit, ''), CAST(SUM(amount) AS BIGINT),
        CAST(SUM(CASE WHEN phase = 'submitted' THEN amount ELSE 0 END) AS BIGINT)
      FROM counters
      WHERE district = $1 AND field = '' AND unit <> '' AND phase IN (\(Phase.openInSQL)) AND due_key < $2
      GROUP BY 1 HAVING SUM(amount) > 0 ORDER BY SUM(amount) DESC, 1 LIMIT $3
      """, [.text(district.text), .text(today.iso), .int(Int64(limit))])
    {
      guard let unit = UnitID(try row.text(0)) else { throw StorageError(.corrupt, "counters.unit") }
      counts.append(LateCount(unit: unit, overdue: Int(try row.int(1)), submitted: Int(try row.int(2))))
    }
    return counts
  }

  /// How many matters stand in each phase.
  package func phases(unit: UnitID? = nil) throws(StorageError) -> [Phase: Int] {
    let rows = try session.rows(
      """
      SELECT phase, CAST(SUM(amount) AS BIGINT) FROM counters
      WHERE district = $1 AND unit = $2 AND field = '' GROUP BY phase
      """, [.text(district.text), .text(unit?.text ?? "")])
    var counts: [Phase: Int] = [:]
    for row in rows {
      guard let phase = Phase(rawValue: try row.text(0)) else { throw StorageError(.corrupt, "counters.phase") }
      counts[phase] = Int(try row.int(1))
    }
    return counts
  }

  /// How many matters stand where: by phase, and open ones by whether their due day lies before `today`,
  /// up to `near`, or later.
  ///
  /// - Parameter dueFrom, dueTo: only those whose due day, as the column spells it, lies between.
  package func standing(
    on today: CivilDate, near: CivilDate, unit: UnitID? = nil, field: Field? = nil,
    phases: [Phase] = Phase.allCases, dueFrom: String? = nil, dueTo: String? = nil
  ) throws(StorageError) -> [StandingCount] {
    var arguments: [SQLValue] = [
      .text(district.text), .text(unit?.text ?? ""), .text(field?.rawValue ?? ""), .text(today.iso), .text(near.iso),
    ]
    func bind(_ value: String) -> String {
      arguments.append(.text(value))
      return "$\(arguments.count)"
    }
    var text = "phase IN (\(phases.map { bind($0.rawValue) }.joined(separator: ", ")))"
    if let dueFrom { text += " AND due_key >= \(bind(dueFrom))" }
    if let dueTo { text += " AND due_key <= \(bind(dueTo))" }
    var counts: [StandingCount] = []
    for row in try session.rows(
      """
      SELECT phase, CASE WHEN due_key < $4 THEN 0 WHEN due_key <= $5 THEN 1 ELSE 2 END AS due,
        CAST(SUM(amount) AS BIGINT)
      FROM counters WHERE district = $1 AND unit = $2 AND field = $3 AND \(text) GROUP BY 1, 2
      """, arguments)
    {
      counts.append(try StandingCount(row))
    }
    return counts
  }

  /// Of open matters; `$1` is the district and `$2` the unit.
  private func sum(_ due: String, _ values: [SQLValue], unit: UnitID?) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM counters
      WHERE district = $1 AND unit = $2 AND field = '' AND phase IN (\(Phase.openInSQL)) AND \(due)
      """, [.text(district.text), .text(unit?.text ?? "")] + values)
    return Int(try rows[0].int(0))
  }
}

/// How many matters are overdue at a unit, and how many of them it has submitted.
package struct LateCount: Hashable, Sendable {
  package let unit: UnitID
  package let overdue: Int
  package let submitted: Int
}

/// So many matters of a phase, whose due day lies before today, near, or later.
package struct StandingCount: Hashable, Sendable {
  package let phase: Phase
  package let isLate: Bool
  package let isNear: Bool
  package let amount: Int

  package init(phase: Phase, isLate: Bool, isNear: Bool, amount: Int) {
    (self.phase, self.isLate, self.isNear, self.amount) = (phase, isLate, isNear, amount)
  }

  /// Of a row: the phase, 0 (late), 1 (near) or 2 (later), and how many.
  init(_ row: SQLRow) throws(StorageError) {
    guard let phase = Phase(rawValue: try row.text(0)) else { throw StorageError(.corrupt, "a phase that is none") }
    let due = try row.int(1)
    self.init(phase: phase, isLate: due == 0, isNear: due == 1, amount: Int(try row.int(2)))
  }
}

/// What counters are kept by; an empty unit stands for every unit, an empty field for every field. A matter that fanned
/// out is not counted; its children are.
struct CounterKey: Hashable, Comparable {
  let unit: String
  let field: String
  let phase: String
  let dueKey: String

  init(_ matter: Matter) {
    (unit, field) = (matter.lead.text, matter.fields[0].rawValue)
    (phase, dueKey) = (matter.phase.rawValue, MatterStore.dueKey(matter))
  }

  init(unit: String, field: String, phase: String, dueKey: String) {
    (self.unit, self.field, self.phase, self.dueKey) = (unit, field, phase, dueKey)
  }

  /// The counters in which a matter is counted.
  var levels: [CounterKey] {
    [unit, ""].flatMap { unit in
      [field, ""].map { CounterKey(unit: unit, field: $0, phase: phase, dueKey: dueKey) }
    }
  }

  static func < (left: CounterKey, right: CounterKey) -> Bool {
    (left.unit, left.field, left.phase, left.dueKey) < (right.unit, right.field, right.phase, right.dueKey)
  }
}
