import Directory
package import Ground

/// The light of an open matter; always shown with its word, never by colour alone.
package enum Light: String, CaseIterable, Codable, Sendable {
  /// 正常.
  case green
  /// 临期: few workdays are left; how many is the district's to say.
  case yellow
  /// 逾期: the due day has passed.
  case red
  /// 挂账: suspended, and not overdue.
  case grey
}

/// From when on a matter counts as near its due day, in a district.
package struct LightRule: Hashable, Sendable {
  package let calendar: WorkCalendar
  /// How many workdays are left when a matter turns yellow.
  package let nearWorkdays: Int

  package init(calendar: WorkCalendar, nearWorkdays: Int = Clocks.usual.nearWorkdays) {
    (self.calendar, self.nearWorkdays) = (calendar, nearWorkdays)
  }

  /// The last due day that is near, seen from `day`; a list narrows to it where it cannot ask each matter.
  package func lastNearDay(from day: CivilDate) -> CivilDate {
    calendar.lastDay(within: nearWorkdays, workdaysAfter: day)
  }

  /// The light on a day; nil for a matter that is closed or cancelled.
  package func light(of matter: Matter, on day: CivilDate) -> Light? {
    light(phase: matter.phase, due: matter.due?.day, on: day)
  }

  /// The one function of the clock that says it: the workdays left are those after `day`, the due day included. A
  /// suspended matter's due day lies behind its suspension, so it can be overdue only once that is over.
  package func light(phase: Phase, due: CivilDate?, on day: CivilDate) -> Light? {
    guard phase.isOpen else { return nil }
    if let due, isOverdue(due: due, on: day) { return .red }
    if phase == .suspended { return .grey }
    return due.map { $0 <= lastNearDay(from: day) } ?? false ? .yellow : .green
  }
}

/// Whether an open matter's due day has passed. The one place that says so (DESIGN §3.5); the counters' sum of the
/// days before today is the same question asked of all matters at once.
package func isOverdue(_ matter: Matter, on day: CivilDate) -> Bool {
  matter.isOpen && matter.due.map { isOverdue(due: $0.day, on: day) } ?? false
}

/// The same of a due day alone.
package func isOverdue(due: CivilDate, on day: CivilDate) -> Bool { due < day }
