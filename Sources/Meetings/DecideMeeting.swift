package import Directory
package import Ground

/// Answers a command with what happens, or with every reason why it may not.
package func decide(
  _ command: MeetingCommand, on meeting: Meeting?, by actor: Actor, at now: Instant, in district: District
) throws(Refusal) -> [MeetingEvent] {
  let change = try change(for: command, on: meeting, by: actor, at: now, in: district)
  return [MeetingEvent(change, by: actor.code, at: now)]
}

private func change(
  for command: MeetingCommand, on meeting: Meeting?, by actor: Actor, at now: Instant, in district: District
) throws(Refusal) -> MeetingChange {
  if case .receive(let id, let number, let record) = command {
    try requireCoordinator(actor)
    guard meeting == nil else { throw Refusal(.meetingExists) }
    return .received(id: id, number: number, record: record)
  }
  guard let meeting else { throw Refusal(.meetingUnknown) }
  switch command {
  case .receive: preconditionFailure("answered above")
  case .issueClause(let clause, let matters):
    try requireCoordinator(actor)
    try requireUndecided(clause, of: meeting)
    try requireApproval(of: meeting, in: district)
    return .clauseIssued(clause: clause, matters: matters)
  case .setClauseAside(let clause, let reason, let carriedBy):
    try requireCoordinator(actor)
    try requireUndecided(clause, of: meeting)
    try requireReason(reason)
    return .clauseSetAside(clause: clause, reason: reason, carriedBy: carriedBy)
  case .takeUpClause, .recut, .undoRecut, .setKind:
    try requireCoordinator(actor)
    return try recutting(command, meeting)
  case .setDay(let day):
    try requireCoordinator(actor)
    guard day <= now.civilDate, day >= now.civilDate.adding(days: -730) else {
      throw Refusal(.meetingDay, at: "day", ["day": day.iso])
    }
    guard !meeting.hasIssued else { throw Refusal(.meetingDayFixed, at: "day") }
    return .daySet(day)
  case .askApproval:
    try requireCoordinator(actor)
    guard district.approver != nil else { throw Refusal(.approvalNotNeeded) }
    guard case .notAsked = meeting.approval else { throw Refusal(.approvalAlreadyAsked) }
    return .approvalAsked
  case .giveApproval:
    guard let approver = district.approver, actor.officer?.id == approver else { throw Refusal(.approvalNotYours) }
    guard case .asked = meeting.approval else { throw Refusal(.approvalNotAsked) }
    return .approvalGiven
  case .withdrawApproval:
    guard meeting.approval != .notAsked else { throw Refusal(.approvalNotAsked) }
    return .approvalWithdrawn
  case .freezeReport(let report):
    try requireCoordinator(actor)
    return .reportFrozen(report: report)
  }
}

extension Meeting {
  fileprivate mutating func say(_ kind: ClauseCuts.SaidKind) {
    cuts = cuts ?? ClauseCuts()
    cuts?.kinds.append(kind)
  }

  /// Whether a person said what kind the clause is; the reader's word of a later day is none's.
  package func isKindSaid(_ clause: Int) -> Bool {
    cuts?.kinds.contains { $0.clause == clause && $0.isRead != true } ?? false
  }

  /// Whether any clause has become a matter.
  var hasIssued: Bool {
    decisions.contains { decision in
      if case .issued? = decision?.outcome { true } else { false }
    }
  }
}

private func requireCoordinator(_ actor: Actor) throws(Refusal) {
  if case .rule = actor { return }
  guard actor.has(.coordinator) else { throw Refusal(.meetingCoordinatorOnly) }
}

func requireUndecided(_ clause: Int, of meeting: Meeting) throws(Refusal) {
  guard meeting.decisions.indices.contains(clause) else {
    throw Refusal(.clauseUnknown, ["clause": String(clause + 1)])
  }
  guard meeting.decisions[clause] == nil else { throw Refusal(.clauseDecided, ["clause": String(clause + 1)]) }
  guard !meeting.isRetired(clause) else {
    throw Refusal(.clauseRecut, ["clause": String(clause + 1)])
  }
}

private func requireApproval(of meeting: Meeting, in district: District) throws(Refusal) {
  guard district.approver != nil else { return }
  guard case .given = meeting.approval else { throw Refusal(.approvalMissing) }
}

private func requireReason(_ reason: Words) throws(Refusal) {
  let length = reason.text?.unicodeScalars.count ?? 0
  guard reason.text?.contains(where: { !$0.isWhitespace }) == true, length <= 500 else {
    throw Refusal(.noActionReason, at: "reason")
  }
}

/// What a meeting is after an event.
package func evolve(_ meeting: Meeting?, with event: MeetingEvent) -> Meeting {
  if case .received(let id, let number, let record) = event.change {
    return Meeting(
      id: id, number: number, record: record, day: record.day, isYearProposed: record.isYearProposed,
      decisions: Array(repeating: nil, count: record.clauses.count), approval: .notAsked, reports: [],
      receivedBy: event.by, receivedAt: event.at, version: 1)
  }
  guard var meeting else { preconditionFailure("a meeting begins by being received") }
  meeting.version += 1
  switch event.change {
  case .received: preconditionFailure("answered above")
  case .clauseIssued(let clause, let matters):
    meeting.decisions[clause] = ClauseDecision(outcome: .issued(matters: matters), by: event.by, at: event.at)
  case .clauseSetAside(let clause, let reason, let carriedBy):
    meeting.decisions[clause] = ClauseDecision(
      outcome: .noAction(reason: reason, carriedBy: carriedBy), by: event.by, at: event.at)
  case .clauseTakenUp(let clause): meeting.decisions[clause] = nil
  case .clausesRecut(let from, let first, let into): meeting.recut(from, into, first: first)
  case .recutUndone(_, let into): meeting.undoRecut(into)
  case .clauseKindSet(let clause, let kind): meeting.say(ClauseCuts.SaidKind(clause: clause, kind: kind))
  case .clauseKindRead(let clause, let kind):
    meeting.say(ClauseCuts.SaidKind(clause: clause, kind: kind, isRead: true))
  case .daySet(let day): (meeting.day, meeting.isYearProposed) = (day, false)
  case .approvalAsked: meeting.approval = .asked(by: event.by, at: event.at)
  case .approvalGiven: meeting.approval = .given(by: event.by, at: event.at)
  case .approvalWithdrawn: meeting.approval = .notAsked
  case .reportFrozen(let report): meeting.reports.append(report)
  }
  return meeting
}
