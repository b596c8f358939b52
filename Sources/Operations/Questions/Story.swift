package import Ground
package import Matters

/// What happened, who did it, when, and where it stands in the ledger?
package struct StoryLine: Hashable, Sendable {
  package let position: Int
  package let at: Instant
  package let by: StoryAuthor
  package let happening: Happening
  package let onBehalf: OnBehalfLine?

  package init(position: Int, at: Instant, by: StoryAuthor, happening: Happening, onBehalf: OnBehalfLine? = nil) {
    (self.position, self.at, self.by, self.happening, self.onBehalf) = (position, at, by, happening, onBehalf)
  }
}

/// Whose act was it?
package enum StoryAuthor: Hashable, Sendable {
  case officer(OfficerName)
  /// The first acted in the place of the second.
  case standIn(OfficerName, for: OfficerName)
  /// The rule's id.
  case rule(String)
}

/// By which channel and on which day did the unit's word reach the recorder (代录)?
package struct OnBehalfLine: Hashable, Sendable {
  package let channel: OnBehalf.Channel
  package let day: CivilDate

  package init(channel: OnBehalf.Channel, day: CivilDate) { (self.channel, self.day) = (channel, day) }
}

/// What changed, with the names that the sentence needs.
package enum Happening: Hashable, Sendable {
  case issued(lead: UnitName)
  case acknowledged(unit: UnitName, handler: OfficerName?)
  case progressed(unit: UnitName, note: Words)
  case evidenceAdded(unit: UnitName, file: Words)
  case submitted(unit: UnitName, note: Words, verifyBy: CivilDate?)
  case returned(reasons: Words)
  case closed(conclusion: Words, onSite: Bool)
  case reopened(reason: Words, due: CivilDate?)
  case cancelled(reason: Words, authority: Words)
  case reassigned(from: UnitName, to: UnitName, reason: Words)
  case amended(before: Words, after: Words, reason: Words)
  case dueChanged(before: CivilDate?, after: CivilDate, reason: Words)
  case childMoved(child: MatterName, unit: UnitName, phase: Phase)
  case takenOver(TakenOverLine)
  case objected(unit: UnitName, reason: Words, answerBy: CivilDate?)
  /// `to` is nil where the objection was turned down.
  case objectionAnswered(to: UnitName?, due: CivilDate?, reason: Words)
  case extensionAsked(until: CivilDate, reason: Words, answerBy: CivilDate?)
  /// `granted` is nil where it was refused.
  case extensionDecided(before: CivilDate?, granted: CivilDate?, reason: Words)
  case suspended(until: CivilDate, due: CivilDate?, reason: Words, authority: Words)
  case resumed(due: CivilDate?, reason: Words)
  case pressed(note: Words)
  case partsSet([PartLine])
  case partFinished(unit: UnitName, note: Words)
  case projectSet(unit: UnitName, plan: ProjectPlan, reason: Words?)
  case milestoneFinished(unit: UnitName, title: Words, day: CivilDate, note: Words)
  case milestoneMoved(unit: UnitName, title: Words, before: CivilDate?, after: CivilDate, reason: Words)
  case conditionChecked(unit: UnitName, text: Words, look: ProjectLook)
  case measureChecked(unit: UnitName, text: Words, look: ProjectLook)
  case committed(unit: UnitName, commitments: Commitments, reason: Words?)
  case adopted(leader: OfficerName, note: Words)
  case listed(authority: Words, due: CivilDate?, publishBy: CivilDate?)
  case published(place: Words, day: CivilDate)
  case passed(conclusion: Words, onSite: Bool)
  case noticeGiven(place: Words, day: CivilDate, until: CivilDate?)
  case noticeEnded(note: Words, holds: Bool)
  case delisted(reason: Words, publishBy: CivilDate?)
  /// `at` is nil where no unit was found, and in older entries.
  case lookBackSet(CivilDate, at: UnitName?)
  case lookBackAssigned(to: UnitName, reason: Words)
  case lookedBack(conclusion: Words, holds: Bool, onSite: Bool)
  case mergedInto(MatterName, reason: Words)
  case absorbed(MatterName)
  case separated(reason: Words)
  case released(MatterName)
  case closedWith(MatterName)
  case cycleSet(ReportCycle?)
  case reportReminded(until: CivilDate)
  case reportMissed(last: CivilDate, periods: Int)
  case dutiesLinked([Bilingual])
  case settled(note: Words)
  case dueRecounted(before: CivilDate?, after: CivilDate)
  case waitRecounted(Waiting.Kind, before: CivilDate?, after: CivilDate)
  case escalated(Bilingual, due: CivilDate)
  case waitEscalated(Waiting.Kind, UnitName, Bilingual, due: CivilDate)
  case raised(Concern)
  case lookedInto(note: Words)
  case fannedOut(units: [UnitName], reason: Words)

  package var kind: MatterChange.Kind {
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
    case .passed: .passed
    case .noticeGiven: .noticeGiven
    case .noticeEnded: .noticeEnded
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

/// What does this unit do of it, by when, and is it done?
package struct PartLine: Hashable, Sendable {
  package let unit: UnitName
  package let task: Words
  package let due: CivilDate?
  package let finished: Words?

  package init(unit: UnitName, task: Words, due: CivilDate?, finished: Words?) {
    (self.unit, self.task, self.due, self.finished) = (unit, task, due, finished)
  }
}

/// What did the old register say of it when it came in?
package struct TakenOverLine: Hashable, Sendable {
  package let lead: UnitName
  package let issuedOn: CivilDate
  package let closedOn: CivilDate?
  package let formerNumber: Words?
  package let origin: Words?
  package let progress: Words?
  package let conclusion: Words?
  /// The row of the file.
  package let row: Int

  package init(
    lead: UnitName, issuedOn: CivilDate, closedOn: CivilDate?, formerNumber: Words?, origin: Words?, progress: Words?,
    conclusion: Words?, row: Int
  ) {
    (self.lead, self.issuedOn, self.closedOn) = (lead, issuedOn, closedOn)
    (self.formerNumber, self.origin, self.progress) = (formerNumber, origin, progress)
    (self.conclusion, self.row) = (conclusion, row)
  }
}
