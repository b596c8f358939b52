import Ground
package import Matters

/// What does a unit owe now, and what are its figures? Of the unit, never of its people (DESIGN §7).
package struct UnitBoard: Sendable {
  package let unit: UnitName
  /// Nil for whoever may not see all of the unit's matters: a part of them gives no figure.
  package let figures: UnitFigures?
  /// What it owes, soonest due first; one page of it.
  package let owes: [MatterRow]
  package let next: String?
  /// The latest meetings that its open matters came from, newest first.
  package let meetings: [UnitMeeting]

  package init(unit: UnitName, figures: UnitFigures?, owes: [MatterRow], next: String?, meetings: [UnitMeeting]) {
    (self.unit, self.figures, self.owes, self.next, self.meetings) = (unit, figures, owes, next, meetings)
  }
}

/// How many matters does a unit lead, and what came of those before?
package struct UnitFigures: Sendable {
  package let counts: StandingCounts
  /// How many stand in each open phase.
  package let loop: LoopCounts
  package let onTime: Int
  package let firstPass: Int

  package init(counts: StandingCounts, loop: LoopCounts, onTime: Int, firstPass: Int) {
    (self.counts, self.loop, self.onTime, self.firstPass) = (counts, loop, onTime, firstPass)
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
