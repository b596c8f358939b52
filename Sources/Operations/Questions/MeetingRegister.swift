import Ground

/// Which meetings were held or read, and how does each stand?
package struct MeetingRegister: Sendable {
  /// Newest first.
  package let rows: [MeetingRow]
  package let next: String?

  package init(rows: [MeetingRow], next: String?) { (self.rows, self.next) = (rows, next) }
}

/// How far has the office come with one meeting?
package struct MeetingRow: Hashable, Sendable {
  package let meeting: MeetingName
  package let stage: MeetingStage
  package let counts: StandingCounts
  /// Clauses not yet decided.
  package let undecided: Int

  package init(meeting: MeetingName, stage: MeetingStage, counts: StandingCounts, undecided: Int) {
    (self.meeting, self.stage, self.counts, self.undecided) = (meeting, stage, counts, undecided)
  }
}

/// Is anything of the bulletin left to decide?
package enum MeetingStage: String, CaseIterable, Sendable {
  /// The bulletin was read; some clause is still undecided or unissued.
  case intake
  /// Every clause became a matter or a "no action".
  case issued
}
