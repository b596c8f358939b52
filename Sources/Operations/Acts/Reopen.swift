package import Ground
package import Matters

/// A closed matter turns out not to be solved (反弹).
package struct Reopen: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words

  package init(matter: MatterID, seen: Int?, reason: Words) {
    (self.matter, self.seen, self.reason) = (matter, seen, reason)
  }

  package var command: MatterCommand { .reopen(reason: reason) }
}
