package import Directory
package import Ground
package import Matters

/// What matters most today, what waits for me, whom do I wait for, what changed, and how full is the loop?
package struct MyDay: Sendable {
  /// No more rows than this are shown of what waits for me, and of whom I wait for.
  package static let shown = 30
  package static let othersShown = 10

  package let headline: Headline
  /// Whose matters the headline and the loop count; nil for the whole district's.
  package let ofUnit: UnitID?
  /// Soonest due first, so that the oldest overdue ones lead.
  package let myTurn: [TurnRow]
  /// Bulletins whose requirements wait for the viewer's decision or approval, newest first.
  package let intake: [IntakeTurn]
  package let othersTurn: [TurnRow]
  /// At which units matters are overdue, the most first; empty for those who see their own unit's.
  package let late: [LateUnit]
  package let changes: Changes
  package let loop: LoopCounts
  package let lastMeeting: MeetingName?
  package let nextMeeting: PlannedMeeting?
  /// The sitting that is planned.
  package let sitting: SittingName?
  /// What the viewer's unit owes to sittings, the soonest first.
  package let reportsOwed: [ReportOwed]
  /// Matters on which the viewer's unit owes a regular report, the longest owed first.
  package let periodicOwed: [PeriodicOwed]
  /// Instructions of which nothing has become yet, the oldest first; for coordinators.
  package let instructions: [InstructionTurn]
  /// What key periods and alerts ask of the viewer's unit.
  package let periods: [PeriodTurn]

  package init(
    headline: Headline, ofUnit: UnitID? = nil, myTurn: [TurnRow], intake: [IntakeTurn] = [], othersTurn: [TurnRow],
    late: [LateUnit] = [],
    changes: Changes = Changes(since: nil, rows: []), loop: LoopCounts, lastMeeting: MeetingName?,
    nextMeeting: PlannedMeeting?, sitting: SittingName? = nil, reportsOwed: [ReportOwed] = [],
    periodicOwed: [PeriodicOwed] = [], periods: [PeriodTurn] = [], instructions: [InstructionTurn] = []
  ) {
    self.instructions = instructions
    (self.periodicOwed, self.periods) = (periodicOwed, periods)
    (self.sitting, self.reportsOwed) = (sitting, reportsOwed)
    (self.headline, self.ofUnit, self.myTurn) = (headline, ofUnit, myTurn)
    (self.intake, self.othersTurn) = (intake, othersTurn)
    (self.late, self.changes) = (late, changes)
    (self.loop, self.lastMeeting, self.nextMeeting) = (loop, lastMeeting, nextMeeting)
  }
}

/// To which sitting does the viewer's unit owe a report, and by when?
package struct ReportOwed: Hashable, Sendable {
  package let sitting: SittingName
  package let unit: UnitID
  package let due: DueLine

  package init(sitting: SittingName, unit: UnitID, due: DueLine) {
    (self.sitting, self.unit, self.due) = (sitting, unit, due)
  }
}

/// On which matter does the unit owe a regular report, and by when?
package struct PeriodicOwed: Hashable, Sendable {
  package let row: MatterRow
  package let version: Int
  package let cycle: ReportCycle
  package let by: DueLine

  package init(row: MatterRow, version: Int, cycle: ReportCycle, by: DueLine) {
    (self.row, self.version, self.cycle, self.by) = (row, version, cycle, by)
  }
}

/// The one sentence.
package enum Headline: Hashable, Sendable {
  /// Nothing was ever issued.
  case empty
  /// The viewer's role shows no matters.
  case outOfSight
  /// So many in all, so many of them at the unit that has the most.
  case overdue(Int, worstUnit: UnitName, itsOverdue: Int)
  case waitingForMe(Int)
  case nearDue(Int)
  case allOnTime(open: Int)

  package enum Kind: String, CaseIterable, Sendable {
    case empty, overdue
    case outOfSight = "out_of_sight"
    case waitingForMe = "waiting_for_me"
    case nearDue = "near_due"
    case allOnTime = "all_on_time"
  }

  package var kind: Kind {
    switch self {
    case .empty: .empty
    case .outOfSight: .outOfSight
    case .overdue: .overdue
    case .waitingForMe: .waitingForMe
    case .nearDue: .nearDue
    case .allOnTime: .allOnTime
    }
  }

  /// How many matters it speaks of.
  package var amount: Int {
    switch self {
    case .empty, .outOfSight: 0
    case .overdue(let amount, _, _), .waitingForMe(let amount), .nearDue(let amount), .allOnTime(let amount): amount
    }
  }
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
  /// By when, where what it waits for has a day of its own.
  package let by: DueLine?
  /// What it waits for and whose that is, where that has a day of its own.
  package let wait: Wait?
  /// What a rule noticed, where that is what it waits for.
  package let concerns: [Concern]

  package struct Wait: Hashable, Sendable {
    package let kind: Waiting.Kind
    package let unit: UnitName

    package init(kind: Waiting.Kind, unit: UnitName) { (self.kind, self.unit) = (kind, unit) }
  }

  package init(
    row: MatterRow, act: MatterAct, since: CivilDate, by: DueLine? = nil, wait: Wait? = nil, concerns: [Concern] = []
  ) {
    (self.row, self.act, self.since, self.by, self.wait) = (row, act, since, by, wait)
    self.concerns = concerns
  }
}

/// How many matters are overdue at a unit, and whose turn it is?
package struct LateUnit: Hashable, Sendable {
  package let unit: UnitName
  package let overdue: Int
  /// Of these, how many the unit has submitted: a verifier's turn, not the unit's.
  package let submitted: Int

  package init(unit: UnitName, overdue: Int, submitted: Int) {
    (self.unit, self.overdue, self.submitted) = (unit, overdue, submitted)
  }
}

/// What have others done since I last looked?
package struct Changes: Hashable, Sendable {
  /// When I looked before; nil the first time.
  package let since: Instant?
  /// Newest first, a row a matter.
  package let rows: [ChangeRow]

  package init(since: Instant?, rows: [ChangeRow]) { (self.since, self.rows) = (since, rows) }
}

/// What happened to one matter meanwhile?
package struct ChangeRow: Hashable, Sendable {
  package let row: MatterRow
  /// Oldest first.
  package let acts: [LastAct]

  package init(row: MatterRow, acts: [LastAct]) { (self.row, self.acts) = (row, acts) }
}

/// How many matters stand in each phase of the loop, and how many flow back?
package struct LoopCounts: Hashable, Sendable {
  /// Requirements of bulletins that nobody has decided about.
  package let undecided: Int
  package let assigned: Int
  package let underway: Int
  package let submitted: Int
  package let closed: Int
  /// 异议, waiting for an answer.
  package let objected: Int
  /// 挂账.
  package let suspended: Int
  /// Open ones that were returned for rework.
  package let returned: Int
  /// Open ones that had been closed before.
  package let reopened: Int

  package init(
    undecided: Int = 0, assigned: Int, underway: Int, submitted: Int, closed: Int, objected: Int = 0,
    suspended: Int = 0, returned: Int = 0, reopened: Int = 0
  ) {
    (self.undecided, self.returned, self.reopened) = (undecided, returned, reopened)
    (self.assigned, self.underway, self.submitted, self.closed) = (assigned, underway, submitted, closed)
    (self.objected, self.suspended) = (objected, suspended)
  }
}
