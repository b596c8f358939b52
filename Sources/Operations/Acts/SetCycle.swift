import Directory
package import Ground
package import Matters
import Storage

/// How often its unit owes a report; nil for never. Where the unit owes much the same about the end of the period, the asker
/// hears of it first and may go on.
package struct SetCycle: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let cycle: ReportCycle?
  /// The asker saw what overlaps and asks all the same.
  package let anyway: Bool

  package init(matter: MatterID, seen: Int?, cycle: ReportCycle?, anyway: Bool = false) {
    (self.matter, self.seen) = (matter, seen)
    (self.cycle, self.anyway) = (cycle, anyway)
  }

  /// What a unit owes is told to those who may ask it.
  package func check(in room: ActRoom) throws {
    guard let cycle, !anyway, room.actor.has(.coordinator), let found = try room.open.matter(matter) else { return }
    try room.burden.refuseOverlaps(
      [found.lead], due: cycle.period(of: room.today).last, except: .matter(matter), at: "cycle",
      directory: try room.directory())
  }

  package var command: MatterCommand { .setCycle(cycle) }
}
