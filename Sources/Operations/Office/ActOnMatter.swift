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
  func check(in room: ActRoom) throws(Refusal)
}

extension ActOnMatter {
  package func check(in room: ActRoom) throws(Refusal) {}

  package var matters: [MatterID] { [matter] }

  package func perform(in room: ActRoom) throws -> Done {
    guard let before = try room.open.matter(matter) else { throw Refusal(.matterUnknown) }
    if let seen, seen != before.version { throw Refusal(.pageStale) }
    try check(in: room)
    let events = try decide(command, on: before, by: room.actor, at: room.now, in: try room.context(before.standard))
    try room.open.append(events, to: matter)
    try room.tellParent(of: matter)
    return Done()
  }
}

extension ActRoom {
  /// What deciding about a matter of this close-out standard may look at.
  func context(_ standard: String) throws(Refusal) -> Context {
    guard let standard = packs.standards[standard] else { throw Refusal(.directoryUnknown, ["id": standard]) }
    return Context(directory: try directory(), standard: standard)
  }

  /// A rule tells the matter that fanned out into this one where it stands now.
  func tellParent(of id: MatterID) throws {
    guard let child = try open.matter(id), let parentID = child.parent, let parent = try open.matter(parentID),
      let known = parent.children.first(where: { $0.matter == id }), known.phase != child.phase
    else { return }
    let events = try decide(
      .noteChild(id, child.phase), on: parent, by: .ready, at: now, in: try context(parent.standard))
    try open.append(events, to: parentID)
  }
}

/// Matters are obligations of agencies; wording that makes persons the object of control is refused (DESIGN §7).
enum PersonsRule {
  static func check(_ text: Words, packs: PackLibrary) throws(Refusal) {
    guard let text = text.text else { return }
    for word in packs.words.personWords where holds(text, word) {
      throw Refusal(.textPersons, at: "text", ["word": word])
    }
  }

  /// Byte by byte, because every draft is held against a hundred words at every act.
  private static func holds(_ text: String, _ word: String) -> Bool {
    var (text, word) = (text, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        guard let first = word.first, word.count <= text.count else { return word.isEmpty }
        for start in 0...text.count - word.count where text[start] == first {
          if zip(text[start...], word).allSatisfy({ $0 == $1 }) { return true }
        }
        return false
      }
    }
  }
}
