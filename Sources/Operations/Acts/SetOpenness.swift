package import Directory
import Ground

/// An administrator decides what units see of each other's matters.
package struct SetOpenness: Act {
  package let openness: Openness
  package let seen: Int?

  package init(_ openness: Openness, seen: Int?) { (self.openness, self.seen) = (openness, seen) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    let before = try room.directory().district
    try room.check(seen: seen, of: before)
    try room.record(
      .districtSet(
        District(
          id: before.id, name: before.name, code: before.code, division: before.division, approver: before.approver,
          openness: openness)))
    return Done()
  }
}
