package import Ground
package import Matters

/// How often its unit owes a report; nil for never.
package struct SetCycle: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let cycle: ReportCycle?

  package init(matter: MatterID, seen: Int?, cycle: ReportCycle?) {
    (self.matter, self.seen) = (matter, seen)
    self.cycle = cycle
  }

  package var command: MatterCommand { .setCycle(cycle) }
}
