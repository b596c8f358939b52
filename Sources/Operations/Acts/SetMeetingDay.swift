package import Ground
import Meetings

/// A clerk confirms or corrects the day of a meeting whose bulletin names no year.
package struct SetMeetingDay: Act {
  package let meeting: MeetingID
  package let day: CivilDate

  package init(meeting: MeetingID, day: CivilDate) { (self.meeting, self.day) = (meeting, day) }

  package func perform(in room: ActRoom) throws -> Done { try room.decideMeeting(.setDay(day), meeting) }
}
