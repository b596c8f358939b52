package import Matters

/// What a notice about something waited for says of it: `verification:answers.overdue`.
package struct WaitTold: Hashable, Sendable {
  package let kind: Waiting.Kind
  /// As `PackLibrary.step` knows it.
  package let step: String

  /// Nil for what is no such detail.
  package init?(_ detail: String) {
    let parts = detail.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = Waiting.Kind(rawValue: String(parts[0])) else { return nil }
    (self.kind, step) = (kind, String(parts[1]))
  }
}
