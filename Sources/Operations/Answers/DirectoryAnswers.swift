package import Directory
package import Ground
import Matters
import Packs
import Storage

extension Office {
  /// A unit's page; nil where there is none.
  package func unitSheet(_ id: UnitID, for viewer: Officer) async throws(Refusal) -> UnitSheet? {
    try await answer { (asking) throws(StorageError) in try asking.unitSheet(id, for: viewer) }
  }

  /// An officer's page; nil where there is none.
  package func officerSheet(_ id: OfficerID, for viewer: Officer) async throws(Refusal) -> OfficerSheet? {
    let now = now
    return try await answer { (asking) throws(StorageError) in
      try asking.officerSheet(id, for: viewer, now: now)
    }
  }

  /// The units, group by group, in the official order.
  package func unitOrder() async throws(Refusal) -> UnitOrder {
    try await answer { (asking) throws(StorageError) in
      let directory = asking.directory
      let parents = [nil] + directory.unitsInOrder.map { UnitID?.some($0.id) }
      var groups: [UnitOrder.Group] = []
      for parent in parents {
        let units = directory.units(under: parent)
        guard units.count > 1 else { continue }
        groups.append(
          UnitOrder.Group(
            parent: parent.map(asking.unit), units: units.map { UnitName(id: $0.id, name: $0.name) },
            mark: try asking.mark(units)))
      }
      return UnitOrder(groups: groups)
    }
  }

  /// Who is in charge of which field, and how that came about.
  package func portfolioBoard() async throws(Refusal) -> PortfolioBoard {
    try await answer { (asking) throws(StorageError) in
      let directory = asking.directory
      let leaders = directory.officersInOrder.filter { !$0.hasLeft }
      return PortfolioBoard(
        rows: Field.allCases.map { field in
          PortfolioBoard.Row(
            field: field,
            leaders: leaders.filter { directory.portfolio(of: $0.id).fields.contains(field) }.map(asking.name))
        }, story: try asking.story(of: .portfolios))
    }
  }
}

extension Asking {
  func unitSheet(_ id: UnitID, for viewer: Officer) throws(StorageError) -> UnitSheet? {
    guard let unit = directory.units[id] else { return nil }
    let officers = directory.serving(in: id)
    return UnitSheet(
      unit: UnitName(id: id, name: unit.name), kind: unit.kind, aliases: unit.aliases,
      parent: unit.parent.map(self.unit),
      children: directory.units(under: id).map { UnitName(id: $0.id, name: $0.name) }, officers: officers.map(post),
      ended: unit.ended.map {
        UnitEndLine(day: $0.day, reason: $0.reason, successor: directory.heir(of: unit).map { self.unit($0.id) })
      },
      merged: directory.unitsInOrder.filter { $0.ended?.successor == id }.map { UnitName(id: $0.id, name: $0.name) },
      open: try openMatters(of: id, for: viewer), story: try story(of: .unit(id)), mark: try mark(unit),
      officersMark: try mark(officers), units: standingUnits)
  }

  /// Led and supported ones, each counted once.
  private func openMatters(of unit: UnitID, for viewer: Officer) throws(StorageError) -> Int? {
    guard directory.scope(of: viewer).covers(lead: unit, supporting: []) else { return nil }
    let selection = ListSelection(phases: Phase.allCases.filter(\.isOpen), unit: unit, part: .either)
    return try MatterListQuery(session, district).tally(selection, today: today, near: today).counts
      .reduce(0) { $0 + $1.amount }
  }

  var standingUnits: [UnitName] {
    directory.unitsInOrder.filter { $0.ended == nil }.map { UnitName(id: $0.id, name: $0.name) }
  }

  func post(_ officer: Officer) -> PostLine {
    PostLine(officer: name(officer), roles: officer.roles, fields: directory.portfolio(of: officer.id).fields)
  }

  func line(_ standIn: StandIn) -> StandInLine {
    StandInLine(
      id: standIn.id, away: officer(standIn.away), substitute: officer(standIn.substitute), first: standIn.first,
      last: standIn.last, reason: standIn.reason, endedOn: standIn.endedOn, holds: standIn.holds(on: today))
  }

  func officerSheet(_ id: OfficerID, for viewer: Officer, now: Instant) throws(StorageError) -> OfficerSheet? {
    guard let officer = directory.officers[id] else { return nil }
    let keepsAccounts = viewer.roles.contains(.administrator)
    let portfolio = directory.portfolio(of: id)
    return OfficerSheet(
      officer: name(officer), roles: officer.roles, hasLeft: officer.hasLeft, fields: portfolio.fields,
      fieldsSince: portfolio.since,
      standIns: directory.standIns.values.filter { $0.away == id || $0.substitute == id }
        .sorted { ($0.first, $0.id) > ($1.first, $1.id) }.map(line),
      account: keepsAccounts ? try account(of: id, now: now) : nil,
      story: try story(of: .officer(id, withAccount: keepsAccounts)), mark: try mark(officer),
      portfolioMark: try mark(portfolio), units: standingUnits,
      substitutes: directory.officersInOrder.filter { !$0.hasLeft && $0.id != id }.map(name))
  }

  private func account(of id: OfficerID, now: Instant) throws(StorageError) -> AccountLine {
    guard let account = try DirectoryStore(session, district).account(of: id) else {
      return AccountLine(login: nil, mustChange: false, lockedUntil: nil)
    }
    let failures = try LoginFailureStore(session, district).load(login: account.login.shown, at: now)
    return AccountLine(
      login: account.login, mustChange: account.mustChange,
      lockedUntil: failures.flatMap { $0.amount >= Office.failureLimit ? $0.until : nil })
  }
}
