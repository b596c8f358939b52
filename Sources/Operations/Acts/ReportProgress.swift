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

  /// What stands on record where a report is owed and there is nothing new to say.
  package static let nothingNew = Words("本期无新进展。")

  package var command: MatterCommand { .reportProgress(note: note, onBehalf: onBehalf) }
}
