package import Ground

/// One line of a roster (值班表): who is on duty for a unit, and which leader is in charge (带班). Officers stand here by
/// their posts; nothing is counted by them (DESIGN §7).
package struct DutyShift: Hashable, Codable, Sendable {
  package let key: ShiftKey
  package let officer: OfficerID
  package let leader: OfficerID
  /// Where the office wrote it down for the unit (代录).
  package let recordedFor: StandbyChannel?
  /// What this shift left to the next (交接班); nil while it did not.
  package internal(set) var handover: Handover?

  package init(
    key: ShiftKey, officer: OfficerID, leader: OfficerID, recordedFor: StandbyChannel?, handover: Handover? = nil
  ) {
    (self.key, self.officer, self.leader) = (key, officer, leader)
    (self.recordedFor, self.handover) = (recordedFor, handover)
  }
}

package struct ShiftKey: Hashable, Comparable, Codable, Sendable {
  package let unit: UnitID
  package let day: CivilDate
  package let shift: Shift

  package init(unit: UnitID, day: CivilDate, shift: Shift) { (self.unit, self.day, self.shift) = (unit, day, shift) }

  /// A unit's shifts as they follow each other.
  package static func < (left: ShiftKey, right: ShiftKey) -> Bool {
    (left.unit, left.day, left.order) < (right.unit, right.day, right.order)
  }

  private var order: Int { shift == .night ? 1 : 0 }
}

/// What one shift tells the next.
package struct Handover: Hashable, Codable, Sendable {
  package let text: Words
  /// What is still open; nil where nothing is.
  package let open: Words?
  package let recordedFor: StandbyChannel?
  package let by: String
  package let at: Instant

  package init(text: Words, open: Words?, recordedFor: StandbyChannel?, by: String, at: Instant) {
    (self.text, self.open, self.recordedFor, self.by, self.at) = (text, open, recordedFor, by, at)
  }
}

/// A unit's report of one day (零报告): nothing happened, or what did.
package struct DailyReport: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let day: CivilDate
  /// Nil: 当日无情况.
  package let text: Words?
  package let recordedFor: StandbyChannel?
  package let by: String
  package let at: Instant

  package init(
    unit: UnitID, day: CivilDate, text: Words?, recordedFor: StandbyChannel?, by: String, at: Instant
  ) {
    (self.unit, self.day, self.text) = (unit, day, text)
    (self.recordedFor, self.by, self.at) = (recordedFor, by, at)
  }
}

/// How a unit told the office what the office writes down for it.
package enum StandbyChannel: String, CaseIterable, Codable, Sendable { case phone, paper, chat }

/// A line as somebody fills it in; without people the shift is open again.
package struct RosterLine: Hashable, Codable, Sendable {
  package let day: CivilDate
  package let shift: Shift
  package let people: People?

  package struct People: Hashable, Codable, Sendable {
    package let officer: OfficerID
    package let leader: OfficerID

    package init(officer: OfficerID, leader: OfficerID) { (self.officer, self.leader) = (officer, leader) }
  }

  package init(day: CivilDate, shift: Shift, people: People?) {
    (self.day, self.shift, self.people) = (day, shift, people)
  }
}
