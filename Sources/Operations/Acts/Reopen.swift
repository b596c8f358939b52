package import Ground
package import Matters

/// A closed matter turns out not to be solved (反弹).
package struct Reopen: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words
  /// Nil for the procedure's term.
  package let due: CivilDate?

  package init(matter: MatterID, seen: Int?, reason: Words, due: CivilDate? = nil) {
    (self.matter, self.seen, self.reason, self.due) = (matter, seen, reason, due)
  }

  package var command: MatterCommand { .reopen(reason: reason, due: due) }
}
