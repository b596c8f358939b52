/// What is an officer told of a sitting? The raw values are kinds of notices, beside those of matters' changes.
package enum SittingNews: String, CaseIterable, Sendable {
  /// A report is asked of the officer's unit; its due day is told with it.
  case reportAsked = "report_asked"
  /// Its due day moved with the day of the sitting; the new one is told with it.
  case reportMoved = "report_moved"
  case reportWithdrawn = "report_withdrawn"
  /// Still owed, and due soon.
  case reportSoon = "report_soon"
  /// A unit has handed in its report; the unit is told with it.
  case reportSubmitted = "report_submitted"
  /// The sitting for which the unit prepares does not take place.
  case calledOff = "sitting_called_off"
}
