package import Ground
package import Matters

/// The due date is changed by a recorded decision.
package struct ChangeDue: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let due: DueDate
  package let reason: Words

  /// - Parameter today: the day of the decision, from which the new day is reckoned.
  package init(matter: MatterID, seen: Int?, day: CivilDate, today: CivilDate, reason: Words) {
    (self.matter, self.seen, self.reason) = (matter, seen, reason)
    due = DueDate(day: day, nominal: day, start: today, rule: .on(day), source: "decision")
  }

  package var command: MatterCommand { .changeDue(due, reason: reason) }
}
