package import Ground
package import Matters

/// Whether a standing condition of a project is met (核对常设条件), as seen on a day.
package struct CheckCondition: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let number: Int
  package let look: ProjectLook
  package let onBehalf: OnBehalf?

  package init(matter: MatterID, seen: Int?, number: Int, look: ProjectLook, onBehalf: OnBehalf?) {
    (self.matter, self.seen, self.number) = (matter, seen, number)
    (self.look, self.onBehalf) = (look, onBehalf)
  }

  package var command: MatterCommand { .checkCondition(number: number, look, onBehalf: onBehalf) }
}
