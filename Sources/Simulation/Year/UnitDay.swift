import Directory
import Ground
import Matters
import Operations
import Packs

/// What units and verifiers do in the year.
extension DistrictYear {
  /// A unit takes up one of its matters, unless it forgets.
  func unit() async throws {
    guard let matter = pick(where: { !$0.isParent && ($0.phase == .assigned || $0.phase == .underway) }) else { return }
    guard dice.chance(percent: diligence[matter.lead.text] ?? 50) else { return count("forgotten") }
    // Some units do not log in: the office records what they say (DESIGN §3.9).
    let records = dice.chance(percent: 15)
    let onBehalf =
      records
      ? OnBehalf(
        unit: matter.lead, channel: OnBehalf.Channel.allCases[dice.roll(3)],
        day: max(matter.issuedAt.civilDate, clock.now.civilDate.adding(days: -dice.roll(3)))) : nil
    let officer = records ? "qiao" : "\(matter.lead).\(dice.chance(percent: 70) ? "ban" : "zhang")"
    try await work(on: matter, by: officer, onBehalf)
  }

  private func work(on matter: Matter, by officer: String, _ onBehalf: OnBehalf?) async throws {
    let (id, seen) = (matter.id, matter.version)
    if dice.chance(percent: 6), let due = matter.due?.day, due >= clock.now.civilDate, matter.life.extensionAsked == nil
    {
      let until = due.adding(days: 1 + dice.roll(30))
      return try await done(
        AskExtension(
          matter: id, seen: seen, until: until, reason: Words(dice.pick(DistrictTexts.reasons) ?? ""),
          onBehalf: onBehalf), by: officer)
    }
    if matter.phase == .assigned, dice.chance(percent: 12),
      clock.now.civilDate.days(until: matter.assignedOn.adding(days: 6)) > 0
    {
      return try await done(
        Object(
          matter: id, seen: seen, reason: Words("不属于本单位职责。"), onBehalf: onBehalf), by: officer)
    }
    if matter.phase == .assigned {
      let handler = dice.chance(percent: 60) ? OfficerID(trusted: "\(matter.lead).ban") : nil
      try await act(Acknowledge(matter: id, seen: seen, handler: handler, onBehalf: onBehalf), by: officer)
    } else if let part = dice.pick(matter.life.parts.filter { $0.finished == nil }) {
      let done = FinishPart(
        matter: id, seen: seen, note: Words(dice.pick(DistrictTexts.done) ?? ""),
        onBehalf: part.unit == matter.lead ? onBehalf : nil)
      try await act(done, by: part.unit == matter.lead ? officer : "\(part.unit).ban")
    } else if matter.evidence.count < evidenceNeeded(for: matter) || dice.chance(percent: 15) {
      try await act(try evidence(for: matter, onBehalf), by: officer)
    } else if dice.chance(percent: 40) {
      let note = Words(dice.pick(DistrictTexts.progress) ?? "")
      try await act(ReportProgress(matter: id, seen: seen, note: note, onBehalf: onBehalf), by: officer)
    } else {
      let note = Words(dice.pick(DistrictTexts.done) ?? "")
      let submit = Submit(matter: id, seen: seen, note: note, onBehalf: onBehalf)
      if let obstacle = unfinished(matter.life.project) { return try await refused(submit, by: officer, obstacle) }
      let procedure = office.shippedPacks.procedures[matter.procedure]
      let isAsked = procedure?.asksCommitments ?? false
      guard isAsked, matter.life.commitments == nil else {
        guard procedure?.asksInterim ?? false, matter.life.project?.measures.isEmpty ?? true else {
          try await act(submit, by: officer)
          return
        }
        try await refused(submit, by: officer, .measuresMissing)
        return try await control(matter, onBehalf, by: officer)
      }
      try await refused(submit, by: officer, .commitmentsMissing)
      try await act(
        RecordCommitments(matter: id, seen: seen, commitments: commitments(note), reason: nil, onBehalf: onBehalf),
        by: officer)
    }
  }

  func commitments(_ measures: Words) -> Commitments {
    Commitments(
      responsibility: Words("安全管理岗"), measures: measures, funds: Words("已落实"), until: clock.now.civilDate,
      contingency: Words("撤人警戒"))
  }

  /// Interim measures are planned, beside what is planned already.
  private func control(_ matter: Matter, _ onBehalf: OnBehalf?, by officer: String) async throws {
    let before = matter.life.project
    let measure = InterimMeasure(number: 1, text: Words("停用并派人值守"), keeper: matter.lead, everyDays: 10)
    let plan = ProjectPlan(
      milestones: before?.milestones ?? [], conditions: before?.conditions ?? [], measures: [measure])
    try await act(
      SetProject(
        matter: matter.id, seen: matter.version, plan: plan, reason: before.map { _ in Words("补充临时管控措施") },
        onBehalf: onBehalf), by: officer)
  }

  /// Why what is built cannot be submitted yet.
  private func unfinished(_ plan: ProjectPlan?) -> ProblemCode? {
    guard let plan else { return nil }
    if plan.milestones.contains(where: { $0.finished == nil }) { return .milestonesOpen }
    if plan.conditions.contains(where: { $0.state == .fails }) { return .conditionsNotMet }
    if plan.conditions.contains(where: { $0.state == .unseen }) { return .conditionsUnseen }
    let today = clock.now.civilDate
    if plan.measures.contains(where: { $0.last?.holds == false }) { return .measuresNotKept }
    return plan.measures.contains { $0.nextLook.map { $0 < today } ?? false } ? .measuresUnseen : nil
  }

  private func evidenceNeeded(for matter: Matter) -> Int {
    max(1, office.shippedPacks.standards[matter.standard]?.minimumEvidence ?? 1)
  }

  private func evidence(for matter: Matter, _ onBehalf: OnBehalf?) throws(Refusal) -> AddEvidence {
    let picture = Picture.site(number: dice.roll(1000), width: 16, height: 12).png
    let evidence = try office.evidence.store(
      picture, name: "现场\(dice.roll(100)).png", note: nil, type: "image/png",
      id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
    return AddEvidence(
      matter: matter.id, seen: matter.version, evidence: evidence, onBehalf: onBehalf, sent: evidence.digest)
  }

  /// Somebody else verifies what was submitted: closes it, or sends it back; a fanned-out matter is the office's to close.
  func verify() async throws {
    guard let matter = pick(where: { $0.phase == .submitted && $0.life.notice == nil }) else { return }
    let verifier = matter.isParent ? "tong" : verifier(of: matter)
    guard let verifier else { return count("nobody may verify") }
    if !matter.isParent && dice.chance(percent: 25) {
      let reasons = Words(dice.pick(DistrictTexts.returns) ?? "")
      try await act(ReturnForRework(matter: matter.id, seen: matter.version, reasons: reasons), by: verifier)
      return
    }
    let conclusion = Words(dice.pick(DistrictTexts.verified) ?? "")
    try await act(CloseOut(matter: matter.id, seen: matter.version, conclusion: conclusion, onSite: true), by: verifier)
  }

  /// Who did not handle it and, where the standard says so, is of a unit that did not.
  func verifier(of matter: Matter) -> String? { dice.pick(able(to: matter))?.id.text }

  private func able(to matter: Matter) -> [Officer] {
    let otherUnit = office.shippedPacks.standards[matter.standard]?.otherUnit ?? false
    return FictionalDistrict.officers.filter { officer in
      (officer.roles.contains(.verifier) || officer.roles.contains(.coordinator))
        && !matter.handledBy.contains(officer.id) && !(otherUnit && matter.handlingUnits.contains(officer.unit))
    }
  }

  /// Somebody of the unit that holds its look-back, or anybody where none does.
  func looker(of matter: Matter) -> String? {
    guard let lookBack = matter.life.lookBack else { return nil }
    let able = able(to: matter).filter { officer in
      !lookBack.closedBy.contains(officer.id) && (lookBack.unit.map { $0 == officer.unit } ?? true)
    }
    return dice.pick(able)?.id.text
  }

  /// Another unit that could hold it.
  func otherLooker(of matter: Matter) -> UnitID? {
    guard let lookBack = matter.life.lookBack else { return nil }
    let handled = [matter.lead] + matter.supporting + matter.handlingUnits
    let units = able(to: matter).filter { !lookBack.closedBy.contains($0.id) }.map(\.unit)
    return dice.pick(units.filter { $0 != lookBack.unit && !handled.contains($0) })
  }
}
