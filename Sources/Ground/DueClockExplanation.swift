/// One day on the way to a due day, for "how was this computed".
package struct DayLine: Hashable, Sendable {
  package let day: CivilDate
  package let counted: Bool
  package let why: Why

  package init(day: CivilDate, counted: Bool, why: Why) { (self.day, self.counted, self.why) = (day, counted, why) }

  package enum Why: String, CaseIterable, Codable, Sendable {
    case workday, weekend, holiday
    case makeUpWorkday = "make_up_workday"
    /// The start day, which is not counted (Civil Code art. 201).
    case firstDay = "first_day"
    /// The workday that the term rolled to (Civil Code art. 203).
    case rolled
    /// The text or a decision named this day.
    case fixed

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
    if case .on = due.rule { return [DayLine(day: due.day, counted: false, why: .fixed)] }
    let start = DayLine(day: due.start, counted: false, why: .firstDay)
    guard due.start < due.day else { return [start] }
    var runs = due.counted[...]
    return [start]
      + (due.start.dayNumber + 1...due.day.dayNumber).map { number in
        let day = CivilDate(dayNumber: number)
        while let run = runs.first, run.last < day { runs.removeFirst() }
        let counted = runs.first.map { $0.first <= day } ?? false
        let isRolledTo = day == due.day && due.nominal < due.day
        return DayLine(day: day, counted: counted, why: isRolledTo ? .rolled : .init(calendar.assumedKind(of: day)))
      }
  }
}
