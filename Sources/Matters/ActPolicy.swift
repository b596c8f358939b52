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
    if matter.isParent, let problem = parentStage() { return [problem] }
    let code: ProblemCode? =
      switch act {
      case .acknowledge: matter.phase == .assigned ? nil : matter.phase == .underway ? .alreadySigned : atRest
      case .reportProgress, .addEvidence, .submit:
        matter.phase == .underway ? nil : matter.phase == .assigned ? .signFirst : atRest
      case .reassign: matter.phase == .assigned || matter.phase == .underway ? nil : atRest
      case .returnForRework, .close: matter.phase == .submitted ? nil : matter.isOpen ? .notSubmitted : atRest
      case .reopen: matter.phase == .closed ? nil : matter.phase == .cancelled ? .staysCancelled : .notClosed
      case .cancel, .amend, .changeDue: matter.isOpen ? nil : atRest
      }
    return code.map { [Problem($0, at: "phase")] } ?? []
  }

  /// Why nothing more is done on a matter that was submitted, closed or cancelled.
  private var atRest: ProblemCode { matter.phase == .submitted ? .awaitingVerification : .finished }

  /// What a matter that fanned out refuses besides; nil where it is as any other.
  private func parentStage() -> Problem? {
    switch act {
    case .acknowledge, .reportProgress, .addEvidence, .submit, .returnForRework, .reassign, .reopen:
      return Problem(.movesByChildren, at: "phase")
    case .close where matter.phase == .assigned || matter.phase == .underway:
      let open = matter.children.filter(\.phase.isOpen)
      let names = open.map { context.directory.units[$0.unit]?.name.shown ?? $0.unit.text }
      return open.isEmpty
        ? Problem(.childrenAllCancelled, at: "phase")
        : Problem(.childrenOpen, at: "phase", ["units": names.joined(separator: "、")])
    case .close, .cancel, .amend, .changeDue: return nil
    }
  }

  // MARK: Who

  private func person(_ actor: Actor) -> [Problem] {
    guard let officer = actor.officer else { return [Problem(.officerNeeded, at: "actor")] }
    let left = actor.people.contains(where: \.hasLeft) ? [Problem(.hasLeft, at: "actor")] : []
    return left
      + (act.isUnitAct ? unitPerson(officer) : act.isVerification ? verifier(officer, actor.people) : keeper(officer))
  }

  private func unitPerson(_ officer: Officer) -> [Problem] {
    let isLead = officer.unit == matter.lead
    let isOurs = isLead || matter.supporting.contains(officer.unit)
    let mayAct = officer.isUnitOfficer && (act.isForLeadUnitOnly ? isLead : isOurs)
    if mayAct || officer.roles.contains(.coordinator) { return [] }
    return who.problems(act.isForLeadUnitOnly ? .leadUnitOnly : .unitsOnly, who.unitOfficers(for: act))
  }

  /// Whoever handled it cannot verify it (DESIGN §3.3), neither for oneself nor in another's place; nobody handles a
  /// matter that fanned out.
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
    if context.standard.otherUnit && people.contains(where: { matter.handlingUnits.contains($0.unit) }) {
      problems += refused(.verifierSameUnit)
    }
    return problems
  }

  private func keeper(_ officer: Officer) -> [Problem] {
    if officer.roles.contains(.coordinator) { return [] }
    guard act == .reopen else { return who.problems(.coordinatorOnly, who.coordinators()) }
    return officer.roles.contains(.verifier) ? [] : who.problems(.verifierOnly, who.reopeners())
  }
}

/// Why the actor may not do the act on the matter now; empty when allowed. Pages offer the acts that are.
package func allowed(_ act: ActKind, on matter: Matter, by actor: Actor, in context: Context) -> [Problem] {
  ActPolicy(act, on: matter, in: context).verdict(for: actor).problems
}
