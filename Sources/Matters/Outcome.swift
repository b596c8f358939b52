import Ground

/// What came of a matter so far, as a unit's figures count it; of units, never of persons (DESIGN §7).
package enum Outcome: String, CaseIterable, Codable, Sendable {
  /// 退办: open, and returned for rework at least once.
  case returned
  /// 反弹: open again after it was closed.
  case reopened
  /// Closed by its due day, or where none was set.
  case onTime = "on_time"
  /// Closed and never returned.
  case firstPass = "first_pass"
}

extension Matter {
  /// Closed by its due day, or closed where no day was set.
  package var isClosedOnTime: Bool {
    guard phase == .closed, let closed = closure?.at.civilDate else { return false }
    return due.map { closed <= $0.day } ?? true
  }

  /// A matter that fanned out has none: its children have.
  package var outcomes: Set<Outcome> {
    guard !isParent else { return [] }
    var found: Set<Outcome> = []
    if isOpen, returns > 0 { found.insert(.returned) }
    if isOpen, reopenings > 0 { found.insert(.reopened) }
    if isClosedOnTime { found.insert(.onTime) }
    if phase == .closed, returns == 0 { found.insert(.firstPass) }
    return found
  }
}
