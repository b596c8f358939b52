package import Ground

/// Days within which a duty is owed so many times.
package struct OwedWindow: Hashable, Sendable {
  package let days: DayRange
  /// At least 1.
  package let times: Int
  /// What asks for it: the duty's own pace, the closer one of a key period or an alert, or the days around one.
  package let cause: Cause

  package init(days: DayRange, times: Int, cause: Cause) { (self.days, self.times, self.cause) = (days, times, cause) }

  package enum Cause: Hashable, Sendable {
    case usual, keyPeriod
    /// Nil: of any kind, from before alerts had one.
    case alert(AlertLevel, AlertKind?)
    /// The days before a key period begins.
    case before
    /// The days after an alert is over.
    case after(AlertLevel, AlertKind?)
  }
}
