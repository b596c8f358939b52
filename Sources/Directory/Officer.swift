package import Ground

/// A person who holds a post and acts in the system; shown by post and duty, never counted or ranked (DESIGN §7).
package struct Officer: Hashable, Codable, Sendable {
  package let id: OfficerID
  package let name: Words
  /// The post as the office writes it, e.g. 副区长.
  package let post: Words
  package let unit: UnitID
  package let roles: [Role]
  /// Position in the official order (位次) within the unit, smallest first.
  package let order: Int
  /// An officer who has left keeps the history and may no longer act.
  package let hasLeft: Bool

  package init(id: OfficerID, name: Words, post: Words, unit: UnitID, roles: [Role], order: Int, hasLeft: Bool = false)
  {
    (self.id, self.name, self.post, self.unit) = (id, name, post, unit)
    (self.roles, self.order, self.hasLeft) = (roles, order, hasLeft)
  }
}

/// What an officer may do; always together with the unit.
package enum Role: String, CaseIterable, Codable, Sendable {
  /// Reads bulletins, issues, assigns and follows up (安委办).
  case coordinator
  /// A deputy head in charge of some fields (分管领导).
  case leader
  /// Answers for a unit (单位负责人).
  case unitLead = "unit_lead"
  /// Does a unit's work on a matter (承办人).
  case handler
  /// Checks what others handled (核查人).
  case verifier
  /// Reads everything, the ledger and its proofs included, and changes nothing.
  case auditor
  /// Keeps the directory, the settings and the accounts; decides no matter.
  case administrator
}

/// The fields in a leader's charge (分管领域).
package struct Portfolio: Hashable, Codable, Sendable {
  package let leader: OfficerID
  package let fields: [Field]
  /// The day from which the office decided it holds; nil where nobody said.
  package let since: CivilDate?

  package init(leader: OfficerID, fields: [Field], since: CivilDate? = nil) {
    (self.leader, self.fields, self.since) = (leader, fields, since)
  }
}

extension Officer {
  /// The same officer with some of it changed.
  package func with(
    name: Words? = nil, post: Words? = nil, unit: UnitID? = nil, roles: [Role]? = nil, order: Int? = nil,
    hasLeft: Bool? = nil
  ) -> Officer {
    Officer(
      id: id, name: name ?? self.name, post: post ?? self.post, unit: unit ?? self.unit, roles: roles ?? self.roles,
      order: order ?? self.order, hasLeft: hasLeft ?? self.hasLeft)
  }
}

extension Officer {
  /// Does or answers for a unit's work.
  package var isUnitOfficer: Bool { roles.contains(.handler) || roles.contains(.unitLead) }
}
