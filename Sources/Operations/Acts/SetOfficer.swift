package import Directory
package import Ground
import Storage

/// An administrator enters an officer, or changes name, post, unit or roles.
package struct SetOfficer: Act {
  /// Nil for a new one.
  package let officer: OfficerID?
  package let seen: Int?
  package let name: Words
  package let post: Words
  package let unit: UnitID
  package let roles: [Role]

  package init(officer: OfficerID?, seen: Int?, name: Words, post: Words, unit: UnitID, roles: [Role]) {
    (self.officer, self.seen, self.name, self.post) = (officer, seen, name, post)
    (self.unit, self.roles) = (unit, roles)
  }

  package func perform(in room: ActRoom) throws -> OfficerID {
    try room.require(.administrator)
    try room.requireInPerson()
    let directory = try room.directory()
    let last = directory.officers.values.filter { $0.unit == unit }.map(\.order).max() ?? 0
    guard let officer else {
      let new = Officer(
        id: OfficerID(trusted: room.open.identifier()), name: name, post: post, unit: unit, roles: roles,
        order: last + 1)
      try room.record(.officerSet(new))
      return new.id
    }
    let before = try room.officer(officer, seen: seen)
    try room.record(
      .officerSet(
        before.with(
          name: name.text == before.name.text ? before.name : name,
          post: post.text == before.post.text ? before.post : post, unit: unit, roles: roles,
          order: unit == before.unit ? before.order : last + 1)))
    return officer
  }
}

/// An administrator records that an officer has left, or has come back. Who left keeps the history and is out at once:
/// every session ends in the same act.
package struct SetServing: Act {
  package let officer: OfficerID
  package let seen: Int?
  package let hasLeft: Bool

  package init(officer: OfficerID, seen: Int?, hasLeft: Bool) {
    (self.officer, self.seen, self.hasLeft) = (officer, seen, hasLeft)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.requireInPerson()
    let before = try room.officer(officer, seen: seen)
    guard before.hasLeft != hasLeft else { throw Refusal(.directoryStale) }
    try room.record(.officerSet(before.with(hasLeft: hasLeft)))
    return Done()
  }
}
