package import Ground
package import Matters

/// A leader takes the matter (包案).
package struct Adopt: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let leader: OfficerID
  package let note: Words

  package init(matter: MatterID, seen: Int?, leader: OfficerID, note: Words) {
    (self.matter, self.seen) = (matter, seen)
    (self.leader, self.note) = (leader, note)
  }

  package var command: MatterCommand { .adopt(leader: leader, note: note) }
}
