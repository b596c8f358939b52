package import Ground
import Matters
import Storage

/// A duplicate goes on with the matter that it repeats, each origin's clock kept (并案).
package struct MergeMatter: Act {
  package let matter: MatterID
  package let seen: Int?
  /// The register number of the matter that it repeats.
  package let target: String
  package let reason: Words

  package init(matter: MatterID, seen: Int?, target: String, reason: Words) {
    (self.matter, self.seen, self.target, self.reason) = (matter, seen, target, reason)
  }

  package var matters: [MatterID] { [matter] }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.matter(matter, seen: seen)
    try room.inspect([reason])
    let store = MatterStore(room.open.session, room.open.district)
    guard let named = try store.matter(numbered: target), let other = try room.open.matter(named) else {
      throw Refusal(.mergeUnknown, at: "target", ["number": String(target.prefix(40))])
    }
    let merge = MatterCommand.merge(into: MergeTarget(matter: other.id, number: other.number), reason: reason)
    let events = try decide(merge, on: before, by: room.actor, at: room.now, in: try room.context(of: before))
    let others = try decide(
      .absorb(before), on: other, by: room.actor, at: room.now, in: try room.context(of: other))
    try room.open.append(events, to: matter)
    try room.open.append(others, to: other.id)
    return Done()
  }
}
