/// The acts on a standing matter that an officer may be offered.
package enum ActKind: String, CaseIterable, Codable, Sendable {
  case acknowledge
  case reportProgress = "report_progress"
  case addEvidence = "add_evidence"
  case submit
  case returnForRework = "return_for_rework"
  case close, reopen, cancel, reassign, amend
  case changeDue = "change_due"

  /// A unit's own act (单位办理行为): whoever does it has handled the matter; it may be recorded on behalf.
  package var isUnitAct: Bool {
    switch self {
    case .acknowledge, .reportProgress, .addEvidence, .submit: true
    case .returnForRework, .close, .reopen, .cancel, .reassign, .amend, .changeDue: false
    }
  }

  /// Signing for a matter and submitting it are the lead unit's alone.
  var isForLeadUnitOnly: Bool { self == .acknowledge || self == .submit }

  /// Checking what others did.
  var isVerification: Bool { self == .returnForRework || self == .close }
}

extension MatterCommand {
  /// nil for issuing, for imports, and for what a rule does.
  package var kind: ActKind? {
    switch self {
    case .acknowledge: .acknowledge
    case .reportProgress: .reportProgress
    case .addEvidence: .addEvidence
    case .submit: .submit
    case .returnForRework: .returnForRework
    case .close: .close
    case .reopen: .reopen
    case .cancel: .cancel
    case .reassign: .reassign
    case .amend: .amend
    case .changeDue: .changeDue
    case .issue, .noteChild, .takeOver, .giveBack: nil
    }
  }
}
