/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: String, CaseIterable, Sendable {
  case monday = "mon"
  case tuesday = "tue"
  case wednesday = "wed"
  case thursday = "thu"
  case friday = "fri"
  case saturday = "sat"
  case sunday = "sun"
}

extension CivilDate {
  package var dayOfWeek: Weekday { Weekday.allCases[weekday - 1] }
}

extension DayRange {
  /// Whether one of the days is one of these days of the week.
  package func has(_ weekdays: Set<Weekday>) -> Bool {
    count >= 7 ? !weekdays.isEmpty : (0..<count).contains { weekdays.contains(first.adding(days: $0).dayOfWeek) }
  }
}
