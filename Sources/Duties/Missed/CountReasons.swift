import Ground
package import Subjects

/// A reason that was given for a window of a duty, with its subject as it counts.
package struct StatedWindow: Hashable, Sendable {
  /// The duty's code.
  package let duty: String
  package let window: MissedWindow
  package let subject: CountedSubject
  package let reason: WindowReason

  package init(duty: String, window: MissedWindow, subject: CountedSubject, reason: WindowReason) {
    (self.duty, self.window, self.subject, self.reason) = (duty, window, subject, reason)
  }
}

extension DutyCounting {
  /// For how many missed windows of the planned duty which reason was given, by the windows' places among its own. A
  /// reason counts while its window is owed and not done: what was inspected after all needs none.
  ///
  /// - Parameters:
  ///   - stated: reasons given for the duty's windows, whatever their subjects' type.
  ///   - rounds: each visited subject once, with its visits by the duty's checklist.
  package mutating func reasons(
    of planned: PlannedDuty, stated: [StatedWindow], rounds: [SubjectRounds]
  ) -> [Int: [WindowReason: Int]] {
    let concerned = stated.filter { $0.duty == planned.duty && planned.falls(on: $0.subject, in: directory) }
    guard !concerned.isEmpty else { return [:] }
    let visited = Dictionary(rounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var counts: [Int: [WindowReason: Int]] = [:]
    for said in concerned {
      for (place, window) in planned.windows.enumerated() {
        guard window.first == said.window.first, window.last == said.window.last, window.isOwed(by: said.subject)
        else { continue }
        let wasDone = visited[said.window.subject].map { isDone(planned, window, $0) } ?? false
        if !wasDone { counts[place, default: [:]][said.reason, default: 0] += 1 }
      }
    }
    return counts
  }
}
