package import Directory
package import Ground
import Packs

/// What the command makes of the matter, or every reason why it may not be done.
package func decide(
  _ command: MatterCommand, on matter: Matter?, by actor: Actor, at now: Instant, in context: Context
) throws(Refusal) -> [MatterEvent] {
  var context = context
  context.moment = now
  let decision = Decision(matter: matter, actor: actor, now: now, context: context)
  let changes = try decision.changes(command)
  return changes.map { MatterEvent($0, by: actor.code, at: now) }
    + decision.concerns(after: changes).map { MatterEvent(.raised($0), by: Actor.selfCheck.code, at: now) }
}

/// One decision in the making.
struct Decision {
  let matter: Matter?
  let actor: Actor
  let now: Instant
  let context: Context

  var today: CivilDate { now.civilDate }

  func changes(_ command: MatterCommand) throws(Refusal) -> [MatterChange] {
    if case .issue(let issue) = command { return [try issued(issue)] }
    if case .takeOver(let taken) = command { return [try takenOver(taken)] }
    guard let matter else { throw Refusal(.matterUnknown) }
    if case .noteChild(let child, let phase) = command { return try noted(child, phase, by: matter) }
    if case .giveBack(let reason) = command { return [try givenBack(matter, reason)] }
    if actor.isRule { return try ruled(command, matter) }
    guard let act = command.kind else { return [try otherSide(command, matter)] }
    let may = allowed(act, on: matter, by: actor, in: context)
    guard let officer = actor.officer else { throw Refusal(may) }
    return act.isUnitAct
      ? [try unitAct(act, command, matter, officer, may)] : try officeAct(command, matter, officer, may)
  }

  private func issued(_ issue: Issue) throws(Refusal) -> MatterChange {
    if let matter { throw Refusal(.alreadyIssued, at: "number", ["number": matter.number]) }
    try refuse(IssueRules(issue: issue, actor: actor, today: today, context: context).problems())
    return .issued(issue)
  }

  private func takenOver(_ taken: TakenOver) throws(Refusal) -> MatterChange {
    if let matter { throw Refusal(.alreadyIssued, at: "number", ["number": matter.number]) }
    try refuse(TakeOverRules(taken: taken, actor: actor, today: today, context: context).problems())
    return .takenOver(taken)
  }

  /// A matter on which somebody has acted since stays: its own history began.
  private func givenBack(_ matter: Matter, _ reason: Words) throws(Refusal) -> MatterChange {
    var problems = typed(reason, "reason")
    if let officer = actor.officer, !officer.roles.contains(.coordinator) {
      let who = WhoCould(matter: nil, directory: context.directory)
      problems += who.problems(.coordinatorOnly, who.coordinators())
    }
    if matter.imported == nil { problems.append(Problem(.notTaken, at: "number", ["number": matter.number])) }
    if matter.version != 1 { problems.append(Problem(.movedOn, at: "number", ["number": matter.number])) }
    try refuse(problems)
    return .cancelled(reason: reason, authority: Words("撤回导入"))
  }

  /// Nothing to note where the child stands there already.
  private func noted(_ child: MatterID, _ phase: Phase, by matter: Matter) throws(Refusal) -> [MatterChange] {
    var problems = actor.isRule ? [] : [Problem(.ruleOnly, at: "actor")]
    let standing = matter.children.first { $0.matter == child }
    if standing == nil { problems.append(Problem(.notAChild, at: "child", ["child": child.text])) }
    try refuse(problems)
    guard standing?.phase != phase else { return [] }
    let moved = evolve(
      matter, with: MatterEvent(.childMoved(child: child, phase: phase, verifyBy: nil), by: actor.code, at: now))
    let isReady = moved.phase == .submitted && matter.phase != .submitted
    return [.childMoved(child: child, phase: phase, verifyBy: isReady ? context.verification(of: matter) : nil)]
  }

  // MARK: The units' acts

  private func unitAct(
    _ act: ActKind, _ command: MatterCommand, _ matter: Matter, _ officer: Officer, _ may: [Problem]
  ) throws(Refusal) -> MatterChange {
    let rules = UnitActRules(act: act, matter: matter, today: today, context: context)
    func handling(_ handler: OfficerID?, _ onBehalf: OnBehalf?, _ problems: [Problem]) throws(Refusal) -> Handling {
      try refuse(may + rules.problems(officer, onBehalf) + problems)
      return rules.handling(officer, actor.people, handler: handler, onBehalf)
    }
    switch command {
    case .acknowledge(let handler, let onBehalf):
      let wrong = rules.handlerProblems(handler, in: rules.unit(of: officer, onBehalf))
      return .acknowledged(handler: handler, handling: try handling(handler, onBehalf, wrong))
    case .reportProgress(let note, let onBehalf):
      return .progressed(note: note, handling: try handling(matter.handler, onBehalf, typed(note, "note")))
    case .addEvidence(let evidence, let onBehalf):
      return .evidenceAdded(
        evidence: evidence, handling: try handling(matter.handler, onBehalf, wrong(evidence, matter)))
    case .submit(let note, let onBehalf):
      return .submitted(
        note: note,
        handling: try handling(
          matter.handler, onBehalf,
          typed(note, "note") + missingEvidence(matter) + unfinishedProject(matter) + uncommitted(matter)
            + uncontrolled(matter)),
        verifyBy: context.verification(of: matter))
    case .finishPart(let note, let onBehalf):
      let unit = rules.unit(of: officer, onBehalf)
      let wrong = typed(note, "note") + (may.isEmpty ? unfinishedPart(of: unit, matter) : [])
      return .partFinished(unit: unit, note: note, handling: try handling(matter.handler, onBehalf, wrong))
    case .setProject, .finishMilestone, .moveMilestone, .checkCondition, .checkMeasure:
      return try projectAct(command, matter, officer, rules) { (onBehalf, wrong) throws(Refusal) in
        try handling(matter.handler, onBehalf, may.isEmpty ? wrong : [])
      }
    case .commit(let commitments, let reason, let onBehalf):
      let wrong = may.isEmpty ? commitments.problems(reason, on: matter, today: today) : []
      return .committed(commitments, reason: reason, handling: try handling(matter.handler, onBehalf, wrong))
    case .object(let reason, let onBehalf):
      try refuse(may + rules.problems(officer, onBehalf) + typed(reason, "reason"))
      return .objected(
        Objection(
          unit: rules.unit(of: officer, onBehalf), reason: reason,
          answerBy: context.due("directive.objection", from: today), from: matter.phase))
    case .askExtension(let day, let reason, let onBehalf):
      try refuse(may + rules.problems(officer, onBehalf) + typed(reason, "reason") + notLater(day, matter))
      return .extensionAsked(
        ExtensionRequest(day: day, reason: reason, answerBy: context.due(extensionTerm(matter), from: today)))
    case .issue, .returnForRework, .close, .reopen, .cancel, .reassign, .amend, .changeDue, .noteChild, .takeOver,
      .giveBack, .answerObjection, .decideExtension, .suspend, .resume, .press, .setParts, .fanOut, .adopt, .list,
      .recordPublication, .delist, .giveNotice, .endNotice, .lookBack, .assignLookBack, .merge, .absorb, .separate,
      .release, .follow,
      .setCycle, .linkDuties,
      .settle,
      .recount, .climb, .climbWaits, .followPeriods, .raise, .lookInto:
      preconditionFailure("not a unit's act")
    }
  }

  private func wrong(_ evidence: Evidence, _ matter: Matter) -> [Problem] {
    let note = evidence.note.map { typed($0, "note") } ?? []
    let repeated = matter.evidence.contains { $0.id == evidence.id }
    let isFull = matter.evidence.count >= Matter.evidenceLimit
    return typed(evidence.name, "name") + note + (repeated ? [Problem(.evidenceRepeated, at: "evidence")] : [])
      + (isFull ? [Problem(.evidenceTooMany, at: "file", ["limit": String(Matter.evidenceLimit)])] : [])
  }

  private func missingEvidence(_ matter: Matter) -> [Problem] {
    let (has, needs) = (matter.evidence.count, context.standard.minimumEvidence)
    let evidence =
      has >= needs
      ? [] : [Problem(.evidenceMissing, at: "evidence", ["count": String(has), "needed": String(needs)])]
    let open = matter.life.parts.filter { $0.finished == nil }.map { context.directory.shownName(of: $0.unit) }
    return evidence
      + (open.isEmpty ? [] : [Problem(.partsOpen, at: "parts", ["units": open.joined(separator: "、")])])
  }

  // MARK: The office's and the verifiers' acts

  private func officeAct(
    _ command: MatterCommand, _ matter: Matter, _ officer: Officer, _ may: [Problem]
  ) throws(Refusal) -> [MatterChange] {
    switch command {
    case .returnForRework(let reasons):
      try refuse(may + typed(reasons, "reasons"))
      return [.returned(reasons: reasons)]
    case .close(let conclusion, let onSite):
      try refuse(may + typed(conclusion, "conclusion") + missingVisit(onSite, matter))
      let by = actor.person?.id ?? officer.id
      let closure = Closure(
        by: by, unit: officer.unit, conclusion: conclusion, onSite: onSite, at: now,
        publishBy: context.publication(of: matter))
      let verifiers = actor.people.map(\.id)
      let isPublic = !matter.isParent && context.packs.procedures[matter.procedure]?.notice != nil
      return isPublic
        ? [.passed(closure, verifiers: verifiers)] : [.closed(closure)] + lookBack(after: matter, closure, verifiers)
    case .reopen(let reason, let day):
      let due = dueAgain(matter, day)
      try refuse(may + typed(reason, "reason") + (due.map(past) ?? []))
      return [.reopened(reason: reason, due: due)]
    case .cancel(let reason, let authority):
      try refuse(may + typed(reason, "reason") + typed(authority, "authority"))
      return [.cancelled(reason: reason, authority: authority)]
    case .reassign(let lead, let supporting, let reason):
      let units = ResponsibleUnits(directory: context.directory).problems(lead: lead, supporting: supporting)
      let same = lead == matter.lead && Set(supporting) == Set(matter.supporting)
      try refuse(may + typed(reason, "reason") + units + unchanged(same, "lead"))
      let since = lead == matter.lead ? nil : today
      return [.reassigned(lead: lead, supporting: supporting, reason: reason, since: since)]
    case .amend(let text, let reason):
      try refuse(may + typed(reason, "reason") + typed(text, "text") + unchanged(text.text == matter.text.text, "text"))
      return [.amended(text: text, reason: reason)]
    case .changeDue(let day, let reason):
      let due = decided(day, "decision")
      try refuse(may + typed(reason, "reason") + past(due) + unchanged(due.day == matter.due?.day, "due"))
      return [.dueChanged(due: due, reason: reason)]
    default: return try sideAct(command, matter, officer, may)
    }
  }

  func missingVisit(_ onSite: Bool, _ matter: Matter) -> [Problem] {
    context.standard.onSite && !onSite && !matter.isParent ? [Problem(.onSiteMissing, at: "on_site")] : []
  }

  func past(_ due: DueDate) -> [Problem] {
    due.day < today ? [Problem(.duePast, at: "due", ["day": due.day.iso, "today": today.iso])] : []
  }

  func unchanged(_ same: Bool, _ place: String) -> [Problem] {
    same ? [Problem(.nothingChanges, at: place)] : []
  }

  func typed(_ words: Words, _ place: String) -> [Problem] { TypedWords.problems(words, at: place) }
}
