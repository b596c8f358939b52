import Directory
package import Ground
import Matters
package import Meetings
import Storage

/// A clerk lets the reader's word of today stand for clauses that nobody has touched; one step, undone as one.
package struct TakeReading: Act {
  package let meeting: MeetingID
  package let takes: [Take]
  /// The state of the intake that the reading was held against.
  package let stamp: Int
  /// What the person sent.
  package let sent: String

  /// Places taken in one act: the district's other acts wait while they are written.
  package static let most = 200

  package struct Take: Codable, Sendable {
    package let from: [Int]
    /// Empty where the cut stays.
    package let into: [Clause]
    /// The kind that it is read as today, where that differs and the cut stays.
    package let kind: Clause.Kind?
    package let proposed: [Draft]
  }

  package init(meeting: MeetingID, takes: [Take], stamp: Int, sent: String) {
    (self.meeting, self.takes, self.stamp, self.sent) = (meeting, takes, stamp, sent)
  }

  package func fingerprint() -> String { "\(meeting) \(sent)" }

  package func perform(in room: ActRoom) throws -> Done {
    guard room.actor.has(.coordinator) else { throw Refusal(.meetingCoordinatorOnly) }
    guard let before = try room.open.meeting(meeting) else { throw Refusal(.meetingUnknown) }
    let kept = try room.drafts(of: meeting)
    guard IntakeStamp.of(before, kept) == stamp else { throw Refusal(.readingStale) }
    var step = IntakeStep(.reread, clauses: [], before: [])
    (step.cuts, step.kinds) = ([], [])
    for take in takes {
      for clause in take.from {
        guard let draft = kept[clause], !draft.draft.confirmed, draft.draft.changedBy == nil else {
          throw Refusal(.readingStale)
        }
        step.clauses.append(clause)
        step.before.append(IntakeStep.Before(clause, draft))
      }
      let clauses = take.into.isEmpty ? take.from : try room.cut(take.from, into: take.into, of: meeting)
      if take.into.isEmpty {
        if let kind = take.kind { try set(kind, take.from[0], before, &step, in: room) }
      } else {
        step.cuts?.append(clauses)
        step.clauses += clauses
      }
      // In nobody's name: it is the reader's proposal, as on the day when the bulletin came in.
      for (clause, draft) in zip(clauses, take.proposed) {
        try room.draftStore.save(meeting, clause: clause, state: try DraftText.encode(draft))
      }
    }
    try room.remember(step, in: meeting)
    try room.withdrawApproval(of: meeting)
    return Done()
  }

  private func set(
    _ kind: Clause.Kind, _ clause: Int, _ before: Meeting, _ step: inout IntakeStep, in room: ActRoom
  ) throws {
    step.kinds?.append(IntakeStep.KindBefore(clause: clause, kind: before.clauses[clause].kind))
    _ = try room.decideMeeting(.setKind(clause, kind, isRead: true), meeting)
  }
}
