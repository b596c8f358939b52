import Directory
import Duties
import Ground
import Matters
import Operations
import Packs

/// What units do in the year about training: sessions are planned and held, or written down afterwards, corrected or declared
/// void, with and without their signed sheets.
extension DistrictYear {
  func train() async throws {
    let (today, sessions) = (clock.now.civilDate, rules.trainings.sessions.filter { !$0.isVoid })
    let planned = sessions.filter { !$0.isHeld }
    if let session = fieldDice.pick(planned.filter { $0.terms.day <= today }) {
      return try await hold(session)
    }
    switch fieldDice.roll(10) {
    case 0:
      guard let session = fieldDice.pick(sessions) else { return }
      try await enter(
        AnnulTraining(training: session.id, seen: nil, reason: Words("重复登记")), by: clerk(of: session.organiser))
    case 1..<3:
      guard let session = fieldDice.pick(sessions.filter(\.isHeld)) else { return }
      try await enter(
        CorrectTraining(
          training: session.id, seen: nil, terms: counted(session.terms, on: session.terms.day), reason: Words("人数更正")),
        by: clerk(of: session.organiser))
    default: try await begin(on: today)
    }
  }

  private func begin(on today: CivilDate) async throws {
    let isPlan = fieldDice.chance(percent: 40)
    let day = today.adding(days: isPlan ? 1 + fieldDice.roll(20) : -fieldDice.roll(120))
    let work = office.shippedPacks.work
    guard let course = fieldDice.pick(work.coursesInOrder.filter { $0.holds(on: day) && $0.holds(on: today) }) else {
      return
    }
    let able = FictionalDistrict.units.filter { $0.kind == .department || $0.kind == .town }.map(\.id)
    let chosen = able.filter { _ in fieldDice.chance(percent: 30) }
    let units = chosen.isEmpty ? Array(able.prefix(2)) : chosen
    let lines = units.flatMap { unit in
      course.posts.map { TrainingTerms.Line(unit: unit, post: $0.code, attended: nil, owed: 1 + fieldDice.roll(9)) }
    }
    let terms = TrainingTerms(day: day, place: Words("区会议中心"), hours: course.hours ?? 4, lines: lines)
    let organiser = UnitID(trusted: fieldDice.pick(["anwei", "yingji", "xiaofang"]) ?? "anwei")
    let officer = clerk(of: organiser)
    guard isPlan else {
      let start = TrainingStart(course: course.code, organiser: organiser, terms: counted(terms, on: day))
      try await refused(PlanTraining(start), by: officer, day < today ? .trainingPlanDay : .trainingNotHeld)
      try await enter(RecordTraining(start, sheet: fieldDice.chance(percent: 40) ? try sheet() : nil), by: officer)
      return
    }
    let start = TrainingStart(course: course.code, organiser: organiser, terms: terms)
    try await refused(PlanTraining(start), by: "beigang.ban", .trainingClerk)
    try await enter(PlanTraining(start), by: officer, isSentTwice: fieldDice.chance(percent: 20))
  }

  private func hold(_ session: TrainingAccount.Session) async throws {
    let terms = counted(session.terms, on: session.terms.day)
    let hold = HoldTraining(
      training: session.id, seen: nil, terms: terms, sheet: fieldDice.chance(percent: 50) ? try sheet() : nil)
    try await enter(hold, by: clerk(of: session.organiser))
    try await refused(
      HoldTraining(training: session.id, seen: nil, terms: terms, sheet: nil), by: clerk(of: session.organiser),
      .trainingHeld)
  }

  /// As many were there as had to be, or fewer; somebody always was.
  private func counted(_ terms: TrainingTerms, on day: CivilDate) -> TrainingTerms {
    let lines = terms.lines.enumerated().map { place, line in
      let owed = line.owed ?? 1
      return TrainingTerms.Line(
        unit: line.unit, post: line.post, attended: place == 0 ? owed : fieldDice.roll(owed + 1), owed: owed)
    }
    return TrainingTerms(day: day, place: Words("区会议中心"), hours: terms.hours, lines: lines)
  }

  private func clerk(of organiser: UnitID) -> String { organiser.text == "anwei" ? "tong" : "\(organiser.text).ban" }

  private func sheet() throws(Refusal) -> SignedScan {
    let file = try office.evidence.store(
      Picture.site(number: fieldDice.roll(1000), width: 16, height: 12).png, name: "签到表.png", note: nil,
      type: "image/png", id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
    return SignedScan(file: file, sent: file.digest)
  }
}
