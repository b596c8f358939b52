import Directory
package import Ground
import Storage
import Subjects

/// One chunk of an import of subjects is taken back (撤回导入), the newest first. Nothing goes back once a single subject
/// of it was changed or inspected: the office looks at all of them before it begins, each chunk at its own.
package struct GiveSubjectsBack: Act {
  /// The import.
  package let imported: OperationID
  package let reason: Words
  /// The chunk's number, from 1, which takes back what the last but so many brought; one sent twice takes nothing more back.
  package let chunk: Int

  /// Under which operation that chunk came, where whoever sends this knows it.
  package let operation: OperationID?

  package init(imported: OperationID, reason: Words, chunk: Int, operation: OperationID? = nil) {
    (self.imported, self.reason, self.chunk, self.operation) = (imported, reason, chunk, operation)
  }

  /// What goes back with this chunk.
  private struct Turn {
    /// Of the import; 0 where nothing of it is left to go back.
    let number: Int
    let subjects: [SubjectID]
    /// How many subjects of the import stand before it goes back.
    let standing: Int
  }

  /// - Returns: how many of its subjects still stand.
  package func perform(in room: ActRoom) throws -> Int {
    let (session, district) = (room.open.session, room.open.district)
    let due: Turn
    switch try turn(in: room) {
    case .done(let left): return left
    case .next(let turn): due = turn
    }
    let standing = try SubjectStore(session, district).load(Set(due.subjects))
    let subjects = due.subjects.compactMap { standing[$0] }
    try refuse(subjects, in: room)
    let directory = try room.directory()
    for subject in subjects.reversed() {
      let events = try decide(
        .giveBack, on: subject, by: room.actor, at: room.now, in: directory, packs: room.packs)
      try room.open.append(events, to: subject.id)
    }
    let left = due.number > 1 ? due.standing - subjects.count : 0
    try room.open.append(
      .record(
        .subjectsGivenBack(
          SubjectsGivenBack(
            imported: imported, number: chunk, reason: reason, subjects: subjects.count, left: left,
            taken: due.number))),
      by: room.actor.code)
    try StagedListStore(session, district, .subjects).delete(imported)
    return left
  }

  private enum Step {
    case done(left: Int)
    case next(Turn)
  }

  private func turn(in room: ActRoom) throws -> Step {
    let imports = SubjectImports(EntryStore(room.open.session, room.open.district))
    if let operation, let (taken, by, back) = try imports.next(to: operation, of: imported), back.number == chunk - 1 {
      guard let officer = room.actor.officer, SubjectImports.isOpen(by, to: officer) else {
        throw Refusal(.subjectListUnknown)
      }
      try room.check(reason: reason)
      return .next(
        Turn(number: taken.number, subjects: try imports.subjects(of: operation), standing: back.left))
    }
    guard let officer = room.actor.officer, let found = try imports.find(imported), found.isOpen(to: officer) else {
      throw Refusal(.subjectListUnknown)
    }
    guard !found.isGone else { throw Refusal(.subjectListUnknown) }
    try room.check(reason: reason)
    if let back = found.back, back.chunks >= chunk { return .done(left: back.left) }
    let place = found.operations.count - chunk
    return .next(
      Turn(
        number: max(place + 1, 0),
        subjects: found.operations.indices.contains(place) ? try imports.subjects(of: found.operations[place]) : [],
        standing: found.back?.left ?? found.subjects))
  }

  private func refuse(_ subjects: [Subject], in room: ActRoom) throws {
    let inspected = try InspectionStore(room.open.session, room.open.district).inspected(among: subjects.map(\.id))
    let named = try SubjectStore(room.open.session, room.open.district).named(among: subjects.map(\.id))
    let problems = subjects.flatMap { subject in
      GiveSubjectsBack.problems(
        subject, isMoved: subject.version != 1 || named.contains(subject.id),
        isInspected: inspected.contains(subject.id))
    }
    guard problems.isEmpty else { throw Refusal(problems) }
  }

  /// Why a subject does not go back.
  static func problems(_ subject: Subject, isMoved: Bool, isInspected: Bool) -> [Problem] {
    let name = ["name": subject.details.name.shown]
    return (isMoved ? [Problem(.subjectMoved, name)] : []) + (isInspected ? [Problem(.subjectInspected, name)] : [])
  }
}
