package import Directory
import Ground
import Storage

/// An administrator sets a part of the directory: the district, a unit, an officer or a portfolio.
package struct SetDirectory: Act {
  package let events: [DirectoryEvent]

  package init(_ events: [DirectoryEvent]) { self.events = events }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    for event in events {
      try room.check(event)
      try room.open.append(.directory(event), by: room.actor.code)
      try room.revokeTokens(leftBy: event)
    }
    return Done()
  }
}

extension ActRoom {
  /// The actor holds the role, or is a rule.
  func require(_ role: Role) throws(Refusal) {
    if case .rule = actor { return }
    guard actor.has(role) else { throw Refusal(.roleMissing, ["role": role.rawValue]) }
  }

  /// What must hold of an entry of the directory: names that can be read, and units and officers that are there.
  func check(_ event: DirectoryEvent) throws(Refusal) {
    switch event {
    case .districtSet(let district): try check(name: district.name)
    case .unitSet(let unit):
      for name in [unit.name] + unit.aliases { try check(name: name) }
      if let parent = unit.parent { try check(unit: parent) }
      if let end = unit.ended { try check(reason: end.reason) }
    case .officerSet(let officer):
      for name in [officer.name, officer.post] { try check(name: name) }
      try check(unit: officer.unit)
    case .portfolioSet(let portfolio):
      guard try directory().officers[portfolio.leader] != nil else {
        throw Refusal(.directoryUnknown, at: "leader", ["id": portfolio.leader.text])
      }
    case .standInSet(let standIn): try check(reason: standIn.reason)
    case .accountSet, .accountUnlocked: break
    }
  }

  /// A reason of at most 500 characters that says something.
  func check(reason: Words) throws(Refusal) {
    let text = reason.text ?? ""
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 500 else {
      throw Refusal(.reasonMissing, at: "reason")
    }
  }

  private func check(name: Words) throws(Refusal) {
    let text = name.text ?? ""
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 100 else {
      throw Refusal(.directoryName, at: "name")
    }
  }

  private func check(unit: UnitID) throws(Refusal) {
    guard try directory().units[unit] != nil else { throw Refusal(.directoryUnknown, at: "unit", ["id": unit.text]) }
  }
}
