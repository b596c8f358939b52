package import Ground

/// Days within which a duty is owed so many times.
package struct OwedWindow: Hashable, Sendable {
  package let days: DayRange
  /// At least 1.
  package let times: Int
  /// What asks for it: the duty's own pace, or the closer one of a key period or an alert.
  package let cause: Cause

  package init(days: DayRange, times: Int, cause: Cause) { (self.days, self.times, self.cause) = (days, times, cause) }

  package enum Cause: Hashable, Sendable {
    case usual, keyPeriod
    /// Nil: of any kind, from before alerts had one.
    case alert(AlertLevel, AlertKind?)
  }
}
