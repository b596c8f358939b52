import Directory
package import Ground
package import Packs
package import Subjects

/// The table `subjects`: a row a subject with its state as JSON, beside the columns that lists ask for.
package struct SubjectStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: SubjectID) throws(StorageError) -> Subject? {
    try subjects("AND id = $2", [.text(id.text)]).first
  }

  /// These subjects in one question for thousands; what is none of them is not in the answer.
  package func load(_ ids: Set<SubjectID>) throws(StorageError) -> [SubjectID: Subject] {
    var found: [SubjectID: Subject] = [:]
    for part in Placeholders.parts(ids) {
      for subject in try subjects(
        "AND id IN (\(Placeholders.list(part.count, from: 2)))", part.map { .text($0.text) })
      {
        found[subject.id] = subject
      }
    }
    return found
  }

  /// Of these, those that a draw chose or that a campaign's miss names.
  package func named(among ids: [SubjectID]) throws(StorageError) -> Set<SubjectID> {
    guard !ids.isEmpty else { return [] }
    let list = Placeholders.list(ids.count, from: 2)
    let rows = try session.rows(
      """
      SELECT subject FROM drawn WHERE district = $1 AND subject IN (\(list))
      UNION SELECT subject FROM misses WHERE district = $1 AND subject IN (\(list))
      """, [.text(district.text)] + ids.map { .text($0.text) })
    return Set(try rows.map { (row) throws(StorageError) in SubjectID(trusted: try row.text(0)) })
  }

  /// The number that the next one gets, from 1.
  package func nextSerial() throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT COALESCE(MAX(serial), 0) + 1 FROM subjects WHERE district = $1", [.text(district.text)])
    return Int(try rows[0].int(0))
  }

  /// Those that a selection picks, in the order of their numbers, behind a number.
  package func page(
    _ selection: SubjectSelection, after serial: Int, limit: Int
  ) throws(StorageError) -> [Subject] {
    var text = SubjectText(selection, session.dialect)
    let after = text.add(.int(Int64(serial)))
    let limit = text.add(.int(Int64(limit)))
    return try subjects(
      "\(text.conditions) AND s.serial > \(after) ORDER BY s.serial LIMIT \(limit)", text.values)
  }

  package func count(_ selection: SubjectSelection) throws(StorageError) -> Int {
    let text = SubjectText(selection, session.dialect)
    let rows = try session.rows(
      "SELECT COUNT(*) FROM subjects s WHERE s.district = $1 \(text.conditions)", [.text(district.text)] + text.values)
    return Int(try rows[0].int(0))
  }

  /// Of the units in the directory, those that hold one of these roles for a subject of one of the types; retired ones do not
  /// count. One question for all pairs; each unit is looked up by itself, however many subjects there are.
  package func holders(
    of pairs: [(types: [String], role: DutyRule.UnitRole)]
  ) throws(StorageError) -> [Set<UnitID>] {
    var values: [SQLValue] = [.text(district.text)]
    func add(_ value: SQLValue) -> String {
      values.append(value)
      return "$\(values.count)"
    }
    let parts = pairs.enumerated().filter { !$0.element.types.isEmpty }.map { index, pair in
      """
      SELECT \(index) AS pair, d.id AS unit FROM directory d WHERE d.district = $1 AND d.kind = 'unit'
        AND EXISTS (SELECT 1 FROM subjects s WHERE s.district = d.district AND \(SubjectText.column(pair.role)) = d.id
          AND s.type IN (\(pair.types.map { add(.text($0)) }.joined(separator: ", ")))
          AND s.status IN ('active', 'suspended'))
      """
    }
    var holders = pairs.map { _ in Set<UnitID>() }
    guard !parts.isEmpty else { return holders }
    for row in try session.rows(parts.joined(separator: " UNION ALL "), values) {
      holders[Int(try row.int(0))].insert(UnitID(trusted: try row.text(1)))
    }
    return holders
  }

  /// Of those that a selection picks, the active ones that were inspected with the checklist fewer than `times` times on
  /// `days`, by one of these units or by a unit that holds one of these roles for the subject; in the order of their
  /// numbers, behind a number.
  package func owing(
    _ checklist: String, by units: Set<UnitID>, or roles: [DutyRule.UnitRole], on days: DayRange, times: Int,
    among selection: SubjectSelection, after serial: Int, limit: Int
  ) throws(StorageError) -> [Subject] {
    guard !units.isEmpty else { return [] }
    var text = SubjectText(selection, session.dialect)
    let list = text.add(.text(checklist))
    let (first, last) = (text.add(.text(days.first.iso)), text.add(.text(days.last.iso)))
    let places = (units.map(\.text).sorted().map { text.add(.text($0)) } + roles.map(SubjectText.column))
      .joined(separator: ", ")
    let (times, after, limit) = (
      text.add(.int(Int64(times))), text.add(.int(Int64(serial))), text.add(.int(Int64(limit)))
    )
    return try subjects(
      """
      \(text.conditions) AND s.status = 'active' AND s.serial > \(after)
        AND (SELECT COUNT(*) FROM inspections i WHERE i.district = s.district AND i.subject = s.id
          AND i.checklist = \(list) AND i.annulled = 0 AND i.day >= \(first) AND i.day <= \(last)
          AND i.unit IN (\(places))) < \(times)
      ORDER BY s.serial LIMIT \(limit)
      """, text.values)
  }

  /// What a subject is known again by: its name, its town, and what some attributes say.
  package struct Known: Sendable {
    package let name: String?
    package let territorial: UnitID
    package let saying: [String?]
  }

  /// Hands on the subjects of a type that are looked after, besides those of one import, without making each of its state.
  package func known(
    of type: String, attributes: [String], besides operation: OperationID,
    _ body: (Known) throws(StorageError) -> Void
  ) throws(StorageError) {
    func said(_ path: String...) -> String {
      session.dialect == .sqlite
        ? "json_extract(state, '$.\(path.map { "\"\($0)\"" }.joined(separator: "."))')"
        : "state::json #>> '{\(path.joined(separator: ","))}'"
    }
    let words = attributes.map { ", " + said("details", "attributes", $0, "words", "_0", "t") }.joined()
    var serial: Int64 = 0
    while true {
      let rows = try session.rows(
        """
        SELECT serial, territorial, \(said("details", "name", "t")), \(said("imported", "operation"))\(words)
        FROM subjects WHERE district = $1 AND type = $2 AND status IN ('active', 'suspended') AND serial > $3
        ORDER BY serial LIMIT 5000
        """, [.text(district.text), .text(type), .int(serial)])
      for row in rows where try row.optionalText(3) != operation.text {
        var saying: [String?] = []
        for place in attributes.indices { saying.append(try row.optionalText(4 + place)) }
        try body(
          Known(name: try row.optionalText(2), territorial: UnitID(trusted: try row.text(1)), saying: saying))
      }
      guard rows.count == 5000, let last = rows.last else { return }
      serial = try last.int(0)
    }
  }

  /// Of the subjects that came under some operations, those that were changed, inspected, drawn or named since: the first,
  /// by their numbers.
  package func touched(
    since operations: [OperationID], limit: Int
  ) throws(StorageError) -> [(subject: Subject, isMoved: Bool, isInspected: Bool)] {
    guard !operations.isEmpty else { return [] }
    let named = """
      (EXISTS (SELECT 1 FROM drawn d WHERE d.district = s.district AND d.subject = s.id)
        OR EXISTS (SELECT 1 FROM misses m WHERE m.district = s.district AND m.subject = s.id))
      """
    let inspected = "EXISTS (SELECT 1 FROM inspections i WHERE i.district = s.district AND i.subject = s.id)"
    let rows = try session.rows(
      """
      SELECT s.state, CASE WHEN s.version <> 1 OR \(named) THEN 1 ELSE 0 END,
        CASE WHEN \(inspected) THEN 1 ELSE 0 END
      FROM entries e JOIN subjects s ON s.district = e.district AND s.id = SUBSTR(e.subject, 9)
      WHERE e.district = $1 AND e.kind = 'subject.registered'
        AND e.operation IN (\(Placeholders.list(operations.count, from: 2)))
        AND (s.version <> 1 OR \(named) OR \(inspected))
      ORDER BY s.serial LIMIT \(limit)
      """, [.text(district.text)] + operations.map { .text($0.text) })
    return try rows.map { (row) throws(StorageError) in
      (try State.decode(Subject.self, try row.text(0)), try row.int(1) == 1, try row.int(2) == 1)
    }
  }

  /// Subjects of which nothing is there yet, all of them by a few statements.
  func insert(_ subjects: [Subject]) throws(StorageError) {
    let district = district
    let values = try inParallel(subjects) { (subject) throws(StorageError) in
      (try SubjectStore.values(subject, in: district), CountStore.values(subject, in: district))
    }
    try session.insert(
      "subjects (district, id, serial, type, status, risk, supervising, territorial, responsible, version, state)",
      values.map(\.0))
    try SubjectTermStore(session, district).insert(subjects)
    try SubjectSearch(session, district).insert(subjects)
    try session.insert(
      "counted_subjects (district, subject, type, supervising, territorial, responsible, choices, spans)",
      values.map(\.1))
  }

  func set(_ id: SubjectID, to subject: Subject?) throws(StorageError) {
    try SubjectTermStore(session, district).set(id, to: subject)
    try SubjectSearch(session, district).save(id, of: subject)
    try CountStore(session, district).set(id, to: subject)
    guard let subject else {
      try session.run(
        "DELETE FROM subjects WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)])
      return
    }
    try session.run(
      """
      INSERT INTO subjects (district, id, serial, type, status, risk, supervising, territorial, responsible, version,
        state)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (district, id) DO UPDATE SET status = excluded.status, risk = excluded.risk,
        supervising = excluded.supervising, territorial = excluded.territorial, responsible = excluded.responsible,
        version = excluded.version, state = excluded.state
      """, try SubjectStore.values(subject, in: district))
  }

  static func values(_ subject: Subject, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(subject.id.text), .int(Int64(subject.serial)), .text(subject.type),
      .text(subject.status.code.rawValue), subject.risk.map { .text($0.grade.rawValue) } ?? .null,
      .text(subject.details.supervising.text), .text(subject.details.territorial.text),
      subject.details.responsible.map { .text($0.text) } ?? .null, .int(Int64(subject.version)),
      .text(try State.encode(subject)),
    ]
  }

  private func subjects(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [Subject] {
    var found: [Subject] = []
    for row in try session.rows(
      "SELECT s.state FROM subjects s WHERE s.district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(Subject.self, try row.text(0)))
    }
    return found
  }
}

/// Which subjects a list shows. What is nil or empty does not narrow it.
package struct SubjectSelection: Hashable, Sendable {
  package var types: [String] = []
  package var status: Subject.Status.Code?
  package var risk: RiskGrade?
  /// Those with which one of these units has to do, in whichever role; empty picks none.
  package var units: Set<UnitID>?
  /// And one of these besides, as a filter asks.
  package var asked: Set<UnitID>?
  package var role: Holders?
  /// Those that lie in one of these towns or communities.
  package var areas: Set<UnitID>?
  /// Those whose names hold these words.
  package var words: SearchWords?

  package init() {}

  /// Those with one of some units in a role; empty picks none.
  package struct Holders: Hashable, Sendable {
    package let role: DutyRule.UnitRole
    package let units: Set<UnitID>

    package init(role: DutyRule.UnitRole, units: Set<UnitID>) { (self.role, self.units) = (role, units) }
  }
}

/// A selection as conditions on `subjects s`, with their values from `$2` on.
private struct SubjectText {
  private(set) var conditions = ""
  private(set) var values: [SQLValue] = []

  init(_ selection: SubjectSelection, _ dialect: Dialect) {
    if !selection.types.isEmpty { narrow("s.type", selection.types) }
    if let status = selection.status { narrow("s.status", [status.rawValue]) }
    if let risk = selection.risk { narrow("s.risk", [risk.rawValue]) }
    if let areas = selection.areas { narrow("s.territorial", areas.map(\.text).sorted()) }
    if let role = selection.role { narrow(SubjectText.column(role.role), role.units.map(\.text).sorted()) }
    for units in [selection.units, selection.asked].compactMap({ $0 }) { narrow(toUnits: units) }
    if let words = selection.words {
      conditions += " AND s.id IN (\(SubjectSearch.hits(add(.text(words.question(dialect))), dialect)))"
    }
  }

  private mutating func narrow(toUnits units: Set<UnitID>) {
    let places = units.map(\.text).sorted().map { add(.text($0)) }.joined(separator: ", ")
    conditions +=
      places.isEmpty
      ? " AND 1 = 0"
      : " AND (s.supervising IN (\(places)) OR s.territorial IN (\(places)) OR s.responsible IN (\(places)))"
  }

  mutating func add(_ value: SQLValue) -> String {
    values.append(value)
    return "$\(values.count + 1)"
  }

  private mutating func narrow(_ column: String, _ choices: [String]) {
    let places = choices.map { add(.text($0)) }.joined(separator: ", ")
    conditions += places.isEmpty ? " AND 1 = 0" : " AND \(column) IN (\(places))"
  }

  static func column(_ role: DutyRule.UnitRole) -> String {
    switch role {
    case .supervising: "s.supervising"
    case .territorial: "s.territorial"
    case .responsible: "s.responsible"
    }
  }
}
