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

/// When one unit's report to a sitting is due now.
package struct ReportDue: Hashable, Codable, Sendable {
  package let unit: UnitID
  package let due: DueDate

  package init(unit: UnitID, due: DueDate) { (self.unit, self.due) = (unit, due) }
}

extension Sitting {
  /// Owed reports whose term ends otherwise by the calendar as it is now.
  package func recounted(by clock: DueClock) throws(Refusal) -> [ReportDue] {
    guard stage == .planned || stage == .open else { return [] }
    var dues: [ReportDue] = []
    for report in reports where report.submission == nil {
      let due = try clock.again(report.due, pauses: [])
      if due != report.due { dues.append(ReportDue(unit: report.unit, due: due)) }
    }
    return dues
  }

  /// The due days that move where the sitting moves to an earlier `day`: those of reports that are not in and would fall
  /// due on it or after it. Each keeps its distance in workdays before the sitting, counted like the term that set it; where
  /// that is past, it is the last workday before the sitting, or today. A later day moves none.
  package func dues(movedTo day: CivilDate, on today: CivilDate, by clock: DueClock) throws(Refusal) -> [ReportDue] {
    guard stage == .planned, day < plan.day else { return [] }
    var moved: [ReportDue] = []
    for report in reports where report.submission == nil && report.due.day >= day {
      let distance = clock.calendar.workdays(after: report.due.day, through: plan.day)
      let left =
        [distance, 1].lazy
        .map { clock.calendar.workdays(after: today, through: clock.calendar.day(workdays: $0, before: day)) }
        .first { $0 > 0 } ?? 0
      let due = try clock.due(left > 0 ? .workdays(left) : .on(today), from: today, source: report.due.source)
      if due.day < report.due.day { moved.append(ReportDue(unit: report.unit, due: due)) }
    }
    return moved
  }
}
