package import Directory
package import Duties
package import Ground
import Packs
package import Subjects

/// How far a campaign is (覆盖): its rows are the subjects of its rule, counted and listed by questions over the register,
/// the inspections and the misses as they stand. Nothing of it is stored before the campaign is closed.
package struct CoverageStore {
  private let session: any SQLSession
  private let district: DistrictID
  private let directory: Directory

  package init(_ session: any SQLSession, _ district: DistrictID, _ directory: Directory) {
    (self.session, self.district, self.directory) = (session, district, directory)
  }

  /// Rows by the town or community where they lie, and by how far they are.
  ///
  /// - Parameter units: only rows with which one of these units has to do; nil: all.
  package func counts(
    of campaign: Campaign, units: Set<UnitID>? = nil
  ) throws(StorageError) -> [(area: UnitID, state: CampaignRowState, rows: Int)] {
    var text = CoverageText(campaign, directory, district)
    text.narrow(to: units)
    let rows = try session.rows(
      """
      SELECT q.area, q.state, COUNT(*) FROM (SELECT s.territorial AS area, \(text.state) AS state
        \(text.source)) q GROUP BY q.area, q.state ORDER BY q.area, q.state
      """, text.values)
    return try rows.map { (row) throws(StorageError) in
      (UnitID(trusted: try row.text(0)), try CampaignRowState(stored: try row.text(1)), Int(try row.int(2)))
    }
  }

  /// Rows by town, in the official order; those of a community count with its town.
  package func figures(of campaign: Campaign, units: Set<UnitID>? = nil) throws(StorageError) -> CampaignFigures {
    var towns: [UnitID: CampaignCounts] = [:]
    for (area, state, rows) in try counts(of: campaign, units: units) {
      towns[town(of: area), default: CampaignCounts()].add(rows, to: state)
    }
    let order = Dictionary(directory.unitsInOrder.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return CampaignFigures(
      towns: towns.map { CampaignFigures.Town(town: $0.key, counts: $0.value) }
        .sorted { (order[$0.town] ?? .max, $0.town) < (order[$1.town] ?? .max, $1.town) })
  }

  /// The town in which a community lies, today; of a dissolved one the town that took its place.
  private func town(of area: UnitID) -> UnitID {
    guard let unit = directory.units[area] else { return area }
    let now = directory.heir(of: unit) ?? unit
    guard now.kind == .community, let above = now.parent, let town = directory.units[above], town.kind == .town
    else { return now.id }
    return (directory.heir(of: town) ?? town).id
  }

  /// Rows in the order of the subjects' numbers, behind one.
  ///
  /// - Parameters:
  ///   - states: only those that are so far; empty: all.
  ///   - areas: only those that lie there; nil: everywhere.
  ///   - owners: only those that one of these units owes; nil: all.
  package func page(
    of campaign: Campaign, states: [CampaignRowState] = [], areas: Set<UnitID>? = nil, units: Set<UnitID>? = nil,
    owners: Set<UnitID>? = nil, after serial: Int, limit: Int
  ) throws(StorageError) -> [(subject: Subject, state: CampaignRowState)] {
    var text = CoverageText(campaign, directory, district)
    text.narrow(to: units)
    text.narrow("s.territorial", to: areas)
    text.narrow(toOwners: owners)
    let after = text.add(.int(Int64(serial)))
    let asked = states.map { text.add(.text($0.rawValue)) }.joined(separator: ", ")
    let only = asked.isEmpty ? "" : "WHERE q.state IN (\(asked))"
    let limit = text.add(.int(Int64(limit)))
    return try rows(
      """
      SELECT q.body, q.state FROM (SELECT s.state AS body, s.serial AS serial, \(text.state) AS state
        \(text.source) AND s.serial > \(after)) q \(only) ORDER BY q.serial LIMIT \(limit)
      """, text.values)
  }

  /// One subject's row; nil where it is none of the campaign's.
  package func row(
    of campaign: Campaign, _ subject: SubjectID
  ) throws(StorageError) -> (subject: Subject, state: CampaignRowState)? {
    var text = CoverageText(campaign, directory, district)
    let id = text.add(.text(subject.text))
    return try rows("SELECT s.state, \(text.state) \(text.source) AND s.id = \(id)", text.values).first
  }

  private func rows(
    _ sql: String, _ values: [SQLValue]
  ) throws(StorageError) -> [(subject: Subject, state: CampaignRowState)] {
    try session.rows(sql, values).map { (row) throws(StorageError) in
      (try State.decode(Subject.self, try row.text(0)), try CampaignRowState(stored: try row.text(1)))
    }
  }
}

extension CampaignRowState {
  fileprivate init(stored: String) throws(StorageError) {
    guard let state = CampaignRowState(rawValue: stored) else { throw StorageError(.corrupt, "row state \(stored)") }
    self = state
  }
}

/// A campaign's rows as a `FROM … WHERE …` over `subjects s`, and how far each is as an expression.
private struct CoverageText {
  private(set) var values: [SQLValue]
  /// How far a row is.
  private(set) var state = ""
  private(set) var source = ""
  private let plan: CampaignPlan

  init(_ campaign: Campaign, _ directory: Directory, _ district: DistrictID) {
    plan = campaign.plan
    values = [.text(district.text), .text(campaign.id.text)]
    let (first, last) = (add(.text(campaign.days.first.iso)), add(.text(campaign.days.last.iso)))
    let list = add(.text(plan.checklist))
    let times = add(.int(Int64(plan.times)))
    // Which unit's inspection is another's too: of those beneath it, of those whose place it took, and of a community's town.
    var pairs: [String] = []
    let circles = directory.circles()
    for owner in directory.units.values.filter({ $0.kind != .government }).sorted(by: { $0.id < $1.id }) {
      for unit in plan.visitors(for: owner.id, in: directory, circles).sorted() where unit != owner.id {
        pairs.append("(\(add(.text(unit.text))), \(add(.text(owner.id.text))))")
      }
    }
    let held = plan.roles.map { role -> String in
      let owner = CoverageText.owner(role)
      let others = pairs.isEmpty ? "" : " OR (i.unit, \(owner)) IN (VALUES \(pairs.joined(separator: ", ")))"
      return "(i.unit = \(owner)\(others))"
    }
    let enough = (plan.isJoint ? held : [held.joined(separator: " OR ")]).map { condition in
      """
      (SELECT COUNT(*) FROM inspections i WHERE i.district = s.district AND i.subject = s.id AND i.checklist = \(list)
        AND i.annulled = 0 AND i.day >= \(first) AND i.day <= \(last) AND (\(condition))) >= \(times)
      """
    }
    state = """
      CASE WHEN \(enough.joined(separator: " AND ")) THEN 'covered'
        WHEN t.gone_day IS NOT NULL AND t.gone_day <= \(last) THEN 'left'
        WHEN m.reason IS NOT NULL THEN m.reason ELSE 'open' END
      """
    source = """
      FROM subjects s JOIN subject_terms t ON t.district = s.district AND t.subject = s.id
      LEFT JOIN misses m ON m.district = s.district AND m.campaign = $2 AND m.subject = s.id
      WHERE s.district = $1 AND t.first_day <= \(last) AND (t.gone_day IS NULL OR t.gone_day >= \(first))
      """
    narrow("s.type", choices: plan.subjects)
    for (attribute, choices) in plan.conditions.sorted(by: { $0.key < $1.key }) {
      let key = add(.text(attribute))
      source += """
         AND EXISTS (SELECT 1 FROM subject_choices c WHERE c.district = s.district AND c.subject = s.id
        AND c.attribute = \(key) AND c.choice IN (\(choices.map { add(.text($0)) }.joined(separator: ", "))))
        """
    }
    if !plan.towns.isEmpty {
      narrow("s.territorial", to: plan.area(in: directory))
    }
  }

  mutating func add(_ value: SQLValue) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  mutating func narrow(_ column: String, to units: Set<UnitID>?) {
    if let units { narrow(column, choices: units.map(\.text).sorted()) }
  }

  /// Rows with which one of the units has to do, in whichever role.
  mutating func narrow(to units: Set<UnitID>?) {
    narrow(toAny: ["s.supervising", "s.territorial", "s.responsible"], units)
  }

  mutating func narrow(toOwners units: Set<UnitID>?) { narrow(toAny: plan.roles.map(CoverageText.owner), units) }

  private mutating func narrow(toAny columns: [String], _ units: Set<UnitID>?) {
    guard let units else { return }
    let places = units.map(\.text).sorted().map { add(.text($0)) }.joined(separator: ", ")
    let tests = columns.map { "\($0) IN (\(places))" }
    source += places.isEmpty ? " AND 1 = 0" : " AND (\(tests.joined(separator: " OR ")))"
  }

  private mutating func narrow(_ column: String, choices: [String]) {
    let places = choices.map { add(.text($0)) }.joined(separator: ", ")
    source += places.isEmpty ? " AND 1 = 0" : " AND \(column) IN (\(places))"
  }

  /// The unit that owes a row in a role; where nobody runs or tends the subject, the town where it lies.
  private static func owner(_ role: DutyRule.UnitRole) -> String {
    switch role {
    case .supervising: "s.supervising"
    case .territorial: "s.territorial"
    case .responsible: "COALESCE(s.responsible, s.territorial)"
    }
  }
}
