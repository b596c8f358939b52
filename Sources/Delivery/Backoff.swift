/// How long to wait after a failed attempt: 1, 5, 15 and 60 minutes, then every four hours until the days are over.
package struct Backoff: Hashable, Sendable {
  package enum Next: Hashable, Sendable {
    case wait(minutes: Int)
    case gaveUp
  }

  private static let first = [1, 5, 15, 60]
  private static let later = 240

  private let minutes: Int

  /// - Parameter days: how long to go on trying, waits summed; at least 1.
  package init(days: Int) {
    precondition(days >= 1, "a message is tried for a day at least")
    minutes = days * 24 * 60
  }

  /// - Parameter attempt: how many attempts have failed, at least 1.
  package func after(attempt: Int) -> Next {
    precondition(attempt >= 1, "attempts are counted from one")
    let waited = (1..<attempt).prefix(Backoff.first.count).reduce(0) { $0 + Backoff.first[$1 - 1] }
    let long = max(0, attempt - 1 - Backoff.first.count)
    guard long < minutes / Backoff.later else { return .gaveUp }
    let wait = attempt <= Backoff.first.count ? Backoff.first[attempt - 1] : Backoff.later
    return waited + long * Backoff.later + wait <= minutes ? .wait(minutes: wait) : .gaveUp
  }
}
