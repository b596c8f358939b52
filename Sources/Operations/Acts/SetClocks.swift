package import Directory
import Ground

/// An administrator sets the opening hours, and from when on a matter is near its due day or quiet.
package struct SetClocks: Act {
  package let clocks: Clocks
  package let seen: Int?

  package init(_ clocks: Clocks, seen: Int?) { (self.clocks, self.seen) = (clocks, seen) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.requireInPerson()
    var district = try room.directory().district
    try room.check(seen: seen, of: district)
    district.clocks = clocks
    try room.record(.districtSet(district))
    return Done()
  }
}
