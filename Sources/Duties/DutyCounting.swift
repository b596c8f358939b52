package import Directory
package import Ground
package import Subjects

/// One visit to a subject with the checklist of a duty; void ones are none.
package struct Visit: Hashable, Sendable {
  package let unit: UnitID
  package let day: CivilDate

  package init(unit: UnitID, day: CivilDate) { (self.unit, self.day) = (unit, day) }
}

/// A subject with its visits by one checklist.
package struct SubjectRounds: Hashable, Sendable {
  package let id: SubjectID
  package let subject: CountedSubject
  package var visits: [Visit]

  package init(id: SubjectID, subject: CountedSubject, visits: [Visit]) {
    (self.id, self.subject, self.visits) = (id, subject, visits)
  }
}

/// How many subjects owed a window, and for how many it was done in full.
package struct DutyTally: Hashable, Codable, Sendable {
  package var owed: Int
  package var done: Int

  package init(owed: Int = 0, done: Int = 0) { (self.owed, self.done) = (owed, done) }

  /// Of a window that is over: what was missed; of one that runs: what is left.
  package var missing: Int { owed - done }

  package static func + (left: DutyTally, right: DutyTally) -> DutyTally {
    DutyTally(owed: left.owed + right.owed, done: left.done + right.done)
  }
}

/// Counts what was owed and what was done. What is owed is counted over groups of subjects, what was done over visited
/// subjects alone, so that the work grows with the visits and not with the register.
package struct DutyCounting {
  let directory: Directory
  private var circles: [DutyHolder: Set<UnitID>] = [:]

  package init(_ directory: Directory) { self.directory = directory }

  /// One tally for each window of the planned duty, in their order.
  ///
  /// - Parameter rounds: each visited subject once, with its visits by the duty's checklist.
  package mutating func tallies(
    of planned: PlannedDuty, among groups: [SubjectGroup], rounds: [SubjectRounds]
  ) -> [DutyTally] {
    let concerned = groups.filter { planned.falls(on: $0.subject, in: directory) }
    let visited = rounds.filter { planned.falls(on: $0.subject, in: directory) }
    return planned.windows.map { window in
      let owed = concerned.reduce(0) { window.isOwed(by: $1.subject) ? $0 + $1.count : $0 }
      let done = visited.count { window.isOwed(by: $0.subject) && isDone(planned, window, $0) }
      return DutyTally(owed: owed, done: done)
    }
  }

  /// Whether the visits are enough: of a joint duty those of each unit, else those of all of them together.
  package mutating func isDone(_ planned: PlannedDuty, _ window: PlannedWindow, _ rounds: SubjectRounds) -> Bool {
    times(planned, window, rounds) >= window.times
  }

  /// How often it was done in the window; of a joint duty by the unit that came least often.
  package mutating func times(_ planned: PlannedDuty, _ window: PlannedWindow, _ rounds: SubjectRounds) -> Int {
    let visits = rounds.visits.filter { window.contains($0.day) }
    if visits.isEmpty { return 0 }
    let holders = planned.holders(of: rounds.subject, in: directory).map { circle(of: $0) }
    if planned.isJoint {
      return holders.map { circle in visits.count { circle.contains($0.unit) } }.min() ?? 0
    }
    return visits.count { visit in holders.contains { $0.contains(visit.unit) } }
  }

  private mutating func circle(of holder: DutyHolder) -> Set<UnitID> {
    if let known = circles[holder] { return known }
    let circle = directory.counted(for: holder)
    circles[holder] = circle
    return circle
  }
}
