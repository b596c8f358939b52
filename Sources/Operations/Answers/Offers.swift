import Directory
import Ground
import Matters
import Packs

extension Asking {
  /// The acts that the matter's phase knows, each with why the viewer may not and who could.
  func offers(_ matter: Matter, for viewer: Officer) -> [ActOffer] {
    guard let context = context(matter) else { return [] }
    return acts(on: matter).map { act in
      let refusals = allowed(act.kind, on: matter, by: .officer(viewer), in: context)
      return ActOffer(
        act: act, refusals: refusals, whoCould: refusals.isEmpty ? [] : who(could: act, matter, context),
        onBehalf: act.kind.isUnitAct && viewer.unit != matter.lead && !matter.supporting.contains(viewer.unit))
    }
  }

  /// Those of its phase; the five commitments only where its procedure asks for them. They, and the plan where it asks for
  /// interim measures, are first while they are missing.
  private func acts(on matter: Matter) -> [MatterAct] {
    var acts = MatterAct.inPhase(matter)
    if matter.lacksMeasures(by: packs), acts.contains(.setProject) {
      acts = [.setProject] + acts.filter { $0 != .setProject }
    }
    guard acts.contains(.commit), matter.life.commitments == nil else { return acts }
    let others = acts.filter { $0 != .commit }
    return packs.procedures[matter.procedure]?.asksCommitments ?? false ? [.commit] + others : others
  }

  private func who(could act: MatterAct, _ matter: Matter, _ context: Context) -> [OfficerName] {
    directory.officersInOrder
      .filter { !$0.hasLeft && allowed(act.kind, on: matter, by: .officer($0), in: context).isEmpty }
      .prefix(5).map(name)
  }

  /// Who may handle what a unit leads.
  func handlers(of unit: UnitID) -> [OfficerName] {
    directory.officersInOrder.filter { !$0.hasLeft && $0.unit == unit && $0.isUnitOfficer }.map(name)
  }

  func choices(_ matter: Matter) -> MatterChoices {
    var choices = MatterChoices(
      handlers: handlers(of: matter.lead),
      units: directory.responsibleUnits.map { UnitName(id: $0.id, name: $0.name) },
      actingUnits: ([matter.lead] + matter.supporting).map(unit), leaders: directory.active(with: .leader).map(name),
      duties: packs.work.dutiesInOrder.filter { duty in
        duty.checksOn == nil && duty.holds(on: today)
          && duty.subjects.contains { packs.work.subjectTypes[$0].map { matter.fields.contains($0.field) } ?? false }
      }.map { MatterChoices.Duty(code: $0.code, title: $0.title) },
      towns: directory.units(of: .town).map(\.id), departments: directory.units(of: .department).map(\.id))
    if matter.phase == .closed { choices.dueAgain = (context(matter)?.reopening(of: matter) ?? matter.due)?.day }
    if let lookBack = matter.life.lookBack {
      choices.lookers = LookBackUnits(matter, closedBy: lookBack.closedBy, directory).fit
        .filter { $0 != lookBack.unit }.map(unit)
    }
    choices.projects = packs.work.projectsInOrder.filter { matter.fields.contains($0.field) }
    return choices
  }
}

extension MatterAct {
  /// The acts that could be meant as the matter stands, the one that most needs doing first.
  static func inPhase(_ matter: Matter) -> [MatterAct] {
    guard matter.life.mergedInto == nil || !matter.isOpen else { return [.separate] }
    let life = matter.life
    return inOrder(matter).filter { act in
      let rule = act.kind.rule
      guard (matter.isParent ? rule.parentPhases : rule.phases).contains(matter.phase) else { return false }
      switch act {
      case .decideExtension: return life.extensionAsked != nil
      case .askExtension: return matter.due != nil && life.extensionAsked == nil
      case .finishPart: return life.parts.contains { $0.finished == nil }
      case .finishMilestone, .moveMilestone: return life.project.map { !$0.openMilestones.isEmpty } ?? false
      case .checkCondition: return life.project.map { !$0.conditions.isEmpty } ?? false
      case .checkMeasure: return life.project.map { !$0.measures.isEmpty } ?? false
      case .parts: return !matter.supporting.isEmpty
      case .unchanged: return life.cycle != nil
      case .close: return life.notice == nil
      case .notice: return life.notice.map { $0.given == nil } ?? false
      case .noticeEnd: return life.notice?.given != nil
      case .publish: return matter.publicationOwed != nil
      case .list: return !life.isListed
      case .delist: return life.isListed
      case .lookBack, .assignLookBack: return life.lookBack != nil
      case .lookInto: return !matter.concerns.isEmpty
      case .settle: return life.settlement == nil && matter.fields.contains(.petitions)
      case .fanOut: return matter.parent == nil
      case .merge: return matter.parent == nil && life.merged.isEmpty
      case .separate: return false
      default: return true
      }
    }
  }

  private static func inOrder(_ matter: Matter) -> [MatterAct] {
    let main: [MatterAct] =
      switch matter.phase {
      case .assigned: [.acknowledge]
      case .objected: [.answerObjection]
      case .underway: [.submit, .progress, .evidence]
      case .suspended: [.resume]
      case .submitted: [.close, .notice, .noticeEnd, .giveBack]
      case .closed: [.lookBack]
      case .cancelled: []
      }
    return main + MatterAct.allCases.filter { !main.contains($0) }
  }

  var kind: ActKind {
    switch self {
    case .acknowledge: .acknowledge
    case .progress, .unchanged: .reportProgress
    case .evidence: .addEvidence
    case .finishPart: .finishPart
    case .setProject: .setProject
    case .finishMilestone: .finishMilestone
    case .moveMilestone: .moveMilestone
    case .checkCondition: .checkCondition
    case .checkMeasure: .checkMeasure
    case .commit: .commit
    case .submit: .submit
    case .object: .object
    case .askExtension: .askExtension
    case .giveBack: .returnForRework
    case .close: .close
    case .lookBack: .lookBack
    case .assignLookBack: .assignLookBack
    case .reopen: .reopen
    case .answerObjection: .answerObjection
    case .decideExtension: .decideExtension
    case .press: .press
    case .lookInto: .lookInto
    case .adopt: .adopt
    case .suspend: .suspend
    case .resume: .resume
    case .parts: .setParts
    case .fanOut: .fanOut
    case .cycle: .setCycle
    case .linkDuties: .linkDuties
    case .list: .list
    case .publish: .recordPublication
    case .notice: .giveNotice
    case .noticeEnd: .endNotice
    case .delist: .delist
    case .settle: .settle
    case .merge: .merge
    case .separate: .separate
    case .reassign: .reassign
    case .amend: .amend
    case .due: .changeDue
    case .cancel: .cancel
    }
  }
}
