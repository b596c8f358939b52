import Directory
import Ground
import Packs

/// The acts on a matter's project plan; each is a unit's own.
extension Decision {
  func projectAct(
    _ command: MatterCommand, _ matter: Matter, _ officer: Officer, _ rules: UnitActRules,
    _ handling: (OnBehalf?, [Problem]) throws(Refusal) -> Handling
  ) throws(Refusal) -> MatterChange {
    let plan = matter.life.project
    switch command {
    case .setProject(let plan, let reason, let onBehalf):
      let wrong = PlanRules(plan: plan, matter: matter, today: today, context: context).problems(reason)
      return .projectSet(plan: plan, reason: reason, handling: try handling(onBehalf, wrong))
    case .finishMilestone(let number, let day, let note, let onBehalf):
      let milestone = plan?.milestone(number).flatMap { $0.finished == nil ? $0 : nil }
      let wrong =
        typed(note, "note") + seen(on: day, matter)
        + own(milestone?.unit, rules.unit(of: officer, onBehalf), at: "milestone", matter)
      return .milestoneFinished(
        number: number, end: MilestoneEnd(day: day, note: note), handling: try handling(onBehalf, wrong))
    case .moveMilestone(let number, let day, let reason, let onBehalf):
      let milestone = plan?.milestone(number).flatMap { $0.finished == nil ? $0 : nil }
      let past = day < today ? [Problem(.duePast, at: "day", ["day": day.iso, "today": today.iso])] : []
      let wrong =
        typed(reason, "reason") + past + unchanged(milestone?.planned == day, "day")
        + own(milestone?.unit, matter.lead, at: "milestone", matter)
      return .milestoneMoved(number: number, day: day, reason: reason, handling: try handling(onBehalf, wrong))
    case .checkCondition(let number, let look, let onBehalf):
      let row = plan?.condition(number)
      let wrong =
        typed(look.note, "note") + seen(on: look.day, matter, since: row?.last?.day)
        + own(row?.unit, rules.unit(of: officer, onBehalf), at: "condition", matter)
      return .conditionChecked(number: number, look: look, handling: try handling(onBehalf, wrong))
    case .checkMeasure(let number, let look, let onBehalf):
      let row = plan?.measure(number)
      let wrong =
        typed(look.note, "note") + seen(on: look.day, matter, since: row?.last?.day)
        + looker(row, rules.unit(of: officer, onBehalf), matter)
      return .measureChecked(number: number, look: look, handling: try handling(onBehalf, wrong))
    default: preconditionFailure("not about a project plan")
    }
  }

  /// Why a matter with a plan may not be submitted yet: a milestone is open, a standing condition is not met or nobody saw it,
  /// or an interim measure is not kept or was not looked at in time. Each names what it is about.
  func unfinishedProject(_ matter: Matter) -> [Problem] {
    guard let plan = matter.life.project else { return [] }
    func problem(_ code: ProblemCode, _ names: [Words]) -> [Problem] {
      guard !names.isEmpty else { return [] }
      return [Problem(code, at: "project", ["names": names.map(\.shown).joined(separator: "、")])]
    }
    return problem(.milestonesOpen, plan.openMilestones.map(\.title))
      + problem(.conditionsNotMet, plan.conditions.filter { $0.state == .fails }.map(\.text))
      + problem(.conditionsUnseen, plan.conditions.filter { $0.state == .unseen }.map(\.text))
      + problem(.measuresNotKept, plan.measures.filter { $0.state(on: today) == .fails }.map(\.text))
      + problem(.measuresUnseen, plan.measures.filter { $0.state(on: today) == .overdue }.map(\.text))
  }

  /// Why a matter whose procedure asks for interim measures may not be submitted yet: none was planned.
  func uncontrolled(_ matter: Matter) -> [Problem] {
    matter.lacksMeasures(by: context.packs) ? [Problem(.measuresMissing, at: "project")] : []
  }

  /// The measure is there, and whoever looks at it is another unit of the matter than its keeper, where there is one.
  private func looker(_ row: InterimMeasure?, _ acting: UnitID, _ matter: Matter) -> [Problem] {
    guard let row else { return [Problem(.projectRow, at: "measure")] }
    if row.lookers(among: [matter.lead] + matter.supporting).contains(acting) { return [] }
    return [Problem(.measureOwnKeeper, at: "measure", ["unit": context.directory.shownName(of: row.keeper)])]
  }

  /// The row is there, and the unit that says something of it is its own, or leads the matter.
  private func own(_ unit: UnitID?, _ acting: UnitID, at place: String, _ matter: Matter) -> [Problem] {
    guard let unit else { return [Problem(.projectRow, at: place)] }
    if unit == acting || matter.lead == acting { return [] }
    return [Problem(.projectRowOfUnit, at: place, ["unit": context.directory.shownName(of: unit)])]
  }

  /// A day on which it can have been: from the issue, or from the day it was last seen, to today.
  private func seen(on day: CivilDate, _ matter: Matter, since last: CivilDate? = nil) -> [Problem] {
    let first = last ?? matter.issuedAt.civilDate
    if day >= first && day <= today { return [] }
    return [Problem(.projectDay, at: "day", ["first": first.iso, "last": today.iso])]
  }
}

/// What is wrong with a plan, beside the one that stands.
struct PlanRules {
  let plan: ProjectPlan
  let matter: Matter
  let today: CivilDate
  let context: Context

  private var before: ProjectPlan? { matter.life.project }

  func problems(_ reason: Words?) -> [Problem] {
    let counts = [plan.milestones.count, plan.conditions.count, plan.measures.count]
    let hasWork = !plan.milestones.isEmpty || !plan.measures.isEmpty
    let isBounded = hasWork && counts.allSatisfy { $0 <= ProjectPlan.most }
    guard isBounded, isNumbered else {
      return [Problem(.projectSize, at: "milestone", ["most": "\(ProjectPlan.most)"])]
    }
    return plan.milestones.flatMap(problems) + plan.conditions.flatMap(problems) + plan.measures.flatMap(problems)
      + missing + same + why(reason)
  }

  /// Each row has a number of its own within its kind.
  private var isNumbered: Bool {
    let kinds = [plan.milestones.map(\.number), plan.conditions.map(\.number), plan.measures.map(\.number)]
    return kinds.allSatisfy { numbers in
      Set(numbers).count == numbers.count && numbers.allSatisfy { (1...10_000).contains($0) }
    }
  }

  private func problems(_ milestone: Milestone) -> [Problem] {
    let place = "milestone.\(milestone.number)"
    let rest = TypedWords.problems(milestone.title, at: place) + unit(milestone.unit, at: "\(place).unit")
    guard let old = before?.milestone(milestone.number) else {
      let last = matter.due?.day
      guard milestone.planned < today || last.map({ milestone.planned > $0 }) ?? false else { return rest }
      let values = ["first": today.iso, "last": last?.iso ?? "—"]
      return rest + [Problem(.milestoneDay, at: "\(place).day", values)]
    }
    if old.finished != nil {
      return old.isSame(as: milestone) ? [] : [Problem(.milestoneFinished, at: place, ["name": old.title.shown])]
    }
    if old.planned != milestone.planned {
      return rest + [Problem(.milestoneMoves, at: "\(place).day", ["name": old.title.shown])]
    }
    return rest
  }

  private func problems(_ condition: StandingCondition) -> [Problem] {
    let place = "condition.\(condition.number)"
    let isCounted = [condition.posts, condition.people].allSatisfy { count in
      count.map(StandingCondition.counts.contains) ?? true
    }
    return TypedWords.problems(condition.text, at: place) + unit(condition.unit, at: "\(place).unit")
      + (isCounted ? [] : [Problem(.conditionCount, at: "\(place).posts")])
  }

  private func problems(_ measure: InterimMeasure) -> [Problem] {
    let place = "measure.\(measure.number)"
    let limits = 1...ProjectPlan.longestInterval
    let interval =
      limits.contains(measure.everyDays)
      ? [] : [Problem(.measureInterval, at: "\(place).every", ["most": "\(ProjectPlan.longestInterval)"])]
    return TypedWords.problems(measure.text, at: place) + unit(measure.keeper, at: "\(place).unit") + interval
  }

  private func unit(_ unit: UnitID, at place: String) -> [Problem] {
    let units = [matter.lead] + matter.supporting
    return units.contains(unit)
      ? [] : [Problem(.projectUnit, at: place, ["unit": context.directory.shownName(of: unit)])]
  }

  /// What was finished stays in the plan, and so does what slipped: dropped and written anew it would look as planned.
  private var missing: [Problem] {
    let dropped = before?.milestones.filter { plan.milestone($0.number) == nil } ?? []
    return dropped.compactMap { row in
      let hasSlipped = row.planned < today || row.moves ?? 0 > 0
      guard row.finished != nil || hasSlipped else { return nil }
      let code: ProblemCode = row.finished != nil ? .milestoneFinished : .milestoneSlipped
      return Problem(code, at: "milestone.\(row.number)", ["name": row.title.shown])
    }
  }

  private var same: [Problem] {
    guard let before, plan.milestones.count == before.milestones.count,
      plan.conditions.count == before.conditions.count, plan.measures.count == before.measures.count,
      plan.milestones.allSatisfy({ row in before.milestone(row.number)?.isSame(as: row) == true }),
      plan.conditions.allSatisfy({ row in
        before.condition(row.number).map { $0.isSame(as: row) && $0.unit == row.unit } == true
      }),
      plan.measures.allSatisfy({ row in
        before.measure(row.number).map { $0.isSame(as: row) && $0.keeper == row.keeper } == true
      })
    else { return [] }
    return [Problem(.nothingChanges, at: "milestone")]
  }

  /// Whoever changes a plan that stands says why.
  private func why(_ reason: Words?) -> [Problem] {
    if let reason { return TypedWords.problems(reason, at: "reason") }
    return before == nil ? [] : [Problem(.wordsBlank, at: "reason")]
  }
}
