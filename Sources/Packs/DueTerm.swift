package import Ground

/// A default term of a pack: which rule applies where the text names no day (e.g. `directive.urgent`).
package struct DueTerm: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  package let rule: DueRule
  /// The code of the `LegalReference` that sets it, if a statute does.
  package let reference: String?
  /// The practice or document that the default was taken from.
  package let source: String?
  /// How that source was read; anything but `.statute` shows 待核.
  package let checked: LegalReference.Checked

  package init(
    code: String, title: Bilingual, rule: DueRule, reference: String?, source: String? = nil,
    checked: LegalReference.Checked = .none
  ) {
    (self.code, self.title, self.rule, self.reference) = (code, title, rule, reference)
    (self.source, self.checked) = (source, checked)
  }
}
