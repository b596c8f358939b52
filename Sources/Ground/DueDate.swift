/// The day by which something is owed, and how that day came about (DESIGN §3.4).
package struct DueDate: Hashable, Codable, Sendable {
  /// The day that counts: the nominal day, or the workday it rolled to.
  package let day: CivilDate
  /// The day that plain counting gives, before any roll.
  package let nominal: CivilDate
  /// The day of the start event; it is not counted itself (Civil Code art. 201).
  package let start: CivilDate
  package let rule: DueRule
  /// The pack entry that chose the rule, e.g. `directive.default`, or `stated` when the text names the term, `typed` where
  /// somebody only asked, or whose day it is where somebody named it (`named`).
  package let source: String
  /// The legal reference's code where a statute sets the term.
  package let article: String?
  /// The calendar editions that were read, e.g. `2026:国办` as `2026.1`.
  package let calendar: [String]
  /// The days that were counted, as inclusive runs, earliest first; empty for a fixed day.
  package let counted: [DayRun]
  /// Years without a published calendar that the count touched; the day is then provisional.
  package let unknownYears: [Int]
  /// Where hours were counted: from when to when.
  package let hours: DueHours?
  /// Nil where it is the usual one of the rule. Entries written before there was a choice hold none.
  private let chosenRoll: RollRule?
  /// Nil where the clock never stood still.
  private let paused: [DayRun]?

  package init(
    day: CivilDate, nominal: CivilDate, start: CivilDate, rule: DueRule, source: String, article: String? = nil,
    calendar: [String] = [], counted: [DayRun] = [], unknownYears: [Int] = [], hours: DueHours? = nil,
    roll: RollRule? = nil, pauses: [DayRun] = []
  ) {
    (self.day, self.nominal, self.start, self.rule, self.source) = (day, nominal, start, rule, source)
    (self.article, self.calendar, self.counted, self.unknownYears) = (article, calendar, counted, unknownYears)
    self.hours = hours
    chosenRoll = roll == rule.usualRoll ? nil : roll
    paused = pauses.isEmpty ? nil : pauses
  }

  /// A day that somebody named, on `start`: nothing is counted.
  ///
  /// - Parameter source: whose day it is: `decision`, `extension`, `listing`, `reopening`, `order`, `clerk`, `import`.
  package static func named(_ day: CivilDate, on start: CivilDate, source: String) -> DueDate {
    DueDate(day: day, nominal: day, start: start, rule: .on(day), source: source)
  }

  package var roll: RollRule { chosenRoll ?? rule.usualRoll }

  /// Days on which the clock stood still, as inclusive runs, earliest first.
  package var pauses: [DayRun] { paused ?? [] }
}

/// An inclusive run of days.
package struct DayRun: Hashable, Codable, Sendable {
  package let first: CivilDate
  package let last: CivilDate

  package init(first: CivilDate, last: CivilDate) { (self.first, self.last) = (first, last) }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }
}

/// How a term is measured.
package enum DueRule: Hashable, Codable, Sendable {
  case calendarDays(Int)
  case workdays(Int)
  case on(CivilDate)
  /// The last day of the month of the start, plus so many months.
  case endOfMonth(monthsLater: Int)
  /// So many months: to the same day of the month, or the last one where there is none (Civil Code art. 202).
  case months(Int)
  /// So many hours on the clock, day and night.
  case hours(Int)
  /// So many hours in which the district's offices are open (工作时).
  case workHours(Int)
  /// Before a key period that begins on this day: the last workday before it.
  case before(CivilDate)

  /// Whether it runs from a moment and not from a day.
  package var countsHours: Bool {
    switch self {
    case .hours, .workHours: true
    case .calendarDays, .workdays, .on, .endOfMonth, .months, .before: false
    }
  }

  /// A term of days ends on a workday (Civil Code art. 203); what must be done before a period cannot wait for one after
  /// it begins; a named day is that day.
  package var usualRoll: RollRule {
    switch self {
    case .calendarDays, .endOfMonth, .months: .forward
    case .before: .back
    case .workdays, .on, .hours, .workHours: .stay
    }
  }
}

/// What becomes of a nominal day that is no workday.
package enum RollRule: String, CaseIterable, Codable, Sendable {
  /// The next workday.
  case forward
  /// The workday before it.
  case back
  /// It stays.
  case stay
}

/// Between which moments hours were counted, and in which opening hours.
package struct DueHours: Hashable, Codable, Sendable {
  package let from: Instant
  package let to: Instant
  /// Nil where every hour counts.
  package let opening: WorkHours?

  package init(from: Instant, to: Instant, opening: WorkHours?) {
    (self.from, self.to, self.opening) = (from, to, opening)
  }

  /// `HH:mm` of the end on its day; 24:00 where midnight ends it.
  package func clock(on day: CivilDate) -> String {
    to.civilDate > day ? "24:00" : WorkHours.clock(to.minuteOfDay)
  }

  /// How many minutes of a counted day were counted.
  package func minutes(on day: CivilDate) -> Int {
    let midnight = Instant(day).milliseconds
    // A minute that has begun is not counted.
    let first = Int((max(0, from.milliseconds - midnight) + 59_999) / 60_000)
    let last = Int(min(86_400_000, max(0, to.milliseconds - midnight)) / 60_000)
    return opening.map { $0.minutes(from: first, to: last) } ?? max(0, last - first)
  }
}
