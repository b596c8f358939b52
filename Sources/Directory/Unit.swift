package import Ground

/// A body that can be made responsible: a department, a town, a community, or a contractor of narrow scope.
package struct Unit: Hashable, Codable, Sendable {
  package let id: UnitID
  package let name: Words
  /// Other ways in which bulletins write the name.
  package let aliases: [Words]
  package let kind: UnitKind
  /// The unit that it belongs to.
  package let parent: UnitID?
  /// Position in the official order (位次) among the units of the same parent, smallest first.
  package let order: Int
  /// How it ended, where it did; it keeps its past and is given nothing new.
  package let ended: UnitEnd?

  package init(
    id: UnitID, name: Words, aliases: [Words], kind: UnitKind, parent: UnitID?, order: Int, ended: UnitEnd? = nil
  ) {
    (self.id, self.name, self.aliases, self.kind, self.parent, self.order) = (id, name, aliases, kind, parent, order)
    self.ended = ended
  }
}

/// A unit was merged into another, or dissolved.
package struct UnitEnd: Hashable, Codable, Sendable {
  package let day: CivilDate
  /// The unit it was merged into; nil where it was dissolved.
  package let successor: UnitID?
  package let reason: Words

  package init(day: CivilDate, successor: UnitID?, reason: Words) {
    (self.day, self.successor, self.reason) = (day, successor, reason)
  }
}

/// What kind of body a unit is; says who can be made responsible and what "every town" means.
package enum UnitKind: String, CaseIterable, Codable, Sendable {
  /// The district's government itself; its leaders belong to it.
  case government
  /// The safety committee's office (安委办).
  case office
  case department
  /// A subdistrict or a township (街道、乡镇).
  case town
  /// A village or residents' committee (村居).
  case community
  case contractor
}

extension Unit {
  /// The same unit with some of it changed.
  package func with(
    name: Words? = nil, aliases: [Words]? = nil, kind: UnitKind? = nil, parent: UnitID?? = nil, order: Int? = nil,
    ended: UnitEnd? = nil
  ) -> Unit {
    Unit(
      id: id, name: name ?? self.name, aliases: aliases ?? self.aliases, kind: kind ?? self.kind,
      parent: parent ?? self.parent, order: order ?? self.order, ended: ended ?? self.ended)
  }
}
