package import Ground

/// The follow-through report of a meeting is frozen at the ledger's present size.
package struct FreezeReport: Act {
  package let meeting: MeetingID

  package init(meeting: MeetingID) { self.meeting = meeting }

  package func perform(in room: ActRoom) throws -> ReportID { try room.freezeReport(of: meeting) }
}
