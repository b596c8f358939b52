package import Ground

/// What must be shown before a matter may be struck off (销号标准).
package struct CloseOutStandard: Hashable, Sendable {
  package let code: String
  package let title: Bilingual
  /// How many pieces of evidence the submission must carry.
  package let minimumEvidence: Int
  /// Whether somebody must have been there.
  package let onSite: Bool
  /// Whether the verifier must belong to another unit than those who handled it.
  package let otherUnit: Bool
  /// Workdays after close-out at which the look-back falls; nil for none.
  package let lookBackWorkdays: Int?

  package init(
    code: String, title: Bilingual, minimumEvidence: Int, onSite: Bool, otherUnit: Bool, lookBackWorkdays: Int?
  ) {
    (self.code, self.title, self.minimumEvidence) = (code, title, minimumEvidence)
    (self.onSite, self.otherUnit, self.lookBackWorkdays) = (onSite, otherUnit, lookBackWorkdays)
  }
}
