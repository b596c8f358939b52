package import Directory
import Ground

/// An administrator decides what units see of each other's matters.
package struct SetOpenness: Act {
  package let openness: Openness
  package let seen: Int?

  package init(_ openness: Openness, seen: Int?) { (self.openness, self.seen) = (openness, seen) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    var district = try room.directory().district
    try room.check(seen: seen, of: district)
    district.openness = openness
    try room.record(.districtSet(district))
    return Done()
  }
}
