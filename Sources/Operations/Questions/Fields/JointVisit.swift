package import Ground

/// Who came together at an inspection, and what is still to be recorded of it?
package struct JointVisit: Sendable {
  /// Units that took part beside the one that led; empty in a part.
  package let partners: [UnitName]
  /// The inspection that led, where this one is a part.
  package let host: InspectionRow?
  /// What the units that took part recorded.
  package let parts: [InspectionRow]
  /// Checklists by which the unit of the person looking may record its own part, those that an open window of its own duty
  /// asks for first.
  package let own: [Own]

  package init(partners: [UnitName], host: InspectionRow?, parts: [InspectionRow], own: [Own]) {
    (self.partners, self.host, self.parts, self.own) = (partners, host, parts, own)
  }

  package struct Own: Hashable, Sendable {
    package let checklist: String
    package let title: Bilingual
    /// The end of the open window that it counts for; nil where no duty of the unit's own waits for it.
    package let due: CivilDate?

    package init(checklist: String, title: Bilingual, due: CivilDate?) {
      (self.checklist, self.title, self.due) = (checklist, title, due)
    }
  }
}

/// How an inspection's form stands with other units: who may have come along, and what it may be a part of.
package struct JointChoice: Sendable {
  package let partners: [UnitName]
  /// Joint inspections of others that name the unit of the person looking.
  package let hosts: [InspectionRow]
  /// What the page was opened with.
  package let with: UnitID?
  package let joins: InspectionRow?

  package init(partners: [UnitName] = [], hosts: [InspectionRow] = [], with: UnitID? = nil, joins: InspectionRow? = nil)
  {
    (self.partners, self.hosts, self.with, self.joins) = (partners, hosts, with, joins)
  }
}
