import Ground
import Inspections
import Operations
import Packs
import Subjects

/// What units do in the year about what is looked after: they register, grade, suspend, resume and inspect, and now and
/// then declare void what was written down wrongly.
extension DistrictYear {
  func lookAfter() async throws {
    let known = rules.ground.subjects
    guard let subject = dice.pick(known), !dice.chance(percent: known.count < 20 ? 25 : 5) else {
      return try await register()
    }
    let reason = Words(dice.pick(DistrictTexts.reasons) ?? "")
    switch dice.roll(20) {
    case 0:
      guard let grade = dice.pick(RiskGrade.allCases) else { return }
      try await act(GradeSubject(subject: subject.id, seen: nil, grade: grade, reason: reason), by: subject.keeper)
    case 1..<4: try await turn(subject, reason)
    case 4:
      guard let inspection = dice.pick(rules.ground.inspections.filter { $0.isCounted }) else { return }
      try await act(AnnulInspection(inspection: inspection.id, reason: reason), by: "\(inspection.unit.text).zhang")
    default: try await inspect(subject)
    }
  }

  private func register() async throws {
    let pool = DemoSubjects.all(clock.now.civilDate)
    let number = rules.ground.subjects.count
    try await act(
      pool[number % pool.count].act(number: number % pool.count), by: "\(pool[number % pool.count].supervising).ban")
  }

  /// What runs is suspended; what stands still resumes, where its gate lets it.
  private func turn(_ subject: LookedAfter, _ reason: Words) async throws {
    guard subject.suspended != nil else {
      return try await done(SuspendSubject(subject: subject.id, seen: nil, reason: reason), by: subject.keeper)
    }
    let resume = ResumeSubject(subject: subject.id, seen: nil, reason: reason)
    guard let gate = office.shippedPacks.work.subjectTypes[subject.type]?.gate,
      !rules.ground.hasPassed(gate, subject)
    else { return try await done(resume, by: subject.keeper) }
    try await refused(resume, by: subject.keeper, .subjectGate)
    if let checklist = office.shippedPacks.work.checklists[gate] { try await inspect(subject, checklist) }
  }

  private func inspect(_ subject: LookedAfter, _ gate: Checklist? = nil) async throws {
    let lists = office.shippedPacks.work.checklists.values.filter { $0.subjects.contains(subject.type) }
      .sorted { $0.code < $1.code }
    guard let list = gate ?? dice.pick(lists), let unit = dice.pick(subject.units) else { return }
    let day = clock.now.civilDate
    let failed = dice.chance(percent: 35) ? dice.pick(list.items.filter { $0.answer == .pass }) : nil
    let isFixed = failed?.grade == .ordinary && dice.chance(percent: 50)
    try await act(
      writtenDown(
        subject.id, list, failed, isFixed: isFixed, on: day.adding(days: -dice.roll(4)),
        handedTo: dice.chance(percent: 20) ? other(than: unit, at: subject) : nil),
      by: "\(unit.text).ban")
  }

  /// A unit that neither inspects nor runs the subject.
  private func other(than unit: UnitID, at subject: LookedAfter) -> UnitID? {
    let others = ["chengguan", "huanbao", "nongye"].map { UnitID(trusted: $0) }
    return others.first { $0 != unit && $0 != subject.responsible }
  }

  /// Whether two units or more were there shortly before or after, so that one more says why.
  private func isCrowded(_ subject: SubjectID, on day: CivilDate) -> Bool {
    let near = rules.ground.inspections.filter { visit in
      visit.isCounted && visit.subject == subject && abs(visit.day.days(until: day)) <= 7
    }
    return Set(near.map(\.unit)).count > 1
  }

  /// An inspection at which everything passed but one item.
  ///
  /// - Parameters:
  ///   - isFixed: whether it was put right on the spot, as an ordinary hazard may be.
  ///   - unit: to which unit a hazard is handed on.
  func writtenDown(
    _ subject: SubjectID, _ list: Checklist, _ failed: Checklist.Item?, isFixed: Bool, on day: CivilDate,
    handedTo unit: UnitID? = nil
  ) -> RecordInspection {
    let answers = list.items.map { item in
      let result: Inspection.Result =
        switch item.answer {
        case .pass: item.code == failed?.code ? .fail : .pass
        case .number(let range, _): .number(range.lowerBound)
        case .validUntil: .validUntil(clock.now.civilDate)
        }
      return Inspection.Answer(item: item.code, result: result)
    }
    let found = failed.map { item in
      let isPutRight = isFixed && item.grade == .ordinary
      return RecordInspection.FoundThing(
        item: item.code, text: Words("现场查看：\(item.title.chinese)，不符合。"), grade: item.grade,
        fixed: isPutRight ? Words("当场改好。") : nil,
        noPicture: item.photo.flatMap { _ in dice.pick(NoPicture.allCases) }, handedTo: isPutRight ? nil : unit)
    }
    return RecordInspection(
      subject: subject, checklist: list.edition, unit: nil, others: [], day: day, answers: answers,
      findings: found.map { [$0] } ?? [], signature: .signed, note: nil, recordedFor: nil,
      reason: isCrowded(subject, on: day) ? .complaint : nil)
  }
}
