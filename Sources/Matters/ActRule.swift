import Ground

/// What the rules say of one act: who may, in which phase, what it needs, what it sets. `ActPolicy` answers by it, and
/// docs/ACTS.md is written from it.
package struct ActRule: Hashable, Sendable {
  package let who: Who
  /// The phases in which it may be done.
  package let phases: [Phase]
  /// The phases of a matter that fanned out; where there are none it moves by its children.
  package let parentPhases: [Phase]
  /// What must stand besides.
  package let standing: Standing?
  package let needs: [Need]
  package let sets: [Effect]

  package enum Who: String, CaseIterable, Sendable {
    case units
    case leadUnit = "lead_unit"
    case verifiers
    case coordinators
    case coordinatorsAndVerifiers = "coordinators_and_verifiers"
    /// Coordinators, and the leader in charge of the matter or who took it.
    case coordinatorsAndLeader = "coordinators_and_leader"
    /// Coordinators, and every leader.
    case coordinatorsAndLeaders = "coordinators_and_leaders"
  }

  /// What the matter must have, or must not have yet.
  package enum Standing: String, CaseIterable, Sendable {
    case objectionOpen = "objection_open"
    case withinObjectionTerm = "within_objection_term"
    case extensionOpen = "extension_open"
    case dueNotPassed = "due_not_passed"
    case partOpen = "part_open"
    case milestoneOpen = "milestone_open"
    case conditionPlanned = "condition_planned"
    case measurePlanned = "measure_planned"
    case supported
    case notListed = "not_listed"
    case owesPublication = "owes_publication"
    case listed
    case noNotice = "no_notice"
    case noticeOwed = "notice_owed"
    case noticeGiven = "notice_given"
    case lookBackDue = "look_back_due"
    case lookBackSet = "look_back_set"
    case aboutPetitions = "about_petitions"
    case merged
    case nothingMerged = "nothing_merged"
    case notAChild = "not_a_child"
    case concernOpen = "concern_open"
    /// What `FanOutRules` asks for.
    case divisible
  }

  package enum Need: String, CaseIterable, Sendable {
    case note, reason, conclusion, authority, text, file, day, place, unit, units, leader, parts, cycle, target
    case evidence = "evidence_of_standard"
    case visit = "visit_of_standard"
    case partsFinished = "parts_finished"
    case plan, milestone, condition, measure
    case milestonesFinished = "milestones_finished"
    case measuresKept = "measures_kept"
    case conditionsMet = "conditions_met"
    /// Where the procedure asks for them.
    case measuresPlanned = "measures_planned"
    case commitments
    case committed
    case duties
  }

  package enum Effect: Hashable, Sendable {
    case phase(Phase)
    /// The phase it had before.
    case phaseBefore
    case due, handler, lead, text, closure, objection, extensionRequest, suspension, press, part, cycle, listing
    case publication, lookBack, adoption, settlement, merge, evidence, lastWord, concern, children
    case project, commitments, duties, notice
  }
}

private let open: [Phase] = [.assigned, .objected, .underway, .suspended, .submitted]
private let inHand: [Phase] = [.assigned, .underway]

extension ActKind {
  package var rule: ActRule {
    func rule(
      _ who: ActRule.Who, _ phases: [Phase], parent: [Phase] = [], _ standing: ActRule.Standing? = nil,
      needs: [ActRule.Need], sets: [ActRule.Effect]
    ) -> ActRule {
      ActRule(who: who, phases: phases, parentPhases: parent, standing: standing, needs: needs, sets: sets)
    }
    return switch self {
    case .acknowledge:
      rule(.leadUnit, [.assigned], needs: [], sets: [.phase(.underway), .handler, .lastWord])
    case .reportProgress: rule(.units, [.underway], needs: [.note], sets: [.lastWord])
    case .addEvidence: rule(.units, [.underway], needs: [.file], sets: [.evidence, .lastWord])
    case .finishPart: rule(.units, [.underway], .partOpen, needs: [.note], sets: [.part, .lastWord])
    case .setProject: rule(.leadUnit, [.underway], needs: [.plan], sets: [.project, .lastWord])
    case .finishMilestone:
      rule(.units, [.underway], .milestoneOpen, needs: [.milestone, .day, .note], sets: [.project, .lastWord])
    case .moveMilestone:
      rule(.leadUnit, [.underway], .milestoneOpen, needs: [.milestone, .day, .reason], sets: [.project, .lastWord])
    case .checkCondition:
      rule(.units, [.underway], .conditionPlanned, needs: [.condition, .day, .note], sets: [.project, .lastWord])
    case .checkMeasure:
      rule(
        .units, [.underway, .submitted], .measurePlanned, needs: [.measure, .day, .note], sets: [.project, .lastWord])
    case .commit: rule(.leadUnit, [.underway], needs: [.commitments], sets: [.commitments, .lastWord])
    case .submit:
      rule(
        .leadUnit, [.underway],
        needs: [
          .note, .evidence, .partsFinished, .milestonesFinished, .conditionsMet, .measuresPlanned, .measuresKept,
          .committed,
        ],
        sets: [.phase(.submitted), .lastWord])
    case .object:
      rule(.leadUnit, inHand, .withinObjectionTerm, needs: [.reason], sets: [.phase(.objected), .objection])
    case .askExtension:
      rule(.leadUnit, inHand, .dueNotPassed, needs: [.day, .reason], sets: [.extensionRequest])
    case .returnForRework: rule(.verifiers, [.submitted], needs: [.reason], sets: [.phase(.underway)])
    case .close:
      rule(
        .verifiers, [.submitted], parent: [.submitted], .noNotice, needs: [.conclusion, .visit],
        sets: [.phase(.closed), .closure, .lookBack, .notice])
    case .giveNotice: rule(.coordinators, [.submitted], .noticeOwed, needs: [.place, .day], sets: [.notice])
    case .endNotice:
      rule(
        .coordinators, [.submitted], .noticeGiven, needs: [.note],
        sets: [.phase(.closed), .phase(.underway), .closure, .lookBack, .notice])
    case .lookBack:
      rule(
        .verifiers, [.closed], .lookBackDue, needs: [.conclusion, .visit],
        sets: [.lookBack, .phase(.underway), .due])
    case .assignLookBack:
      rule(.coordinators, [.closed], .lookBackSet, needs: [.unit, .reason], sets: [.lookBack])
    case .reopen: rule(.coordinatorsAndVerifiers, [.closed], needs: [.reason], sets: [.phase(.underway), .due])
    case .answerObjection:
      rule(
        .coordinators, [.objected], .objectionOpen, needs: [.reason],
        sets: [.phase(.assigned), .phaseBefore, .lead, .due, .objection])
    case .decideExtension:
      rule(
        .coordinatorsAndLeader, inHand, .extensionOpen, needs: [.reason], sets: [.due, .extensionRequest])
    case .press: rule(.coordinatorsAndLeader, [.assigned, .underway], needs: [.note], sets: [.press])
    case .lookInto:
      rule(.coordinators, open + [.closed], parent: open + [.closed], .concernOpen, needs: [.note], sets: [.concern])
    case .adopt: rule(.coordinatorsAndLeaders, open, parent: open, needs: [.leader, .note], sets: [.adoption])
    case .suspend:
      rule(
        .coordinators, inHand, needs: [.day, .reason, .authority], sets: [.phase(.suspended), .due, .suspension])
    case .resume: rule(.coordinators, [.suspended], needs: [.reason], sets: [.phaseBefore, .due, .suspension])
    case .setParts: rule(.coordinators, inHand, .supported, needs: [.parts], sets: [.part])
    case .fanOut: rule(.coordinators, inHand, .divisible, needs: [.units, .reason], sets: [.children])
    case .linkDuties:
      rule(.coordinators, open + [.closed], parent: open + [.closed], needs: [.duties], sets: [.duties])
    case .setCycle: rule(.coordinators, inHand, needs: [.cycle], sets: [.cycle])
    case .list: rule(.coordinators, inHand, .notListed, needs: [.authority], sets: [.listing, .due])
    case .recordPublication:
      rule(.coordinators, open + [.closed], .owesPublication, needs: [.place, .day], sets: [.publication])
    case .delist: rule(.coordinators, [.closed], .listed, needs: [.reason], sets: [.listing])
    case .settle:
      rule(.coordinatorsAndVerifiers, open + [.closed], .aboutPetitions, needs: [.note], sets: [.settlement])
    case .merge: rule(.coordinators, inHand, .notAChild, needs: [.target, .reason], sets: [.merge])
    case .separate: rule(.coordinators, open, .merged, needs: [.reason], sets: [.merge])
    case .reassign: rule(.coordinators, inHand, needs: [.unit, .reason], sets: [.phase(.assigned), .lead])
    case .amend: rule(.coordinators, open, parent: open, .noNotice, needs: [.text, .reason], sets: [.text])
    case .changeDue: rule(.coordinators, open, parent: open, needs: [.day, .reason], sets: [.due])
    case .cancel:
      rule(
        .coordinators, open, parent: open, .nothingMerged, needs: [.reason, .authority], sets: [.phase(.cancelled)])
    }
  }
}
