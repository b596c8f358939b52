import Directory
package import Ground
package import Inspections

/// The tables `draws` and `drawn`: a row a draw with its state as JSON, and a row for each subject that was drawn.
package struct DrawStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: DrawID) throws(StorageError) -> Draw? {
    try draws("AND id = $2", [.text(id.text)]).first
  }

  /// The number that the next one gets, from 1.
  package func nextSerial() throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT COALESCE(MAX(serial), 0) + 1 FROM draws WHERE district = $1", [.text(district.text)])
    return Int(try rows[0].int(0))
  }

  /// The last round of a slot.
  package func last(of slot: String) throws(StorageError) -> Draw? {
    try draws("AND slot = $2 ORDER BY round DESC LIMIT 1", [.text(slot)]).first
  }

  /// The last draw of a duty by a unit in another slot than this, as long as no other took its place.
  package func last(of duty: String, by unit: UnitID, besides slot: String) throws(StorageError) -> Draw? {
    try draws(
      "AND duty = $2 AND unit = $3 AND slot <> $4 AND stage <> 'replaced' ORDER BY serial DESC LIMIT 1",
      [.text(duty), .text(unit.text), .text(slot)]
    ).first
  }

  /// The last draw of a duty by a unit in another slot before one with this number, and so the last round of that slot.
  func before(
    _ serial: Int, of duty: String, by unit: UnitID, besides slot: String
  ) throws(StorageError) -> Draw? {
    try draws(
      "AND duty = $2 AND unit = $3 AND slot <> $4 AND serial < $5 ORDER BY serial DESC LIMIT 1",
      [.text(duty), .text(unit.text), .text(slot), .int(Int64(serial))]
    ).first
  }

  /// The newest first, those of some units alone or, with nil, all; below a number.
  package func latest(
    of units: Set<UnitID>?, below serial: Int = .max, limit: Int
  ) throws(StorageError) -> [DrawSummary] {
    var values: [SQLValue] = [.int(Int64(serial)), .int(Int64(limit))]
    var isOurs = ""
    if let units {
      guard !units.isEmpty else { return [] }
      isOurs = "AND unit IN (\(Placeholders.list(units.count, from: 4)))"
      values += units.sorted().map { .text($0.text) }
    }
    return try summaries("AND serial < $2 \(isOurs) ORDER BY serial DESC LIMIT $3", values)
  }

  /// What was drawn under some duties for windows that begin on these days, the newest first; without what another took the
  /// place of.
  package func drawn(under duties: [String], windowsFrom days: Set<CivilDate>) throws(StorageError) -> [DrawSummary] {
    guard !duties.isEmpty, !days.isEmpty else { return [] }
    return try summaries(
      """
      AND window_first IN (\(Placeholders.list(days.count, from: 2))) AND stage <> 'replaced'
        AND duty IN (\(Placeholders.list(duties.count, from: 2 + days.count))) ORDER BY serial DESC
      """, days.sorted().map { .text($0.iso) } + duties.map { .text($0) })
  }

  package func summary(_ id: DrawID) throws(StorageError) -> DrawSummary? {
    try summaries("AND id = $2", [.text(id.text)]).first
  }

  /// What these units are still to look at under draws, what runs out first on top; what was inspected or is retired is done.
  package func owed(by units: Set<UnitID>, limit: Int) throws(StorageError) -> [OwedChoice] {
    guard !units.isEmpty else { return [] }
    return try choices(
      """
      AND d.unit IN (\(Placeholders.list(units.count, from: 3)))
        AND EXISTS (SELECT 1 FROM subjects s
          WHERE s.district = d.district AND s.id = d.subject AND s.status <> 'retired')
      ORDER BY d.due, d.draw, d.place LIMIT $2
      """, [.int(Int64(limit))] + units.sorted().map { .text($0.text) })
  }

  /// The draws under which a subject is still to be inspected with a checklist by one of these units, the first due on top.
  package func owed(
    _ subject: SubjectID, _ checklist: String, by units: Set<UnitID>
  ) throws(StorageError) -> [OwedChoice] {
    guard !units.isEmpty else { return [] }
    return try choices(
      """
      AND d.subject = $2 AND d.checklist = $3 AND d.unit IN (\(Placeholders.list(units.count, from: 4)))
      ORDER BY d.due, d.draw
      """, [.text(subject.text), .text(checklist)] + units.sorted().map { .text($0.text) })
  }

  private func choices(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [OwedChoice] {
    var found: [OwedChoice] = []
    for row in try session.rows(
      """
      SELECT d.draw, d.subject, d.checklist, d.due FROM drawn d WHERE d.district = $1
        AND NOT EXISTS (SELECT 1 FROM spot_checks c WHERE c.district = d.district AND c.draw = d.draw
          AND c.subject = d.subject AND c.annulled = 0) \(tail)
      """, [.text(district.text)] + values)
    {
      guard let draw = DrawID(try row.text(0)), let subject = SubjectID(try row.text(1)),
        let due = CivilDate(try row.text(3))
      else { throw StorageError(.corrupt, "drawn") }
      found.append(OwedChoice(draw: draw, subject: subject, checklist: try row.text(2), due: due))
    }
    return found
  }

  func save(_ draw: Draw) throws(StorageError) {
    try session.run(
      """
      INSERT INTO draws (\(DrawStore.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
      ON CONFLICT (district, id) DO UPDATE SET stage = excluded.stage, version = excluded.version, state = excluded.state,
        checklist = excluded.checklist, due = excluded.due, window_first = excluded.window_first,
        window_last = excluded.window_last, population = excluded.population, chosen = excluded.chosen,
        part = excluded.part
      """, try DrawStore.values(draw, in: district))
    try session.run("DELETE FROM drawn WHERE district = $1 AND draw = $2", [.text(district.text), .text(draw.id.text)])
    for row in DrawStore.drawn(draw, in: district) {
      try session.run(
        """
        INSERT INTO drawn (district, draw, place, subject, unit, checklist, due) VALUES ($1, $2, $3, $4, $5, $6, $7)
        """, row)
    }
  }

  static let columns = """
    district, id, serial, slot, round, duty, unit, day, stage, version, state, checklist, due, window_first, window_last,
    population, chosen, part
    """

  static func values(_ draw: Draw, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    let commitment = draw.commitment
    let window = commitment.window
    return [
      .text(district.text), .text(draw.id.text), .int(Int64(commitment.serial)), .text(commitment.slot),
      .int(Int64(commitment.round)), commitment.duty.map { .text($0) } ?? .null, .text(commitment.unit.text),
      .text(draw.committedOn.iso), .text(draw.stage.rawValue), .int(Int64(draw.version)), .text(try State.encode(draw)),
      .text(commitment.checklist), .text(commitment.due.iso), window.map { .text($0.first.iso) } ?? .null,
      window.map { .text($0.last.iso) } ?? .null, .int(Int64(commitment.population.count)),
      .int(Int64(commitment.count)), .int(commitment.isPart ? 1 : 0),
    ]
  }

  /// In the order in which they were drawn.
  static func drawn(_ draw: Draw, in district: DistrictID) -> [[SQLValue]] {
    let commitment = draw.commitment
    return draw.owed.enumerated().map { place, choice in
      [
        .text(district.text), .text(draw.id.text), .int(Int64(place)), .text(choice.subject.text),
        .text(commitment.unit.text), .text(commitment.checklist), .text(commitment.due.iso),
      ]
    }
  }

  func drawnRows(of draw: DrawID) throws(StorageError) -> [[SQLValue]] {
    try session.rows(
      """
      SELECT district, draw, place, subject, unit, checklist, due FROM drawn WHERE district = $1 AND draw = $2
      ORDER BY place
      """, [.text(district.text), .text(draw.text)]
    ).map(\.values)
  }

  private func summaries(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [DrawSummary] {
    try session.rows(
      """
      SELECT id, serial, round, duty, unit, day, stage, checklist, due, window_first, window_last, population, chosen,
        part FROM draws WHERE district = $1 \(tail)
      """, [.text(district.text)] + values
    ).map { (row) throws(StorageError) in
      guard let id = DrawID(try row.text(0)), let unit = UnitID(try row.text(4)), let day = CivilDate(try row.text(5)),
        let stage = Draw.Stage(rawValue: try row.text(6)), let due = CivilDate(try row.text(8))
      else { throw StorageError(.corrupt, "draws") }
      var window: DayRange?
      if let first = try row.optionalText(9), let last = try row.optionalText(10) {
        window = CivilDate(first).flatMap { first in CivilDate(last).flatMap { DayRange(first, $0) } }
      }
      return DrawSummary(
        id: id, serial: Int(try row.int(1)), round: Int(try row.int(2)), duty: try row.optionalText(3),
        checklist: try row.text(7), window: window, unit: unit, day: day, due: due, population: Int(try row.int(11)),
        count: Int(try row.int(12)), isPart: try row.int(13) == 1, stage: stage)
    }
  }

  private func draws(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Draw] {
    var found: [Draw] = []
    for row in try session.rows(
      "SELECT state FROM draws WHERE district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(Draw.self, try row.text(0)))
    }
    return found
  }
}

/// A subject that was drawn and is not looked at yet.
package struct OwedChoice: Hashable, Sendable {
  package let draw: DrawID
  package let subject: SubjectID
  package let checklist: String
  package let due: CivilDate
}

/// The secret numbers of draws whose outcome is not shown yet; apart from the ledger, which holds their digests.
package struct DrawSecretStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Lower-case hexadecimal.
  package func load(_ draw: DrawID) throws(StorageError) -> String? {
    try session.rows(
      "SELECT nonce FROM draw_secrets WHERE district = $1 AND draw = $2", [.text(district.text), .text(draw.text)]
    ).first.map { (row) throws(StorageError) in try row.text(0) }
  }

  package func keep(_ nonce: String, of draw: DrawID) throws(StorageError) {
    try session.run(
      "INSERT INTO draw_secrets (district, draw, nonce) VALUES ($1, $2, $3)",
      [.text(district.text), .text(draw.text), .text(nonce)])
  }

  /// Once it is shown, or another draw took its place.
  package func drop(_ draw: DrawID) throws(StorageError) {
    try session.run(
      "DELETE FROM draw_secrets WHERE district = $1 AND draw = $2", [.text(district.text), .text(draw.text)])
  }
}
