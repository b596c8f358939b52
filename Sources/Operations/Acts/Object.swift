package import Ground
package import Matters

/// The lead unit says that the matter is not its own (异议).
package struct Object: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, reason: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen) = (matter, seen)
    (self.reason, self.onBehalf) = (reason, onBehalf)
  }

  package var command: MatterCommand { .object(reason: reason, onBehalf: onBehalf) }
}
