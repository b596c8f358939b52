package import Directory
package import Ground
package import Packs

/// A unit on which a duty falls: one of the subject's own units, or for what lies with the place (属地) the one at the duty's
/// level. Whose inspections count for it is said here and nowhere else.
package struct DutyHolder: Hashable, Sendable {
  package let unit: UnitID
  package let role: DutyRule.UnitRole
  /// Whether its level picked it. Then what the communities inspect is theirs, and the town's what the town inspects.
  package let isOfLevel: Bool
}

extension Directory {
  /// The units on which a duty falls, those that are there: a village's duty on the community in which a subject lies, a
  /// town's on the town above it, a county's on the department; a county's joint visit takes the town with it.
  ///
  /// - Parameters:
  ///   - level: nil: as the subject names its units, which is how plans of old reports were made.
  ///   - unit: the subject's own unit in a role.
  package func holders(
    _ roles: [DutyRule.UnitRole], at level: DutyRule.Level?, _ unit: (DutyRule.UnitRole) -> UnitID?
  ) -> [DutyHolder] {
    roles.compactMap { role in
      guard let own = unit(role) else { return nil }
      guard role == .territorial, let level else { return DutyHolder(unit: own, role: role, isOfLevel: false) }
      return self.unit(at: level, of: own).map { DutyHolder(unit: $0, role: role, isOfLevel: true) }
    }
  }

  /// The same of a rule of today.
  package func holders(of duty: DutyRule, _ unit: (DutyRule.UnitRole) -> UnitID?) -> [DutyHolder] {
    holders(duty.units, at: duty.level, unit)
  }

  /// Whose inspections count where the holder has the duty: its own, those of units beneath it, of those that were merged
  /// into them, or of the unit that took its place; of a town none of its communities.
  package func counted(for holder: DutyHolder) -> Set<UnitID> {
    let circle = holders(of: holder.unit)
    return holder.isOfLevel ? ofLevel(circle, answering(for: holder.unit)) : circle
  }

  /// Whose visits count for a campaign's row that a unit owes: its own, those of units beneath it and of those merged into
  /// it; for a place in a community those of the town above as well, which is told of the row, too.
  ///
  /// - Parameter circles: as `circles()` says.
  package func visitors(for owner: UnitID, _ circles: [UnitID: Set<UnitID>]) -> Set<UnitID> {
    let now = answering(for: owner)
    let own = circles[now] ?? [now]
    guard units[now]?.kind == .community, let town = unit(at: .town, of: now).map(answering), town != now else {
      return own
    }
    return own.union(ofLevel(circles[town] ?? [town], town))
  }

  /// Of what falls on a unit in a role, the holders that its own inspections serve.
  package func served(by unit: UnitID, as role: DutyRule.UnitRole) -> Set<UnitID> {
    role == .territorial ? ofLevel(circle(of: unit), unit) : circle(of: unit)
  }

  /// The subjects' own units in a role where a duty of a level falls on one of these holders.
  package func named(
    as role: DutyRule.UnitRole, at level: DutyRule.Level, where holders: Set<UnitID>
  ) -> Set<UnitID> {
    guard role == .territorial else { return holders }
    return Set(units.keys.filter { id in unit(at: level, of: id).map(holders.contains) ?? false })
  }

  /// The town of a place: a community's, or itself; a community without one stands for itself.
  package func town(of area: UnitID) -> UnitID { unit(at: .town, of: area) ?? area }

  /// The unit of a level at the place of a town or community; nil where the level has none there.
  private func unit(at level: DutyRule.Level, of area: UnitID) -> UnitID? {
    let isCommunity = units[area]?.kind == .community
    switch level {
    case .village: return isCommunity ? area : nil
    case .town, .county: return isCommunity ? town(above: area) : area
    }
  }

  private func town(above community: UnitID) -> UnitID? {
    var (at, steps) = (units[community]?.parent, 0)
    while let above = at.flatMap({ units[$0] }), steps <= units.count {
      if above.kind == .town { return above.id }
      (at, steps) = (above.parent, steps + 1)
    }
    return nil
  }

  private func ofLevel(_ circle: Set<UnitID>, _ unit: UnitID) -> Set<UnitID> {
    guard units[unit]?.kind != .community else { return circle }
    return circle.filter { $0 == unit || units[$0]?.kind != .community }
  }
}
