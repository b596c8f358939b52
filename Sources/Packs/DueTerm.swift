package import Ground

/// A dated rule for a term (期限规则): how long, by what authority, and from when to when it holds.
package struct DueTerm: Dated, Hashable, Sendable {
  /// E.g. `directive.urgent`; each of several dated versions adds the day it holds from, e.g. `petition.decide@2022-05-01`.
  package let code: String
  package let title: Bilingual
  package let rule: DueRule
  /// Nil for the usual one of the rule.
  package let roll: RollRule?
  /// The code of the `LegalReference` that sets it, if a statute does.
  package let reference: String?
  /// The practice or document that the default was taken from.
  package let source: String?
  /// How that source was read; anything but `.statute` shows 待核.
  package let checked: LegalReference.Checked
  /// The first and the last day on which a term may start by it; nil where it says none.
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  package init(
    code: String, title: Bilingual, rule: DueRule, roll: RollRule? = nil, reference: String?, source: String? = nil,
    checked: LegalReference.Checked = .none, validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.code, self.title, self.rule, self.roll, self.reference) = (code, title, rule, roll, reference)
    (self.source, self.checked, self.validFrom, self.validTo) = (source, checked, validFrom, validTo)
  }

  func named(_ code: String) -> DueTerm {
    DueTerm(
      code: code, title: title, rule: rule, roll: roll, reference: reference, source: source, checked: checked,
      validFrom: validFrom, validTo: validTo)
  }
}
