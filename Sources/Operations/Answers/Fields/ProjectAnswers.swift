package import Directory
package import Ground
import Matters
import Storage

extension Office {
  /// The projects that are under way, soonest due first.
  package func projects(for viewer: Officer) async throws(Refusal) -> ProjectRegister {
    try await answer { (asking) throws(StorageError) in
      let matters = try MatterStore(asking.session, asking.district).projects(limit: Asking.mostProjects)
      return ProjectRegister(
        rows: matters.compactMap { matter in
          guard asking.covers(matter, viewer), let plan = matter.life.project else { return nil }
          return ProjectRow(row: asking.row(matter), project: asking.project(plan, due: matter.due?.day))
        })
    }
  }
}

extension Asking {
  /// A district builds dozens of things at a time, not thousands.
  fileprivate static let mostProjects = 500

  func project(_ plan: ProjectPlan, due: CivilDate?) -> ProjectLine {
    func line(_ milestone: Milestone) -> MilestoneLine {
      MilestoneLine(
        number: milestone.number, title: milestone.title, unit: unit(milestone.unit), planned: milestone.planned,
        first: milestone.firstPlanned, moves: milestone.moves ?? 0, finishedOn: milestone.finished?.day,
        note: milestone.finished?.note, state: milestone.state(on: today, nearLimit: nearLimit, due: due),
        slippage: milestone.slippage(on: today))
    }
    return ProjectLine(
      milestones: plan.milestones.map(line),
      conditions: plan.conditions.map {
        ConditionLine(
          number: $0.number, text: $0.text, posts: $0.posts, people: $0.people, unit: unit($0.unit), last: $0.last,
          state: $0.state)
      },
      measures: plan.measures.map {
        MeasureLine(
          number: $0.number, text: $0.text, keeper: unit($0.keeper), everyDays: $0.everyDays, nextLook: $0.nextLook,
          last: $0.last, state: $0.state(on: today))
      }, slippage: plan.slippage(on: today), next: plan.next.map(line),
      outlook: plan.outlook(on: today).map { last in
        ProjectOutlook(
          title: last.milestone.title, delay: plan.delay(on: today), day: last.day,
          beyondDue: max(0, due.map { $0.days(until: last.day) } ?? 0))
      })
  }

  /// - Parameter plan: the one that stood before the change.
  func happeningOfProject(_ change: MatterChange, _ plan: ProjectPlan?) -> Happening {
    let unknown = Words("–")
    switch change {
    case .projectSet(let plan, let reason, let handling):
      return .projectSet(unit: unit(handling.unit), plan: plan, reason: reason)
    case .milestoneFinished(let number, let end, let handling):
      return .milestoneFinished(
        unit: unit(handling.unit), title: plan?.milestone(number)?.title ?? unknown, day: end.day, note: end.note)
    case .milestoneMoved(let number, let day, let reason, let handling):
      let milestone = plan?.milestone(number)
      return .milestoneMoved(
        unit: unit(handling.unit), title: milestone?.title ?? unknown, before: milestone?.planned, after: day,
        reason: reason)
    case .conditionChecked(let number, let look, let handling):
      return .conditionChecked(
        unit: unit(handling.unit), text: plan?.condition(number)?.text ?? unknown, look: look)
    case .measureChecked(let number, let look, let handling):
      return .measureChecked(unit: unit(handling.unit), text: plan?.measure(number)?.text ?? unknown, look: look)
    default: preconditionFailure("not about a project plan")
    }
  }
}
