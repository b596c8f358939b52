/// What is an officer told of a key period or an alert for which the unit stands by? The raw values are kinds of notices, beside
/// those of matters' changes and of sittings.
package enum PeriodNews: String, CaseIterable, Sendable {
  /// The unit stands by, fills in the roster and reports each day; the first day is told with it.
  case set = "period_set"
  /// It was written down anew, for this unit too.
  case changed = "period_changed"
  /// The unit stands by no longer.
  case released = "period_released"
  /// It is over before its time; the last day is told with it.
  case ended = "period_ended"
  case withdrawn = "period_withdrawn"
}
