/// One day on the way to a due day, for "how was this computed".
package struct DayLine: Hashable, Sendable {
  package let day: CivilDate
  package let counted: Bool
  package let why: Why
  /// Where hours are counted: how many minutes of this day were.
  package let minutes: Int?

  package init(day: CivilDate, counted: Bool, why: Why, minutes: Int? = nil) {
    (self.day, self.counted, self.why, self.minutes) = (day, counted, why, minutes)
  }

  package enum Why: String, CaseIterable, Codable, Sendable {
    case workday, weekend, holiday
    case makeUpWorkday = "make_up_workday"
    /// The start day, which is not counted (Civil Code art. 201).
    case firstDay = "first_day"
    /// The workday that the term rolled to (Civil Code art. 203).
    case rolled
    /// The text or a decision named this day.
    case fixed
    /// The clock stood still: the matter was suspended.
    case paused

    init(_ kind: DayKind) {
      switch kind {
      case .workday: self = .workday
      case .weekend: self = .weekend
      case .holiday: self = .holiday
      case .makeUpWorkday: self = .makeUpWorkday
      }
    }
  }
}

extension DueClock {
  /// Each day from the start to the due day. What was counted is what the due date froze, whatever the calendar says
  /// now; in its unknown years the reason is the one that was assumed.
  package func explain(_ due: DueDate) -> [DayLine] {
    switch due.rule {
    case .on where due.counted.isEmpty, .before: return fixed(due)
    case .calendarDays, .workdays, .endOfMonth, .months, .on, .hours, .workHours: break
    }
    var runs = due.counted[...]
    // Hours count on the very day that they start.
    let start = due.hours.map { line(due.start, due, counted: $0.minutes(on: due.start) > 0) }
    let first = start ?? DayLine(day: due.start, counted: false, why: .firstDay)
    guard due.start < due.day else { return [first] }
    return [first]
      + (due.start.dayNumber + 1...due.day.dayNumber).map { number in
        let day = CivilDate(dayNumber: number)
        while let run = runs.first, run.last < day { runs.removeFirst() }
        return line(day, due, counted: runs.first.map { $0.first <= day } ?? false)
      }
  }

  private func line(_ day: CivilDate, _ due: DueDate, counted: Bool) -> DayLine {
    let isRolledTo = day == due.day && due.nominal < due.day
    let isPaused = !counted && due.pauses.contains { $0.contains(day) }
    return DayLine(
      day: day, counted: counted,
      why: isRolledTo ? .rolled : isPaused ? .paused : .init(calendar.assumedKind(of: day)),
      minutes: due.hours.map { counted ? $0.minutes(on: day) : 0 })
  }

  /// A day that was named, or the last workday before a period, with the days off between.
  private func fixed(_ due: DueDate) -> [DayLine] {
    guard due.day != due.nominal else { return [DayLine(day: due.day, counted: false, why: .fixed)] }
    let days = min(due.day, due.nominal).dayNumber...max(due.day, due.nominal).dayNumber
    return days.map { number in
      let day = CivilDate(dayNumber: number)
      return DayLine(day: day, counted: false, why: day == due.day ? .rolled : .init(calendar.assumedKind(of: day)))
    }
  }
}
