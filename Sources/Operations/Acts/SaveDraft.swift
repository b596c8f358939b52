import Directory
package import Ground
import Meetings
import Storage

/// A clerk changes or confirms a draft. An approval that was given no longer holds afterwards.
package struct SaveDraft: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let draft: Draft
  /// The draft's version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(meeting: MeetingID, clause: Int, draft: Draft, seen: Int? = nil) {
    (self.meeting, self.clause, self.draft, self.seen) = (meeting, clause, draft, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard room.actor.has(.coordinator) else { throw Refusal(.meetingCoordinatorOnly) }
    let before = try room.draft(of: clause, in: meeting, seen: seen)
    try room.check(draft)
    guard !before.draft.says(draft) else { return Done() }
    let kind: IntakeStep.Kind = draft.confirmed && !before.draft.confirmed ? .confirmed : .edited
    try room.remember(
      IntakeStep(kind, clauses: [clause], before: [IntakeStep.Before(clause, before)]), in: meeting)
    try room.keep(draft, of: clause, in: meeting)
    try room.withdrawApproval(of: meeting)
    return Done()
  }
}
