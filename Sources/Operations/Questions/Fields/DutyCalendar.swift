package import Ground

/// What does a unit owe of the standing duties in a month, day by day?
package struct DutyCalendar: Sendable {
  package let unit: UnitName
  /// Those whose calendar the person looking may open; one alone is no choice.
  package let units: [UnitName]
  package let month: DayRange
  /// Every day of the month, in order.
  package let days: [DutyDay]
  /// Windows that begin before the month and end after it.
  package let running: Int
  /// What ends on the day that was opened.
  package let opened: DutyDayList?
  /// How far back and ahead months may be opened.
  package let reach: DayRange

  package init(
    unit: UnitName, units: [UnitName], month: DayRange, days: [DutyDay], running: Int, opened: DutyDayList?,
    reach: DayRange
  ) {
    (self.unit, self.units, self.month, self.days) = (unit, units, month, days)
    (self.running, self.opened, self.reach) = (running, opened, reach)
  }

  /// The days by week, each week from Monday.
  package var weeks: [[DutyDay]] {
    days.reduce(into: []) { weeks, day in
      if weeks.isEmpty || day.day.weekday == 1 { weeks.append([]) }
      weeks[weeks.count - 1].append(day)
    }
  }

  /// Any day of the month before, and of the month after; nil beyond the reach.
  package var before: CivilDate? { inReach(month.first.adding(days: -1)) }
  package var after: CivilDate? { inReach(month.last.adding(days: 1)) }

  private func inReach(_ day: CivilDate) -> CivilDate? { reach.contains(day) ? day : nil }
}

/// What begins and what ends on a day: one for each subject and window.
package struct DutyDay: Hashable, Sendable {
  package let day: CivilDate
  package var opens = 0
  /// What has its last day here, and how much of it is done.
  package var owed = 0
  package var done = 0
  /// Of a day that is over: what was missed for a reason that somebody gave.
  package var explained = 0

  package init(day: CivilDate, opens: Int = 0, owed: Int = 0, done: Int = 0, explained: Int = 0) {
    (self.day, self.opens, self.owed, self.done, self.explained) = (day, opens, owed, done, explained)
  }

  /// What was not done: missed once the day is over, left to do before.
  package var missing: Int { owed - done }
}

/// What ends on one day, subject by subject?
package struct DutyDayList: Sendable {
  package let day: CivilDate
  package let count: Int
  /// What is still missing first.
  package let windows: [SubjectWindow]
  /// Behind how many the next page begins; nil on the last one.
  package let next: Int?

  package init(day: CivilDate, count: Int, windows: [SubjectWindow], next: Int?) {
    (self.day, self.count, self.windows, self.next) = (day, count, windows, next)
  }
}
