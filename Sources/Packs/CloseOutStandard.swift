package import Ground

/// What must be shown before a matter may be struck off (销号标准).
package struct CloseOutStandard: Dated, Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  /// How many pieces of evidence the submission must carry.
  package let minimumEvidence: Int
  /// Whether somebody must have been there.
  package let onSite: Bool
  /// Whether the verifier must belong to another unit than those who handled it.
  package let otherUnit: Bool
  /// The term after the close-out at which the look-back falls due; nil for none.
  package let lookBack: String?
  /// Of several versions each matter keeps the one that held on the day of its issue.
  package let validFrom: CivilDate?
  package let validTo: CivilDate?

  package init(
    code: String, title: Bilingual, minimumEvidence: Int, onSite: Bool, otherUnit: Bool, lookBack: String?,
    validFrom: CivilDate? = nil, validTo: CivilDate? = nil
  ) {
    (self.validFrom, self.validTo) = (validFrom, validTo)
    (self.code, self.title, self.minimumEvidence) = (code, title, minimumEvidence)
    (self.onSite, self.otherUnit, self.lookBack) = (onSite, otherUnit, lookBack)
  }
}
