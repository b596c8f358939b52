import Directory
package import Ground
import Storage
import Subjects

/// One chunk of an import of subjects is taken back (撤回导入), the newest first. Nothing goes back once a single subject
/// of it was changed or inspected: the first chunk looks at all of them, each further one at its own.
package struct GiveSubjectsBack: Act {
  /// The import.
  package let imported: OperationID
  package let reason: Words
  /// The chunk's number, from 1: one sent twice takes nothing more back.
  package let chunk: Int

  package init(imported: OperationID, reason: Words, chunk: Int) {
    (self.imported, self.reason, self.chunk) = (imported, reason, chunk)
  }

  /// So many problems are named; the rest would fill pages.
  private static let named = 50

  /// - Returns: how many of its subjects still stand.
  package func perform(in room: ActRoom) throws -> Int {
    let (session, district) = (room.open.session, room.open.district)
    let imports = SubjectImports(EntryStore(session, district))
    guard let officer = room.actor.officer, let found = try imports.find(imported), found.isOpen(to: officer) else {
      throw Refusal(.subjectListUnknown)
    }
    guard !found.isGone else { throw Refusal(.subjectListUnknown) }
    try room.check(reason: reason)
    if let back = found.back, back.chunks >= chunk { return back.left }
    let all = try imports.subjects(of: found)
    let standing = try room.standing(all)
    let mine = Array(standing.suffix(TakeSubjects.size))
    try refuse(found.back == nil ? standing : mine, in: room)
    for subject in mine.reversed() {
      let events = try decide(
        .giveBack, on: subject, by: room.actor, at: room.now, in: try room.directory(), packs: room.packs)
      try room.open.append(events, to: subject.id)
    }
    let left = standing.count - mine.count
    try room.open.append(
      .record(
        .subjectsGivenBack(
          SubjectsGivenBack(imported: imported, number: chunk, reason: reason, subjects: mine.count, left: left))),
      by: room.actor.code)
    try StagedListStore(session, district, .subjects).delete(imported)
    return left
  }

  private func refuse(_ subjects: [Subject], in room: ActRoom) throws {
    let inspected = try InspectionStore(room.open.session, room.open.district).inspected(among: subjects.map(\.id))
    let named = try SubjectStore(room.open.session, room.open.district).named(among: subjects.map(\.id))
    var problems: [Problem] = []
    for subject in subjects {
      let name = ["name": subject.details.name.shown]
      if subject.version != 1 || named.contains(subject.id) { problems.append(Problem(.subjectMoved, name)) }
      if inspected.contains(subject.id) { problems.append(Problem(.subjectInspected, name)) }
    }
    guard problems.isEmpty else { throw Refusal(Array(problems.prefix(GiveSubjectsBack.named))) }
  }
}

extension ActRoom {
  /// Those that still stand, in the order given.
  fileprivate func standing(_ ids: [SubjectID]) throws(StorageError) -> [Subject] {
    let store = SubjectStore(open.session, open.district)
    var standing: [Subject] = []
    var rest = ids[...]
    while !rest.isEmpty {
      let part = rest.prefix(TakeSubjects.size)
      rest = rest.dropFirst(part.count)
      let found = try store.load(Set(part))
      standing += part.compactMap { found[$0] }
    }
    return standing
  }
}
