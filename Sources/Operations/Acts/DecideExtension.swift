package import Ground
package import Matters

/// More time is granted or refused; `day` is nil for the day that was asked for.
package struct DecideExtension: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let isGranted: Bool
  package let day: CivilDate?
  package let reason: Words

  package init(matter: MatterID, seen: Int?, isGranted: Bool, day: CivilDate?, reason: Words) {
    (self.matter, self.seen) = (matter, seen)
    (self.isGranted, self.day, self.reason) = (isGranted, day, reason)
  }

  package var command: MatterCommand { .decideExtension(isGranted: isGranted, day: day, reason: reason) }
}
