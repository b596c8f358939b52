package import Ground
package import Matters

/// The lines of the lists: a row for each matter that is somebody's to do. One that fanned out has none; its children have.
///
/// A list is read from these columns alone, so that a page of fifty lines never decodes fifty states.
package struct MatterListStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Whether an open matter's due date was counted while this year was not published. The soonest due are looked at: they
  /// touched the earliest such years.
  package func restsOnUnpublished(_ year: Int) throws(StorageError) -> Bool {
    for row in try session.rows(
      """
      SELECT m.state FROM listed l JOIN matters m ON m.district = l.district AND m.id = l.matter
      WHERE l.district = $1 AND l.provisional = 1 AND l.due_key >= $2
        AND l.phase IN (\(Phase.openInSQL)) ORDER BY l.due_key LIMIT 200
      """, [.text(district.text), .text("\(year - 1)-12-01")])
    {
      if try MatterStore.matter(try row.text(0)).due?.unknownYears.contains(year) == true { return true }
    }
    return false
  }

  /// Open matters that the ladder has brought up to a meeting, the earliest first, each with the day since when.
  package func brought(limit: Int) throws(StorageError) -> [(matter: MatterID, since: CivilDate)] {
    try session.rows(
      "SELECT matter, brought FROM listed WHERE district = $1 AND brought <> '' ORDER BY brought, matter LIMIT $2",
      [.text(district.text), .int(Int64(limit))]
    ).map { (row) throws(StorageError) in
      guard let id = MatterID(try row.text(0)), let day = CivilDate(try row.text(1)) else {
        throw StorageError(.corrupt, "listed.brought")
      }
      return (id, day)
    }
  }

  static let columns = """
    district, matter, number, number_key, phase, lead, field, leader, handler, meeting, due_key, provisional, last_at,
    last_act, urgency, supporting, version, text, adopter, listing, card, brought
    """

  /// A row in the order of `columns`; `check` compares it value by value.
  static func values(_ matter: Matter, in district: DistrictID) -> [SQLValue] {
    [
      .text(district.text), .text(matter.id.text), .text(matter.number), .text(numberKey(matter.number)),
      .text(matter.phase.rawValue), .text(matter.lead.text), .text(matter.fields[0].rawValue),
      .text(matter.leader?.text ?? ""), .text(matter.handler?.text ?? ""),
      .text(matter.source?.meeting.text ?? ""), .text(MatterStore.dueKey(matter)),
      SQLValue(matter.due.map { !$0.unknownYears.isEmpty } ?? false), .int(matter.lastActAt.milliseconds),
      .text(matter.lastAct.rawValue), .text(matter.urgency.rawValue), .int(Int64(matter.supporting.count)),
      .int(Int64(matter.version)), SQLValue(matter.text.text), .text(matter.life.adoptedBy?.text ?? ""),
      SQLValue(matter.life.isListed), SQLValue(matter.escalation?.showsCard ?? false),
      .text(matter.isOpen ? matter.life.forMeeting?.iso ?? "" : ""),
    ]
  }

  /// Register numbers in their order as text: a letter before each row of digits says how many they are, so that 10000
  /// comes after 9999.
  package static func numberKey(_ number: String) -> String {
    number.split(separator: "-", omittingEmptySubsequences: false).map { part in
      let isDigits = !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isDigits, let length = Unicode.Scalar(UInt32(0x60 + min(part.utf8.count, 26))) else { return String(part) }
      return "\(length)\(part)"
    }.joined(separator: "-")
  }

  /// Lets the line and the search follow an act.
  func save(from before: Matter?, to after: Matter) throws(StorageError) {
    guard !after.isParent else { return try leave(from: before, to: after) }
    let new = MatterListStore.values(after, in: district)
    if let before {
      try update(from: MatterListStore.values(before, in: district), to: new)
    } else {
      try insert(new)
    }
    try SearchStore(session, district).save(from: before, to: after)
  }

  /// One that is divided after its issue is a line no more.
  private func leave(from before: Matter?, to after: Matter) throws(StorageError) {
    guard let before, !before.isParent else { return }
    try session.run(
      "DELETE FROM listed WHERE district = $1 AND matter = $2", [.text(district.text), .text(after.id.text)])
    try SearchStore(session, district).save(from: before, to: after)
  }

  /// After an erasure: the line without the text.
  func rewrite(_ matter: Matter) throws(StorageError) {
    guard !matter.isParent else { return }
    let new = MatterListStore.values(matter, in: district)
    try session.run("DELETE FROM listed WHERE district = $1 AND matter = $2", Array(new[..<2]))
    try insert(new)
    try SearchStore(session, district).rewrite(matter)
  }

  /// Lines of before there were marks on them.
  ///
  /// - Returns: whether there are more.
  func fill(_ limit: Int) throws(StorageError) -> Bool {
    let rows = try session.rows(
      """
      SELECT m.state FROM listed l JOIN matters m ON m.district = l.district AND m.id = l.matter
      WHERE l.district = $1 AND l.card = -1 LIMIT $2
      """, [.text(district.text), .int(Int64(limit))])
    for row in rows {
      let values = MatterListStore.values(try MatterStore.matter(try row.text(0)), in: district)
      try session.run(
        "UPDATE listed SET listing = $3, card = $4, brought = $5 WHERE district = $1 AND matter = $2",
        Array(values[..<2]) + values.suffix(3))
    }
    return rows.count == limit
  }

  private func insert(_ values: [SQLValue]) throws(StorageError) {
    try session.run(
      "INSERT INTO listed (\(MatterListStore.columns)) VALUES (\(Placeholders.list(values.count)))", values)
  }

  /// Most acts only say that something happened; then the other indexes are left alone.
  private func update(from old: [SQLValue], to new: [SQLValue]) throws(StorageError) {
    let places = [12, 13, 16]
    let isOnlyNews = new.indices.allSatisfy { places.contains($0) || old[$0] == new[$0] }
    if isOnlyNews {
      try session.run(
        "UPDATE listed SET last_at = $3, last_act = $4, version = $5 WHERE district = $1 AND matter = $2",
        Array(new[..<2]) + places.map { new[$0] })
    } else {
      try session.run(
        """
        UPDATE listed SET phase = $3, lead = $4, handler = $5, due_key = $6, provisional = $7, last_at = $8,
          last_act = $9, supporting = $10, version = $11, text = $12,
          adopter = $13, listing = $14, card = $15, brought = $16
        WHERE district = $1 AND matter = $2
        """, Array(new[..<2]) + [4, 5, 8, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21].map { new[$0] })
    }
  }
}

/// One line of a list as its row says it.
package struct ListedMatter: Hashable, Sendable {
  package let id: MatterID
  package let number: String
  package let phase: Phase
  package let lead: UnitID
  package let field: Field
  /// Nil where it came from no meeting.
  package let meeting: MeetingID?
  package let due: CivilDate?
  package let isProvisional: Bool
  package let lastAt: Instant
  package let lastAct: MatterChange.Kind
  package let urgency: Urgency
  package let supporting: Int
  package let version: Int
  /// Nil once it was erased by law.
  package let text: String?

  static let columns = """
    l.matter, l.number, l.phase, l.lead, l.field, l.meeting, l.due_key, l.provisional, l.last_at, l.last_act, l.urgency,
    l.supporting, l.version, l.text
    """

  init(_ row: SQLRow) throws(StorageError) {
    guard let id = MatterID(try row.text(0)), let phase = Phase(rawValue: try row.text(2)),
      let lead = UnitID(try row.text(3)), let field = Field(rawValue: try row.text(4)),
      let day = CivilDate(try row.text(6)), let lastAct = MatterChange.Kind(rawValue: try row.text(9)),
      let urgency = Urgency(rawValue: try row.text(10))
    else { throw StorageError(.corrupt, "listed") }
    (self.id, self.phase, self.lead, self.field, self.lastAct, self.urgency) = (
      id, phase, lead, field, lastAct, urgency
    )
    number = try row.text(1)
    meeting = MeetingID(try row.text(5))
    due = day.iso == ListSelection.noDue ? nil : day
    isProvisional = try row.bool(7)
    lastAt = Instant(milliseconds: try row.int(8))
    (supporting, version, text) = (Int(try row.int(11)), Int(try row.int(12)), try row.optionalText(13))
  }

  var dueKey: String { due?.iso ?? ListSelection.noDue }
  var numberKey: String { MatterListStore.numberKey(number) }
}
