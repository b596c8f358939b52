package import Ground

/// The light of an open matter; always shown with its word, never by colour alone.
package enum Light: String, CaseIterable, Codable, Sendable {
  /// 正常.
  case green
  /// 临期: at most three workdays are left.
  case yellow
  /// 逾期: the due day has passed.
  case red

  /// How many workdays are left when a matter turns yellow.
  static let nearWorkdays = 3

  /// The last due day that is near, seen from `day`; a list narrows to it where it cannot ask each matter.
  package static func lastNearDay(from day: CivilDate, _ calendar: WorkCalendar) -> CivilDate {
    calendar.adding(workdays: nearWorkdays + 1, to: day).adding(days: -1)
  }
}

/// The light on a day; nil for a matter that is closed or cancelled.
package func light(of matter: Matter, on day: CivilDate, calendar: WorkCalendar) -> Light? {
  matter.isOpen ? light(due: matter.due?.day, on: day, calendar: calendar) : nil
}

/// The light of an open matter that is due on `due`; the workdays left are those after `day`, the due day included.
package func light(due: CivilDate?, on day: CivilDate, calendar: WorkCalendar) -> Light {
  guard let due else { return .green }
  if isOverdue(due: due, on: day) { return .red }
  return due <= Light.lastNearDay(from: day, calendar) ? .yellow : .green
}

/// Whether an open matter's due day has passed. The one place that says so (DESIGN §3.5); the counters' sum of the
/// days before today is the same question asked of all matters at once.
package func isOverdue(_ matter: Matter, on day: CivilDate) -> Bool {
  matter.isOpen && matter.due.map { isOverdue(due: $0.day, on: day) } ?? false
}

/// The same of a due day alone.
package func isOverdue(due: CivilDate, on day: CivilDate) -> Bool { due < day }
