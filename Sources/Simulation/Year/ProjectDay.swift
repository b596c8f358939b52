import Ground
import Matters
import Operations

/// What units do in the year about what is built: a plan is set, its milestones are kept, moved or slip, its conditions and
/// measures are looked at.
extension DistrictYear {
  func build() async throws {
    let underway = rules.order.compactMap { rules.matters[$0] }.filter {
      $0.phase == .underway && !$0.isParent && $0.life.mergedInto == nil
    }
    let planned = underway.filter { $0.life.project != nil }
    if let matter = fieldDice.pick(planned), planned.count > 3 || !fieldDice.chance(percent: 30),
      let plan = matter.life.project
    {
      return try await goOn(matter, plan)
    }
    let today = clock.now.civilDate
    guard
      let matter = fieldDice.pick(
        underway.filter { matter in
          matter.life.project == nil && matter.due.map { $0.day > today } ?? false
        })
    else { return }
    try await plan(matter)
  }

  private func plan(_ matter: Matter) async throws {
    guard let due = matter.due?.day else { return }
    let today = clock.now.civilDate
    let days = today.days(until: due)
    let units = [matter.lead] + matter.supporting
    let milestones = (1...2 + fieldDice.roll(2)).map { number in
      Milestone(
        number: number, title: Words("第\(number)步完成"), planned: today.adding(days: fieldDice.roll(days + 1)),
        unit: units[number % units.count])
    }
    let plan = ProjectPlan(
      milestones: milestones,
      conditions: [StandingCondition(number: 1, text: Words("专岗专人值守"), posts: 1, people: 2, unit: matter.lead)],
      measures: fieldDice.chance(percent: 50)
        ? [InterimMeasure(number: 1, text: Words("改造期间分区存放"), keeper: matter.lead, everyDays: 10)] : [])
    let late = ProjectPlan(
      milestones: [Milestone(number: 1, title: Words("完工"), planned: due.adding(days: 1), unit: matter.lead)])
    let officer = "\(matter.lead).ban"
    try await refused(
      SetProject(matter: matter.id, seen: nil, plan: late, reason: nil, onBehalf: nil), by: officer, .milestoneDay)
    try await enter(
      SetProject(matter: matter.id, seen: matter.version, plan: plan, reason: nil, onBehalf: nil), by: officer,
      isSentTwice: fieldDice.chance(percent: 20))
  }

  private func goOn(_ matter: Matter, _ plan: ProjectPlan) async throws {
    let (id, today, officer) = (matter.id, clock.now.civilDate, "\(matter.lead).ban")
    let reason = Words(fieldDice.pick(DistrictTexts.reasons) ?? "")
    let look = ProjectLook(day: today, holds: fieldDice.chance(percent: 75), note: Words("现场查看"))
    switch fieldDice.roll(10) {
    case 0..<4:
      guard let milestone = plan.next else { return }
      try await enter(
        FinishMilestone(
          matter: id, seen: matter.version, number: milestone.number, day: today, note: Words("已完成"), onBehalf: nil),
        by: officer)
    case 4..<6:
      guard let milestone = plan.next else { return }
      let day = today.adding(days: 1 + fieldDice.roll(20))
      guard day != milestone.planned else { return }
      try await refused(
        MoveMilestone(
          matter: id, seen: nil, number: milestone.number, day: today.adding(days: -1), reason: reason, onBehalf: nil),
        by: officer, .duePast)
      try await enter(
        MoveMilestone(
          matter: id, seen: matter.version, number: milestone.number, day: day, reason: reason, onBehalf: nil),
        by: officer)
    case 6..<8:
      guard let condition = plan.conditions.first else { return }
      try await enter(
        CheckCondition(matter: id, seen: matter.version, number: condition.number, look: look, onBehalf: nil),
        by: officer)
    case 8:
      guard let measure = plan.measures.first else { return }
      try await enter(
        RecordInterimCheck(matter: id, seen: matter.version, number: measure.number, look: look, onBehalf: nil),
        by: "\((matter.supporting.first ?? matter.lead).text).ban")
    default: try await changePlan(matter, plan, reason)
    }
  }

  /// One more milestone; what was finished or has slipped cannot be dropped on the way.
  private func changePlan(_ matter: Matter, _ plan: ProjectPlan, _ reason: Words) async throws {
    let today = clock.now.civilDate
    guard let due = matter.due?.day, due >= today, plan.milestones.count < 6 else { return }
    let officer = "\(matter.lead).ban"
    func set(_ milestones: [Milestone]) -> SetProject {
      SetProject(
        matter: matter.id, seen: nil,
        plan: ProjectPlan(milestones: milestones, conditions: plan.conditions, measures: plan.measures), reason: reason,
        onBehalf: nil)
    }
    let more = Milestone(
      number: plan.milestones.count + 1, title: Words("增加的一步"), planned: due, unit: matter.lead)
    if let gone = plan.milestones.first(where: { $0.finished != nil }) {
      try await refused(
        set(plan.milestones.filter { $0.number != gone.number } + [more]), by: officer, .milestoneFinished)
    }
    if let gone = plan.milestones.first(where: { $0.finished == nil && ($0.planned < today || $0.moves ?? 0 > 0) }) {
      try await refused(
        set(plan.milestones.filter { $0.number != gone.number } + [more]), by: officer, .milestoneSlipped)
    }
    try await enter(set(plan.milestones + [more]), by: officer)
  }
}
