import Directory
package import Ground
import Matters
package import Meetings
import Storage

/// A clerk lets the reader's word of today stand for clauses that nobody has touched.
package struct TakeReading: Act {
  package let meeting: MeetingID
  package let takes: [Take]
  /// The state of the intake that the page showed.
  package let seen: Int
  /// What the person sent.
  package let sent: String

  package struct Take: Codable, Sendable {
    package let from: [Int]
    /// Empty where the cut stays.
    package let into: [Clause]
    /// The kind that it is read as today, where that differs and the cut stays.
    package let kind: Clause.Kind?
    package let proposed: [Draft]
  }

  package init(meeting: MeetingID, takes: [Take], seen: Int, sent: String) {
    (self.meeting, self.takes, self.seen, self.sent) = (meeting, takes, seen, sent)
  }

  package func fingerprint() -> String { "\(meeting) \(sent)" }

  package func perform(in room: ActRoom) throws -> Done {
    guard room.actor.has(.coordinator) else { throw Refusal(.meetingCoordinatorOnly) }
    guard let before = try room.open.meeting(meeting) else { throw Refusal(.meetingUnknown) }
    guard IntakeStamp.of(before, try room.drafts(of: meeting)) == seen else { throw Refusal(.readingStale) }
    for take in takes {
      if take.into.isEmpty { try judge(take, in: room) } else { try cut(take, in: room) }
    }
    try room.withdrawApproval(of: meeting)
    return Done()
  }

  /// The cut stays: the kind and the draft become what is proposed today.
  private func judge(_ take: Take, in room: ActRoom) throws {
    guard let clause = take.from.first, let proposed = take.proposed.first else { return }
    let before = try room.draft(of: clause, in: meeting, seen: nil)
    if let kind = take.kind {
      _ = try room.decideMeeting(.setKind(clause, kind), meeting)
      try room.remember(
        IntakeStep(
          .kind, clauses: [clause], before: [IntakeStep.Before(clause, before)],
          oldKind: kind == .slogan ? .action : .slogan), in: meeting)
    }
    guard !before.draft.says(proposed) else { return }
    try room.remember(
      IntakeStep(.edited, clauses: [clause], before: [IntakeStep.Before(clause, before)]), in: meeting)
    try propose(proposed, for: clause, in: room)
  }

  private func cut(_ take: Take, in room: ActRoom) throws {
    let numbers = try RecutClauses(
      meeting: meeting, from: take.from, into: take.into, proposed: take.proposed, seen: [], sent: sent
    ).perform(in: room)
    for (clause, proposed) in zip(numbers, take.proposed) { try propose(proposed, for: clause, in: room) }
  }

  /// In nobody's name: it is the reader's proposal, as on the day when the bulletin came in.
  private func propose(_ draft: Draft, for clause: Int, in room: ActRoom) throws {
    try room.draftStore.save(meeting, clause: clause, state: try DraftText.encode(draft))
  }
}
