package import Ground
import Meetings
import Storage

/// Units are asked to report to a sitting, within so many workdays. Where one of them owes much the same at that time,
/// the asker hears of it first and may go on (DESIGN §3.8: nobody fills in twice).
package struct AskReports: Act {
  package let sitting: SittingID
  package let units: [UnitID]
  package let mode: ReportMode
  package let workdays: Int
  /// The asker saw what overlaps and asks all the same.
  package let anyway: Bool

  package init(sitting: SittingID, units: [UnitID], mode: ReportMode, workdays: Int, anyway: Bool) {
    (self.sitting, self.units, self.mode, self.workdays, self.anyway) = (sitting, units, mode, workdays, anyway)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard (1...60).contains(workdays) else { throw Refusal(.askWorkdays, at: "days") }
    let due = try room.clock().due(.workdays(workdays), from: room.today, source: "meeting.report")
    let events = try decide(
      .askReports(units, mode == .oral ? .oral : .written, due: due), on: try room.open.sitting(sitting),
      by: room.actor, at: room.now,
      in: try room.directory())
    if !anyway {
      try room.burden.refuseOverlaps(
        units, due: due.day, except: .sitting(sitting), at: "unit", directory: try room.directory())
    }
    try room.record(events, of: sitting)
    return Done()
  }
}

/// A report that was asked for and is not there yet is asked for no more.
package struct WithdrawReport: Act {
  package let sitting: SittingID
  package let unit: UnitID

  package init(sitting: SittingID, unit: UnitID) { (self.sitting, self.unit) = (sitting, unit) }

  package func perform(in room: ActRoom) throws -> Done { try room.decideSitting(.withdrawReport(unit), sitting) }
}
