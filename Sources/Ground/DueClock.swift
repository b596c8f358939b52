/// Counts terms: from a start and a rule to a due date that says how it came about. The one place that does.
///
/// Civil Code art. 201: the start day is not counted. Art. 203: a term whose last day is a day off ends on the next
/// workday. Art. 202: months end on the day of that number, or the month's last. Both days are kept, the nominal and the rolled one. On a paused day the clock stands still.
package struct DueClock: Sendable {
  package let calendar: WorkCalendar
  package let opening: WorkHours

  /// How many days a term may have.
  private static let lengths = 1...3650
  /// How many months a term to a month's end may have.
  private static let months = 0...120
  private static let someMonths = 1...120
  /// How many hours a term may have: a year on the clock, half a year in the office.
  private static let hours = 1...8760
  private static let workHours = 1...1000

  package init(calendar: WorkCalendar, opening: WorkHours = .usual) {
    (self.calendar, self.opening) = (calendar, opening)
  }

  /// - Parameters:
  ///   - start: the day of the event that starts the term.
  ///   - moment: when on that day, its end included; hours are counted from it.
  ///   - pauses: days on which the clock stands still, in any order.
  ///   - roll: nil for the usual one of the rule.
  ///   - source: the pack entry that chose the rule.
  ///   - article: the legal reference's code if a statute set it.
  package func due(
    _ rule: DueRule, from start: CivilDate, at moment: Instant? = nil, pauses: [DayRun] = [], roll: RollRule? = nil,
    source: String, article: String? = nil
  ) throws(Refusal) -> DueDate {
    let roll = roll ?? rule.usualRoll
    let count = try count(rule, from: start, at: moment, Pauses(pauses, after: start), roll)
    guard count.day.year <= 9999 else { throw Refusal(.dueTooLate, at: "due") }
    let years = count.consulted.map { Array($0.first.year...$0.last.year) } ?? []
    return DueDate(
      day: count.day, nominal: count.nominal, start: start, rule: rule, source: source, article: article,
      calendar: years.compactMap(calendar.edition(of:)), counted: count.runs,
      unknownYears: years.filter { calendar.edition(of: $0) == nil }, hours: count.hours, roll: roll,
      pauses: Pauses(pauses, after: start).runs.filter { $0.first <= count.day })
  }

  /// The same term counted again: by the calendar as it is now, with these pauses.
  package func again(_ due: DueDate, pauses: [DayRun]) throws(Refusal) -> DueDate {
    try DueClock(calendar: calendar, opening: due.hours?.opening ?? opening).due(
      due.rule, from: due.start, at: due.hours?.from, pauses: pauses, roll: due.roll, source: due.source,
      article: due.article)
  }

  /// The same term as it is asked for in earnest at a moment: hours run from then, and anything else is counted again.
  package func asked(_ due: DueDate, at moment: Instant) throws(Refusal) -> DueDate {
    guard due.rule.countsHours else { return try again(due, pauses: due.pauses) }
    return try self.due(
      due.rule, from: moment.civilDate, at: moment, roll: due.roll, source: due.source, article: due.article)
  }

  private struct Count {
    let day: CivilDate
    let nominal: CivilDate
    let runs: [DayRun]
    /// The days that the calendar was asked about.
    let consulted: DayRun?
    var hours: DueHours?
  }

  private func count(
    _ rule: DueRule, from start: CivilDate, at moment: Instant?, _ pauses: Pauses, _ roll: RollRule
  ) throws(Refusal) -> Count {
    switch rule {
    case .on(let day):
      guard day >= start else { throw Refusal(.dueBeforeStart, at: "due", ["day": day.iso, "start": start.iso]) }
      guard pauses.touch(through: day) else { return rolled(day, start, [], pauses, roll) }
      // A day that a pause pushed away is no longer the one that was named, so it ends on a workday.
      return days(start.days(until: day), after: start, pauses, roll == .stay ? .forward : roll)
    case .before(let day):
      guard day > start else { throw Refusal(.dueBeforeStart, at: "due", ["day": day.iso, "start": start.iso]) }
      // The period begins when it begins: no pause moves it.
      return rolled(day.adding(days: -1), start, [], Pauses([], after: start), roll)
    case .calendarDays(let days):
      try check(days, within: DueClock.lengths)
      return self.days(days, after: start, pauses, roll)
    case .endOfMonth(let months):
      try check(months, within: DueClock.months)
      return days(start.days(until: endOfMonth(months, after: start)), after: start, pauses, roll)
    case .months(let months):
      try check(months, within: DueClock.someMonths)
      let last = start.adding(months: months)
      guard pauses.touch(through: last) else {
        // Every day counts, so none needs to be looked at.
        return rolled(last, start, [DayRun(first: start.adding(days: 1), last: last)], pauses, roll)
      }
      return days(start.days(until: last), after: start, pauses, roll)
    case .workdays(let days):
      try check(days, within: DueClock.lengths)
      let counted = counted(days, after: start) { !pauses.holds($0) && calendar.assumedKind(of: $0).isWorked }
      return Count(
        day: counted.day, nominal: counted.day, runs: counted.runs,
        consulted: DayRun(first: start.adding(days: 1), last: counted.day))
    case .hours(let hours):
      try check(hours, within: DueClock.hours)
      return try self.hours(hours, at: moment, start, nil) { !pauses.holds($0) }
    case .workHours(let hours):
      try check(hours, within: DueClock.workHours)
      return try self.hours(hours, at: moment, start, opening) {
        !pauses.holds($0) && calendar.assumedKind(of: $0).isWorked
      }
    }
  }

  private func check(_ length: Int, within limits: ClosedRange<Int>) throws(Refusal) {
    guard !limits.contains(length) else { return }
    let values = ["length": String(length), "first": String(limits.lowerBound), "last": String(limits.upperBound)]
    throw Refusal(.dueTermLength, at: "due", values)
  }

  /// Every day counts on which the clock runs.
  private func days(_ days: Int, after start: CivilDate, _ pauses: Pauses, _ roll: RollRule) -> Count {
    let counted = counted(days, after: start) { !pauses.holds($0) }
    return rolled(counted.day, start, counted.runs, pauses, roll)
  }

  /// The nominal day, and the workday it goes to: none on which the clock stands still. It goes back no further than the
  /// start, and not over a pause; where it would, it goes forward.
  private func rolled(
    _ nominal: CivilDate, _ start: CivilDate, _ runs: [DayRun], _ pauses: Pauses, _ roll: RollRule
  ) -> Count {
    let day =
      switch roll {
      case .stay: nominal
      case .forward: forward(from: nominal, pauses)
      case .back: back(from: nominal, to: start, pauses) ?? forward(from: nominal, pauses)
      }
    let consulted = roll == .stay ? nil : DayRun(first: min(nominal, day), last: max(nominal, day))
    return Count(day: day, nominal: nominal, runs: runs, consulted: consulted)
  }

  private func forward(from nominal: CivilDate, _ pauses: Pauses) -> CivilDate {
    var day = calendar.nextWorkday(onOrAfter: nominal)
    while pauses.holds(day) { day = calendar.nextWorkday(after: day) }
    return day
  }

  private func back(from nominal: CivilDate, to start: CivilDate, _ pauses: Pauses) -> CivilDate? {
    var day = nominal
    while !calendar.assumedKind(of: day).isWorked, day > start, !pauses.holds(day) { day = day.adding(days: -1) }
    return pauses.holds(day) ? nil : day
  }

  /// The `count`th day after `start` for which `counts` holds, and the days that were counted.
  private func counted(_ count: Int, after start: CivilDate, where counts: (CivilDate) -> Bool) -> (
    day: CivilDate, runs: [DayRun]
  ) {
    var (day, left, runs) = (start, count, [DayRun]())
    while left > 0 {
      day = day.adding(days: 1)
      guard counts(day) else { continue }
      left -= 1
      runs.count(day)
    }
    return (day, runs)
  }

  /// Whole hours from a moment on, of the days that count.
  private func hours(
    _ hours: Int, at moment: Instant?, _ start: CivilDate, _ opening: WorkHours?, where counts: (CivilDate) -> Bool
  ) throws(Refusal) -> Count {
    guard let moment, moment.civilDate == start || moment == Instant(start.adding(days: 1)) else {
      throw Refusal(.dueNeedsMoment, at: "from")
    }
    let spans = opening?.spans ?? [WorkHours.Span(first: 0, last: 1440)]
    // A minute that has begun is not counted.
    let began = (moment.milliseconds - Instant(start).milliseconds + 59_999) / 60_000
    var (day, from, left, runs) = (start, Int(began), hours * 60, [DayRun]())
    while true {
      if counts(day) {
        for span in spans where span.last > from {
          let first = max(span.first, from)
          runs.count(day)
          guard left > span.last - first else {
            let end = Instant(day, minutes: first + left)
            let consulted = opening == nil ? nil : DayRun(first: start, last: day)
            // Midnight ends the day that was counted.
            return Count(
              day: day, nominal: day, runs: runs, consulted: consulted,
              hours: DueHours(from: moment, to: end, opening: opening))
          }
          left -= span.last - first
        }
      }
      (day, from) = (day.adding(days: 1), 0)
    }
  }

  private func endOfMonth(_ months: Int, after start: CivilDate) -> CivilDate {
    (0..<months).reduce(start.endOfMonth) { last, _ in last.adding(days: 1).endOfMonth }
  }
}

/// Days on which a clock stands still, in order and apart.
private struct Pauses {
  let runs: [DayRun]

  init(_ runs: [DayRun], after start: CivilDate) {
    var joined: [DayRun] = []
    for run in runs.sorted(by: { $0.first < $1.first }) where run.last > start && run.first <= run.last {
      if let last = joined.last, run.first <= last.last.adding(days: 1) {
        joined[joined.count - 1] = DayRun(first: last.first, last: max(last.last, run.last))
      } else {
        joined.append(run)
      }
    }
    self.runs = joined
  }

  func holds(_ day: CivilDate) -> Bool { runs.contains { $0.contains(day) } }

  func touch(through day: CivilDate) -> Bool { runs.contains { $0.first <= day } }
}

extension [DayRun] {
  /// Adds a day that follows all others; the same day once.
  fileprivate mutating func count(_ day: CivilDate) {
    if let last, last.last >= day { return }
    if let last, last.last.days(until: day) == 1 {
      self[count - 1] = DayRun(first: last.first, last: day)
    } else {
      append(DayRun(first: day, last: day))
    }
  }
}
