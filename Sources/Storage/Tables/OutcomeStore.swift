package import Ground
package import Matters

/// What came of matters: a row for each outcome of each, so that a figure is counted and opened alike.
package struct OutcomeStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func count(_ outcome: Outcome, unit: UnitID? = nil) throws(StorageError) -> Int {
    let (text, arguments) = condition(outcome, unit)
    let rows = try session.rows("SELECT COUNT(*) FROM outcomes o WHERE \(text)", arguments)
    return Int(try rows[0].int(0))
  }

  /// One page of the matters that a figure counts, by unit and id.
  package func page(
    _ outcome: Outcome, unit: UnitID? = nil, after: OutcomePlace?, limit: Int
  ) throws(StorageError) -> [Matter] {
    var (text, arguments) = condition(outcome, unit)
    if let after {
      arguments += [.text(after.unit.text), .text(after.matter.text)]
      text += " AND (o.unit, o.matter) > ($\(arguments.count - 1), $\(arguments.count))"
    }
    arguments.append(.int(Int64(limit)))
    var found: [Matter] = []
    for row in try session.rows(
      """
      SELECT m.state FROM outcomes o JOIN matters m ON m.district = o.district AND m.id = o.matter
      WHERE \(text) ORDER BY o.unit, o.matter LIMIT $\(arguments.count)
      """, arguments)
    {
      found.append(try MatterStore.matter(try row.text(0)))
    }
    return found
  }

  private func condition(_ outcome: Outcome, _ unit: UnitID?) -> (String, [SQLValue]) {
    let both = "o.district = $1 AND o.outcome = $2"
    let arguments: [SQLValue] = [.text(district.text), .text(outcome.rawValue)]
    guard let unit else { return (both, arguments) }
    return (both + " AND o.unit = $3", arguments + [.text(unit.text)])
  }

  /// Lets the rows follow a matter that moved; nothing is written where nothing changed.
  func follow(from before: Matter?, to after: Matter) throws(StorageError) {
    let (old, new) = (before.map(OutcomeRow.all) ?? [], OutcomeRow.all(after))
    for row in old.subtracting(new).sorted() {
      try session.run(
        "DELETE FROM outcomes WHERE district = $1 AND outcome = $2 AND unit = $3 AND matter = $4", row.values(district))
    }
    for row in new.subtracting(old).sorted() {
      try session.run(
        "INSERT INTO outcomes (district, outcome, unit, matter) VALUES ($1, $2, $3, $4)", row.values(district))
    }
  }

  /// The rows of matters with `first < id <= last`.
  func rows(after first: String, through last: String) throws(StorageError) -> Set<OutcomeRow> {
    var found: Set<OutcomeRow> = []
    for row in try session.rows(
      "SELECT matter, outcome, unit FROM outcomes WHERE district = $1 AND matter > $2 AND matter <= $3",
      [.text(district.text), .text(first), .text(last)])
    {
      found.insert(OutcomeRow(matter: try row.text(0), outcome: try row.text(1), unit: try row.text(2)))
    }
    return found
  }
}

/// Where a page of an outcome's matters ended.
package struct OutcomePlace: Hashable, Sendable {
  package let unit: UnitID
  package let matter: MatterID

  package init(unit: UnitID, matter: MatterID) { (self.unit, self.matter) = (unit, matter) }
}

/// One row: this outcome, of this matter, at this unit.
struct OutcomeRow: Hashable, Comparable {
  let matter: String
  let outcome: String
  let unit: String

  static func all(_ matter: Matter) -> Set<OutcomeRow> {
    Set(
      matter.outcomes.map {
        OutcomeRow(matter: matter.id.text, outcome: $0.rawValue, unit: matter.lead.text)
      })
  }

  func values(_ district: DistrictID) -> [SQLValue] {
    [.text(district.text), .text(outcome), .text(unit), .text(matter)]
  }

  static func < (left: OutcomeRow, right: OutcomeRow) -> Bool {
    (left.matter, left.outcome, left.unit) < (right.matter, right.outcome, right.unit)
  }
}
