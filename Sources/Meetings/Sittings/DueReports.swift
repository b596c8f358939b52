package import Directory
package import Ground

extension Actor {
  /// Reminds units of reports that are due soon.
  package static let reportReminder = Actor.rule("rule.report_reminder")
}

extension Sitting {
  /// Units that are reminded today of the report that they owe: from the workday before its due day on, but not on the day
  /// on which they were asked, and once.
  package func reminders(on today: CivilDate, calendar: WorkCalendar) -> [UnitID] {
    guard stage == .planned || stage == .open else { return [] }
    return reports.filter { report in
      let due = report.due.day
      return report.submission == nil && report.remindedOn == nil && report.askedOn < today && today <= due
        && calendar.workdays(after: today, through: due) <= 1
    }.map(\.unit)
  }
}
