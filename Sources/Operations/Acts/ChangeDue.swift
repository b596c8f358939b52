package import Ground
package import Matters

/// The due date is changed by a recorded decision.
package struct ChangeDue: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let day: CivilDate
  package let reason: Words

  package init(matter: MatterID, seen: Int?, day: CivilDate, reason: Words) {
    (self.matter, self.seen, self.day, self.reason) = (matter, seen, day, reason)
  }

  package var command: MatterCommand { .changeDue(day, reason: reason) }
}
