import Directory
package import Ground
import Meetings
import Storage

/// A clause becomes no matter, with a reason and the name of who decided ("no action").
package struct SetClauseAside: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let reason: Words

  package init(meeting: MeetingID, clause: Int, reason: Words) {
    (self.meeting, self.clause, self.reason) = (meeting, clause, reason)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let events = try decide(
      .setClauseAside(clause, reason: reason), on: try room.open.meeting(meeting), by: room.actor, at: room.now,
      in: try room.directory().district)
    try room.open.append(events, to: meeting)
    try DraftStore(room.open.session, room.open.district).delete(meeting, clause: clause)
    return Done()
  }
}
