import Directory
package import Ground
package import Matters
import Packs
import Storage

/// An act on one matter that is there already.
package protocol ActOnMatter: Act where Outcome == Done {
  var matter: MatterID { get }
  /// The version that the page showed; the act is refused as stale where the matter has moved on. Nil: do not ask.
  var seen: Int? { get }
  var command: MatterCommand { get }

  /// What the matter's own rules cannot see.
  func check(in room: ActRoom) throws

  /// What a rule notices once it is done.
  func noticed(in room: ActRoom) throws -> Concern?
}

extension ActOnMatter {
  package func check(in room: ActRoom) throws(Refusal) {}

  package func noticed(in room: ActRoom) throws -> Concern? { nil }

  package var matters: [MatterID] { [matter] }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.matter(matter, seen: seen)
    try room.inspect(command.typed)
    try check(in: room)
    let events = try decide(command, on: before, by: room.actor, at: room.now, in: try room.context(of: before))
    try room.open.append(events, to: matter)
    if let concern = try noticed(in: room) { _ = try room.rule(.raise(concern), by: .selfCheck, over: [matter]) }
    try room.tellParent(of: matter)
    try room.tellMerged(into: matter, before: before.phase)
    return Done()
  }
}

extension ActRoom {
  /// The matter as the page showed it; refused where it has moved on since. `seen` nil: do not ask.
  func matter(_ id: MatterID, seen: Int?) throws -> Matter {
    guard let matter = try open.matter(id) else { throw Refusal(.matterUnknown) }
    if let seen, seen != matter.version { throw Refusal(.pageStale) }
    return matter
  }

  func clock() throws(Refusal) -> DueClock {
    DueClock(calendar: calendar, opening: try directory().clocks.opening)
  }

  /// What deciding about a matter of this close-out standard may look at.
  func context(_ standard: String) throws(Refusal) -> Context {
    try context(standard, issuedOn: today)
  }

  /// What deciding about a matter may look at: its close-out standard as it was when the matter was issued.
  func context(of matter: Matter) throws(Refusal) -> Context {
    try context(matter.standard, issuedOn: matter.issuedAt.civilDate)
  }

  private func context(_ code: String, issuedOn day: CivilDate) throws(Refusal) -> Context {
    guard let standard = packs.standard(code, issuedOn: day) else { throw Refusal(.directoryUnknown, ["id": code]) }
    return Context(directory: try directory(), standard: standard, packs: packs, clock: try clock(), moment: now)
  }

  /// A rule tells the matter that fanned out into this one where it stands now.
  func tellParent(of id: MatterID) throws {
    guard let child = try open.matter(id), let parentID = child.parent, let parent = try open.matter(parentID),
      let known = parent.children.first(where: { $0.matter == id }), known.phase != child.phase
    else { return }
    let events = try decide(
      .noteChild(id, child.phase), on: parent, by: .ready, at: now, in: try context(of: parent))
    try open.append(events, to: parentID)
  }
}

extension ActRoom {
  /// Duplicates close and open again with the matter that they were merged into.
  func tellMerged(into id: MatterID, before: Phase) throws {
    guard let target = try open.matter(id), target.phase != before else { return }
    for other in target.life.merged {
      guard let matter = try open.matter(other) else { continue }
      let events = try decide(
        .follow(target), on: matter, by: .merged, at: now, in: try context(of: matter))
      try open.append(events, to: other)
    }
  }
}

/// Matters are obligations of agencies; wording that makes persons the object of control is refused (DESIGN §7).
enum PersonsRule {
  static func check(_ text: Words, packs: PackLibrary) throws(Refusal) {
    guard let word = text.text.flatMap(packs.words.personWord) else { return }
    throw Refusal(.textPersons, at: "text", ["word": word])
  }
}
