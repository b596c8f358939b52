import Directory
package import Ground
import Matters
import Packs
import Storage

/// A coordinator moves the open matters of a unit that was merged to the unit that took over, each as a reassignment of its
/// own. Those that wait for verification stay until that is done.
package struct MoveMatters: Act {
  package let unit: UnitID
  package let reason: Words

  package init(unit: UnitID, reason: Words) { (self.unit, self.reason) = (unit, reason) }

  /// So many at once: no transaction may last (DESIGN §5). The page says how many are left.
  private static let limit = 100

  package struct Moved: Codable, Sendable {
    package let count: Int
  }

  package func perform(in room: ActRoom) throws -> Moved {
    try room.require(.coordinator)
    try room.check(reason: reason)
    let directory = try room.directory()
    guard let ended = directory.units[unit], ended.ended != nil, let heir = directory.heir(of: ended) else {
      throw Refusal(.unitHasNoHeir, at: "unit")
    }
    let movable: [Phase] = [.assigned, .underway]
    let store = MatterStore(room.open.session, room.open.district)
    let led = try store.page(MatterSelection(phases: movable, lead: unit), after: nil, limit: MoveMatters.limit)
    let helped = try store.page(
      MatterSelection(phases: movable, supporting: unit), after: nil, limit: MoveMatters.limit - led.count)
    // A duplicate goes on with the matter that it was merged into.
    let moving = (led + helped).filter { $0.life.mergedInto == nil }
    guard !moving.isEmpty else { throw Refusal(.nothingToMove, at: "unit") }
    for matter in moving { try move(matter, to: heir.id, in: room) }
    return Moved(count: moving.count)
  }

  private func move(_ matter: Matter, to heir: UnitID, in room: ActRoom) throws {
    let lead = matter.lead == unit ? heir : matter.lead
    var supporting: [UnitID] = []
    for other in matter.supporting.map({ $0 == unit ? heir : $0 }) where other != lead && !supporting.contains(other) {
      supporting.append(other)
    }
    let events = try decide(
      .reassign(lead: lead, supporting: supporting, reason: reason), on: matter, by: room.actor, at: room.now,
      in: try room.context(of: matter))
    _ = try room.open.matter(matter.id)
    try room.open.append(events, to: matter.id)
    try room.tellParent(of: matter.id)
  }
}
