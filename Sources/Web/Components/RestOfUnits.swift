/// What is said of the units that are not picked out where a sitting's attendance is written down.
package enum RestOfUnits: String, CaseIterable, Sendable {
  /// Their heads came.
  case lead
  /// They were not called, or nothing is known.
  case unsaid
}
