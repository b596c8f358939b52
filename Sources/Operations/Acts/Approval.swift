package import Ground
import Meetings

/// A coordinator asks the district's approver for the batch (提请签批).
package struct AskApproval: Act {
  package let meeting: MeetingID

  package init(meeting: MeetingID) { self.meeting = meeting }

  package func perform(in room: ActRoom) throws -> Done {
    let drafts = try room.drafts(of: meeting)
    let unconfirmed = drafts.values.count { !$0.draft.confirmed }
    guard unconfirmed == 0 else { throw Refusal(.draftUnconfirmed, ["count": String(unconfirmed)]) }
    return try room.decideMeeting(.askApproval, meeting)
  }
}

/// The named post approves the batch (领导签批).
package struct GiveApproval: Act {
  package let meeting: MeetingID

  package init(meeting: MeetingID) { self.meeting = meeting }

  package func perform(in room: ActRoom) throws -> Done { try room.decideMeeting(.giveApproval, meeting) }
}
