package import Ground

/// When the series would meet next: as often as it did last, on the same weekday, moved off days that are not worked.
package struct NextDay: Hashable, Sendable {
  /// The day that the rule says.
  package let nominal: CivilDate
  /// The workday that it was moved to; the same day where it is one.
  package let day: CivilDate
  /// What `nominal` is; a workday where nothing was moved.
  package let kind: DayKind
  package let rule: Rule
  /// Whether the calendar of its year is published.
  package let isKnown: Bool

  package enum Rule: Hashable, Sendable {
    case weeks(Int)
    /// The nth of its weekday in a month; the last where a month has no fifth.
    case monthly(nth: Int)
  }

  /// - Parameters:
  ///   - last: the day of the last meeting, or of the one that is planned.
  ///   - before: the day of the one before it; nil: a meeting a month.
  ///   - today: the day proposed is not before it.
  package init(after last: CivilDate, before: CivilDate?, today: CivilDate, calendar: WorkCalendar) {
    let gap = before.map { $0.days(until: last) } ?? 0
    rule = (4...24).contains(gap) ? .weeks((gap + 3) / 7) : .monthly(nth: (last.day - 1) / 7 + 1)
    var day = NextDay.step(rule, from: last, weekday: last.weekday)
    while day < today { day = NextDay.step(rule, from: day, weekday: last.weekday) }
    nominal = day
    kind = calendar.assumedKind(of: day)
    self.day = calendar.nextWorkday(onOrAfter: day)
    isKnown = calendar.isWorkday(day) != nil && calendar.isWorkday(self.day) != nil
  }

  private static func step(_ rule: Rule, from day: CivilDate, weekday: Int) -> CivilDate {
    switch rule {
    case .weeks(let weeks): return day.adding(days: 7 * weeks)
    case .monthly(let nth):
      let first = day.endOfMonth.adding(days: 1)
      let begin = first.adding(days: (weekday - first.weekday + 7) % 7)
      let wanted = begin.adding(days: 7 * (nth - 1))
      return wanted.month == first.month ? wanted : wanted.adding(days: -7)
    }
  }
}
