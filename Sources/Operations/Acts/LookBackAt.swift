package import Ground
package import Matters

/// Somebody else looks again after the close-out (回头看); where the result does not hold, it is open again.
package struct LookBackAt: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let conclusion: Words
  package let holds: Bool
  package let onSite: Bool
  /// By when it is done where it does not hold; nil for the procedure's term.
  package let due: CivilDate?

  package init(
    matter: MatterID, seen: Int?, conclusion: Words, holds: Bool, onSite: Bool, due: CivilDate? = nil
  ) {
    self.due = due
    (self.matter, self.seen) = (matter, seen)
    (self.conclusion, self.holds, self.onSite) = (conclusion, holds, onSite)
  }

  package var command: MatterCommand {
    .lookBack(conclusion: conclusion, holds: holds, onSite: onSite, due: due)
  }
}
