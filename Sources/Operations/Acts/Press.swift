package import Ground
package import Matters

/// Its units are reminded (催办).
package struct Press: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words

  package init(matter: MatterID, seen: Int?, note: Words) {
    (self.matter, self.seen) = (matter, seen)
    self.note = note
  }

  package var command: MatterCommand { .press(note: note) }
}
