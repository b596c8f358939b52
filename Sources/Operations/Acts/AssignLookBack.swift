package import Ground
package import Matters

/// Another unit holds the look-back (改派回头看).
package struct AssignLookBack: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let unit: UnitID
  package let reason: Words

  package init(matter: MatterID, seen: Int?, unit: UnitID, reason: Words) {
    (self.matter, self.seen) = (matter, seen)
    (self.unit, self.reason) = (unit, reason)
  }

  package var command: MatterCommand { .assignLookBack(unit: unit, reason: reason) }
}
