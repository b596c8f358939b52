package import Ground

/// Which matters an officer may see (数据范围). Every question that answers with matters is narrowed to one.
package enum Scope: Hashable, Sendable {
  /// The whole district's.
  case all
  /// Those that one of these units leads or supports.
  case units(Set<UnitID>)
  case nothing

  package func covers(lead: UnitID, supporting: [UnitID]) -> Bool {
    switch self {
    case .all: true
    case .units(let units): units.contains(lead) || supporting.contains(where: units.contains)
    case .nothing: false
    }
  }
}

/// How open a district is among its own units (区内公开程度).
package enum Openness: String, CaseIterable, Codable, Sendable {
  /// A unit sees what it and the units beneath it lead or support.
  case units
  /// Every unit sees every matter of the district.
  case district
}

extension Role {
  /// Coordinates, answers for fields, verifies anybody's work, or audits: needs to see the whole district.
  package var seesDistrict: Bool {
    switch self {
    case .coordinator, .leader, .verifier, .auditor: true
    case .unitLead, .handler, .administrator: false
    }
  }

  /// Works for a unit, and sees that unit's matters.
  package var seesOwnUnit: Bool { self == .unitLead || self == .handler }
}

extension Directory {
  /// Which matters the officer may see, by role and unit. An administrator keeps people and settings, and sees no matter
  /// by that role alone.
  package func scope(of officer: Officer) -> Scope {
    if officer.hasLeft { return .nothing }
    if officer.roles.contains(where: \.seesDistrict) { return .all }
    guard officer.roles.contains(where: \.seesOwnUnit) else { return .nothing }
    return district.openness == .district ? .all : .units(circle(of: officer.unit))
  }

  /// With which units a thing must have to do for the officer to see it; nil: everything is in sight, empty: nothing.
  package func unitsInSight(of officer: Officer) -> Set<UnitID>? {
    switch scope(of: officer) {
    case .all: nil
    case .units(let own): own
    case .nothing: []
    }
  }

  /// Whose work counts where the unit holds a duty: its own, or that of the unit which took its place, with their circle.
  package func holders(of unit: UnitID) -> Set<UnitID> { circle(of: answering(for: unit)) }

  /// The unit, the units beneath it, and those that were merged into any of them.
  package func circle(of unit: UnitID) -> Set<UnitID> {
    units.keys.reduce(into: [unit]) { if above($1).contains(unit) { $0.insert($1) } }
  }

  /// The circle of every unit, at the cost of a few.
  package func circles() -> [UnitID: Set<UnitID>] {
    units.keys.reduce(into: [:]) { circles, unit in
      for other in above(unit) { circles[other, default: [other]].insert(unit) }
    }
  }

  /// The unit, what it is part of or was merged into, and so on.
  private func above(_ unit: UnitID) -> Set<UnitID> {
    var (above, waiting) = (Set<UnitID>(), [unit])
    while let next = waiting.popLast() {
      guard above.insert(next).inserted, let at = units[next] else { continue }
      waiting += [at.parent, at.ended?.successor].compactMap { $0 }
    }
    return above
  }
}
