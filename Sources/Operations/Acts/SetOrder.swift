import Directory
package import Ground

/// The official order (位次) of the units beneath one parent, first to last.
package struct SetUnitOrder: Act {
  package let parent: UnitID?
  package let units: [UnitID]
  package let seen: Int?

  package init(parent: UnitID?, units: [UnitID], seen: Int?) {
    (self.parent, self.units, self.seen) = (parent, units, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    let group = try room.directory().units(under: parent)
    try room.check(seen: seen, of: group)
    guard Set(group.map(\.id)) == Set(units), group.count == units.count else { throw Refusal(.orderIncomplete) }
    for (index, id) in units.enumerated() {
      guard let unit = group.first(where: { $0.id == id }), unit.order != index + 1 else { continue }
      try room.record(.unitSet(unit.with(order: index + 1)))
    }
    return Done()
  }
}

/// The official order of the officers of one unit who still serve, first to last.
package struct SetOfficerOrder: Act {
  package let unit: UnitID
  package let officers: [OfficerID]
  package let seen: Int?

  package init(unit: UnitID, officers: [OfficerID], seen: Int?) {
    (self.unit, self.officers, self.seen) = (unit, officers, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    let group = try room.directory().serving(in: unit)
    try room.check(seen: seen, of: group)
    guard Set(group.map(\.id)) == Set(officers), group.count == officers.count else { throw Refusal(.orderIncomplete) }
    for (index, id) in officers.enumerated() {
      guard let officer = group.first(where: { $0.id == id }), officer.order != index + 1 else { continue }
      try room.record(.officerSet(officer.with(order: index + 1)))
    }
    return Done()
  }
}
