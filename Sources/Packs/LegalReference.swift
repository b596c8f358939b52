package import Ground

/// An article of law that a rule rests on, with the dates between which it holds.
package struct LegalReference: Dated, Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  package let article: String
  package let validFrom: CivilDate?
  package let validTo: CivilDate?
  package let checked: Checked
  /// Where it was read.
  package let source: String?
  /// The reference that took its place when `validTo` had passed.
  package let replacedBy: String?

  package init(
    code: String, title: Bilingual, article: String, validFrom: CivilDate?, validTo: CivilDate?, checked: Checked,
    source: String? = nil, replacedBy: String? = nil
  ) {
    (self.code, self.title, self.article) = (code, title, article)
    (self.validFrom, self.validTo, self.checked) = (validFrom, validTo, checked)
    (self.source, self.replacedBy) = (source, replacedBy)
  }

  /// The same, read at its official place.
  var read: LegalReference {
    LegalReference(
      code: code, title: title, article: article, validFrom: validFrom, validTo: validTo, checked: .statute,
      source: source, replacedBy: replacedBy)
  }

  /// How the reference was read. Anything but `.statute` shows 待核 (DESIGN §3.10).
  package enum Checked: String, CaseIterable, Codable, Sendable {
    case statute, copy, none
  }
}
