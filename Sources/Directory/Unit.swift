package import Ground

/// A body that can be made responsible: a department, a town, a community, or a contractor of narrow scope.
package struct Unit: Hashable, Codable, Sendable {
  package let id: UnitID
  package let name: Words
  /// Other ways in which bulletins write the name.
  package let aliases: [Words]
  package let kind: UnitKind
  package let parent: UnitID?
  /// Position in the official order (位次), smallest first.
  package let order: Int

  package init(id: UnitID, name: Words, aliases: [Words], kind: UnitKind, parent: UnitID?, order: Int) {
    (self.id, self.name, self.aliases, self.kind, self.parent, self.order) = (id, name, aliases, kind, parent, order)
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
