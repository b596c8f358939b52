import Directory
import Ground
import Operations

extension Wires {
  static let unitSheet = Wire<UnitSheet>.record(
    "UnitRecord",
    [
      Member("id", .id()) { $0.unit.id }, Member("name", .words) { $0.unit.name },
      Member("kind", .choice()) { $0.kind }, Member("aliases", .list(.words)) { $0.aliases },
      Member("parent", .optional(unit)) { $0.parent }, Member("children", .list(unit)) { $0.children },
      Member("officers", .list(post)) { $0.officers }, Member("ended", .optional(unitEnd)) { $0.ended },
      Member("merged", .list(unit)) { $0.merged }, Member("open_matters", .optional(.count)) { $0.open },
      Member("story", .list(directoryStory)) { $0.story }, Member("mark", .count) { $0.mark },
      Member("officers_mark", .count) { $0.officersMark },
    ])

  private static let unitEnd = Wire<UnitEndLine>.record(
    "UnitEnd",
    [
      Member("day", .day) { $0.day }, Member("reason", .words) { $0.reason },
      Member("successor", .optional(unit)) { $0.successor },
    ])

  static let unitOrder = Wire<UnitOrder>.record("UnitOrder", [Member("groups", .list(group)) { $0.groups }])

  private static let group = Wire<UnitOrder.Group>.record(
    "UnitGroup",
    [
      Member("parent", .optional(unit)) { $0.parent }, Member("units", .list(unit)) { $0.units },
      Member("mark", .count) { $0.mark },
    ])

  static let officerSheet = Wire<OfficerSheet>.record(
    "OfficerRecord",
    [
      Member("id", .id()) { $0.officer.id }, Member("name", .words) { $0.officer.name },
      Member("post", .words) { $0.officer.post }, Member("unit", unit) { $0.officer.unit },
      Member("roles", .list(.choice())) { $0.roles }, Member("is_serving", .flag) { !$0.hasLeft },
      Member("portfolio", .list(.choice())) { $0.fields },
      Member("portfolio_since", .optional(.day)) { $0.fieldsSince },
      Member("stand_ins", .list(standIn)) { $0.standIns }, Member("account", .optional(account)) { $0.account },
      Member("story", .list(directoryStory)) { $0.story }, Member("mark", .count) { $0.mark },
      Member("portfolio_mark", .count) { $0.portfolioMark },
    ])

  private static let standIn = Wire<StandInLine>.record(
    "StandIn",
    [
      Member("id", .id()) { $0.id }, Member("away", officer) { $0.away },
      Member("substitute", officer) { $0.substitute }, Member("first", .day) { $0.first },
      Member("last", .day) { $0.last }, Member("reason", .words) { $0.reason },
      Member("ended_on", .optional(.day)) { $0.endedOn }, Member("holds", .flag) { $0.holds },
    ])

  /// Null for everybody but administrators.
  private static let account = Wire<AccountLine>.record(
    "Account",
    [
      Member("login", .optional(.words)) { $0.login }, Member("must_change", .flag) { $0.mustChange },
      Member("locked_until", .optional(.moment)) { $0.lockedUntil },
    ])

  static let portfolios = Wire<PortfolioBoard>.record(
    "Portfolios",
    [Member("fields", .list(portfolio)) { $0.rows }, Member("story", .list(directoryStory)) { $0.story }])

  private static let portfolio = Wire<PortfolioBoard.Row>.record(
    "Portfolio", [Member("field", .choice()) { $0.field }, Member("leaders", .list(officer)) { $0.leaders }])

  static let permissions = Wire<PermissionSheet>.record(
    "Permissions",
    [
      Member("roles", .list(.choice())) { $0.roles }, Member("unit", unit) { $0.unit },
      Member("sees", .choice()) { $0.scope.kind }, Member("units", .list(unit)) { $0.scope.units },
      Member("openness", .choice()) { $0.openness }, Member("coordinators", .list(officer)) { $0.coordinators },
      Member("mark", .count) { $0.mark },
    ])
}

/// Which matters are within sight, as a closed code.
enum ScopeKind: String, CaseIterable {
  case all, units, nothing
}

extension ScopeLine {
  fileprivate var kind: ScopeKind {
    switch self {
    case .all: .all
    case .units: .units
    case .nothing: .nothing
    }
  }

  fileprivate var units: [UnitName] { if case .units(let units) = self { units } else { [] } }
}
