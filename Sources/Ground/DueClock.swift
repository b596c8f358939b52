/// Counts terms: from a start day and a rule to a due date that says how it came about.
///
/// Civil Code art. 201: the start day is not counted. Art. 203: a term whose last day is a day off ends on the next
/// workday. Both days are kept, the nominal and the rolled one.
package struct DueClock: Sendable {
  package let calendar: WorkCalendar

  /// How many days a term may have.
  private static let lengths = 1...3650
  /// How many months a term to a month's end may have.
  private static let months = 0...120

  package init(calendar: WorkCalendar) { self.calendar = calendar }

  /// `source` is the pack entry that chose the rule, `article` the legal reference's code if a statute set it.
  package func due(
    _ rule: DueRule, from start: CivilDate, source: String, article: String? = nil
  ) throws(Refusal) -> DueDate {
    let count = try count(rule, from: start)
    guard count.day.year <= 9999 else { throw Refusal(.dueTooLate, at: "due") }
    let years = count.consulted.map { Array($0.first.year...$0.last.year) } ?? []
    return DueDate(
      day: count.day, nominal: count.nominal, start: start, rule: rule, source: source, article: article,
      calendar: years.compactMap(calendar.edition(of:)), counted: count.runs,
      unknownYears: years.filter { calendar.edition(of: $0) == nil })
  }

  private struct Count {
    let day: CivilDate
    let nominal: CivilDate
    let runs: [DayRun]
    /// The days that the calendar was asked about.
    let consulted: DayRun?
  }

  private func count(_ rule: DueRule, from start: CivilDate) throws(Refusal) -> Count {
    switch rule {
    case .on(let day):
      guard day >= start else { throw Refusal(.dueBeforeStart, at: "due", ["day": day.iso, "start": start.iso]) }
      return Count(day: day, nominal: day, runs: [], consulted: nil)
    case .calendarDays(let days):
      try check(days, within: DueClock.lengths)
      return rolled(from: start, to: start.adding(days: days))
    case .endOfMonth(let months):
      try check(months, within: DueClock.months)
      return rolled(from: start, to: endOfMonth(months, after: start))
    case .workdays(let days):
      try check(days, within: DueClock.lengths)
      return worked(days, after: start)
    }
  }

  private func check(_ length: Int, within limits: ClosedRange<Int>) throws(Refusal) {
    guard !limits.contains(length) else { return }
    let values = ["length": String(length), "first": String(limits.lowerBound), "last": String(limits.upperBound)]
    throw Refusal(.dueTermLength, at: "due", values)
  }

  /// Every day counts; the last one rolls to a workday.
  private func rolled(from start: CivilDate, to nominal: CivilDate) -> Count {
    let day = calendar.nextWorkday(onOrAfter: nominal)
    let first = start.adding(days: 1)
    let runs = first <= nominal ? [DayRun(first: first, last: nominal)] : []
    return Count(day: day, nominal: nominal, runs: runs, consulted: DayRun(first: nominal, last: day))
  }

  private func worked(_ days: Int, after start: CivilDate) -> Count {
    var runs: [DayRun] = []
    var day = start
    for _ in 0..<days {
      day = calendar.nextWorkday(after: day)
      if let last = runs.last, last.last.days(until: day) == 1 {
        runs[runs.count - 1] = DayRun(first: last.first, last: day)
      } else {
        runs.append(DayRun(first: day, last: day))
      }
    }
    return Count(day: day, nominal: day, runs: runs, consulted: DayRun(first: start.adding(days: 1), last: day))
  }

  private func endOfMonth(_ months: Int, after start: CivilDate) -> CivilDate {
    (0..<months).reduce(start.endOfMonth) { last, _ in last.adding(days: 1).endOfMonth }
  }
}
