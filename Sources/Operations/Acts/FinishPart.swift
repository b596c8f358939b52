package import Ground
package import Matters

/// A unit says that its part is done (阶段完成).
package struct FinishPart: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, note: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen) = (matter, seen)
    (self.note, self.onBehalf) = (note, onBehalf)
  }

  package var command: MatterCommand { .finishPart(note: note, onBehalf: onBehalf) }
}
