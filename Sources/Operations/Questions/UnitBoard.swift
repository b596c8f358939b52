import Ground
package import Matters

/// What does a unit owe now, and what are its figures? Of the unit, never of its people (DESIGN §7).
package struct UnitBoard: Sendable {
  package let unit: UnitName
  package let counts: StandingCounts
  /// How many stand in each open phase.
  package let loop: LoopCounts
  package let onTime: Int
  package let firstPass: Int
  /// What it owes, soonest due first; one page of it.
  package let owes: [MatterRow]
  package let next: String?
  /// The latest meetings that its open matters came from, newest first.
  package let meetings: [UnitMeeting]

  package init(
    unit: UnitName, counts: StandingCounts, loop: LoopCounts, onTime: Int, firstPass: Int, owes: [MatterRow],
    next: String?, meetings: [UnitMeeting]
  ) {
    (self.unit, self.counts, self.loop, self.onTime, self.firstPass) = (unit, counts, loop, onTime, firstPass)
    (self.owes, self.next, self.meetings) = (owes, next, meetings)
  }
}

/// How do the unit's matters of one meeting stand?
package struct UnitMeeting: Sendable {
  package let meeting: MeetingName
  package let counts: StandingCounts

  package init(meeting: MeetingName, counts: StandingCounts) { (self.meeting, self.counts) = (meeting, counts) }
}

/// Which matters stand behind a figure that counts what came of them?
package struct OutcomeList: Sendable {
  package let outcome: Outcome
  package let unit: UnitName?
  package let rows: [MatterRow]
  package let next: String?

  package init(outcome: Outcome, unit: UnitName?, rows: [MatterRow], next: String?) {
    (self.outcome, self.unit, self.rows, self.next) = (outcome, unit, rows, next)
  }
}
