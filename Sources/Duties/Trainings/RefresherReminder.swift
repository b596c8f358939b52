package import Directory
package import Ground

/// How far a refresher is of which a unit is told (复训提醒), each once.
package enum RefresherStep: String, CaseIterable, Codable, Sendable, Comparable {
  /// It is due within the course's notice (快到期).
  case soon
  /// It is due today (当日到期).
  case due
  /// Its day has passed (已逾期).
  case overdue

  package init?(_ due: CivilDate, _ light: RefresherLight, on today: CivilDate) {
    switch light {
    case .overdue: self = .overdue
    case .soon: self = due == today ? .due : .soon
    case .unrecorded, .valid: return nil
    }
  }

  package static func < (left: RefresherStep, right: RefresherStep) -> Bool { left.place < right.place }

  private var place: Int { RefresherStep.allCases.firstIndex(of: self) ?? 0 }
}

/// That a unit was told of its posts' refreshers: posts by their codes, and no person.
package struct RefresherReminder: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let step: RefresherStep
  /// In the course's order.
  package let posts: [String]
  package let due: CivilDate

  package init(unit: UnitID, step: RefresherStep, posts: [String], due: CivilDate) {
    (self.unit, self.step, self.posts, self.due) = (unit, step, posts, due)
  }
}

extension Actor {
  /// Reminds units of refreshers.
  package static let refresherReminder = Actor.rule("rule.refresher_reminder")
}

extension Training {
  /// What of a reminder was not told yet; nil where all of it was, or the session counts no more. After days without a
  /// server the latest step alone is told.
  package func untold(_ reminder: RefresherReminder) -> RefresherReminder? {
    guard stage == .held else { return nil }
    let told = Set(
      (reminders ?? []).filter { $0.unit == reminder.unit && $0.due == reminder.due && $0.step >= reminder.step }
        .flatMap(\.posts))
    let posts = reminder.posts.filter { !told.contains($0) }
    guard !posts.isEmpty else { return nil }
    return RefresherReminder(unit: reminder.unit, step: reminder.step, posts: posts, due: reminder.due)
  }
}
