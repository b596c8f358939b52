package import Duties
package import Ground

/// A unit fills in its roster (值班表); the office may for it, saying how it was told.
package struct KeepRoster: ActOnPeriod {
  package let period: PeriodID
  package let unit: UnitID
  /// Lines that say what already stands change nothing.
  package let lines: [RosterLine]
  package let recordedFor: StandbyChannel?

  package init(period: PeriodID, unit: UnitID, lines: [RosterLine], recordedFor: StandbyChannel?) {
    (self.period, self.unit, self.lines, self.recordedFor) = (period, unit, lines, recordedFor)
  }

  package var typed: [Words?] { [] }
  package var command: PeriodCommand { .roster(unit, lines, recordedFor: recordedFor) }
}

/// The number under which a unit is reached by day and night (值班电话): a post's, never a person's.
package struct SetHotline: ActOnPeriod {
  package let period: PeriodID
  package let unit: UnitID
  package let number: Words
  package let recordedFor: StandbyChannel?

  package init(period: PeriodID, unit: UnitID, number: Words, recordedFor: StandbyChannel?) {
    (self.period, self.unit, self.number, self.recordedFor) = (period, unit, number, recordedFor)
  }

  package var typed: [Words?] { [] }
  package var command: PeriodCommand { .setHotline(unit, number: number, recordedFor: recordedFor) }
}
