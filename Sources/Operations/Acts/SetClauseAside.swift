import Directory
package import Ground
import Meetings
import Storage

/// A clause becomes no matter, with a reason and the name of who decided ("no action").
package struct SetClauseAside: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let reason: Words
  /// The draft's version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(meeting: MeetingID, clause: Int, reason: Words, seen: Int? = nil) {
    (self.meeting, self.clause, self.reason, self.seen) = (meeting, clause, reason, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    let events = try decide(
      .setClauseAside(clause, reason: reason), on: try room.open.meeting(meeting), by: room.actor, at: room.now,
      in: try room.directory().district)
    let before = try room.draft(of: clause, in: meeting, seen: seen)
    try room.remember(
      IntakeStep(.setAside, clauses: [clause], before: [IntakeStep.Before(clause, before)]), in: meeting)
    try room.open.append(events, to: meeting)
    try room.draftStore.delete(meeting, clause: clause)
    return Done()
  }
}
