package import Ground
import Ledger
package import Matters

/// The matters table: one row a matter, its state as JSON beside the columns that lists ask for.
package struct MatterStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: MatterID) throws(StorageError) -> Matter? {
    let question = MatterStore.question(id, in: district)
    guard let row = try session.rows(question.sql, question.arguments).first else { return nil }
    return try MatterStore.matter(try row.text(0))
  }

  /// These matters in one question for thousands; what is none of them is not in the answer.
  package func load(_ ids: Set<MatterID>) throws(StorageError) -> [MatterID: Matter] {
    var found: [MatterID: Matter] = [:]
    for part in Placeholders.parts(ids) {
      for matter in try matters(
        "SELECT state FROM matters WHERE district = $1 AND id IN (\(Placeholders.list(part.count, from: 2)))",
        [.text(district.text)] + part.map { .text($0.text) })
      {
        found[matter.id] = matter
      }
    }
    return found
  }

  /// What `load` asks.
  static func question(_ id: MatterID, in district: DistrictID) -> SQLQuestion {
    SQLQuestion("SELECT state FROM matters WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)])
  }

  /// Every matter that came from the meeting, by clause, parents before children.
  /// Matters with a clock that ends on a day or later, their own while they are open or one of what they wait for, in the
  /// order of their ids, so that a walk meets each once whatever becomes of its clocks.
  package func clocked(from day: CivilDate, after: MatterID?, limit: Int) throws(StorageError) -> [Matter] {
    try matters(
      """
      SELECT m.state FROM matters m WHERE m.district = $1 AND m.id > $2
        AND ((m.due >= $3 AND m.phase IN (\(Phase.openInSQL))) OR EXISTS (
          SELECT 1 FROM waiting w WHERE w.district = m.district AND w.matter = m.id AND w.due_key >= $3
            AND w.due_key < '9999-12-31'))
      ORDER BY m.id LIMIT $4
      """, [.text(district.text), .text(after?.text ?? ""), .text(day.iso), .int(Int64(limit))])
  }

  /// The matter with this register number; nil where there is none.
  package func matter(numbered number: String) throws(StorageError) -> MatterID? {
    try session.rows(
      "SELECT id FROM matters WHERE district = $1 AND number = $2", [.text(district.text), .text(number)]
    ).first.map { (row) throws(StorageError) in MatterID(trusted: try row.text(0)) }
  }

  package func ofMeeting(_ meeting: MeetingID) throws(StorageError) -> [Matter] {
    try matters(
      "SELECT state FROM matters WHERE district = $1 AND meeting = $2 ORDER BY clause, id",
      [.text(district.text), .text(meeting.text)])
  }

  package func children(of parent: MatterID) throws(StorageError) -> [Matter] {
    try matters(
      "SELECT state FROM matters WHERE district = $1 AND parent = $2 ORDER BY id",
      [.text(district.text), .text(parent.text)])
  }

  /// One page of matters by due day, soonest first.
  package func page(_ filter: MatterSelection, after: MatterCursor?, limit: Int) throws(StorageError) -> [Matter] {
    var query = FilterText(district: district, filter: filter)
    if let after {
      query.add("(due_key, id) > (\(query.bind(.text(after.dueKey))), \(query.bind(.text(after.id))))")
    }
    return try matters(
      "SELECT state FROM matters WHERE \(query.text) ORDER BY due_key, id LIMIT \(query.bind(.int(Int64(limit))))",
      query.arguments)
  }

  /// Matters that fanned out and whose children are all done: the coordinator closes them. Soonest due first.
  package func ready(limit: Int) throws(StorageError) -> [Matter] {
    try matters(
      """
      SELECT state FROM matters WHERE district = $1 AND fanned = 1 AND phase = 'submitted'
      ORDER BY due_key, id LIMIT $2
      """, [.text(district.text), .int(Int64(limit))])
  }

  /// A row in the order of the table's columns; `check` compares it value by value.
  static func values(_ matter: Matter, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(matter.id.text), .text(matter.number), .text(matter.phase.rawValue),
      .text(matter.lead.text), SQLValue(matter.leader?.text), .text(matter.fields[0].rawValue),
      SQLValue(matter.due?.day.iso), .text(dueKey(matter)), SQLValue(matter.source?.meeting.text),
      matter.source.map { .int(Int64($0.clause)) } ?? .null, SQLValue(matter.parent?.text),
      SQLValue(matter.isParent), .int(Int64(matter.version)), .text(try state(of: matter)),
      SQLValue(matter.life.project != nil), SQLValue(matter.life.adoptedBy?.text),
    ]
  }

  /// Sorts matters without a due day last.
  package static func dueKey(_ matter: Matter) -> String { matter.due?.day.iso ?? "9999-12-31" }

  func insert(_ matter: Matter) throws(StorageError) {
    try session.run(
      """
      INSERT INTO matters
        (district, id, number, phase, lead, leader, field, due, due_key, meeting, clause, parent, fanned, version,
         state, planned, adopter)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
      """, MatterStore.values(matter, in: district))
    try insertSupporting(matter)
  }

  func update(from before: Matter, to after: Matter) throws(StorageError) {
    let key: [SQLValue] = [.text(district.text), .text(after.id.text)]
    let state = SQLValue.text(try MatterStore.state(of: after))
    let stands =
      (before.phase, before.lead, before.due?.day, before.isParent, before.life.project != nil, before.life.adoptedBy)
      == (after.phase, after.lead, after.due?.day, after.isParent, after.life.project != nil, after.life.adoptedBy)
    if stands {
      try session.run(
        "UPDATE matters SET version = $3, state = $4 WHERE district = $1 AND id = $2",
        key + [.int(Int64(after.version)), state])
    } else {
      try session.run(
        """
        UPDATE matters SET phase = $3, lead = $4, due = $5, due_key = $6, fanned = $7, version = $8, state = $9,
          planned = $10, adopter = $11
        WHERE district = $1 AND id = $2
        """,
        key + [
          .text(after.phase.rawValue), .text(after.lead.text), SQLValue(after.due?.day.iso),
          .text(MatterStore.dueKey(after)), SQLValue(after.isParent), .int(Int64(after.version)), state,
          SQLValue(after.life.project != nil), SQLValue(after.life.adoptedBy?.text),
        ])
    }
    guard before.supporting != after.supporting else { return }
    try session.run("DELETE FROM supporting WHERE district = $1 AND matter = $2", key)
    try insertSupporting(after)
  }

  private func insertSupporting(_ matter: Matter) throws(StorageError) {
    for unit in matter.supporting {
      try session.run(
        "INSERT INTO supporting (district, unit, matter) VALUES ($1, $2, $3)",
        [.text(district.text), .text(unit.text), .text(matter.id.text)])
    }
  }

  private func matters(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [Matter] {
    var found: [Matter] = []
    for row in try session.rows(sql, arguments) { found.append(try MatterStore.matter(try row.text(0))) }
    return found
  }

  static func state(of matter: Matter) throws(StorageError) -> String { try State.encode(matter) }

  static func matter(_ state: String) throws(StorageError) -> Matter { try State.decode(Matter.self, state) }
}

/// What a list of matters is narrowed to; an absent part narrows nothing.
package struct MatterSelection: Hashable, Sendable {
  package var phases: [Phase]
  package var lead: UnitID?
  package var supporting: UnitID?
  /// In charge of it; whoever took it is asked for apart.
  package var leader: OfficerID?
  /// Who took it (包案).
  package var adopter: OfficerID?
  package var field: Field?
  package var meeting: MeetingID?
  /// Matters that fanned out are left out unless asked for: their children stand for them.
  package var fanned: Bool?
  /// Due on one of these days, both included.
  package var dueFrom: CivilDate?
  package var dueTo: CivilDate?

  package init(
    phases: [Phase] = [], lead: UnitID? = nil, supporting: UnitID? = nil, leader: OfficerID? = nil,
    adopter: OfficerID? = nil, field: Field? = nil, meeting: MeetingID? = nil, fanned: Bool? = false,
    dueFrom: CivilDate? = nil,
    dueTo: CivilDate? = nil
  ) {
    (self.fanned, self.adopter) = (fanned, adopter)
    (self.phases, self.lead, self.supporting, self.leader) = (phases, lead, supporting, leader)
    (self.field, self.meeting, self.dueFrom, self.dueTo) = (field, meeting, dueFrom, dueTo)
  }
}

/// Where a page of matters ended.
package struct MatterCursor: Hashable, Sendable {
  package let dueKey: String
  package let id: String

  package init(after matter: Matter) { (dueKey, id) = (MatterStore.dueKey(matter), matter.id.text) }

  package init(dueKey: String, id: String) { (self.dueKey, self.id) = (dueKey, id) }
}

/// The WHERE clause of a filter, with its arguments in order.
struct FilterText {
  private(set) var text = ""
  private(set) var arguments: [SQLValue] = []

  init(district: DistrictID, filter: MatterSelection) {
    add("district = \(bind(.text(district.text)))")
    if !filter.phases.isEmpty {
      add("phase IN (\(filter.phases.map { bind(.text($0.rawValue)) }.joined(separator: ", ")))")
    }
    if let lead = filter.lead { add("lead = \(bind(.text(lead.text)))") }
    if let unit = filter.supporting {
      add("id IN (SELECT matter FROM supporting WHERE district = $1 AND unit = \(bind(.text(unit.text))))")
    }
    if let leader = filter.leader { add("leader = \(bind(.text(leader.text)))") }
    if let adopter = filter.adopter { add("adopter = \(bind(.text(adopter.text)))") }
    if let field = filter.field { add("field = \(bind(.text(field.rawValue)))") }
    if let meeting = filter.meeting { add("meeting = \(bind(.text(meeting.text)))") }
    if let fanned = filter.fanned { add("fanned = \(bind(SQLValue(fanned)))") }
    if let from = filter.dueFrom { add("due_key >= \(bind(.text(from.iso)))") }
    if let to = filter.dueTo { add("due_key <= \(bind(.text(to.iso)))") }
  }

  mutating func bind(_ value: SQLValue) -> String {
    arguments.append(value)
    return "$\(arguments.count)"
  }

  mutating func add(_ condition: String) { text += text.isEmpty ? condition : " AND \(condition)" }
}
