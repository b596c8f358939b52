import Directory
package import Ground

/// One thing that happened to a matter: what, who did it, when.
package struct MatterEvent: Hashable, Sendable {
  package let change: MatterChange
  /// An officer's id or a rule's.
  package let by: String
  package let at: Instant

  package init(_ change: MatterChange, by: String, at: Instant) {
    (self.change, self.by, self.at) = (change, by, at)
  }
}

/// What changed; the ledger entry's kind is `matter.` and the case's name.
package enum MatterChange: Hashable, Codable, Sendable {
  case issued(Issue)
  case acknowledged(handler: OfficerID?, handling: Handling)
  case progressed(note: Words, handling: Handling)
  case evidenceAdded(evidence: Evidence, handling: Handling)
  case submitted(note: Words, handling: Handling)
  case returned(reasons: Words)
  case closed(Closure)
  case reopened(reason: Words)
  case cancelled(reason: Words, authority: Words)
  case reassigned(lead: UnitID, supporting: [UnitID], reason: Words)
  case amended(text: Words, reason: Words)
  case dueChanged(due: DueDate, reason: Words)
  case childMoved(child: MatterID, phase: Phase)
  case takenOver(TakenOver)

  package enum Kind: String, CaseIterable, Codable, Sendable {
    case issued, acknowledged, progressed
    case evidenceAdded = "evidence_added"
    case submitted, returned, closed, reopened, cancelled, reassigned, amended
    case dueChanged = "due_changed"
    case childMoved = "child_moved"
    case takenOver = "taken_over"
  }

  package var kind: Kind {
    switch self {
    case .issued: .issued
    case .acknowledged: .acknowledged
    case .progressed: .progressed
    case .evidenceAdded: .evidenceAdded
    case .submitted: .submitted
    case .returned: .returned
    case .closed: .closed
    case .reopened: .reopened
    case .cancelled: .cancelled
    case .reassigned: .reassigned
    case .amended: .amended
    case .dueChanged: .dueChanged
    case .childMoved: .childMoved
    case .takenOver: .takenOver
    }
  }
}

/// Who handled the matter by a unit's act: the author or recorder, the named handler and the unit's leads of that day.
package struct Handling: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let officers: [OfficerID]
  /// The units that those officers belong to, and the acting unit.
  package let units: [UnitID]
  package let onBehalf: OnBehalf?

  package init(unit: UnitID, officers: [OfficerID], units: [UnitID], onBehalf: OnBehalf?) {
    (self.unit, self.officers, self.units, self.onBehalf) = (unit, officers, units, onBehalf)
  }
}
