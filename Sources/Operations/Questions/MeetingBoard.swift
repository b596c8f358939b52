package import Ground

/// Where does each clause of a meeting's bulletin stand today?
package struct MeetingBoard: Sendable {
  package let meeting: MeetingName
  package let facts: MeetingFacts
  package let text: BulletinText
  package let clauses: [BoardClause]
  package let counts: StandingCounts
  package let hand: ClauseInHand?
  /// What is lit; the rest is dimmed.
  package let filter: BoardFilter
  /// The units that answer for something here, in the official order.
  package let units: [UnitName]
  /// Clauses still to be decided at the intake.
  package let undecided: Int

  package init(
    meeting: MeetingName, facts: MeetingFacts, text: BulletinText, clauses: [BoardClause], counts: StandingCounts,
    hand: ClauseInHand?, filter: BoardFilter, units: [UnitName], undecided: Int
  ) {
    (self.meeting, self.facts, self.text, self.clauses) = (meeting, facts, text, clauses)
    (self.counts, self.hand, self.filter, self.units) = (counts, hand, filter, units)
    self.undecided = undecided
  }

  package var noAction: Int {
    clauses.count { if case .noAction = $0.state { true } else { false } }
  }
}

/// Which clauses are to be lit? A part that is nil asks nothing.
package struct BoardFilter: Hashable, Sendable {
  package let standing: Standing?
  package let unit: UnitID?

  package init(standing: Standing? = nil, unit: UnitID? = nil) { (self.standing, self.unit) = (standing, unit) }
}

/// What came of one clause, for the mark at its words?
package struct BoardClause: Sendable {
  package let index: Int
  package let words: Words
  package let isAboutPersons: Bool
  package let state: State
  /// Whether the filter lights it.
  package let isLit: Bool

  package init(index: Int, words: Words, isAboutPersons: Bool, state: State, isLit: Bool = true) {
    (self.index, self.words, self.isAboutPersons) = (index, words, isAboutPersons)
    (self.state, self.isLit) = (state, isLit)
  }

  package enum State: Sendable {
    case matter(MatterName, Standing)
    /// It became a matter that the person looking may not see.
    case elsewhere
    case noAction(NoActionLine)
    case undecided
  }
}

/// What came of the clause that the person points at?
package struct ClauseInHand: Sendable {
  package let index: Int
  package let words: Words
  package let isAboutPersons: Bool
  /// The matter it became; nil for "no action" and undecided clauses.
  package let row: MatterRow?
  package let supporting: [UnitName]
  package let decision: NoActionLine?
  /// It became a matter that the person looking may not see.
  package let isElsewhere: Bool
  /// The campaigns that its matter set going.
  package var campaigns: [CampaignRow] = []
  /// The standing duties that its matter is met by.
  package var duties: [DutyFigure] = []

  package init(
    index: Int, words: Words, isAboutPersons: Bool, row: MatterRow?, supporting: [UnitName], decision: NoActionLine?,
    isElsewhere: Bool = false
  ) {
    self.isElsewhere = isElsewhere
    (self.index, self.words, self.isAboutPersons) = (index, words, isAboutPersons)
    (self.row, self.supporting, self.decision) = (row, supporting, decision)
  }
}
