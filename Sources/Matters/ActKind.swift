/// The acts on a standing matter that an officer may be offered. What each needs, and when, is in `ActRule`.
package enum ActKind: String, CaseIterable, Codable, Sendable {
  case acknowledge
  case reportProgress = "report_progress"
  case addEvidence = "add_evidence"
  case finishPart = "finish_part"
  case setProject = "set_project"
  case finishMilestone = "finish_milestone"
  case moveMilestone = "move_milestone"
  case checkCondition = "check_condition"
  case checkMeasure = "check_measure"
  case commit
  case submit
  case object
  case askExtension = "ask_extension"
  case returnForRework = "return_for_rework"
  case close
  case lookBack = "look_back"
  case assignLookBack = "assign_look_back"
  case giveNotice = "give_notice"
  case endNotice = "end_notice"
  case reopen
  case answerObjection = "answer_objection"
  case decideExtension = "decide_extension"
  case press
  case lookInto = "look_into"
  case adopt
  case suspend, resume
  case setParts = "set_parts"
  case fanOut = "fan_out"
  case setCycle = "set_cycle"
  case linkDuties = "link_duties"
  case list
  case recordPublication = "record_publication"
  case delist
  case settle
  case merge, separate
  case reassign, amend
  case changeDue = "change_due"
  case cancel

  /// A unit's own act (单位办理行为); it may be recorded on behalf.
  package var isUnitAct: Bool { rule.who == .units || rule.who == .leadUnit }

  /// Whoever does it has handled the matter (DESIGN §3). To object or to ask for time is not to handle.
  var isHandling: Bool { isUnitAct && self != .object && self != .askExtension }

  var isForLeadUnitOnly: Bool { rule.who == .leadUnit }

  /// Checking what others did.
  var isVerification: Bool { rule.who == .verifiers }
}

extension MatterCommand {
  /// nil for issuing, for imports, and for what a rule does.
  package var kind: ActKind? {
    switch self {
    case .acknowledge: .acknowledge
    case .reportProgress: .reportProgress
    case .addEvidence: .addEvidence
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
    case .returnForRework: .returnForRework
    case .close: .close
    case .lookBack: .lookBack
    case .assignLookBack: .assignLookBack
    case .giveNotice: .giveNotice
    case .endNotice: .endNotice
    case .reopen: .reopen
    case .answerObjection: .answerObjection
    case .decideExtension: .decideExtension
    case .press: .press
    case .lookInto: .lookInto
    case .adopt: .adopt
    case .suspend: .suspend
    case .resume: .resume
    case .setParts: .setParts
    case .fanOut: .fanOut
    case .setCycle: .setCycle
    case .linkDuties: .linkDuties
    case .list: .list
    case .recordPublication: .recordPublication
    case .delist: .delist
    case .settle: .settle
    case .merge: .merge
    case .separate: .separate
    case .cancel: .cancel
    case .reassign: .reassign
    case .amend: .amend
    case .changeDue: .changeDue
    case .issue, .noteChild, .takeOver, .giveBack, .absorb, .release, .follow, .recount, .climb, .climbWaits,
      .followPeriods, .raise:
      nil
    }
  }
}
