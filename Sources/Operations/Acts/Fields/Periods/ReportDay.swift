package import Duties
package import Ground

/// A unit reports of a day (零报告): one click that nothing happened, or a few words. Clicked twice it is recorded once.
package struct ReportDay: ActOnPeriod {
  package let period: PeriodID
  package let unit: UnitID
  package let day: CivilDate
  /// Nil: 当日无情况.
  package let text: Words?
  package let recordedFor: StandbyChannel?

  package init(period: PeriodID, unit: UnitID, day: CivilDate, text: Words?, recordedFor: StandbyChannel?) {
    (self.period, self.unit, self.day, self.text, self.recordedFor) = (period, unit, day, text, recordedFor)
  }

  package var typed: [Words?] { [text] }
  package var command: PeriodCommand { .report(unit, day: day, text: text, recordedFor: recordedFor) }
}
