package import Ground
package import Matters

/// The unit says done and asks for verification (申请销号).
package struct Submit: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, note: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.note, self.onBehalf) = (matter, seen, note, onBehalf)
  }

  package var command: MatterCommand { .submit(note: note, onBehalf: onBehalf) }
}
