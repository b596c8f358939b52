import Directory
import Ground

/// The matter as the event leaves it. Takes events as they stand: what may happen is `decide`'s to say.
package func evolve(_ matter: Matter?, with event: MatterEvent) -> Matter {
  guard let before = matter else {
    switch event.change {
    case .issued(let issue): return Matter(issue, at: event.at)
    case .takenOver(let taken): return Matter(taken, at: event.at)
    default: preconditionFailure("a matter starts by being issued or taken over")
    }
  }
  var next = before
  next.apply(event.change, at: event.at)
  next.note(event, before: before)
  if next.phase != before.phase { next.phaseSince = event.at }
  // What a rule calls to mind or counts is nobody's act on the matter.
  if ![.escalated, .waitEscalated, .reportReminded, .reportMissed].contains(event.change.kind) {
    (next.lastAct, next.lastActAt) = (event.change.kind, event.at)
  }
  next.version += 1
  return next
}

extension Matter {
  fileprivate init(_ issue: Issue, at instant: Instant) {
    self.init(
      id: issue.id, number: issue.number, procedure: issue.procedure, text: issue.text, source: issue.source,
      fields: issue.fields, lead: issue.lead, supporting: issue.supporting, leader: issue.leader, due: issue.due,
      urgency: issue.urgency, standard: issue.standard, parent: issue.parent, children: issue.children,
      phase: .assigned, issuedAt: instant, handler: nil, evidence: [], handledBy: [], handlingUnits: [], returns: 0,
      reopenings: 0, closure: nil, lastAct: .issued, lastActAt: instant, phaseSince: instant,
      imported: nil, hazard: issue.hazard, side: nil, version: 1)
  }

  /// As the old register had it: issued on its day, in its phase, its units having handled what they began.
  fileprivate init(_ taken: TakenOver, at instant: Instant) {
    self.init(taken.issue, at: Instant(taken.issuedOn))
    (phase, closure, handler) = (taken.phase, taken.closure, taken.handler)
    if taken.phase != .assigned {
      handlingUnits = [lead].adding(supporting)
      handledBy = taken.handler.map { [$0] } ?? []
    }
    (lastAct, lastActAt) = (.takenOver, instant)
    phaseSince = taken.closure?.at ?? issuedAt
    imported = ImportMark(importing: taken.importing, row: taken.row, formerNumber: taken.formerNumber)
  }

  fileprivate mutating func apply(_ change: MatterChange, at instant: Instant) {
    switch change {
    case .issued, .takenOver: break
    case .acknowledged(let named, let handling):
      (phase, handler) = (.underway, named)
      handled(handling)
    case .progressed(_, let handling): handled(handling)
    case .evidenceAdded(let piece, let handling):
      evidence.append(piece)
      handled(handling)
    case .submitted(_, let handling, _):
      phase = .submitted
      handled(handling)
    case .returned:
      phase = .underway
      returns += 1
    case .closed(let closure), .closedWith(_, let closure): (phase, self.closure) = (.closed, closure)
    case .reopened(_, let newDue):
      reopen()
      due = newDue ?? due
    case .cancelled: phase = .cancelled
    case .reassigned(let newLead, let newSupporting, _, _): reassign(newLead, newSupporting)
    case .amended(let newText, _): text = newText
    case .dueChanged(let newDue, _), .dueRecounted(let newDue): due = newDue
    case .childMoved(let child, let childPhase, _): move(child, to: childPhase)
    case .fannedOut(let made, _): children += made
    case .objected: phase = .objected
    case .objectionAnswered(let answer):
      phase = life.objection?.from ?? phase
      if let lead = answer.lead { reassign(lead, answer.supporting) }
      due = answer.due ?? due
    case .extensionDecided(let granted, _): due = granted ?? due
    case .suspended(_, let newDue): (phase, due) = (.suspended, newDue ?? due)
    case .resumed(let newDue, _): (phase, due) = (life.suspension?.from ?? .underway, newDue ?? due)
    case .partFinished(_, _, let handling), .projectSet(_, _, let handling), .milestoneFinished(_, _, let handling),
      .conditionChecked(_, _, let handling), .measureChecked(_, _, let handling), .committed(_, _, let handling),
      .milestoneMoved(_, _, _, let handling):
      handled(handling)
    case .absorbed(_, let officers, let units):
      (handledBy, handlingUnits) = (handledBy.adding(officers), handlingUnits.adding(units))
    case .listed(_, let newDue): due = newDue ?? due
    // A listing's comes first; its side life keeps it.
    case .published(let publication): if !life.owesListing { closure?.published = publication }
    case .waitRecounted(.publication, let newDue):
      if !life.owesListing { closure?.publishBy = newDue }
    case .passed, .noticeGiven, .noticeEnded, .waitRecounted, .escalated, .waitEscalated, .reportReminded,
      .reportMissed,
      .raised, .lookedInto, .extensionAsked, .pressed, .partsSet, .adopted,
      .delisted,
      .lookBackSet, .lookBackAssigned, .lookedBack, .mergedInto,
      .separated, .released, .cycleSet, .dutiesLinked, .settled:
      break
    }
  }

  private mutating func handled(_ handling: Handling) {
    handledBy = handledBy.adding(handling.officers)
    handlingUnits = handlingUnits.adding(handling.units)
  }

  private mutating func reopen() {
    (phase, closure) = (.underway, nil)
    reopenings += 1
  }

  /// A new lead unit has yet to sign for it; other supporting units alone change nothing about that.
  private mutating func reassign(_ newLead: UnitID, _ newSupporting: [UnitID]) {
    if newLead != lead { (phase, handler) = (.assigned, nil) }
    (lead, supporting) = (newLead, newSupporting)
  }

  /// A matter that fanned out moves by its children: it is ready when all are closed or cancelled, one at least closed.
  private mutating func move(_ child: MatterID, to childPhase: Phase) {
    children = children.map {
      $0.matter == child ? ChildState(matter: child, unit: $0.unit, phase: childPhase) : $0
    }
    let isSettled = children.allSatisfy { !$0.phase.isOpen }
    let isReady = isSettled && children.contains { $0.phase == .closed }
    switch phase {
    case .cancelled: break
    case .closed: if !isSettled { reopen() }
    case .assigned, .objected, .underway, .suspended, .submitted:
      if isReady {
        phase = .submitted
      } else if phase == .submitted || children.contains(where: { $0.phase != .assigned }) {
        phase = .underway
      }
    }
  }
}
