import Directory
package import Ground
import Ledger
package import Packs

/// From what a draw can take: subjects with the inspections that a spot check looks at again, and the leaves that stand for
/// them.
package struct DrawablesStore {
  private let session: any SQLSession
  private let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// One inspection that a spot check may look at again, as choosing needs it.
  package struct Entered: Hashable, Sendable {
    package let position: Int64
    package let id: InspectionID
    package let subject: SubjectID
    package let unit: UnitID
    package let day: CivilDate
  }

  /// Subjects that name one of these units in a role, inspected by others than some.
  package struct Held: Sendable {
    package let role: DutyRule.UnitRole
    package let units: Set<UnitID>
    package let besides: Set<UnitID>

    package init(role: DutyRule.UnitRole, units: Set<UnitID>, besides: Set<UnitID>) {
      (self.role, self.units, self.besides) = (role, units, besides)
    }
  }

  /// What was inspected by others with a checklist at active subjects of some types that are held in one of these ways; in
  /// the order in which it was entered, from a place in the ledger on.
  package func entered(
    from place: Int64, with checklist: String, types: [String], _ held: [Held], limit: Int
  ) throws(StorageError) -> [Entered] {
    var units: [SQLValue] = []
    func list(_ some: Set<UnitID>) -> String {
      let start = 5 + types.count + units.count
      units += some.sorted().map { .text($0.text) }
      return Placeholders.list(some.count, from: start)
    }
    let held = held.filter { !$0.units.isEmpty && !$0.besides.isEmpty }
    guard !types.isEmpty, !held.isEmpty else { return [] }
    let isTheirs = held.map { held in
      "(\(DrawablesStore.column(held.role)) IN (\(list(held.units))) AND i.unit NOT IN (\(list(held.besides))))"
    }.joined(separator: " OR ")
    return try session.rows(
      """
      SELECT i.position, i.id, i.subject, i.unit, i.day FROM inspections i
        JOIN subjects s ON s.district = i.district AND s.id = i.subject
      WHERE i.district = $1 AND i.checklist = $2 AND i.position >= $3 AND i.annulled = 0 AND s.status = 'active'
        AND s.type IN (\(Placeholders.list(types.count, from: 5))) AND (\(isTheirs))
      ORDER BY i.position LIMIT $4
      """,
      [.text(district.text), .text(checklist), .int(place), .int(Int64(limit))] + types.map { .text($0) } + units
    ).map { (row) throws(StorageError) in
      guard let id = InspectionID(try row.text(1)), let subject = SubjectID(try row.text(2)),
        let unit = UnitID(try row.text(3)), let day = CivilDate(try row.text(4))
      else { throw StorageError(.corrupt, "an inspection that is none") }
      return Entered(position: try row.int(0), id: id, subject: subject, unit: unit, day: day)
    }
  }

  /// The units that hold a role for subjects of some types.
  package func holders(of types: [String], _ role: DutyRule.UnitRole) throws(StorageError) -> Set<UnitID> {
    guard !types.isEmpty else { return [] }
    let column = DrawablesStore.column(role)
    var units: Set<UnitID> = []
    for row in try session.rows(
      """
      SELECT DISTINCT \(column) FROM subjects s
      WHERE s.district = $1 AND s.status = 'active' AND s.type IN (\(Placeholders.list(types.count, from: 2)))
      """, [.text(district.text)] + types.map { .text($0) })
    {
      if let unit = try row.optionalText(0).flatMap(UnitID.init) { units.insert(unit) }
    }
    return units
  }

  /// The position and the leaf hash of each subject's last entry.
  package func leaves(of subjects: [SubjectID]) throws(StorageError) -> [SubjectID: (position: Int64, leaf: String)] {
    var found: [SubjectID: (position: Int64, leaf: String)] = [:]
    for start in stride(from: 0, to: subjects.count, by: 200) {
      let part = subjects[start..<min(start + 200, subjects.count)]
      for row in try session.rows(
        """
        SELECT e.position, e.canonical, e.nonce, e.subject FROM entries e
        JOIN (SELECT subject, MAX(position) AS latest FROM entries
          WHERE district = $1 AND subject IN (\(Placeholders.list(part.count, from: 2))) GROUP BY subject) m
          ON m.subject = e.subject AND m.latest = e.position
        WHERE e.district = $1
        """, [.text(district.text)] + part.map { .text("subject:\($0)") })
      {
        guard let id = SubjectID(String(try row.text(3).dropFirst("subject:".count))) else {
          throw StorageError(.corrupt, "entries.subject")
        }
        found[id] = (try row.int(0), try DrawablesStore.leaf(row))
      }
    }
    return found
  }

  /// The leaf hashes of some positions with the subjects of their entries.
  func leaves(at positions: [Int64]) throws(StorageError) -> [Int64: (subject: String, leaf: String)] {
    var found: [Int64: (subject: String, leaf: String)] = [:]
    for start in stride(from: 0, to: positions.count, by: 200) {
      let part = positions[start..<min(start + 200, positions.count)]
      for row in try session.rows(
        """
        SELECT position, canonical, nonce, subject FROM entries
        WHERE district = $1 AND position IN (\(Placeholders.list(part.count, from: 2)))
        """, [.text(district.text)] + part.map { .int($0) })
      {
        found[try row.int(0)] = (try row.text(3), try DrawablesStore.leaf(row))
      }
    }
    return found
  }

  private static func leaf(_ row: SQLRow) throws(StorageError) -> String {
    // An entry without a nonce is named by the check of the tree.
    let nonce = Hex.decode(try row.text(2)) ?? []
    guard nonce.count == Entry.nonceLength else { return "" }
    return TreeHash.leafHash(Entry.leaf(nonce: nonce, canonical: Array(try row.text(1).utf8))).hex
  }

  private static func column(_ role: DutyRule.UnitRole) -> String {
    switch role {
    case .supervising: "s.supervising"
    case .territorial: "s.territorial"
    case .responsible: "s.responsible"
    }
  }
}
