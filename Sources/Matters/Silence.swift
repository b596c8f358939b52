package import Ground

/// For how long the unit that has a matter in hand has said nothing about it (沉寂). The one place that says from which day
/// that counts (decision 0025): the matter's page, the round and the list of what the coordinator looks into follow it.
package struct Silence: Hashable, Sendable {
  /// The day of a unit's last word, or of getting it where that is later: by issue, by another unit's handing it on, or by its
  /// coming back from a verifier, a suspension, an objection or a merge.
  package let since: CivilDate
  /// From which day it is noticed again: `since`, or when it was last put before the coordinator or looked into.
  package let again: CivilDate

  package init(since: CivilDate, again: CivilDate) { (self.since, self.again) = (since, again) }

  /// For how many workdays nothing was said; the day of the last word counts as none.
  package func workdays(through day: CivilDate, _ calendar: WorkCalendar) -> Int {
    calendar.workdays(after: since, through: day)
  }
}

/// What one event does to a matter's silence.
package enum SilenceStep: Hashable, Sendable {
  case none
  /// It is with a unit from this day on, or the unit said something on it.
  case begins(CivilDate)
  /// The coordinator was told of it, or looked into it.
  case noticed(CivilDate)
  /// It is no unit's to move: submitted, objected, suspended, at its end, merged into another.
  case ends

  package init(_ event: MatterEvent, from before: Matter?, to after: Matter) {
    let day = event.at.civilDate
    guard after.isWithItsUnit else {
      self = before?.isWithItsUnit == true ? .ends : .none
      return
    }
    let hadIt = before.map { $0.isWithItsUnit && $0.lead == after.lead } ?? false
    switch event.change {
    case _ where !hadIt || event.change.isOfUnit: self = .begins(day)
    case .raised(.quiet), .lookedInto: self = .noticed(day)
    default: self = .none
    }
  }

  package func follow(_ silence: inout Silence?) {
    switch self {
    case .none: break
    case .begins(let day): silence = Silence(since: day, again: day)
    case .noticed(let day): silence = silence.map { Silence(since: $0.since, again: day) }
    case .ends: silence = nil
    }
  }
}

extension MatterChange {
  /// A word of a unit about the matter. What asks somebody else for something (异议、延期申请) is none.
  var isOfUnit: Bool {
    switch self {
    case .acknowledged, .progressed, .evidenceAdded, .submitted, .partFinished, .projectSet, .milestoneFinished,
      .milestoneMoved, .conditionChecked, .measureChecked, .committed:
      true
    default: false
    }
  }
}
