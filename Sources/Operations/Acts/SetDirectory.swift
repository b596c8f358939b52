package import Directory
package import Ground
import Storage

/// An administrator sets a part of the directory: the district, a unit, an officer or a portfolio.
package struct SetDirectory: Act {
  package let events: [DirectoryEvent]

  package init(_ events: [DirectoryEvent]) { self.events = events }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.requireInPerson()
    for event in events {
      try room.check(event)
      try room.open.append(.directory(event), by: room.actor.code)
      try room.revokeTokens(leftBy: event)
    }
    return Done()
  }

  /// A year's holidays move the due dates that were counted without them.
  package func afterCommit(in office: Office) async throws(Refusal) {
    let setsYear = events.contains { if case .workYearSet = $0 { true } else { false } }
    if setsYear { try await office.recountDueDates() }
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
    case .districtSet(let district):
      try check(name: district.name)
      if let clocks = district.clocks { try check(clocks: clocks) }
    case .unitSet(let unit):
      for name in [unit.name] + unit.aliases { try check(name: name) }
      if let parent = unit.parent { try check(unit: parent) }
      if let end = unit.ended { try check(reason: end.reason) }
      try check(placeOf: unit)
    case .officerSet(let officer):
      for name in [officer.name, officer.post] { try check(name: name) }
      try check(unit: officer.unit)
      try check(serviceOf: officer)
    case .portfolioSet(let portfolio):
      guard try directory().officers[portfolio.leader] != nil else {
        throw Refusal(.directoryUnknown, at: "leader", ["id": portfolio.leader.text])
      }
    case .standInSet(let standIn): try check(reason: standIn.reason)
    case .workYearSet(let year): try check(workYear: year)
    case .wordsSet(let words): try check(words: words)
    case .termSet(let term): try check(term: term)
    case .readingSet(let reading): try check(reading: reading)
    case .accountSet, .accountUnlocked: break
    }
  }

  private func check(clocks: Clocks) throws(Refusal) {
    guard (0...30).contains(clocks.nearWorkdays), (1...250).contains(clocks.quietWorkdays) else {
      throw Refusal(.clocksRange, at: "near")
    }
  }

  /// The tree stays a tree, and a unit that ended stays ended.
  private func check(placeOf unit: Unit) throws(Refusal) {
    let known = try directory()
    if let parent = unit.parent, parent == unit.id || known.isBeneath(parent, unit.id) {
      throw Refusal(.directoryCircle, at: "parent", ["unit": unit.name.shown])
    }
    if known.units[unit.id]?.ended != nil, unit.ended == nil { throw Refusal(.directoryStale) }
  }

  /// Whoever serves does so in a unit that stands, and somebody is left who can let others in.
  private func check(serviceOf officer: Officer) throws(Refusal) {
    let known = try directory()
    if !officer.hasLeft, known.units[officer.unit]?.ended != nil {
      throw Refusal(.directoryUnknown, at: "unit", ["id": officer.unit.text])
    }
    if let before = known.officers[officer.id], officer.hasLeft || !officer.roles.contains(.administrator) {
      try keepsAnAdministrator(without: before)
    }
  }

  /// A year comes from a document that is named, is whole in itself, and is no older than what is known of it.
  private func check(workYear year: WorkYear) throws(Refusal) {
    try check(reason: year.source)
    let problems = WorkCalendar.problems(of: year.edition)
    guard problems.isEmpty else { throw Refusal(problems) }
    guard year.serial == calendar.serial(of: year.year) + 1 else { throw Refusal(.directoryStale) }
  }

  /// Rights that last are not given in a period that ends: who stands in changes no roles and no accounts.
  func requireInPerson() throws(Refusal) {
    guard actor.people.count <= 1 else { throw Refusal(.standInRoles) }
  }

  /// A reason of at most 500 characters that says something.
  func check(reason: Words) throws(Refusal) {
    // One that was erased by law said something once.
    guard let text = reason.text else { return }
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 500 else {
      throw Refusal(.reasonMissing, at: "reason")
    }
    try inspect([reason])
  }

  private func check(name: Words) throws(Refusal) {
    guard let text = name.text else { return }
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 100 else {
      throw Refusal(.directoryName, at: "name")
    }
  }

  private func check(unit: UnitID) throws(Refusal) {
    guard try directory().units[unit] != nil else { throw Refusal(.directoryUnknown, at: "unit", ["id": unit.text]) }
  }
}
