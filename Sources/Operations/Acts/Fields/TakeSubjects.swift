import Directory
package import Ground
import Matters
import Packs
package import Registers
import Storage
import Subjects

/// One chunk of a list of subjects comes in (批量登记监管对象): so many as one short transaction holds. The chunks of one
/// import follow each other by the rows of the file, so that one sent twice adds nothing.
package struct TakeSubjects: Act {
  /// The staged list, under whose id all chunks of the import run.
  package let staged: OperationID
  package let name: String
  /// SHA-256 of the file, in hexadecimal.
  package let file: String
  package let type: String
  package let rows: [Row]
  /// How many subjects all chunks bring, and how many rows stay outside.
  package let total: Int
  package let refused: Int
  /// How many chunks came before this one, and how many subjects with them, where whoever sends it has just seen them come.
  package let before: Came?

  package struct Came: Codable, Sendable {
    package let chunks: Int
    package let subjects: Int

    package init(chunks: Int, subjects: Int) { (self.chunks, self.subjects) = (chunks, subjects) }
  }

  /// So many that one transaction stays short (decision 0027).
  package static let size = 1000

  /// A row, as it was shown to the person who took it over.
  package struct Row: Codable, Sendable {
    let number: Int
    let details: SubjectDetails
    let risk: RiskGrading?

    /// Nil where the row is not sound.
    package init?(_ row: SubjectRowReading) {
      guard row.isSound, let details = row.details else { return nil }
      (number, self.details, risk) = (row.number, details, row.risk)
    }
  }

  package init(
    staged: OperationID, name: String, file: String, type: String, rows: [Row], total: Int, refused: Int,
    before: Came? = nil
  ) {
    (self.staged, self.name, self.file, self.type, self.rows) = (staged, name, file, type, rows)
    (self.total, self.refused, self.before) = (total, refused, before)
  }

  /// The office takes a list's chunks one after the other, each under an operation of its own: which rows, not what they say.
  package func fingerprint() -> String {
    "\(staged) \(file) \(rows.map(\.number)) \(total) \(refused)"
  }

  /// - Returns: how many came in with all chunks so far.
  package func perform(in room: ActRoom) throws -> Int {
    let (session, district) = (room.open.session, room.open.district)
    let waiting = StagedListStore(session, district, .subjects)
    guard try waiting.load(staged) != nil else { throw Refusal(.subjectListGone) }
    guard room.actor.officer != nil else { throw Refusal(.officerNeeded) }
    let before = try standing(SubjectImports(EntryStore(session, district)))
    let fresh = rows.filter { $0.number > before?.last ?? 0 }
    // A chunk without rows closes an import of which fewer came than its first chunk could know.
    let closes = rows.isEmpty && before.map { $0.subjects == total && $0.total != total } ?? false
    guard let last = fresh.last?.number ?? (closes ? before?.last : nil) else { return before?.subjects ?? 0 }
    // What stands in the rows passed the door when the file was uploaded.
    let directory = try room.directory()
    let kind = room.packs.work.subjectTypes[type]
    var awake: [UnitID: Bool] = [:]
    var serial = try SubjectStore(session, district).nextSerial()
    for row in fresh {
      let area = row.details.territorial
      let isAwake =
        try awake[area] ?? kind.map { try room.isAwake($0, in: area, on: room.today) } ?? false
      awake[area] = isAwake
      let id = SubjectID(trusted: room.open.identifier())
      let new = NewSubject(
        id: id, serial: serial, type: type, details: row.details, risk: row.risk,
        imported: Subject.Imported(operation: staged, row: row.number))
      serial += 1
      do throws(Refusal) {
        try PersonsRule.check(row.details.name, packs: room.packs)
        let events = try decide(
          .register(new, isAwake: isAwake), on: nil, by: room.actor, at: room.now, in: directory, packs: room.packs)
        try append(events, to: id, in: room)
      } catch {
        throw Refusal(error.problems.map { Problem($0.code, at: "\(row.number)", $0.values) })
      }
    }
    let (number, came) = ((before?.chunks ?? 0) + 1, (before?.subjects ?? 0) + fresh.count)
    try room.open.append(
      .record(
        .subjectsTaken(
          SubjectsTaken(
            imported: staged, number: number, file: number == 1 ? Words(file) : nil,
            name: number == 1 ? Words(name) : nil, type: type, subjects: fresh.count, last: last, total: total,
            refused: refused))), by: room.actor.code)
    // Rows that stay outside can be fetched to be mended, as long as the list waits.
    if came == total && refused == 0 { try waiting.delete(staged) }
    return came
  }

  /// How far the import came; nil before its first chunk.
  private func standing(
    _ imports: SubjectImports
  ) throws -> (chunks: Int, subjects: Int, last: Int, total: Int)? {
    if let before, let chunk = try imports.latest(of: staged), chunk.number == before.chunks {
      return (before.chunks, before.subjects, chunk.last, chunk.total)
    }
    guard let found = try imports.find(staged) else { return nil }
    guard found.back == nil else { throw Refusal(.subjectListGone) }
    return (found.chunks, found.subjects, found.last, found.total)
  }

  private func append(_ events: [SubjectEvent], to id: SubjectID, in room: ActRoom) throws(Refusal) {
    do throws(StorageError) { try room.open.append(events, to: id) } catch { throw Refusal(storage: error) }
  }
}
