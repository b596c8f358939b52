import Directory
import Ground
import Matters
import Operations

/// Project plans by the rules' own account, kept from their entries alone.
struct ProjectAccount {
  private(set) var plans: [MatterID: Plan] = [:]

  struct Plan {
    /// By their numbers.
    fileprivate(set) var milestones: [Int: Step] = [:]
    /// Whether a condition held when it was last seen; nil: nobody looked.
    fileprivate(set) var conditions: [Int: Bool?] = [:]
    fileprivate(set) var measures: [Int: Kept] = [:]

    /// By how many days the open milestones come later than was planned first, the worst of them.
    func slippage(on day: CivilDate) -> Int {
      milestones.values.filter { $0.finished == nil }.map { max(0, $0.first.days(until: max($0.planned, day))) }
        .max() ?? 0
    }

    /// The day on which the last open milestone comes if the project stays as far behind as its latest step shows; nil where
    /// it is not behind.
    func outlook(on day: CivilDate) -> CivilDate? {
      var behind = 0
      for step in milestones.values where step.finished == nil && step.planned < day {
        behind = max(behind, step.planned.days(until: day))
      }
      if behind == 0 {
        let done = milestones.filter { $0.value.finished != nil }
        let latest = done.values.map(\.planned).max()
        // Of two on one day the later in the list says it.
        guard let step = done.filter({ $0.value.planned == latest }).max(by: { $0.key < $1.key })?.value else {
          return nil
        }
        behind = step.planned.days(until: step.finished ?? day)
      }
      guard behind > 0, let end = milestones.values.filter({ $0.finished == nil }).map(\.planned).max() else {
        return nil
      }
      return max(day, end.adding(days: behind))
    }
  }

  struct Step {
    let first: CivilDate
    fileprivate(set) var planned: CivilDate
    fileprivate(set) var moves = 0
    fileprivate(set) var finished: CivilDate?
  }

  struct Kept {
    let everyDays: Int
    fileprivate(set) var seen: CivilDate
    fileprivate(set) var holds: Bool?

    func isOwed(on day: CivilDate) -> Bool { seen.adding(days: everyDays) < day }
  }

  mutating func follow(
    _ id: MatterID, _ change: MatterChange, on day: CivilDate, due: CivilDate?
  ) throws(Breach) {
    switch change {
    case .projectSet(let plan, _, _): try set(plan, of: id, on: day, due: due)
    case .milestoneFinished(let number, let end, _):
      guard let step = plans[id]?.milestones[number], step.finished == nil, end.day <= day else {
        throw Breach("\(id) finished milestone \(number), which it cannot")
      }
      plans[id]?.milestones[number]?.finished = end.day
    case .milestoneMoved(let number, let planned, _, _):
      guard let step = plans[id]?.milestones[number], step.finished == nil, planned >= day, planned != step.planned
      else { throw Breach("\(id) moved milestone \(number) to \(planned.iso), which it cannot") }
      plans[id]?.milestones[number]?.planned = planned
      plans[id]?.milestones[number]?.moves += 1
    case .conditionChecked(let number, let look, _):
      if plans[id]?.conditions[number] == nil { throw Breach("\(id) has no condition \(number)") }
      plans[id]?.conditions[number] = look.holds
    case .measureChecked(let number, let look, _):
      guard let measure = plans[id]?.measures[number], look.day >= measure.seen, look.day <= day else {
        throw Breach("\(id) looked at measure \(number) on \(look.day.iso), which it cannot")
      }
      plans[id]?.measures[number]?.seen = look.day
      plans[id]?.measures[number]?.holds = look.holds
    case .submitted:
      guard let plan = plans[id] else { return }
      let isDone = plan.milestones.values.allSatisfy { $0.finished != nil }
      let isKept = plan.measures.values.allSatisfy { $0.holds != false && !$0.isOwed(on: day) }
      let isMet = plan.conditions.values.allSatisfy { $0 == true }
      if !isDone || !isKept || !isMet {
        throw Breach("\(id) was submitted with milestones open, conditions not met or measures not kept")
      }
    default: break
    }
  }

  /// Rows that stay keep what happened to them; what was finished, moved or is late cannot be dropped.
  private mutating func set(
    _ plan: ProjectPlan, of id: MatterID, on day: CivilDate, due: CivilDate?
  ) throws(Breach) {
    let before = plans[id] ?? Plan()
    var next = Plan()
    for (number, old) in before.milestones where plan.milestone(number) == nil {
      if old.finished != nil || old.moves > 0 || old.planned < day { throw Breach("\(id) forgets milestone \(number)") }
    }
    for row in plan.milestones {
      if let old = before.milestones[row.number] {
        if old.planned != row.planned { throw Breach("\(id) moves milestone \(row.number) unsaid") }
        next.milestones[row.number] = old
      } else {
        if row.planned < day || due.map({ row.planned > $0 }) ?? false {
          throw Breach("\(id) plans milestone \(row.number) for \(row.planned.iso)")
        }
        next.milestones[row.number] = Step(first: row.planned, planned: row.planned)
      }
    }
    for row in plan.conditions { next.conditions.updateValue(before.conditions[row.number] ?? nil, forKey: row.number) }
    for row in plan.measures {
      next.measures[row.number] = before.measures[row.number] ?? Kept(everyDays: row.everyDays, seen: day)
    }
    plans[id] = next
  }
}

extension DistrictYear {
  /// Rows and the list of projects say of every plan what its entries say.
  func compareProjects() async throws {
    guard let tong = try await office.directory()?.officers[OfficerID(trusted: "tong")] else { return }
    let today = clock.now.civilDate
    for (id, plan) in rules.projects.plans.sorted(by: { $0.key < $1.key }) {
      guard let row = rules.matters[id]?.life.project else { throw Breach("\(id) lost its plan") }
      for (number, step) in plan.milestones {
        let stored = row.milestone(number)
        if stored?.planned != step.planned || stored?.firstPlanned != step.first || stored?.moves ?? 0 != step.moves
          || stored?.finished?.day != step.finished
        {
          throw Breach("\(id)'s milestone \(number) is stored wrongly")
        }
      }
      for (number, held) in plan.conditions where row.condition(number)?.last?.holds != held {
        throw Breach("\(id)'s condition \(number) is stored wrongly")
      }
      for (number, kept) in plan.measures where row.measure(number)?.last?.holds != kept.holds {
        throw Breach("\(id)'s measure \(number) is stored wrongly")
      }
      count("project compared")
    }
    let listed = try await office.projects(for: tong).rows
    let open = rules.projects.plans.filter { rules.matters[$0.key]?.isOpen ?? false }
    if Set(listed.map(\.row.matter.id)) != Set(open.keys) {
      throw Breach("\(listed.count) projects are listed, \(open.count) are under way")
    }
    for line in listed {
      let plan = open[line.row.matter.id]
      if line.project.slippage != plan?.slippage(on: today) { throw Breach("\(line.row.matter.id) slips otherwise") }
      if line.project.outlook?.day != plan?.outlook(on: today) { throw Breach("\(line.row.matter.id) ends otherwise") }
      if line.project.outlook != nil { count("outlook") }
      for milestone in line.project.milestones where milestone.state == .late {
        guard let step = plan?.milestones[milestone.number], step.finished == nil, step.planned < today else {
          throw Breach("\(line.row.matter.id)'s milestone \(milestone.number) is not late")
        }
      }
      if line.project.slippage > 0 { count("slippage") }
    }
  }
}
