package import Ground
import Meetings
import Storage

/// A clerk says whether a clause asks for something or is a slogan.
package struct SetClauseKind: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let isSlogan: Bool
  package let seen: Int?

  package init(meeting: MeetingID, clause: Int, isSlogan: Bool, seen: Int? = nil) {
    (self.meeting, self.clause, self.isSlogan, self.seen) = (meeting, clause, isSlogan, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    guard let before = try room.open.meeting(meeting) else { throw Refusal(.meetingUnknown) }
    let kept = try room.draft(of: clause, in: meeting, seen: seen)
    let kind: Clause.Kind = isSlogan ? .slogan : .action
    guard before.clauses[clause].kind != kind else { return Done() }
    let done = try room.decideMeeting(.setKind(clause, kind), meeting)
    try room.remember(
      IntakeStep(
        .kind, clauses: [clause], before: [IntakeStep.Before(clause, kept)], oldKind: before.clauses[clause].kind),
      in: meeting)
    try room.withdrawApproval(of: meeting)
    return done
  }
}

/// "No action" is taken back: the clause waits again, with the draft that is proposed for it.
package struct TakeUpClause: Act {
  package let meeting: MeetingID
  package let clause: Int
  package let proposed: Draft

  package init(meeting: MeetingID, clause: Int, proposed: Draft) {
    (self.meeting, self.clause, self.proposed) = (meeting, clause, proposed)
  }

  package func fingerprint() -> String { "\(meeting) \(clause)" }

  package func perform(in room: ActRoom) throws -> Done {
    let done = try room.decideMeeting(.takeUpClause(clause), meeting)
    try room.keep(proposed, of: clause, in: meeting)
    try room.withdrawApproval(of: meeting)
    return done
  }
}
