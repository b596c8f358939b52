package import Ground

/// What matters most today, what waits for me, whom do I wait for, and how full is the loop?
package struct MyDay: Sendable {
  package let headline: Headline
  /// Oldest first.
  package let myTurn: [TurnRow]
  /// Bulletins whose requirements wait for the viewer's decision or approval, newest first.
  package let intake: [IntakeTurn]
  package let othersTurn: [TurnRow]
  package let loop: LoopCounts
  package let lastMeeting: MeetingName?
  package let nextMeeting: MeetingName?

  package init(
    headline: Headline, myTurn: [TurnRow], intake: [IntakeTurn] = [], othersTurn: [TurnRow], loop: LoopCounts,
    lastMeeting: MeetingName?,
    nextMeeting: MeetingName?
  ) {
    (self.headline, self.myTurn, self.intake, self.othersTurn) = (headline, myTurn, intake, othersTurn)
    (self.loop, self.lastMeeting, self.nextMeeting) = (loop, lastMeeting, nextMeeting)
  }
}

/// The one sentence.
package enum Headline: Hashable, Sendable {
  /// Nothing was ever issued.
  case empty
  /// The viewer's role shows no matters.
  case outOfSight
  case overdue(Int, worstUnit: UnitName)
  case waitingForMe(Int)
  case nearDue(Int)
  case allOnTime(open: Int)
}

/// A bulletin that waits, and how many of its requirements nobody has decided about.
package struct IntakeTurn: Hashable, Sendable {
  package let meeting: MeetingName
  package let undecided: Int
  /// Whether it waits for the viewer's approval of the batch (领导签批).
  package let isApproval: Bool

  package init(meeting: MeetingName, undecided: Int, isApproval: Bool) {
    (self.meeting, self.undecided, self.isApproval) = (meeting, undecided, isApproval)
  }
}

/// A matter and the act it waits for.
package struct TurnRow: Hashable, Sendable {
  package let row: MatterRow
  package let act: MatterAct
  /// Since when it waits.
  package let since: CivilDate

  package init(row: MatterRow, act: MatterAct, since: CivilDate) {
    (self.row, self.act, self.since) = (row, act, since)
  }
}

/// How many matters stand in each phase of the loop?
package struct LoopCounts: Hashable, Sendable {
  package let assigned: Int
  package let underway: Int
  package let submitted: Int
  package let closed: Int

  package init(assigned: Int, underway: Int, submitted: Int, closed: Int) {
    (self.assigned, self.underway, self.submitted, self.closed) = (assigned, underway, submitted, closed)
  }
}
