package import Ground
package import Matters

/// A milestone is done (节点完成), on which day.
package struct FinishMilestone: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let number: Int
  package let day: CivilDate
  package let note: Words
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, number: Int, day: CivilDate, note: Words, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.number) = (matter, seen, number)
    (self.day, self.note, self.onBehalf) = (day, note, onBehalf)
  }

  package var command: MatterCommand { .finishMilestone(number: number, day: day, note: note, onBehalf: onBehalf) }
}
