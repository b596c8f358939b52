package import Ground
package import Matters

/// The coordinator says what came of looking into a matter that a rule put before them (过问).
package struct LookInto: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let note: Words

  package init(matter: MatterID, seen: Int?, note: Words) {
    (self.matter, self.seen, self.note) = (matter, seen, note)
  }

  package var command: MatterCommand { .lookInto(note: note) }
}
