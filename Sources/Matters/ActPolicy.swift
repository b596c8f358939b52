package import Directory
package import Ground
import Packs

/// Whether a rule is met, and if not, every reason why not.
package enum Verdict: Hashable, Sendable {
  case meets
  case fails([Problem])

  init(_ problems: [Problem]) { self = problems.isEmpty ? .meets : .fails(problems) }

  package var problems: [Problem] {
    switch self {
    case .meets: []
    case .fails(let problems): problems
    }
  }
}

/// Who may do an act on a matter, and when in its life; says nothing of what the act would carry.
package struct ActPolicy: Sendable {
  package let act: ActKind
  package let matter: Matter
  package let context: Context

  package init(_ act: ActKind, on matter: Matter, in context: Context) {
    (self.act, self.matter, self.context) = (act, matter, context)
  }

  package func verdict(for actor: Actor) -> Verdict { Verdict(stage() + person(actor)) }

  private var who: WhoCould { WhoCould(matter: matter, directory: context.directory) }

  // MARK: When

  private func stage() -> [Problem] {
    let rule = act.rule
    let phases = matter.isParent ? rule.parentPhases : rule.phases
    if matter.isParent, !phases.contains(matter.phase) { return [parentStage(rule)] }
    if let target = matter.life.mergedInto, act != .separate {
      return [Problem(.isMerged, at: "phase", ["number": target.number])]
    }
    guard phases.contains(matter.phase) else { return [Problem(wrongPhase, at: "phase")] }
    return rule.standing.map(missing) ?? []
  }

  private var wrongPhase: ProblemCode {
    switch (act, matter.phase) {
    case (.acknowledge, .underway): .alreadySigned
    case (.answerObjection, _): .noObjection
    case (.resume, _): .notSuspended
    case (.delist, _) where matter.isOpen: .notYetClosed
    case (.lookBack, _) where matter.isOpen, (.assignLookBack, _) where matter.isOpen: .notYetClosed
    case (.reopen, .cancelled): .staysCancelled
    case (.reopen, _): .notClosed
    case (.returnForRework, _) where matter.isOpen, (.close, _) where matter.isOpen: .notSubmitted
    case (_, .objected): .awaitingAnswer
    case (_, .suspended): .isSuspended
    case (_, .assigned): .signFirst
    case (_, .submitted): .awaitingVerification
    case (_, .underway), (_, .closed), (_, .cancelled): .finished
    }
  }

  /// What a matter that fanned out refuses.
  private func parentStage(_ rule: ActRule) -> Problem {
    switch act {
    case .close where matter.phase == .assigned || matter.phase == .underway:
      let open = matter.children.filter(\.phase.isOpen)
      let names = open.map { context.directory.shownName(of: $0.unit) }
      return open.isEmpty
        ? Problem(.childrenAllCancelled, at: "phase")
        : Problem(.childrenOpen, at: "phase", ["units": names.joined(separator: "、")])
    default: return Problem(rule.parentPhases.isEmpty ? .movesByChildren : wrongPhase, at: "phase")
    }
  }

  /// What must stand besides the phase, and does not.
  private func missing(_ standing: ActRule.Standing) -> [Problem] {
    let life = matter.life
    func problem(_ code: ProblemCode, unless stands: Bool, _ values: [String: String] = [:]) -> [Problem] {
      stands ? [] : [Problem(code, at: "phase", values)]
    }
    switch standing {
    case .objectionOpen: return problem(.noObjection, unless: life.objection != nil)
    case .withinObjectionTerm:
      let last = context.due("directive.object", from: matter.assignedOn)?.day
      return problem(.objectionLate, unless: last.map { context.today <= $0 } ?? true, ["day": last?.iso ?? ""])
    case .extensionOpen: return problem(.noExtension, unless: life.extensionAsked != nil)
    case .dueNotPassed:
      guard let due = matter.due else { return [Problem(.noDue, at: "phase")] }
      if life.extensionAsked != nil { return [Problem(.extensionPending, at: "phase")] }
      return problem(.extensionLate, unless: !isOverdue(due: due.day, on: context.today), ["day": due.day.iso])
    case .partOpen: return problem(.noPartOpen, unless: life.parts.contains { $0.finished == nil })
    case .milestoneOpen:
      return problem(.noMilestoneOpen, unless: life.project.map { !$0.openMilestones.isEmpty } ?? false)
    case .conditionPlanned: return problem(.noCondition, unless: life.project.map { !$0.conditions.isEmpty } ?? false)
    case .measurePlanned: return problem(.noMeasure, unless: life.project.map { !$0.measures.isEmpty } ?? false)
    case .supported: return problem(.noSupporting, unless: !matter.supporting.isEmpty)
    case .notListed: return problem(.alreadyListed, unless: !life.isListed)
    case .owesPublication: return problem(.nothingToPublish, unless: matter.publicationOwed != nil)
    case .listed: return problem(.notListed, unless: life.isListed)
    case .noNotice: return problem(.noticeUnderWay, unless: life.notice == nil)
    case .noticeOwed: return problem(.nothingToGiveNotice, unless: life.notice.map { $0.given == nil } ?? false)
    case .noticeGiven: return problem(.noNoticeGiven, unless: life.notice?.given != nil)
    case .lookBackDue:
      guard let lookBack = life.lookBack else { return [Problem(.noLookBack, at: "phase")] }
      let day = lookBack.due.day
      return problem(.lookBackEarly, unless: context.today >= day, ["day": day.iso])
    case .lookBackSet: return problem(.noLookBack, unless: life.lookBack != nil)
    case .aboutPetitions:
      if life.settlement != nil { return [Problem(.alreadySettled, at: "phase")] }
      return problem(.settlesPetitions, unless: matter.fields.contains(.petitions))
    case .merged:
      return problem(.notMerged, unless: life.mergedInto != nil)
    case .nothingMerged: return problem(.hasMerged, unless: life.merged.isEmpty)
    case .concernOpen: return problem(.noConcern, unless: !matter.concerns.isEmpty)
    case .notAChild: return problem(.mergesWholes, unless: matter.parent == nil && life.merged.isEmpty)
    case .divisible: return FanOutRules(matter: matter, context: context).obstacles
    }
  }

  // MARK: Who

  private func person(_ actor: Actor) -> [Problem] {
    guard let officer = actor.officer else { return [Problem(.officerNeeded, at: "actor")] }
    let left = actor.people.contains(where: \.hasLeft) ? [Problem(.hasLeft, at: "actor")] : []
    switch act.rule.who {
    case .units, .leadUnit: return left + unitPerson(officer)
    case .verifiers: return left + verifier(officer, actor.people)
    case .coordinators, .coordinatorsAndVerifiers, .coordinatorsAndLeader, .coordinatorsAndLeaders:
      return left + keeper(officer)
    }
  }

  private func unitPerson(_ officer: Officer) -> [Problem] {
    let isLead = officer.unit == matter.lead
    let isOurs = isLead || matter.supporting.contains(officer.unit)
    let mayAct = officer.isUnitOfficer && (act.isForLeadUnitOnly ? isLead : isOurs)
    if mayAct || officer.roles.contains(.coordinator) { return [] }
    return who.problems(act.isForLeadUnitOnly ? .leadUnitOnly : .unitsOnly, who.unitOfficers(for: act))
  }

  /// Whoever handled it cannot verify it (DESIGN §3.3), neither for oneself nor in another's place. A matter that fanned
  /// out is closed on its children, each verified by itself, whoever handled it before it was divided (decision 0024).
  private func verifier(_ officer: Officer, _ people: [Officer]) -> [Problem] {
    func refused(_ code: ProblemCode) -> [Problem] { who.problems(code, who.verifiers(in: context)) }
    if matter.isParent {
      return officer.roles.contains(.coordinator) ? [] : refused(.coordinatorOnly)
    }
    var problems: [Problem] = []
    if !officer.roles.contains(.verifier) && !officer.roles.contains(.coordinator) {
      problems += refused(.verifierOnly)
    }
    if people.contains(where: { matter.handledBy.contains($0.id) }) { problems += refused(.verifierHandled) }
    if act == .lookBack, let closers = matter.life.lookBack?.closedBy,
      people.contains(where: { closers.contains($0.id) })
    {
      problems += refused(.lookBackSame)
    }
    if act == .lookBack, let unit = matter.life.lookBack?.unit, officer.unit != unit,
      !officer.roles.contains(.coordinator), problems.isEmpty
    {
      problems += who.problems(
        .lookBackElsewhere, who.verifiers(in: context), ["unit": context.directory.shownName(of: unit)])
    }
    if context.standard.otherUnit && people.contains(where: { matter.handlingUnits.contains($0.unit) }) {
      problems += refused(.verifierSameUnit)
    }
    return problems
  }

  private func keeper(_ officer: Officer) -> [Problem] {
    if officer.roles.contains(.coordinator) { return [] }
    switch act.rule.who {
    case .coordinatorsAndVerifiers:
      return officer.roles.contains(.verifier) ? [] : who.problems(.verifierOnly, who.reopeners())
    case .coordinatorsAndLeader:
      let isInCharge = officer.id == matter.leader || officer.id == matter.life.adoptedBy
      return isInCharge ? [] : who.problems(.leaderOnly, who.coordinatorsAndLeader())
    case .coordinatorsAndLeaders:
      return officer.roles.contains(.leader) ? [] : who.problems(.leaderOnly, who.coordinatorsAndLeader())
    case .units, .leadUnit, .verifiers, .coordinators: return who.problems(.coordinatorOnly, who.coordinators())
    }
  }
}

/// Why the actor may not do the act on the matter now; empty when allowed. Pages offer the acts that are.
package func allowed(_ act: ActKind, on matter: Matter, by actor: Actor, in context: Context) -> [Problem] {
  ActPolicy(act, on: matter, in: context).verdict(for: actor).problems
}
