import Directory
import Ground
import Matters
import Packs
import Storage

/// Whom a change of a matter is told: officers whose turn it makes, or whose matter it moves. Whoever did it knows already.
struct Telling {
  let directory: Directory
  let packs: PackLibrary
  let clock: DueClock
  let now: Instant

  /// In the official order.
  func officers(_ step: MatterStep) -> [OfficerID] {
    let (told, actors) = (Set(audience(step)), Actor.officers(in: step.by))
    return told.filter { directory.officers[$0]?.hasLeft == false && $0 != actors?.who && $0 != actors?.for }
      .sorted { (directory.place(of: $0), $0) < (directory.place(of: $1), $1) }
  }

  /// What says more than the kind: which step of which ladder (`usual.card`), which concern.
  static func detail(_ change: MatterChange) -> String {
    switch change {
    case .escalated(let step): step.code
    case .waitEscalated(let step): "\(step.kind.rawValue):\(step.code)"
    case .raised(let concern): concern.rawValue
    default: ""
    }
  }

  private func audience(_ step: MatterStep) -> [OfficerID] {
    let matter = step.after
    switch step.change {
    case .issued: return matter.isParent ? [] : unitsOfficers(matter)
    case .reassigned:
      let before = Set(step.before.map { [$0.lead] + $0.supporting } ?? [])
      // A unit that has it no longer may not see it any more, nor be sent its number.
      return officers(of: ([matter.lead] + matter.supporting).filter { !before.contains($0) || $0 == matter.lead })
    case .objectionAnswered:
      // Whoever objected hears the answer, whichever way it went.
      return unitsOfficers(matter) + officers(of: step.before.map { [$0.lead] } ?? [])
    case .returned, .reopened, .cancelled, .dueChanged, .dueRecounted, .amended,
      .extensionDecided, .suspended, .resumed, .pressed, .partsSet, .listed, .delisted, .closed:
      return matter.isParent ? [] : unitsOfficers(matter)
    // Each child is told as it is issued; whoever had the whole hears that it moves by these.
    case .fannedOut: return unitsOfficers(matter)
    case .lookBackSet, .lookBackAssigned: return lookers(matter)
    case .reportReminded: return handlers(matter)
    case .reportMissed: return handlers(matter) + directory.leads(of: matter.lead).map(\.id)
    case .cycleSet: return matter.isParent ? [] : officers(of: [matter.lead])
    case .submitted: return verifiers(of: matter)
    case .objected, .extensionAsked, .raised, .passed: return with(.coordinator)
    case .adopted(let leader, _): return [leader] + officers(of: [matter.lead])
    case .escalated(let escalation):
      return climbers(escalation.ladder, escalation.number, handler: handlers(matter), lead: matter.lead, matter)
    case .waitEscalated(let step):
      return climbers(step.ladder, step.number, handler: whoseTurn(step, matter), lead: step.unit, matter)
    case .childMoved: return matter.isParent && matter.phase == .submitted ? with(.coordinator) : []
    // A register that is taken over tells nobody of each row; what moves with another matter was told with that one.
    case .takenOver, .acknowledged, .progressed, .evidenceAdded, .partFinished, .projectSet, .milestoneFinished,
      .milestoneMoved, .conditionChecked, .measureChecked, .committed, .dutiesLinked, .published, .noticeGiven,
      .noticeEnded,
      .lookedBack,
      .mergedInto, .absorbed, .separated, .released, .closedWith, .settled, .lookedInto, .waitRecounted:
      return []
    }
  }

  /// The named handler and the leads of its lead unit, or all of that unit's where nobody was named; and the officers of the
  /// supporting units.
  private func unitsOfficers(_ matter: Matter) -> [OfficerID] {
    handlers(matter) + directory.leads(of: matter.lead).map(\.id) + officers(of: matter.supporting)
  }

  /// Whoever was named, as long as they serve in its lead unit; else all of that unit who do its work.
  private func handlers(_ matter: Matter) -> [OfficerID] {
    if let handler = matter.handler, let known = directory.officers[handler], !known.hasLeft, known.unit == matter.lead
    {
      return [handler]
    }
    return officers(of: [matter.lead])
  }

  private func officers(of units: [UnitID]) -> [OfficerID] {
    directory.officers.values.filter { units.contains($0.unit) && $0.isUnitOfficer }.map(\.id)
  }

  private func with(_ role: Role) -> [OfficerID] { directory.active(with: role).map(\.id) }

  /// Those who may verify it, by the rule that will let them.
  private func verifiers(of matter: Matter, by act: ActKind = .close) -> [OfficerID] {
    guard let standard = packs.standard(matter.standard, issuedOn: matter.issuedAt.civilDate) else { return [] }
    let context = Context(directory: directory, standard: standard, packs: packs, clock: clock, moment: now)
    return directory.active(with: .verifier)
      .filter { allowed(act, on: matter, by: .officer($0), in: context).isEmpty }
      .map(\.id)
  }

  /// Those of the unit that holds its look-back.
  private func lookers(_ matter: Matter) -> [OfficerID] {
    guard let lookBack = matter.life.lookBack, let unit = lookBack.unit else { return [] }
    return LookBackUnits(matter, closedBy: lookBack.closedBy, directory).lookers(in: unit).map(\.id)
  }

  /// Whose turn it is to do what is waited for: the office's, a verifier's, or the unit's that has it.
  private func whoseTurn(_ step: WaitStep, _ matter: Matter) -> [OfficerID] {
    switch step.kind {
    case .objection, .extension, .publication, .notice, .concern: with(.coordinator)
    case .verification: matter.isParent ? with(.coordinator) : verifiers(of: matter)
    case .lookBack: matter.life.lookBack?.unit == nil ? verifiers(of: matter, by: .lookBack) : lookers(matter)
    // The coordinator resumes it; whoever handles it makes ready.
    case .suspension: with(.coordinator) + handlers(matter)
    case .part, .milestone, .measure: step.unit == matter.lead ? handlers(matter) : officers(of: [step.unit])
    }
  }

  private func climbers(
    _ code: String, _ number: Int, handler: @autoclosure () -> [OfficerID], lead: UnitID, _ matter: Matter
  ) -> [OfficerID] {
    guard let ladder = packs.ladders[code], ladder.steps.indices.contains(number - 1) else { return [] }
    return ladder.steps[number - 1].tells.flatMap { audience -> [OfficerID] in
      switch audience {
      case .handler: handler()
      case .unitLead: directory.leads(of: lead).map(\.id)
      case .coordinator: with(.coordinator)
      case .leader: [matter.leader, matter.life.adoptedBy].compactMap { $0 }
      }
    }
  }
}

extension ActRoom {
  /// Writes down in the act's own transaction what others are to be told of it.
  func tell() throws {
    try tellOfSittings()
    try tellOfPeriods()
    try tellOfTrainings()
    guard !open.steps.isEmpty, let directory = open.directory else { return }
    let telling = Telling(directory: directory, packs: packs, clock: try clock(), now: now)
    let store = NoticeStore(open.session, open.district)
    for step in open.steps {
      for officer in telling.officers(step) {
        try store.insert(
          Notice(
            position: step.position, officer: officer, kind: step.change.kind.rawValue,
            detail: Telling.detail(step.change), matter: step.after.id, at: now))
      }
    }
  }
}
