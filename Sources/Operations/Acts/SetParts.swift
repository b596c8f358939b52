package import Ground
package import Matters

/// Which unit does what of it, by when (分工).
package struct SetParts: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let parts: [Part]

  package init(matter: MatterID, seen: Int?, parts: [Part]) {
    (self.matter, self.seen) = (matter, seen)
    self.parts = parts
  }

  package var command: MatterCommand { .setParts(parts) }

  /// What a unit is asked to do is a demand like any other (DESIGN §7).
  package func check(in room: ActRoom) throws {
    for part in parts { try PersonsRule.check(part.task, packs: room.packs) }
  }
}
