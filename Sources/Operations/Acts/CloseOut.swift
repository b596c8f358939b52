package import Ground
package import Matters

/// Somebody who did not handle the matter verifies it and strikes it off (核查销号).
package struct CloseOut: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let conclusion: Words
  package let onSite: Bool

  package init(matter: MatterID, seen: Int?, conclusion: Words, onSite: Bool) {
    (self.matter, self.seen, self.conclusion, self.onSite) = (matter, seen, conclusion, onSite)
  }

  package var command: MatterCommand { .close(conclusion: conclusion, onSite: onSite) }
}
