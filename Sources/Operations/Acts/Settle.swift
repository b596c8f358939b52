package import Ground
package import Matters

/// The dispute itself was settled (化解), which no close-out says.
package struct Settle: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words

  package init(matter: MatterID, seen: Int?, note: Words) {
    (self.matter, self.seen) = (matter, seen)
    self.note = note
  }

  package var command: MatterCommand { .settle(note: note) }
}
