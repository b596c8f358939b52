package import Ground
package import Matters

/// The unit says how far it has come (反馈进展).
package struct ReportProgress: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, note: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.note, self.onBehalf) = (matter, seen, note, onBehalf)
  }

  package var command: MatterCommand { .reportProgress(note: note, onBehalf: onBehalf) }
}
