package import Ground
package import Matters

/// The lead unit asks for more time, before the due day (申请延期).
package struct AskExtension: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let until: CivilDate
  package let reason: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, until: CivilDate, reason: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen) = (matter, seen)
    (self.until, self.reason, self.onBehalf) = (until, reason, onBehalf)
  }

  package var command: MatterCommand { .askExtension(until: until, reason: reason, onBehalf: onBehalf) }
}
