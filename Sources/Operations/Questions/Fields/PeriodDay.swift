package import Duties
package import Ground

/// Who is on duty on a day of a period, and who reported?
package struct PeriodDay: Sendable {
  package let day: CivilDate
  /// In the official order of the units.
  package let lines: [PeriodDayLine]
  /// The days before and after it that the period has, up to today.
  package let previous: CivilDate?
  package let next: CivilDate?

  package init(day: CivilDate, lines: [PeriodDayLine], previous: CivilDate?, next: CivilDate?) {
    (self.day, self.lines, self.previous, self.next) = (day, lines, previous, next)
  }

  /// How many units reported, by a click or by their work, of how many that owe it.
  package var reported: (done: Int, owed: Int) {
    let states = lines.compactMap(\.report)
    return (states.count { $0.isDone }, states.count)
  }
}

/// One unit's day.
package struct PeriodDayLine: Sendable {
  package let unit: UnitName
  package let hotline: Words?
  /// Each shift of the day, filled or not; empty where no roster is kept.
  package let shifts: [ShiftLine]
  /// Nil where no report is owed of this day, or not yet.
  package let report: DayReportState?
  /// Whether the person looking may enter it for the unit, as its own or with a channel.
  package let may: MayEnter

  package init(unit: UnitName, hotline: Words?, shifts: [ShiftLine], report: DayReportState?, may: MayEnter) {
    (self.unit, self.hotline, self.shifts, self.report, self.may) = (unit, hotline, shifts, report, may)
  }
}

/// How somebody may enter what a unit enters.
package enum MayEnter: Hashable, Sendable {
  case no
  /// As one of the unit.
  case own
  /// For it, with the channel by which it said so (代录).
  case forUnit
}

package struct ShiftLine: Sendable {
  package let key: ShiftKey
  /// Nil where nobody is on duty.
  package let people: (officer: OfficerName, leader: OfficerName)?
  package let handover: Handover?

  package init(key: ShiftKey, people: (officer: OfficerName, leader: OfficerName)?, handover: Handover?) {
    (self.key, self.people, self.handover) = (key, people, handover)
  }
}

/// What is known of a unit's report of a day.
package enum DayReportState: Sendable {
  /// Nil where what it says is not for the person looking.
  case reported(DailyReport?)
  /// It recorded work on this day, so nothing is asked.
  case inferred(DayWork)
  /// Not yet; late once the hour has passed.
  case owed(isLate: Bool)

  package var isDone: Bool { if case .owed = self { false } else { true } }

  package var kind: Kind {
    switch self {
    case .reported: .reported
    case .inferred: .inferred
    case .owed(let isLate): isLate ? .late : .owed
    }
  }

  package enum Kind: String, CaseIterable, Sendable { case reported, inferred, owed, late }
}

/// From which work a day's report follows; the link is there where the person looking may follow it.
package enum DayWork: Sendable {
  case inspection(InspectionID, subject: SubjectRow?)
  case matter(MatterRow?)
}

/// What does a period ask of the unit of the person looking, today?
package struct PeriodTurn: Sendable {
  package let period: PeriodName
  package let days: DayRange
  package let unit: UnitName
  /// Nil where no daily report is owed.
  package let report: DayReportState?
  /// In minutes from midnight.
  package let reportBy: Int?
  /// Who is on duty today.
  package let shifts: [ShiftLine]
  /// Shifts of the next days that nobody fills.
  package let gaps: [ShiftKey]
  /// What the shift before today's left behind.
  package let handover: (from: ShiftKey, said: Handover)?

  package init(
    period: PeriodName, days: DayRange, unit: UnitName, report: DayReportState?, reportBy: Int?, shifts: [ShiftLine],
    gaps: [ShiftKey], handover: (from: ShiftKey, said: Handover)?
  ) {
    (self.period, self.days, self.unit, self.report) = (period, days, unit, report)
    (self.reportBy, self.shifts, self.gaps, self.handover) = (reportBy, shifts, gaps, handover)
  }
}

/// Who is on duty for a unit, day by day?
package struct RosterSheet: Sendable {
  /// So many days stand on one page.
  package static let shownDays = 14

  package let period: RegisteredPeriod
  package let unit: UnitName
  package let hotline: Words?
  /// Day by day, filled or not.
  package let lines: [ShiftLine]
  /// Who can be on duty, and who in charge.
  package let officers: [OfficerName]
  package let leaders: [OfficerName]
  /// Where the pages before and after begin.
  package let previous: CivilDate?
  package let next: CivilDate?
  package let from: CivilDate
  package let today: CivilDate
  package let may: MayEnter

  package init(
    period: RegisteredPeriod, unit: UnitName, hotline: Words?, lines: [ShiftLine], officers: [OfficerName],
    leaders: [OfficerName], previous: CivilDate?, next: CivilDate?, from: CivilDate, today: CivilDate, may: MayEnter
  ) {
    (self.period, self.unit, self.hotline, self.lines) = (period, unit, hotline, lines)
    (self.officers, self.leaders, self.previous, self.next) = (officers, leaders, previous, next)
    (self.from, self.today, self.may) = (from, today, may)
  }
}
