import Directory
package import Ground

/// An administrator records that a unit was merged into another or dissolved. It keeps its past; its officers and the units
/// beneath it go over to the successor, its open matters wait for the coordinator to move them.
package struct EndUnit: Act {
  package let unit: UnitID
  package let seen: Int?
  package let day: CivilDate
  package let successor: UnitID?
  package let reason: Words

  package init(unit: UnitID, seen: Int?, day: CivilDate, successor: UnitID?, reason: Words) {
    (self.unit, self.seen, self.day, self.successor, self.reason) = (unit, seen, day, successor, reason)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.check(reason: reason)
    let before = try room.unit(unit, seen: seen)
    let directory = try room.directory()
    guard before.ended == nil, day <= room.today else { throw Refusal(.unitEndDay, at: "day") }
    if let successor {
      guard let heir = directory.units[successor], heir.ended == nil, successor != unit,
        !directory.isBeneath(successor, unit)
      else { throw Refusal(.directoryUnknown, at: "successor", ["id": successor.text]) }
    }
    let officers = directory.officersInOrder.filter { $0.unit == unit && !$0.hasLeft }
    let beneath = directory.units(under: unit).filter { $0.ended == nil }
    guard let successor else {
      guard officers.isEmpty, beneath.isEmpty else {
        throw Refusal(.unitOccupied, at: "successor", ["officers": "\(officers.count)", "units": "\(beneath.count)"])
      }
      try room.record(.unitSet(before.with(ended: UnitEnd(day: day, successor: nil, reason: reason))))
      return Done()
    }
    try room.record(.unitSet(before.with(ended: UnitEnd(day: day, successor: successor, reason: reason))))
    let lastOfficer = directory.officersInOrder.filter { $0.unit == successor }.map(\.order).max() ?? 0
    for (index, officer) in officers.enumerated() {
      try room.record(.officerSet(officer.with(unit: successor, order: lastOfficer + index + 1)))
    }
    let lastUnit = directory.units(under: successor).map(\.order).max() ?? 0
    for (index, unit) in beneath.enumerated() {
      try room.record(.unitSet(unit.with(parent: .some(successor), order: lastUnit + index + 1)))
    }
    return Done()
  }
}
