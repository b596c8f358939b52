import Directory
package import Ground
import Ledger
import Meetings
import Reports
import Storage

/// The follow-through report of a meeting is frozen at the ledger's present size.
package struct FreezeReport: Act {
  package let meeting: MeetingID

  package init(meeting: MeetingID) { self.meeting = meeting }

  package func perform(in room: ActRoom) throws -> ReportID {
    let id = ReportID(trusted: room.open.identifier())
    let size = room.open.size
    let model = try Composition(room.open.session, room.open.district, shippedCalendar: room.shippedCalendar)
      .followThrough(of: meeting, below: size, asOf: room.today)
    let canonical = try Composition.canonical(model)
    let report = ReportFrozen(id: id, meeting: meeting, size: size, digest: Composition.digest(canonical))
    _ = try room.decideMeeting(.freezeReport(id), meeting)
    try room.open.freeze(report, model: canonical, by: room.actor.code)
    return id
  }
}
