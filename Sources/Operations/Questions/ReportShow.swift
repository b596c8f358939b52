import Matters

/// Which lines of a report's register stand behind a figure? Each figure opens exactly the lines it counts.
package enum ReportShow: String, CaseIterable, Sendable {
  case issued, closed, underway, submitted, assigned, overdue, returned, cancelled
  case onTime = "on_time"
  case firstPass = "first_pass"

  package func includes(_ line: ReportLine) -> Bool {
    switch self {
    case .issued: true
    case .closed: line.row.phase == .closed
    case .underway: line.row.phase.isInHand
    case .submitted: line.row.phase == .submitted
    case .assigned: line.row.phase == .assigned
    case .cancelled: line.row.phase == .cancelled
    case .overdue: line.row.standing == .overdue
    case .returned: line.returns > 0
    case .onTime: line.isClosedOnTime
    case .firstPass: line.row.phase == .closed && line.returns == 0
    }
  }
}

extension ReportLine {
  /// Closed by its due day, or closed where no day was set.
  fileprivate var isClosedOnTime: Bool {
    guard row.phase == .closed, let closedOn else { return false }
    guard let due = row.due else { return true }
    return closedOn <= due.day
  }
}
