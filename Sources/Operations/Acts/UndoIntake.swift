import Directory
package import Ground
import Matters
import Meetings
import Storage

/// A clerk takes back their latest step at the intake; what the record held stays in it, and the undoing is added.
package struct UndoIntake: Act {
  package let meeting: MeetingID

  package init(meeting: MeetingID) { self.meeting = meeting }

  /// The clause to look at next.
  package func perform(in room: ActRoom) throws -> Int {
    guard room.actor.has(.coordinator), let officer = room.actor.person?.id else {
      throw Refusal(.meetingCoordinatorOnly)
    }
    guard let (number, step, isOvertaken) = try IntakeStep.latest(of: officer, in: try room.steps.load(meeting)) else {
      throw Refusal(.undoNothing)
    }
    guard !isOvertaken else { throw Refusal(.undoOvertaken) }
    try revert(step, in: room)
    try room.steps.delete(meeting, number: number)
    try room.withdrawApproval(of: meeting)
    return step.before.first?.clause ?? step.clauses.first ?? 0
  }

  private func revert(_ step: IntakeStep, in room: ActRoom) throws {
    let kept = try room.drafts(of: meeting)
    switch step.kind {
    case .edited, .confirmed:
      guard step.before.allSatisfy({ kept[$0.clause] != nil }) else { throw Refusal(.undoOvertaken) }
    case .kind:
      guard let clause = step.clauses.first, let old = step.oldKind else { return }
      _ = try room.decideMeeting(.setKind(clause, old), meeting)
      return
    case .reread: try revertReading(step, kept, in: room)
    case .setAside:
      for before in step.before { _ = try room.decideMeeting(.takeUpClause(before.clause), meeting) }
    case .split, .merged, .added:
      let into = step.into ?? []
      _ = try room.decideMeeting(.undoRecut(into: into), meeting)
      for clause in into { try room.draftStore.delete(meeting, clause: clause) }
    }
    for before in step.before {
      // A page that shows an earlier version must not pass for one that shows this.
      let version = max(before.version, kept[before.clause]?.version ?? 0) + 1
      try room.draftStore.restore(
        meeting, clause: before.clause, state: try DraftText.encode(before.draft), version: version)
    }
  }
  /// What was cut anew stands as it did, and what was judged anew is judged as it was.
  private func revertReading(_ step: IntakeStep, _ kept: [Int: KeptDraft], in room: ActRoom) throws {
    guard let now = try room.open.meeting(meeting) else { throw Refusal(.meetingUnknown) }
    // What gave way to no cut must still wait.
    guard step.before.allSatisfy({ now.isRetired($0.clause) || kept[$0.clause] != nil }) else {
      throw Refusal(.undoOvertaken)
    }
    for into in (step.cuts ?? []).reversed() {
      _ = try room.decideMeeting(.undoRecut(into: into), meeting)
      for clause in into { try room.draftStore.delete(meeting, clause: clause) }
    }
    for before in step.kinds ?? [] {
      _ = try room.decideMeeting(.setKind(before.clause, before.kind, isRead: true), meeting)
    }
  }
}
