import Directory
import Ground
import Matters
import Packs

extension Asking {
  /// The acts that the matter's phase knows, each with why the viewer may not and who could.
  func offers(_ matter: Matter, for viewer: Officer) -> [ActOffer] {
    guard let standard = packs.standards[matter.standard] else { return [] }
    let context = Context(directory: directory, standard: standard)
    return MatterAct.inPhase(matter).map { act in
      let refusals = allowed(act.kind, on: matter, by: .officer(viewer), in: context)
      return ActOffer(
        act: act, refusals: refusals, whoCould: refusals.isEmpty ? [] : who(could: act, matter, context),
        onBehalf: act.kind.isUnitAct && viewer.unit != matter.lead && !matter.supporting.contains(viewer.unit))
    }
  }

  private func who(could act: MatterAct, _ matter: Matter, _ context: Context) -> [OfficerName] {
    directory.officersInOrder
      .filter { !$0.hasLeft && allowed(act.kind, on: matter, by: .officer($0), in: context).isEmpty }
      .prefix(5).map(name)
  }

  func choices(_ matter: Matter) -> MatterChoices {
    MatterChoices(
      handlers: directory.officersInOrder
        .filter {
          !$0.hasLeft && $0.unit == matter.lead && ($0.roles.contains(.handler) || $0.roles.contains(.unitLead))
        }
        .map(name),
      units: directory.responsibleUnits.map { UnitName(id: $0.id, name: $0.name) },
      actingUnits: ([matter.lead] + matter.supporting).map(unit))
  }
}

extension MatterAct {
  /// The acts that could be meant in the matter's phase, the one that most needs doing first.
  static func inPhase(_ matter: Matter) -> [MatterAct] {
    switch (matter.phase, matter.isParent) {
    case (.submitted, true): [.close, .amend, .due, .cancel]
    case (.assigned, true), (.underway, true): [.amend, .due, .cancel]
    case (.assigned, false): [.acknowledge, .reassign, .amend, .due, .cancel]
    case (.underway, false): [.submit, .progress, .evidence, .reassign, .amend, .due, .cancel]
    case (.submitted, false): [.close, .giveBack, .amend, .due, .cancel]
    case (.closed, _): [.reopen]
    case (.cancelled, _): []
    }
  }

  var kind: ActKind {
    switch self {
    case .acknowledge: .acknowledge
    case .progress: .reportProgress
    case .evidence: .addEvidence
    case .submit: .submit
    case .giveBack: .returnForRework
    case .close: .close
    case .reopen: .reopen
    case .cancel: .cancel
    case .reassign: .reassign
    case .amend: .amend
    case .due: .changeDue
    }
  }
}
