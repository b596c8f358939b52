package import Ground

/// How does a matter stand today, in one mark? Phase and light together, as the pages colour and shape it.
package enum Standing: String, CaseIterable, Sendable {
  case overdue
  case nearDue = "near_due"
  case underway
  case suspended
  case closed
  case cancelled
}

/// When is it due, seen from today?
package struct DueLine: Hashable, Sendable {
  package let day: CivilDate
  package let distance: DueDistance
  /// The count touched a year whose calendar is not published yet.
  package let isProvisional: Bool

  package init(day: CivilDate, distance: DueDistance, isProvisional: Bool = false) {
    (self.day, self.distance, self.isProvisional) = (day, distance, isProvisional)
  }
}

/// How far off is the due day?
package enum DueDistance: Hashable, Sendable {
  case workdaysLeft(Int)
  case today
  /// Calendar days after the due day.
  case daysOver(Int)
  /// Closed or cancelled: the clock no longer runs.
  case settled
}

/// How many matters stand where?
package struct StandingCounts: Hashable, Sendable {
  package let closed: Int
  package let underway: Int
  package let nearDue: Int
  package let suspended: Int
  package let overdue: Int
  package let cancelled: Int

  package init(closed: Int, underway: Int, nearDue: Int, suspended: Int, overdue: Int, cancelled: Int) {
    (self.closed, self.underway, self.nearDue) = (closed, underway, nearDue)
    (self.suspended, self.overdue, self.cancelled) = (suspended, overdue, cancelled)
  }

  package var total: Int { closed + underway + nearDue + suspended + overdue + cancelled }

  package subscript(standing: Standing) -> Int {
    switch standing {
    case .overdue: overdue
    case .nearDue: nearDue
    case .underway: underway
    case .suspended: suspended
    case .closed: closed
    case .cancelled: cancelled
    }
  }
}
