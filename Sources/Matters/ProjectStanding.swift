package import Ground
package import Packs

/// Where a milestone stands on a day.
package enum MilestoneState: String, CaseIterable, Codable, Sendable {
  case done
  /// Its planned day has passed.
  case late
  /// Its planned day lies behind the matter's own due day.
  case unfit
  /// Its planned day is near.
  case near
  case open
}

/// Where a condition or an interim measure stands on a day.
package enum LookState: String, CaseIterable, Codable, Sendable {
  case holds
  /// It was last seen not met, or not kept.
  case fails
  /// It is to be looked at again since before today.
  case overdue
  case unseen
}

extension Milestone {
  /// - Parameters:
  ///   - nearLimit: the last day that the district calls near.
  ///   - due: the matter's own.
  package func state(on day: CivilDate, nearLimit: CivilDate, due: CivilDate?) -> MilestoneState {
    if finished != nil { return .done }
    if isOverdue(due: planned, on: day) { return .late }
    if let due, planned > due { return .unfit }
    return planned <= nearLimit ? .near : .open
  }

  /// By how many days it comes, or came, later than was planned first; none where it does not.
  package func slippage(on day: CivilDate) -> Int {
    max(0, firstPlanned.days(until: finished?.day ?? max(planned, day)))
  }
}

extension StandingCondition {
  package var state: LookState { last.map { $0.holds ? .holds : .fails } ?? .unseen }
}

extension InterimMeasure {
  package func state(on day: CivilDate) -> LookState {
    if last?.holds == false { return .fails }
    if let nextLook, isOverdue(due: nextLook, on: day) { return .overdue }
    return last == nil ? .unseen : .holds
  }
}

extension ProjectPlan {
  /// By how many days the open milestones come later than was planned first, the worst of them.
  package func slippage(on day: CivilDate) -> Int { openMilestones.map { $0.slippage(on: day) }.max() ?? 0 }

  /// How many days the project runs behind its present plan: by how much its worst overdue milestone is over, or where none
  /// is, by how much the latest that is done came behind its planned day.
  package func delay(on day: CivilDate) -> Int {
    let overdue = openMilestones.map { $0.planned.days(until: day) }.max() ?? 0
    if overdue > 0 { return overdue }
    let last = milestones.filter { $0.finished != nil }.max { ($0.planned, $0.number) < ($1.planned, $1.number) }
    return last.flatMap { last in last.finished.map { max(0, last.planned.days(until: $0.day)) } } ?? 0
  }

  /// When an open milestone comes if the project stays as far behind as it is.
  package func expected(_ milestone: Milestone, on day: CivilDate) -> CivilDate {
    max(day, milestone.planned.adding(days: delay(on: day)))
  }

  /// The open milestone that is expected last, and when; nil where all are done, or the project is not behind.
  package func outlook(on day: CivilDate) -> (milestone: Milestone, day: CivilDate)? {
    guard delay(on: day) > 0, let last = openMilestones.max(by: { ($0.planned, $0.number) < ($1.planned, $1.number) })
    else { return nil }
    return (last, expected(last, on: day))
  }

  /// The one that is to be done next.
  package var next: Milestone? { openMilestones.min { ($0.planned, $0.number) < ($1.planned, $1.number) } }

  /// The milestones that a matter waits for, for each unit by its soonest day.
  func milestoneWaits() -> [(unit: UnitID, day: CivilDate)] { soonest(openMilestones.map { ($0.unit, $0.planned) }) }

  /// The looks at interim measures that it waits for, for each unit that looks by its soonest day.
  ///
  /// - Parameter units: the matter's, the lead first.
  func looks(by units: [UnitID]) -> [(unit: UnitID, day: CivilDate)] {
    soonest(
      measures.compactMap { measure in
        measure.lookers(among: units).first.flatMap { unit in measure.nextLook.map { (unit, $0) } }
      })
  }

  private func soonest(_ rows: [(UnitID, CivilDate)]) -> [(unit: UnitID, day: CivilDate)] {
    Dictionary(rows, uniquingKeysWith: min).sorted { $0.key < $1.key }.map { (unit: $0.key, day: $0.value) }
  }
}

extension Matter {
  /// Whether its procedure asks for interim measures (临时管控) and none is planned yet.
  package func lacksMeasures(by packs: PackLibrary) -> Bool {
    (packs.procedures[procedure]?.asksInterim ?? false) && life.project?.measures.isEmpty ?? true
  }
}
