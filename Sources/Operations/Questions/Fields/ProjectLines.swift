package import Ground
package import Matters

/// Where does a project stand: which milestones are done, near or late, what must stand, and what keeps it in check?
package struct ProjectLine: Hashable, Sendable {
  package let milestones: [MilestoneLine]
  package let conditions: [ConditionLine]
  package let measures: [MeasureLine]
  /// By how many days the open milestones come later than was planned first, the worst of them.
  package let slippage: Int
  /// The one that is to be done next; nil where all are done.
  package let next: MilestoneLine?
  /// Nil where it is not behind its plan.
  package let outlook: ProjectOutlook?

  package init(
    milestones: [MilestoneLine], conditions: [ConditionLine], measures: [MeasureLine], slippage: Int,
    next: MilestoneLine?, outlook: ProjectOutlook? = nil
  ) {
    (self.milestones, self.conditions, self.measures) = (milestones, conditions, measures)
    (self.slippage, self.next, self.outlook) = (slippage, next, outlook)
  }
}

/// When does the last milestone come if the project stays as far behind as it is?
package struct ProjectOutlook: Hashable, Sendable {
  package let title: Words
  /// In days, behind the present plan.
  package let delay: Int
  package let day: CivilDate
  /// By how many days that is behind the matter's own due day; none where it is not.
  package let beyondDue: Int

  package init(title: Words, delay: Int, day: CivilDate, beyondDue: Int) {
    (self.title, self.delay, self.day, self.beyondDue) = (title, delay, day, beyondDue)
  }
}

/// What is done by when, by which unit, and was it?
package struct MilestoneLine: Hashable, Sendable {
  package let number: Int
  package let title: Words
  package let unit: UnitName
  package let planned: CivilDate
  /// The day that was planned first.
  package let first: CivilDate
  package let moves: Int
  package let finishedOn: CivilDate?
  package let note: Words?
  package let state: MilestoneState
  /// In days, against the day that was planned first.
  package let slippage: Int

  package init(
    number: Int, title: Words, unit: UnitName, planned: CivilDate, first: CivilDate, moves: Int,
    finishedOn: CivilDate?, note: Words?, state: MilestoneState, slippage: Int
  ) {
    (self.number, self.title, self.unit, self.planned) = (number, title, unit, planned)
    (self.first, self.moves, self.finishedOn, self.note) = (first, moves, finishedOn, note)
    (self.state, self.slippage) = (state, slippage)
  }
}

/// What must stand all the while, in counts, and was it so when somebody last looked?
package struct ConditionLine: Hashable, Sendable {
  package let number: Int
  package let text: Words
  package let posts: Int?
  package let people: Int?
  package let unit: UnitName
  package let last: ProjectLook?
  package let state: LookState

  package init(
    number: Int, text: Words, posts: Int?, people: Int?, unit: UnitName, last: ProjectLook?, state: LookState
  ) {
    (self.number, self.text, self.posts, self.people) = (number, text, posts, people)
    (self.unit, self.last, self.state) = (unit, last, state)
  }
}

/// What keeps it in check until it is done, who keeps that, and by when is it looked at again?
package struct MeasureLine: Hashable, Sendable {
  package let number: Int
  package let text: Words
  package let keeper: UnitName
  package let everyDays: Int
  package let nextLook: CivilDate?
  package let last: ProjectLook?
  package let state: LookState

  package init(
    number: Int, text: Words, keeper: UnitName, everyDays: Int, nextLook: CivilDate?, last: ProjectLook?,
    state: LookState
  ) {
    (self.number, self.text, self.keeper, self.everyDays) = (number, text, keeper, everyDays)
    (self.nextLook, self.last, self.state) = (nextLook, last, state)
  }
}

/// Which projects are under way, as far as the person looking may see them?
package struct ProjectRegister: Sendable {
  package let rows: [ProjectRow]

  package init(rows: [ProjectRow]) { self.rows = rows }
}

package struct ProjectRow: Hashable, Sendable {
  package let row: MatterRow
  package let project: ProjectLine

  package init(row: MatterRow, project: ProjectLine) { (self.row, self.project) = (row, project) }
}
