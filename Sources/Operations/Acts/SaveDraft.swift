import Directory
package import Ground
import Meetings
import Storage

/// A clerk changes or confirms a draft. An approval that was given no longer holds afterwards.
package struct SaveDraft: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let draft: Draft

  package init(meeting: MeetingID, clause: Int, draft: Draft) {
    (self.meeting, self.clause, self.draft) = (meeting, clause, draft)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard room.actor.has(.coordinator) else { throw Refusal(.meetingCoordinatorOnly) }
    let drafts = try room.drafts(of: meeting)
    guard let before = drafts[clause] else { throw Refusal(.draftMissing, ["clause": String(clause + 1)]) }
    try room.check(draft)
    guard before != draft else { return Done() }
    try DraftStore(room.open.session, room.open.district)
      .save(meeting, clause: clause, state: try DraftText.encode(draft))
    try room.withdrawApproval(of: meeting)
    return Done()
  }
}
