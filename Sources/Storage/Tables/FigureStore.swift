package import Ground
package import Matters

/// What units' figures count: a row a fact, and its sums by month.
package struct FigureStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  // MARK: What pages ask

  /// How often each fact occurred within the months, at one unit or at every one.
  ///
  /// - Parameter field: nil for every field.
  package func sums(
    unit: UnitID? = nil, field: Field? = nil, from first: FigureMonth, through last: FigureMonth
  ) throws(StorageError) -> [FigureSum] {
    var arguments: [SQLValue] = [.text(district.text), .text(field?.rawValue ?? "")]
    var text = "district = $1 AND field = $2"
    if let unit {
      // Each month is sought by itself, so that no other unit's lines are read.
      let months = first.through(last).map { SQLValue.text($0.text) }
      text += " AND month IN (\(Placeholders.list(months.count, from: 3)))"
      arguments += months + [.text(unit.text)]
      text += " AND unit = $\(arguments.count)"
    } else {
      arguments += [.text(first.text), .text(last.text)]
      text += " AND month >= $3 AND month <= $4"
    }
    return try session.rows(
      """
      SELECT unit, fact, days, CAST(SUM(amount) AS BIGINT) FROM figure_sums WHERE \(text)
      GROUP BY unit, fact, days HAVING SUM(amount) <> 0
      """, arguments
    ).map { (row) throws(StorageError) in try FigureSum(row) }
  }

  /// The facts of one unit behind a figure, by day; each with its matter.
  package func page(
    _ kind: FigureFact.Kind, unit: UnitID, field: Field?, days: ClosedRange<CivilDate>, after: FigurePlace?, limit: Int
  ) throws(StorageError) -> [CountedMatter] {
    var arguments: [SQLValue] = [
      .text(district.text), .text(kind.rawValue), .text(unit.text), .text(days.lowerBound.iso),
      .text(days.upperBound.iso),
    ]
    var text = "f.district = $1 AND f.fact = $2 AND f.unit = $3 AND f.day >= $4 AND f.day <= $5"
    if let after {
      arguments += [.text(after.day.iso), .text(after.matter.text), .int(Int64(after.step))]
      text += " AND (f.day, f.matter, f.step) > ($6, $7, $8)"
    }
    if let field {
      arguments.append(.text(FigureRow.padded(field)))
      text += " AND replace(f.fields, $\(arguments.count), '') <> f.fields"
    }
    arguments.append(.int(Int64(limit)))
    return try session.rows(
      """
      SELECT f.day, f.days, f.step, m.state FROM figures f JOIN matters m ON m.district = f.district AND m.id = f.matter
      WHERE \(text) ORDER BY f.day, f.matter, f.step LIMIT $\(arguments.count)
      """, arguments
    ).map { (row) throws(StorageError) in try CountedMatter(row, kind, unit) }
  }

  // MARK: What acts write

  /// What was counted of a matter so far, in the order of its events.
  func facts(of matter: MatterID) throws(StorageError) -> [FigureFact] {
    try session.rows(
      """
      SELECT matter, step, fact, unit, day, days, fields FROM figures WHERE district = $1 AND matter = $2
      ORDER BY step, fact
      """, [.text(district.text), .text(matter.text)]
    ).map { (row) throws(StorageError) in try FigureRow(row).value() }
  }

  func write(removed: Set<FigureRow>, added: Set<FigureRow>) throws(StorageError) {
    for row in removed.sorted() {
      try session.run(
        "DELETE FROM figures WHERE district = $1 AND matter = $2 AND step = $3 AND fact = $4",
        [.text(district.text), .text(row.matter), .int(row.step), .text(row.fact)])
    }
    for row in added.sorted() {
      try session.run(
        """
        INSERT INTO figures (district, matter, step, fact, unit, day, days, fields)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """, row.values(district))
    }
  }

  /// Moves the sums, in the order of their keys.
  func add(_ amounts: [FigureSumKey: Int64]) throws(StorageError) {
    for (key, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount != 0 {
      try session.run(
        """
        INSERT INTO figure_sums (district, field, month, unit, fact, days, amount) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (district, field, month, unit, fact, days)
        DO UPDATE SET amount = figure_sums.amount + excluded.amount
        """,
        [
          .text(district.text), .text(key.field), .text(key.month), .text(key.unit), .text(key.fact), .int(key.days),
          .int(amount),
        ])
    }
  }

  // MARK: What a check compares

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<FigureRow> {
    Set(
      try session.rows(
        """
        SELECT matter, step, fact, unit, day, days, fields FROM figures
        WHERE district = $1 AND matter > $2 AND matter <= $3
        """, [.text(district.text), .text(first), .text(last)]
      ).map { (row) throws(StorageError) in try FigureRow(row) })
  }

  func allSums() throws(StorageError) -> [FigureSumKey: Int64] {
    var sums: [FigureSumKey: Int64] = [:]
    for row in try session.rows(
      "SELECT field, month, unit, fact, days, amount FROM figure_sums WHERE district = $1", [.text(district.text)])
    {
      let key = FigureSumKey(
        field: try row.text(0), month: try row.text(1), unit: try row.text(2), fact: try row.text(3),
        days: try row.int(4))
      sums[key] = try row.int(5)
    }
    return sums
  }
}

/// So many facts of a kind at a unit; of stays, so many that lasted so long.
package struct FigureSum: Hashable, Sendable {
  package let unit: UnitID
  package let kind: FigureFact.Kind
  package let days: Int
  package let amount: Int

  init(_ row: SQLRow) throws(StorageError) {
    guard let unit = UnitID(try row.text(0)), let kind = FigureFact.Kind(rawValue: try row.text(1)) else {
      throw StorageError(.corrupt, "a figure that is none")
    }
    (self.unit, self.kind) = (unit, kind)
    (days, amount) = (Int(try row.int(2)), Int(try row.int(3)))
  }
}

/// A fact with the matter that it is about, as that stands now.
package struct CountedMatter: Sendable {
  package let fact: FigureFact
  package let matter: Matter

  init(_ row: SQLRow, _ kind: FigureFact.Kind, _ unit: UnitID) throws(StorageError) {
    guard let day = CivilDate(try row.text(0)) else { throw StorageError(.corrupt, "figures.day") }
    fact = FigureFact(kind, unit: unit, day: day, days: Int(try row.int(1)), step: Int(try row.int(2)))
    matter = try MatterStore.matter(try row.text(3))
  }
}

/// Where a page of a unit's facts ended.
package struct FigurePlace: Hashable, Comparable, Sendable {
  package let day: CivilDate
  package let matter: MatterID
  package let step: Int

  package init(day: CivilDate, matter: MatterID, step: Int) { (self.day, self.matter, self.step) = (day, matter, step) }

  package init(_ counted: CountedMatter) {
    self.init(day: counted.fact.day, matter: counted.matter.id, step: counted.fact.step)
  }

  package static func < (left: FigurePlace, right: FigurePlace) -> Bool {
    (left.day, left.matter, left.step) < (right.day, right.matter, right.step)
  }
}
