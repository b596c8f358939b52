package import Ground
package import Matters

/// Whether an interim measure of a project is kept (检查临时管控), as seen on a day.
package struct RecordInterimCheck: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let number: Int
  package let look: ProjectLook
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, number: Int, look: ProjectLook, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.number) = (matter, seen, number)
    (self.look, self.onBehalf) = (look, onBehalf)
  }

  package var command: MatterCommand { .checkMeasure(number: number, look, onBehalf: onBehalf) }
}
