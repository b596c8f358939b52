package import Ground
package import Matters

/// The unit hands in a file that shows what was done (佐证). The file is already in the evidence folder.
package struct AddEvidence: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let evidence: Evidence
  package let onBehalf: OnBehalf?
  /// SHA-256 of what was sent, in hexadecimal.
  package let sent: String

  package init(matter: MatterID, seen: Int?, evidence: Evidence, onBehalf: OnBehalf?, sent: String) {
    (self.matter, self.seen, self.evidence, self.onBehalf) = (matter, seen, evidence, onBehalf)
    self.sent = sent
  }

  package func fingerprint() -> String { sent }

  package var files: [Evidence] { [evidence] }

  package var command: MatterCommand { .addEvidence(evidence, onBehalf: onBehalf) }
}
