package import Ground

/// A campaign (专项行动) as a pack describes it: which subjects are gone through, by which checklist, how many times, and by
/// which of their units. A district starts it for a period of its own; no day, unit or subject is named here.
package struct CampaignRule: Dated, Hashable, Sendable {
  /// E.g. `fire.crowded.campaign`.
  package let code: String
  package let title: Bilingual
  package let field: Field
  /// The types of subjects.
  package let subjects: [String]
  /// Only subjects with one of these choices of an attribute; empty: all of the types.
  package let conditions: [DutyRule.Condition]
  package let checklist: String
  /// How many inspections each subject takes, at least 1.
  package let times: Int
  package let level: DutyRule.Level
  /// Whose it is, by the subject's own units.
  package let units: [DutyRule.UnitRole]
  /// Whether the inspections of one of `units` are enough, or each must come.
  package let isJoint: Bool
  /// Of a hundred subjects so many are to be visited, unless the district asks for another share. What is not visited needs
  /// its reason in any case.
  package let target: Int
  /// Whether starting it asks for a legal basis and a purpose: what touches on emergencies sleeps until the law wakes it.
  package let isDormant: Bool
  /// The article among the packs' references that it rests on.
  package let reference: String?
  package let source: String
  package let checked: LegalReference.Checked
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  package init(
    code: String, title: Bilingual, field: Field, subjects: [String], conditions: [DutyRule.Condition] = [],
    checklist: String, times: Int = 1, level: DutyRule.Level, units: [DutyRule.UnitRole], isJoint: Bool = false,
    target: Int = 100, isDormant: Bool = false, reference: String? = nil, source: String,
    checked: LegalReference.Checked, validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.code, self.title, self.field, self.subjects) = (code, title, field, subjects)
    (self.conditions, self.checklist, self.times, self.level) = (conditions, checklist, times, level)
    (self.units, self.isJoint, self.target, self.isDormant) = (units, isJoint, target, isDormant)
    (self.reference, self.source, self.checked) = (reference, source, checked)
    (self.validFrom, self.validTo) = (validFrom, validTo)
  }
}
