import Directory
package import Ground
import Matters
import Storage

/// An import is taken back: its matters are cancelled as brought in by mistake, all of them or none.
package struct GiveRegisterBack: Act {
  /// The operation under which it came in.
  package let imported: OperationID
  package let reason: Words

  package init(imported: OperationID, reason: Words) { (self.imported, self.reason) = (imported, reason) }

  package func perform(in room: ActRoom) throws -> Int {
    try room.require(.coordinator)
    let entries = EntryStore(room.open.session, room.open.district)
    let isStanding = try RegisterImports(entries).all().contains { $0.id == imported && $0.givenBack == nil }
    guard isStanding else { throw Refusal(.registerUnknown) }
    try room.check(reason: reason)
    let matters = try entries.subjects(of: imported).compactMap { subject in
      subject.hasPrefix("matter:") ? MatterID(String(subject.dropFirst("matter:".count))) : nil
    }
    // Every matter that stands in the way is named, not only the first.
    var problems: [Problem] = []
    for id in matters {
      guard let matter = try room.open.matter(id) else { continue }
      do throws(Refusal) {
        let events = try decide(
          .giveBack(reason: reason), on: matter, by: room.actor, at: room.now, in: try room.context(matter.standard))
        if problems.isEmpty { try append(events, to: id, in: room) }
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw Refusal(Array(problems.prefix(50))) }
    try room.open.append(
      .record(.registerGivenBack(operation: imported, reason: reason)), by: room.actor.code)
    return matters.count
  }

  private func append(_ events: [MatterEvent], to id: MatterID, in room: ActRoom) throws(Refusal) {
    do throws(StorageError) { try room.open.append(events, to: id) } catch { throw Refusal(storage: error) }
  }
}
