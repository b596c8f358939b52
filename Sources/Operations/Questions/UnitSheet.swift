package import Directory
package import Ground

/// What is this unit, who serves in it, what became of it, and what happened to it?
package struct UnitSheet: Sendable {
  package let unit: UnitName
  package let kind: UnitKind
  package let aliases: [Words]
  package let parent: UnitName?
  package let children: [UnitName]
  /// In the official order, those who left excluded.
  package let officers: [PostLine]
  package let ended: UnitEndLine?
  /// Units that were merged into it.
  package let merged: [UnitName]
  /// How many open matters it leads or supports; nil where the viewer may not see its matters.
  package let open: Int?
  /// Oldest first.
  package let story: [DirectoryStoryLine]
  /// What forms carry, so that a stale one is refused.
  package let mark: Int
  package let officersMark: Int
  /// What the forms choose from: units that did not end, in the official order.
  package let units: [UnitName]

  package init(
    unit: UnitName, kind: UnitKind, aliases: [Words], parent: UnitName?, children: [UnitName], officers: [PostLine],
    ended: UnitEndLine?, merged: [UnitName], open: Int?, story: [DirectoryStoryLine], mark: Int, officersMark: Int,
    units: [UnitName]
  ) {
    (self.unit, self.kind, self.aliases, self.parent) = (unit, kind, aliases, parent)
    (self.children, self.officers, self.ended, self.merged) = (children, officers, ended, merged)
    (self.open, self.story, self.mark, self.officersMark) = (open, story, mark, officersMark)
    self.units = units
  }
}

/// When and why did a unit end, and which answers for it now?
package struct UnitEndLine: Sendable {
  package let day: CivilDate
  package let reason: Words
  package let successor: UnitName?

  package init(day: CivilDate, reason: Words, successor: UnitName?) {
    (self.day, self.reason, self.successor) = (day, reason, successor)
  }
}

/// In which order do the units stand, group by group?
package struct UnitOrder: Sendable {
  package let groups: [Group]

  package init(groups: [Group]) { self.groups = groups }

  /// The units beneath one parent.
  package struct Group: Sendable {
    package let parent: UnitName?
    package let units: [UnitName]
    package let mark: Int

    package init(parent: UnitName?, units: [UnitName], mark: Int) {
      (self.parent, self.units, self.mark) = (parent, units, mark)
    }
  }
}
