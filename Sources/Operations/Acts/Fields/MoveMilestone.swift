package import Ground
package import Matters

/// A milestone is planned for another day (调整节点日期); the day that was planned first stays on record.
package struct MoveMilestone: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let number: Int
  package let day: CivilDate
  package let reason: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, number: Int, day: CivilDate, reason: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.number) = (matter, seen, number)
    (self.day, self.reason, self.onBehalf) = (day, reason, onBehalf)
  }

  package var command: MatterCommand { .moveMilestone(number: number, day: day, reason: reason, onBehalf: onBehalf) }
}
