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
  /// `verifyBy` says by when somebody verifies it; nil where no pack has a term, and in entries older than that clock.
  case submitted(note: Words, handling: Handling, verifyBy: DueDate?)
  case returned(reasons: Words)
  case closed(Closure)
  /// 核查通过: the verifier passed it, and the procedure asks for a public notice before the close-out.
  case passed(Closure, verifiers: [OfficerID])
  case noticeGiven(CloseOutNotice.Given)
  case noticeEnded(note: Words, holds: Bool)
  /// `due` is its new term; nil where the day that stood was still ahead, where it has none, and in older entries.
  case reopened(reason: Words, due: DueDate?)
  case cancelled(reason: Words, authority: Words)
  /// `since` is the day from which a new lead unit has it; nil where the lead stays, and in entries older than objections.
  case reassigned(lead: UnitID, supporting: [UnitID], reason: Words, since: CivilDate?)
  case amended(text: Words, reason: Words)
  case dueChanged(due: DueDate, reason: Words)
  /// `verifyBy` where all its children are done by it.
  case childMoved(child: MatterID, phase: Phase, verifyBy: DueDate?)
  case takenOver(TakenOver)
  case objected(Objection)
  case objectionAnswered(ObjectionAnswer)
  case extensionAsked(ExtensionRequest)
  /// `granted` is the new due date; nil where the request was turned down.
  case extensionDecided(granted: DueDate?, reason: Words)
  case suspended(Suspension, due: DueDate?)
  case resumed(due: DueDate?, reason: Words)
  case pressed(note: Words)
  case partsSet([Part])
  case partFinished(unit: UnitID, note: Words, handling: Handling)
  case projectSet(plan: ProjectPlan, reason: Words?, handling: Handling)
  case milestoneFinished(number: Int, end: MilestoneEnd, handling: Handling)
  case milestoneMoved(number: Int, day: CivilDate, reason: Words, handling: Handling)
  case conditionChecked(number: Int, look: ProjectLook, handling: Handling)
  case measureChecked(number: Int, look: ProjectLook, handling: Handling)
  case committed(Commitments, reason: Words?, handling: Handling)
  case adopted(leader: OfficerID, note: Words)
  case listed(Listing, due: DueDate?)
  case published(Listing.Publication)
  case delisted(Listing.Delisting)
  case lookBackSet(LookBack)
  /// The coordinator gave it to another unit.
  case lookBackAssigned(unit: UnitID, reason: Words)
  case lookedBack(conclusion: Words, holds: Bool, onSite: Bool)
  case mergedInto(MergeTarget, reason: Words)
  /// Whoever handled the duplicate has handled this one.
  case absorbed(MatterID, officers: [OfficerID], units: [UnitID])
  case separated(reason: Words)
  case released(MatterID)
  /// The matter that it was merged into was closed, and this one with it.
  case closedWith(MatterID, Closure)
  case cycleSet(ReportCycle?)
  /// Today is the last workday on which the report of the period that ends on this day can be made.
  case reportReminded(until: CivilDate)
  /// So many periods went by without a report, the latest ended on this day.
  case reportMissed(last: CivilDate, periods: Int)
  /// The standing duties that the demand is met by, by their codes.
  case dutiesLinked([String])
  case settled(note: Words)
  /// The same term, counted again by a calendar that was published later.
  case dueRecounted(DueDate)
  /// The same of what it waits for: an answer, a publication, a look-back.
  case waitRecounted(Waiting.Kind, due: DueDate)
  case escalated(Escalation)
  /// The day of something that it waits for has come, or passed.
  case waitEscalated(WaitStep)
  case raised(Concern)
  case lookedInto(note: Words)
  /// It was divided among units after its issue; the children that came to be then.
  case fannedOut([ChildState], reason: Words)

  package enum Kind: String, CaseIterable, Codable, Sendable {
    case issued, acknowledged, progressed
    case evidenceAdded = "evidence_added"
    case submitted, returned, closed, reopened, cancelled, reassigned, amended
    case passed
    case noticeGiven = "notice_given"
    case noticeEnded = "notice_ended"
    case dueChanged = "due_changed"
    case childMoved = "child_moved"
    case takenOver = "taken_over"
    case objected
    case objectionAnswered = "objection_answered"
    case extensionAsked = "extension_asked"
    case extensionDecided = "extension_decided"
    case suspended, resumed, pressed
    case partsSet = "parts_set"
    case partFinished = "part_finished"
    case projectSet = "project_set"
    case milestoneFinished = "milestone_finished"
    case milestoneMoved = "milestone_moved"
    case conditionChecked = "condition_checked"
    case measureChecked = "measure_checked"
    case committed, adopted, listed, published, delisted
    case lookBackSet = "look_back_set"
    case lookBackAssigned = "look_back_assigned"
    case lookedBack = "looked_back"
    case mergedInto = "merged_into"
    case absorbed, separated, released
    case closedWith = "closed_with"
    case cycleSet = "cycle_set"
    case reportReminded = "report_reminded"
    case reportMissed = "report_missed"
    case dutiesLinked = "duties_linked"
    case settled
    case dueRecounted = "due_recounted"
    case waitRecounted = "wait_recounted"
    case escalated
    case waitEscalated = "wait_escalated"
    case raised
    case lookedInto = "looked_into"
    case fannedOut = "fanned_out"
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
    case .passed: .passed
    case .noticeGiven: .noticeGiven
    case .noticeEnded: .noticeEnded
    case .reopened: .reopened
    case .cancelled: .cancelled
    case .reassigned: .reassigned
    case .amended: .amended
    case .dueChanged: .dueChanged
    case .childMoved: .childMoved
    case .takenOver: .takenOver
    case .objected: .objected
    case .objectionAnswered: .objectionAnswered
    case .extensionAsked: .extensionAsked
    case .extensionDecided: .extensionDecided
    case .suspended: .suspended
    case .resumed: .resumed
    case .pressed: .pressed
    case .partsSet: .partsSet
    case .partFinished: .partFinished
    case .projectSet: .projectSet
    case .milestoneFinished: .milestoneFinished
    case .milestoneMoved: .milestoneMoved
    case .conditionChecked: .conditionChecked
    case .measureChecked: .measureChecked
    case .committed: .committed
    case .adopted: .adopted
    case .listed: .listed
    case .published: .published
    case .delisted: .delisted
    case .lookBackSet: .lookBackSet
    case .lookBackAssigned: .lookBackAssigned
    case .lookedBack: .lookedBack
    case .mergedInto: .mergedInto
    case .absorbed: .absorbed
    case .separated: .separated
    case .released: .released
    case .closedWith: .closedWith
    case .cycleSet: .cycleSet
    case .reportReminded: .reportReminded
    case .reportMissed: .reportMissed
    case .dutiesLinked: .dutiesLinked
    case .settled: .settled
    case .dueRecounted: .dueRecounted
    case .waitRecounted: .waitRecounted
    case .escalated: .escalated
    case .waitEscalated: .waitEscalated
    case .raised: .raised
    case .lookedInto: .lookedInto
    case .fannedOut: .fannedOut
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
