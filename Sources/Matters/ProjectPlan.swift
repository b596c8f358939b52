import Directory
package import Ground

/// The plan of a matter that is built in steps (建设项目): its milestones, what must stand all the while, and what keeps things
/// in check until it is done.
package struct ProjectPlan: Hashable, Codable, Sendable {
  package internal(set) var milestones: [Milestone]
  package internal(set) var conditions: [StandingCondition]
  package internal(set) var measures: [InterimMeasure]

  package init(
    milestones: [Milestone], conditions: [StandingCondition] = [], measures: [InterimMeasure] = []
  ) {
    (self.milestones, self.conditions, self.measures) = (milestones, conditions, measures)
  }

  /// How many rows of each kind a plan holds.
  package static let most = 20
  /// After how many days at the most an interim measure is looked at again.
  package static let longestInterval = 92

  /// What somebody typed in it.
  package var typed: [Words] { milestones.map(\.title) + conditions.map(\.text) + measures.map(\.text) }

  /// The plan that takes the place of `before`: what was moved, finished and seen stays with the rows that stay the same.
  func keeping(_ before: ProjectPlan?, on day: CivilDate) -> ProjectPlan {
    var plan = self
    for index in plan.milestones.indices {
      guard let old = before?.milestone(plan.milestones[index].number) else { continue }
      let row = plan.milestones[index]
      (plan.milestones[index].first, plan.milestones[index].moves) = (old.first, old.moves)
      if old.isSame(as: row) { plan.milestones[index].finished = old.finished }
    }
    for index in plan.conditions.indices {
      let row = plan.conditions[index]
      if let old = before?.condition(row.number), old.isSame(as: row) { plan.conditions[index].last = old.last }
    }
    for index in plan.measures.indices {
      let row = plan.measures[index]
      var old = before?.measure(row.number)
      // A look at other words says nothing of these; but one that is not kept, or was not looked at in time, stays so by
      // whatever name until somebody looks.
      if old?.isSame(as: row) == false, old?.last?.holds == true { old?.last = nil }
      (plan.measures[index].last, plan.measures[index].since) = (old?.last, old?.since ?? day)
    }
    return plan
  }

  /// The same where units have nothing to do with the matter any more: what they had is the lead unit's.
  func held(by units: [UnitID], lead: UnitID) -> ProjectPlan {
    var plan = self
    for index in plan.milestones.indices where !units.contains(plan.milestones[index].unit) {
      plan.milestones[index].unit = lead
    }
    for index in plan.conditions.indices where !units.contains(plan.conditions[index].unit) {
      plan.conditions[index].unit = lead
    }
    for index in plan.measures.indices where !units.contains(plan.measures[index].keeper) {
      plan.measures[index].keeper = lead
    }
    return plan
  }

  package func milestone(_ number: Int) -> Milestone? { milestones.first { $0.number == number } }
  package func condition(_ number: Int) -> StandingCondition? { conditions.first { $0.number == number } }
  package func measure(_ number: Int) -> InterimMeasure? { measures.first { $0.number == number } }

  package var openMilestones: [Milestone] { milestones.filter { $0.finished == nil } }

  // MARK: What happens to a row

  package mutating func finish(_ number: Int, _ end: MilestoneEnd) {
    for index in milestones.indices where milestones[index].number == number { milestones[index].finished = end }
  }

  package mutating func move(_ number: Int, to day: CivilDate) {
    for index in milestones.indices where milestones[index].number == number {
      milestones[index].first = milestones[index].first ?? milestones[index].planned
      milestones[index].moves = (milestones[index].moves ?? 0) + 1
      milestones[index].planned = day
    }
  }

  mutating func see(condition number: Int, _ look: ProjectLook) {
    for index in conditions.indices where conditions[index].number == number { conditions[index].last = look }
  }

  mutating func see(measure number: Int, _ look: ProjectLook) {
    for index in measures.indices where measures[index].number == number { measures[index].last = look }
  }
}

/// A step of a project (节点): what is done by when, and by which unit.
package struct Milestone: Hashable, Codable, Sendable {
  /// Stays the same however the plan changes; from 1.
  package let number: Int
  package let title: Words
  package internal(set) var planned: CivilDate
  package internal(set) var unit: UnitID
  /// The day that was planned first, where it was moved since.
  package internal(set) var first: CivilDate?
  /// How often it was moved; nil for never.
  package internal(set) var moves: Int?
  package internal(set) var finished: MilestoneEnd?

  package init(number: Int, title: Words, planned: CivilDate, unit: UnitID) {
    (self.number, self.title, self.planned, self.unit) = (number, title, planned, unit)
  }

  package var firstPlanned: CivilDate { first ?? planned }

  /// Whether another plan's row says the same; of words that were erased nobody can say otherwise.
  func isSame(as other: Milestone) -> Bool {
    (title.isErased || title.text == other.title.text) && planned == other.planned && unit == other.unit
  }
}

package struct MilestoneEnd: Hashable, Codable, Sendable {
  package let day: CivilDate
  package let note: Words

  package init(day: CivilDate, note: Words) { (self.day, self.note) = (day, note) }
}

/// What must stand once and for all, e.g. posts and people of a fire station (专岗专人): as counts, never as names.
package struct StandingCondition: Hashable, Codable, Sendable {
  package let number: Int
  package let text: Words
  /// How many posts it asks for (专岗); nil where it asks for none.
  package let posts: Int?
  /// How many people it asks for (专人); nil where it asks for none.
  package let people: Int?
  /// Whose it is.
  package internal(set) var unit: UnitID
  /// When it was last looked at.
  package internal(set) var last: ProjectLook?

  package init(number: Int, text: Words, posts: Int?, people: Int?, unit: UnitID) {
    (self.number, self.text, self.posts, self.people, self.unit) = (number, text, posts, people, unit)
  }

  /// How many posts or people a condition may ask for.
  package static let counts = 1...10_000

  func isSame(as other: StandingCondition) -> Bool {
    (text.isErased || text.text == other.text.text) && posts == other.posts && people == other.people
  }
}

/// One measure of the interim control plan (临时管控措施): who keeps it, and how often it is looked at until the close-out.
package struct InterimMeasure: Hashable, Codable, Sendable {
  package let number: Int
  package let text: Words
  package internal(set) var keeper: UnitID
  /// It is looked at again after so many days at the most.
  package let everyDays: Int
  /// Since when it is in the plan.
  package internal(set) var since: CivilDate?
  package internal(set) var last: ProjectLook?

  package init(number: Int, text: Words, keeper: UnitID, everyDays: Int) {
    (self.number, self.text, self.keeper, self.everyDays) = (number, text, keeper, everyDays)
  }

  /// Who may look at it, of a matter's units: another than its keeper, where there is one.
  package func lookers(among units: [UnitID]) -> [UnitID] {
    let others = units.filter { $0 != keeper }
    return others.isEmpty ? units : others
  }

  /// By when it is to be looked at again.
  package var nextLook: CivilDate? { (last?.day ?? since)?.adding(days: everyDays) }

  func isSame(as other: InterimMeasure) -> Bool {
    (text.isErased || text.text == other.text.text) && everyDays == other.everyDays
  }
}

/// What somebody saw of a condition or an interim measure: whether it is met or kept.
package struct ProjectLook: Hashable, Codable, Sendable {
  package let day: CivilDate
  package let holds: Bool
  package let note: Words

  package init(day: CivilDate, holds: Bool, note: Words) { (self.day, self.holds, self.note) = (day, holds, note) }
}
