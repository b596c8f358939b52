import Directory
package import Ground
import Matters
import Packs
package import Registers
import Storage

/// An office's old register comes in: every row becomes a matter with its history, all of them or none.
package struct TakeRegister: Act {
  /// The staged register; gone once it is taken over, so that nobody takes it over twice.
  package let staged: OperationID
  package let name: String
  /// SHA-256 of the file, in hexadecimal.
  package let file: String
  package let rows: [Row]

  /// A row, as it was shown to the person who took it over.
  package struct Row: Codable, Sendable {
    let number: Int
    let text: String
    let lead: UnitID
    let supporting: [UnitID]
    let leader: OfficerID?
    let handler: OfficerID?
    let fields: [Field]
    let issued: CivilDate
    let due: DueDate?
    let urgent: Bool
    let formerNumber: String?
    let origin: String?
    let progress: String?
    let closed: CivilDate?
    let conclusion: String?

    /// Nil where the row is not sound.
    package init?(_ row: RegisterRow) {
      guard row.problems.isEmpty, let lead = row.lead, let issued = row.issued else { return nil }
      (number, text, self.lead, supporting) = (row.number, row.text, lead, row.supporting)
      (leader, handler, fields, self.issued) = (row.leader, row.handler, row.fields, issued)
      (due, urgent, formerNumber, origin) = (row.due, row.urgent, row.formerNumber, row.origin)
      (progress, closed, conclusion) = (row.progress, row.closed, row.conclusion)
    }
  }

  package init(staged: OperationID, name: String, file: String, rows: [Row]) {
    (self.staged, self.name, self.file, self.rows) = (staged, name, file, rows)
  }

  package func perform(in room: ActRoom) throws -> Int {
    try room.require(.coordinator)
    let waiting = StagedListStore(room.open.session, room.open.district, .register)
    guard try waiting.load(staged) != nil else { throw Refusal(.registerGone) }
    guard let officer = room.actor.officer else { throw Refusal(.officerNeeded) }
    let district = try room.directory().district
    // Each year's numbers are taken at once, in the order of the rows.
    var serials: [Int: Int] = [:]
    for (year, rows) in Dictionary(grouping: rows, by: { $0.issued.year }).sorted(by: { $0.key < $1.key }) {
      serials[year] = try room.open.nextSerial(in: year, count: rows.count)
    }
    for row in rows {
      let year = row.issued.year
      let serial = serials[year] ?? 1
      serials[year] = serial + 1
      let id = MatterID(trusted: room.open.identifier())
      let standard = room.packs.intake?.standard(for: row.fields.first) ?? "paper"
      let taken = taken(
        row, id, standard, room.packs.intake?.code ?? "directive", RegisterNumber.text(serial, in: year, of: district),
        by: officer.id, of: officer.unit, under: room.open.operation)
      do throws(Refusal) {
        let events = try decide(.takeOver(taken), on: nil, by: room.actor, at: room.now, in: try room.context(standard))
        try append(events, to: id, in: room)
      } catch {
        throw Refusal(error.problems.map { Problem($0.code, at: "\(row.number)", $0.values) })
      }
    }
    try room.open.append(
      .record(.registerTaken(file: Words(file), name: Words(name), matters: rows.count)), by: room.actor.code)
    try waiting.delete(staged)
    return rows.count
  }

  private func append(_ events: [MatterEvent], to id: MatterID, in room: ActRoom) throws(Refusal) {
    do throws(StorageError) { try room.open.append(events, to: id) } catch { throw Refusal(storage: error) }
  }

  private func taken(
    _ row: Row, _ id: MatterID, _ standard: String, _ procedure: String, _ number: String, by officer: OfficerID,
    of unit: UnitID, under operation: OperationID
  ) -> TakenOver {
    let issue = Issue(
      id: id, number: number, procedure: procedure, text: Words(row.text), source: nil,
      fields: row.fields, lead: row.lead, supporting: row.supporting, leader: row.leader, due: row.due,
      urgency: row.urgent ? .urgent : .normal, standard: standard, parent: nil, children: [])
    let closure = row.closed.map { day in
      Closure(
        by: officer, unit: unit, conclusion: Words(row.conclusion ?? "原台账记为办结，本系统未核查。"), onSite: false,
        at: Instant(day))
    }
    return TakenOver(
      importing: operation, row: row.number, issue: issue, issuedOn: row.issued,
      handler: row.closed == nil ? row.handler : nil, formerNumber: row.formerNumber.map { Words($0) },
      origin: row.origin.map { Words($0) }, progress: row.progress.map { Words($0) }, closure: closure)
  }
}
