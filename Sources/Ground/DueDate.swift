/// The day by which something is owed, and how that day came about (DESIGN §3.4).
package struct DueDate: Hashable, Codable, Sendable {
  /// The day that counts: the nominal day, or the workday it rolled to.
  package let day: CivilDate
  /// The day that plain counting gives, before any roll.
  package let nominal: CivilDate
  /// The day of the start event; it is not counted itself (Civil Code art. 201).
  package let start: CivilDate
  package let rule: DueRule
  /// The pack entry that chose the rule, e.g. `directive.default`, or `stated` when the text names the day,
  /// or `decision` when an officer set it.
  package let source: String
  /// The legal reference's code where a statute sets the term.
  package let article: String?
  /// The calendar editions that were read, e.g. `2026:国办` as `2026.1`.
  package let calendar: [String]
  /// The days that were counted, as inclusive runs, earliest first; empty for a fixed day.
  package let counted: [DayRun]
  /// Years without a published calendar that the count touched; the day is then provisional.
  package let unknownYears: [Int]

  package init(
    day: CivilDate, nominal: CivilDate, start: CivilDate, rule: DueRule, source: String, article: String? = nil,
    calendar: [String] = [], counted: [DayRun] = [], unknownYears: [Int] = []
  ) {
    (self.day, self.nominal, self.start, self.rule, self.source) = (day, nominal, start, rule, source)
    (self.article, self.calendar, self.counted, self.unknownYears) = (article, calendar, counted, unknownYears)
  }
}

/// An inclusive run of days.
package struct DayRun: Hashable, Codable, Sendable {
  package let first: CivilDate
  package let last: CivilDate

  package init(first: CivilDate, last: CivilDate) { (self.first, self.last) = (first, last) }
}

/// How a term is measured.
package enum DueRule: Hashable, Codable, Sendable {
  case calendarDays(Int)
  case workdays(Int)
  case on(CivilDate)
  /// The last day of the month of the start, plus so many months.
  case endOfMonth(monthsLater: Int)
}
