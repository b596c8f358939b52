package import Directory
package import Ground
import Storage

/// An administrator enters a unit, or changes its name, kind or place in the tree.
package struct SetUnit: Act {
  /// Nil for a new one.
  package let unit: UnitID?
  package let seen: Int?
  package let name: Words
  package let kind: UnitKind
  package let parent: UnitID?

  package init(unit: UnitID?, seen: Int?, name: Words, kind: UnitKind, parent: UnitID?) {
    (self.unit, self.seen, self.name, self.kind, self.parent) = (unit, seen, name, kind, parent)
  }

  package func perform(in room: ActRoom) throws -> UnitID {
    try room.require(.administrator)
    let directory = try room.directory()
    guard let unit else {
      let last = directory.units(under: parent).map(\.order).max() ?? 0
      let new = Unit(
        id: UnitID(trusted: room.open.identifier()), name: name, aliases: [], kind: kind, parent: parent,
        order: last + 1)
      try room.record(.unitSet(new))
      return new.id
    }
    let before = try room.unit(unit, seen: seen)
    // Among new neighbours it comes last until somebody orders them.
    let last = directory.units(under: parent).map(\.order).max() ?? 0
    try room.record(
      .unitSet(
        before.with(
          name: name.text == before.name.text ? before.name : name, kind: kind, parent: .some(parent),
          order: parent == before.parent ? before.order : last + 1)))
    return unit
  }
}
