package import Ground

/// What somebody asks of a meeting's bulletin.
package enum MeetingCommand: Hashable, Sendable {
  case receive(id: MeetingID, number: Int, record: MeetingRecord)
  /// The first matter is the parent where the clause fans out.
  case issueClause(Int, as: [MatterID])
  /// No matter comes of it; `carriedBy` is the open matter that already asks the same (并入在办事项).
  case setClauseAside(Int, reason: Words, carriedBy: MatterID? = nil)
  /// "No action" is taken back: the clause waits for a decision again.
  case takeUpClause(Int)
  /// Clauses give way to others that cover the same words: one to several (split), neighbours to one (merge), none to
  /// one that the reader passed over (added).
  case recut([Int], into: [Clause])
  /// The clauses that gave way to these stand again.
  case undoRecut(into: [Int])
  /// `isRead`: the reader says so today, and no person.
  case setKind(Int, Clause.Kind, isRead: Bool = false)
  /// A person confirms or corrects the day; only while nothing is issued, since due dates were reckoned from it.
  case setDay(CivilDate)
  case askApproval
  case giveApproval
  /// A draft changed after approval, which therefore no longer holds.
  case withdrawApproval
  case freezeReport(ReportID)
}

/// What happened to a meeting: what, who, when.
package struct MeetingEvent: Hashable, Sendable {
  package let change: MeetingChange
  package let by: String
  package let at: Instant

  package init(_ change: MeetingChange, by: String, at: Instant) {
    (self.change, self.by, self.at) = (change, by, at)
  }
}

/// What changed; the ledger entry's kind is `meeting.` and the case's name.
package enum MeetingChange: Hashable, Codable, Sendable {
  case received(id: MeetingID, number: Int, record: MeetingRecord)
  case clauseIssued(clause: Int, matters: [MatterID])
  case clauseSetAside(clause: Int, reason: Words, carriedBy: MatterID? = nil)
  case clauseTakenUp(clause: Int)
  /// The first of `into` has the number `first`.
  case clausesRecut(from: [Int], first: Int, into: [Clause])
  case recutUndone(from: [Int], into: [Int])
  case clauseKindSet(clause: Int, kind: Clause.Kind)
  /// The reader's word of a later day, which a person let stand.
  case clauseKindRead(clause: Int, kind: Clause.Kind)
  case daySet(CivilDate)
  case approvalAsked
  case approvalGiven
  case approvalWithdrawn
  case reportFrozen(report: ReportID)
}
