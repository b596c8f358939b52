import Directory
package import Ground
import Storage

/// An officer is away and another acts for them for a period.
package struct SetStandIn: Act {
  package let away: OfficerID
  package let substitute: OfficerID
  package let first: CivilDate
  package let last: CivilDate
  package let reason: Words

  package init(away: OfficerID, substitute: OfficerID, first: CivilDate, last: CivilDate, reason: Words) {
    (self.away, self.substitute, self.first, self.last) = (away, substitute, first, last)
    self.reason = reason
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    try room.check(reason: reason)
    let directory = try room.directory()
    guard let absent = directory.officers[away], !absent.hasLeft, let person = directory.officers[substitute],
      !person.hasLeft, away != substitute
    else { throw Refusal(.directoryUnknown, at: "substitute", ["id": substitute.text]) }
    // Nobody gives rights to oneself, and only administrators give an administrator's.
    if room.actor.people.contains(where: { $0.id == substitute }) { throw Refusal(.standInSelf, at: "substitute") }
    if absent.roles.contains(.administrator) { try room.require(.administrator) }
    guard first <= last, last >= room.today, first.days(until: last) <= 366 else {
      throw Refusal(.standInPeriod, at: "last")
    }
    try room.record(
      .standInSet(
        StandIn(
          id: StandInID(trusted: room.open.identifier()), away: away, substitute: substitute, first: first, last: last,
          reason: reason)))
    return Done()
  }
}

/// The officer is back early: the other's rights are gone at once.
package struct EndStandIn: Act {
  package let standIn: StandInID

  package init(standIn: StandInID) { self.standIn = standIn }

  package func perform(in room: ActRoom) throws -> Done {
    try room.requireKeeper()
    guard let before = try room.directory().standIns[standIn], before.endedOn == nil, before.last >= room.today else {
      throw Refusal(.standInOver)
    }
    try room.record(.standInSet(before.ended(on: room.today)))
    return Done()
  }
}
