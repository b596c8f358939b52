package import Directory
package import Ground

/// How far is the district set up, and what is the next step?
package struct SetupStand: Sendable {
  package let district: Words
  package let division: String
  package let units: [UnitRow]
  /// Everybody who serves, with the account name where there is one.
  package let officers: [SetupOfficer]
  package let leaders: [PostLine]
  /// This year and the next, and whether their public holidays are known.
  package let calendars: [CalendarYear]
  package let meetings: Int
  package let matters: Int
  package let closed: Int

  package init(
    district: Words, division: String, units: [UnitRow], officers: [SetupOfficer], leaders: [PostLine],
    calendars: [CalendarYear], meetings: Int, matters: Int, closed: Int
  ) {
    (self.district, self.division, self.units, self.officers) = (district, division, units, officers)
    (self.leaders, self.calendars) = (leaders, calendars)
    (self.meetings, self.matters, self.closed) = (meetings, matters, closed)
  }

  package func isDone(_ step: SetupStep) -> Bool {
    func has(_ role: Role) -> Bool { officers.contains { $0.line.roles.contains(role) && $0.login != nil } }
    return switch step {
    case .district: true
    case .units: units.contains { $0.kind == .department || $0.kind == .town }
    case .officers: has(.coordinator) && (has(.handler) || has(.unitLead))
    case .portfolios: leaders.contains { !$0.fields.isEmpty }
    case .calendar: calendars.first?.edition != nil
    case .meeting: meetings > 0
    case .finish: closed > 0
    }
  }
}

/// Who serves, under which account?
package struct SetupOfficer: Sendable {
  package let line: PostLine
  package let login: String?

  package init(line: PostLine, login: String?) { (self.line, self.login) = (line, login) }
}

/// Are the holidays of a year known, and from which edition?
package struct CalendarYear: Hashable, Sendable {
  package let year: Int
  package let edition: String?
  /// The notice that the district took it over from; nil where it ships with the program.
  package let source: Words?

  package init(year: Int, edition: String?, source: Words?) {
    (self.year, self.edition, self.source) = (year, edition, source)
  }
}

/// The guide's steps, in their order.
package enum SetupStep: String, CaseIterable, Sendable {
  case district, units, officers, portfolios, calendar, meeting, finish
}

/// What was read in a notice of holidays, before it is taken over.
package struct HolidayReading: Sendable {
  package let year: WorkYear
  /// Days of another year that the notice names; they are not taken over.
  package let outside: [CivilDate]

  package init(year: WorkYear, outside: [CivilDate]) { (self.year, self.outside) = (year, outside) }
}
