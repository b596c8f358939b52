import Directory
package import Ground
import Matters
import Meetings
import Storage

/// A clause becomes no matter, with a reason and the name of who decided ("no action").
package struct SetClauseAside: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let reason: Words
  /// The open matter that already asks the same.
  package let carriedBy: MatterID?
  /// The draft's version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(meeting: MeetingID, clause: Int, reason: Words, carriedBy: MatterID? = nil, seen: Int? = nil) {
    (self.meeting, self.clause, self.reason) = (meeting, clause, reason)
    (self.carriedBy, self.seen) = (carriedBy, seen)
  }

  package var matters: [MatterID] { [carriedBy].compactMap(\.self) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([reason])
    if let carriedBy {
      guard let matter = try room.open.matter(carriedBy) else { throw Refusal(.matterUnknown, at: "carried_by") }
      guard matter.isOpen else { throw Refusal(.finished, at: "carried_by") }
    }
    let events = try decide(
      .setClauseAside(clause, reason: reason, carriedBy: carriedBy), on: try room.open.meeting(meeting), by: room.actor,
      at: room.now, in: try room.directory().district)
    let before = try room.draft(of: clause, in: meeting, seen: seen)
    try room.remember(
      IntakeStep(.setAside, clauses: [clause], before: [IntakeStep.Before(clause, before)]), in: meeting)
    try room.open.append(events, to: meeting)
    try room.draftStore.delete(meeting, clause: clause)
    return Done()
  }
}
