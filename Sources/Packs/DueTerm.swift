package import Ground

/// A dated rule for a term (期限规则): how long, by what authority, and from when to when it holds.
package struct DueTerm: Dated, Hashable, Sendable {
  /// E.g. `directive.default`; each of several dated versions adds the day it holds from, e.g. `petition.decide@2022-05-01`.
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
  /// Whether a district may set it otherwise by a document of its own; what a statute fixes, it may not.
  package let isAdjustable: Bool
  /// Whether it only helps to reckon a day, and no clock here starts by it.
  package let isOnlyReckoned: Bool

  package init(
    code: String, title: Bilingual, rule: DueRule, roll: RollRule? = nil, reference: String?, source: String? = nil,
    checked: LegalReference.Checked = .none, validFrom: CivilDate? = nil, validTo: CivilDate? = nil,
    isAdjustable: Bool = false, isOnlyReckoned: Bool = false
  ) {
    (self.isAdjustable, self.isOnlyReckoned) = (isAdjustable, isOnlyReckoned)
    (self.code, self.title, self.rule, self.roll, self.reference) = (code, title, rule, roll, reference)
    (self.source, self.checked, self.validFrom, self.validTo) = (source, checked, validFrom, validTo)
  }

  /// The same, read at its official place.
  var read: DueTerm { copy(code, .statute) }

  func named(_ code: String) -> DueTerm { copy(code, checked) }

  private func copy(_ code: String, _ checked: LegalReference.Checked) -> DueTerm {
    DueTerm(
      code: code, title: title, rule: rule, roll: roll, reference: reference, source: source, checked: checked,
      validFrom: validFrom, validTo: validTo, isAdjustable: isAdjustable, isOnlyReckoned: isOnlyReckoned)
  }
}
