package import Ground

/// Why a window of a standing duty passed without its inspection (未查原因). Closed codes and no word beside them, so that
/// nothing is said of persons (DESIGN §7) and reasons can be counted.
package enum WindowReason: String, CaseIterable, Codable, Sendable {
  /// Nobody got there (未到达).
  case notReached = "not_reached"
  /// Nobody was let in (未能进入).
  case noAccess = "no_access"
  /// It stands closed or still (停业、停产、停用).
  case closed
  /// A campaign or a joint inspection went there in its place (由专项行动或联合检查代替).
  case replaced
  /// Bad weather or an emergency (恶劣天气、突发事件).
  case emergency
  /// Too few inspectors (检查力量不足).
  case staffing

  /// Of places where people live these alone may be said.
  package var isNeutral: Bool {
    switch self {
    case .notReached, .noAccess, .closed: true
    case .replaced, .emergency, .staffing: false
    }
  }
}

package enum WindowReasonLimit {
  /// So many windows are named by one act.
  package static let windows = 500
  /// So far back reasons are given.
  package static let daysBack = 731
}

/// A window of a duty at one subject, by its days.
package struct MissedWindow: Hashable, Codable, Sendable, Comparable {
  package let subject: SubjectID
  package let first: CivilDate
  package let last: CivilDate

  package init(subject: SubjectID, first: CivilDate, last: CivilDate) {
    (self.subject, self.first, self.last) = (subject, first, last)
  }

  package static func < (left: MissedWindow, right: MissedWindow) -> Bool {
    (left.subject, left.first, left.last) < (right.subject, right.first, right.last)
  }
}

/// Who says why a window was missed, and what.
package struct StatedReason: Hashable, Codable, Sendable {
  package let reason: WindowReason
  /// The unit that says so.
  package let unit: UnitID
  /// How the unit told whoever recorded it for the unit (代录); nil where it says so itself.
  package let recordedFor: StandbyChannel?

  package init(reason: WindowReason, unit: UnitID, recordedFor: StandbyChannel?) {
    (self.reason, self.unit, self.recordedFor) = (reason, unit, recordedFor)
  }
}

/// What happened to the reasons of a duty's missed windows; the entry's kind is `missed.` and the case's name.
package enum MissedChange: Hashable, Codable, Sendable {
  /// A later one about the same window takes its place.
  case explained(StatedReason, windows: [MissedWindow])
  /// The reason was none; the window is missed without one again.
  case withdrawn(unit: UnitID, recordedFor: StandbyChannel?, windows: [MissedWindow])

  package var windows: [MissedWindow] {
    switch self {
    case .explained(_, let windows), .withdrawn(_, _, let windows): windows
    }
  }

  /// What stands of its windows afterwards; nil: nothing.
  package var stated: StatedReason? {
    if case .explained(let stated, _) = self { stated } else { nil }
  }

  /// Acts, rebuilding, counting from entries and `check` share it.
  package func follow(_ reasons: inout [MissedWindow: StatedReason]) {
    for window in windows { reasons[window] = stated }
  }
}

package struct MissedEvent: Hashable, Sendable {
  package let change: MissedChange
  package let by: String
  package let at: Instant

  package init(_ change: MissedChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// How many windows were missed for which reason, in the reasons' order; those without are not among them.
package struct ReasonCount: Hashable, Codable, Sendable {
  package let reason: WindowReason
  package let count: Int

  package init(reason: WindowReason, count: Int) { (self.reason, self.count) = (reason, count) }

  package static func all(_ counts: [WindowReason: Int]) -> [ReasonCount] {
    WindowReason.allCases.compactMap { reason in
      counts[reason].flatMap { $0 > 0 ? ReasonCount(reason: reason, count: $0) : nil }
    }
  }
}

extension [ReasonCount] {
  package var total: Int { reduce(0) { $0 + $1.count } }
}
