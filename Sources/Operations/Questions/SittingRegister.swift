package import Directory
package import Ground

/// Which sittings are being prepared, which were held, and when would the next one be?
package struct SittingRegister: Sendable {
  /// Latest day first.
  package let rows: [SittingRow]
  package let next: String?
  /// A meeting that was called and has no sitting; nil where the planned one is among the rows.
  package let called: PlannedMeeting?
  /// Nil where no meeting was held or planned yet.
  package let proposal: NextDayLine?

  package init(rows: [SittingRow], next: String?, called: PlannedMeeting?, proposal: NextDayLine?) {
    (self.rows, self.next, self.called, self.proposal) = (rows, next, called, proposal)
  }
}

/// When and where is one sitting, and how far is it?
package struct SittingRow: Hashable, Sendable {
  package let sitting: SittingName
  package let stage: SittingStage
  package let time: String?
  package let place: Words
  /// The reports that were asked of units, and how many of them are in.
  package let reports: Int
  package let submitted: Int
  /// The meeting that its minutes made.
  package let meeting: MeetingName?

  package init(
    sitting: SittingName, stage: SittingStage, time: String?, place: Words, reports: Int, submitted: Int,
    meeting: MeetingName?
  ) {
    (self.sitting, self.stage, self.time, self.place) = (sitting, stage, time, place)
    (self.reports, self.submitted, self.meeting) = (reports, submitted, meeting)
  }
}

/// Which day is proposed for the next meeting, and by what rule?
package struct NextDayLine: Hashable, Sendable {
  package let day: CivilDate
  /// The day of the rule, where it is no workday and `day` is another.
  package let nominal: CivilDate
  package let kind: DayKind
  package let rule: Rule
  /// Whether the calendar of its year is published.
  package let isKnown: Bool

  package enum Rule: Hashable, Sendable {
    case weeks(Int)
    case monthly(nth: Int)
  }

  package init(day: CivilDate, nominal: CivilDate, kind: DayKind, rule: Rule, isKnown: Bool) {
    (self.day, self.nominal, self.kind, self.rule, self.isKnown) = (day, nominal, kind, rule, isKnown)
  }
}
