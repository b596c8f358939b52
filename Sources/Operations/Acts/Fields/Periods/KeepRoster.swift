package import Duties
package import Ground

/// A unit fills in its roster (值班表); the office may for it, saying how it was told.
package struct KeepRoster: ActOnPeriod {
  package let period: PeriodID
  package let unit: UnitID
  /// Lines that say what already stands change nothing.
  package let lines: [RosterLine]
  /// What the page showed of them; refused where somebody has changed such a line since. Empty: do not ask.
  package let shown: [RosterLine]
  package let recordedFor: StandbyChannel?

  package init(
    period: PeriodID, unit: UnitID, lines: [RosterLine], shown: [RosterLine] = [], recordedFor: StandbyChannel?
  ) {
    (self.period, self.unit, self.lines) = (period, unit, lines)
    (self.shown, self.recordedFor) = (shown, recordedFor)
  }

  package var typed: [Words?] { [] }
  package var command: PeriodCommand { .roster(unit, lines, shown: shown, recordedFor: recordedFor) }
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

  package var typed: [Words?] { [number] }
  package var command: PeriodCommand { .setHotline(unit, number: number, recordedFor: recordedFor) }
}
