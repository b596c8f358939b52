package import Ground
package import Matters

/// Listed supervision ends (摘牌).
package struct Delist: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let reason: Words

  package init(matter: MatterID, seen: Int?, reason: Words) {
    (self.matter, self.seen) = (matter, seen)
    self.reason = reason
  }

  package var command: MatterCommand { .delist(reason: reason) }
}
