import Directory
package import Ground
import Matters
import Storage

/// A matter that was issued as one is divided among units (分解): it moves by a child matter for each from here on, as
/// a demand on every town does from its issue.
package struct FanOutMatter: Act {
  package let matter: MatterID
  package let seen: Int?
  package let shares: [Share]
  package let reason: Words

  /// A unit's part of it, and by when where that is not the whole's own day.
  package struct Share: Codable, Hashable, Sendable {
    package let unit: UnitID
    package let due: CivilDate?

    package init(unit: UnitID, due: CivilDate? = nil) { (self.unit, self.due) = (unit, due) }
  }

  package init(matter: MatterID, seen: Int?, shares: [Share], reason: Words) {
    (self.matter, self.seen, self.shares, self.reason) = (matter, seen, shares, reason)
  }

  package var matters: [MatterID] { [matter] }

  /// The children, in the official order of their units.
  package func perform(in room: ActRoom) throws -> [MatterID] {
    let whole = try room.matter(matter, seen: seen)
    let context = try room.context(of: whole)
    let children = inOrder(context.directory).map {
      FannedChild(matter: MatterID(trusted: room.open.identifier()), unit: $0.unit, due: $0.due)
    }
    let command = MatterCommand.fanOut(children, reason: reason)
    try room.inspect(command.typed)
    let events = try decide(command, on: whole, by: room.actor, at: room.now, in: context)
    try room.open.append(events, to: matter)
    for (index, child) in children.enumerated() {
      let issue = whole.issue(
        of: child, number: RegisterNumber.child(of: whole.number, index: index),
        leader: leader(of: whole, context.directory), on: room.today)
      let issued = try decide(.issue(issue), on: nil, by: room.actor, at: room.now, in: context)
      try room.open.append(issued, to: child.matter)
    }
    return children.map(\.matter)
  }

  private func inOrder(_ directory: Directory) -> [Share] {
    let units = directory.unitsInOrder.map(\.id)
    let places = Dictionary(units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return shares.sorted {
      (places[$0.unit] ?? .max, $0.unit) < (places[$1.unit] ?? .max, $1.unit)
    }
  }

  /// The leader who has the whole; where that officer leads no more, the one who has its field today.
  private func leader(of whole: Matter, _ directory: Directory) -> OfficerID? {
    guard let leader = whole.leader else { return nil }
    return [directory.officers[leader], directory.leader(of: whole.fields[0])].compactMap { $0 }
      .first { !$0.hasLeft && $0.roles.contains(.leader) }?.id
  }
}
