package import Ground
import Matters
import Storage

/// A merge is taken back: the matter goes its own way again.
package struct SeparateMatter: Act {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words

  package init(matter: MatterID, seen: Int?, reason: Words) {
    (self.matter, self.seen, self.reason) = (matter, seen, reason)
  }

  package var matters: [MatterID] { [matter] }

  package func perform(in room: ActRoom) throws -> Done {
    let before = try room.matter(matter, seen: seen)
    try room.inspect([reason])
    let context = try room.context(of: before)
    let events = try decide(.separate(reason: reason), on: before, by: room.actor, at: room.now, in: context)
    try room.open.append(events, to: matter)
    if let target = before.life.mergedInto, let other = try room.open.matter(target.matter) {
      let released = try decide(
        .release(matter), on: other, by: room.actor, at: room.now, in: try room.context(of: other))
      try room.open.append(released, to: other.id)
    }
    return Done()
  }
}
