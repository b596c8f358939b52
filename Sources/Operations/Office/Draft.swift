package import Ground
package import Matters

/// A requirement on its way to becoming a matter: what the reader proposed, as the clerk left it.
package struct Draft: Hashable, Codable, Sendable {
  package var text: String
  package var fields: [Field]
  package var lead: UnitID?
  package var supporting: [UnitID]
  /// One child for each of these units; empty for a matter that does not fan out.
  package var fanOut: [UnitID]
  package var leader: OfficerID?
  package var due: DueDate?
  package var urgency: Urgency
  /// The procedure's code; nil for the usual one of a demand.
  package var procedure: String?
  package var standard: String
  /// The lawful duty that takes the place of a clause about persons.
  package var duty: String?
  /// Why the reader proposed what it did: codes such as `unit.field_default`.
  package var reasons: [String]
  /// Whether a person has confirmed it; nothing is issued unconfirmed.
  package var confirmed: Bool
  /// Who changed it last, and when; nil while it stands as the reader proposed it.
  package var changedBy: OfficerID?
  package var changedAt: Instant?

  package init(
    text: String, fields: [Field], lead: UnitID?, supporting: [UnitID], fanOut: [UnitID], leader: OfficerID?,
    due: DueDate?, urgency: Urgency, procedure: String? = nil, standard: String, duty: String?, reasons: [String],
    confirmed: Bool
  ) {
    (self.text, self.fields, self.lead, self.supporting) = (text, fields, lead, supporting)
    (self.fanOut, self.leader, self.due, self.urgency) = (fanOut, leader, due, urgency)
    (self.procedure, self.standard, self.duty) = (procedure, standard, duty)
    (self.reasons, self.confirmed) = (reasons, confirmed)
  }

  /// Whether it says the same, whoever changed it last.
  func says(_ other: Draft) -> Bool {
    var (mine, theirs) = (self, other)
    (mine.changedBy, mine.changedAt, theirs.changedBy, theirs.changedAt) = (nil, nil, nil, nil)
    return mine == theirs
  }
}
