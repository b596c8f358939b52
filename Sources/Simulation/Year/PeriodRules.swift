import Directory
import Duties
import Ground
import Operations
import Packs

/// Key periods and alerts by the rules' own account: kept from their entries alone, and asked day by day.
struct PeriodAccount {
  private(set) var periods: [Counted] = []

  struct Counted {
    let id: PeriodID
    fileprivate(set) var terms: PeriodTerms
    fileprivate(set) var last: CivilDate
    fileprivate(set) var isWithdrawn = false
    /// `unit day`, however often it was said.
    fileprivate(set) var reports: Set<String> = []
    /// `unit day shift`.
    fileprivate(set) var shifts: Set<String> = []

    func concerns(_ field: Field, _ type: String, in area: UnitID) -> Bool {
      let isThere =
        terms.areas.isEmpty || terms.areas.contains(area)
        || FictionalDistrict.town(above: area).map(terms.areas.contains) ?? false
      return isThere && (terms.fields.isEmpty || terms.fields.contains(field))
        && (terms.types.isEmpty || terms.types.contains(type))
    }

    func isOn(_ day: CivilDate) -> Bool { !isWithdrawn && terms.days.first <= day && day <= last }
  }

  mutating func follow(_ id: PeriodID, _ change: PeriodChange) {
    if case .set(_, let terms) = change {
      periods.append(Counted(id: id, terms: terms, last: terms.days.last))
      return
    }
    guard let place = periods.firstIndex(where: { $0.id == id }) else { return }
    switch change {
    case .amended(let terms, _): (periods[place].terms, periods[place].last) = (terms, terms.days.last)
    case .ended(let end): periods[place].last = end.last
    case .withdrawn: periods[place].isWithdrawn = true
    case .reported(let unit, let day, _, _): periods[place].reports.insert("\(unit) \(day.iso)")
    case .rostered(let unit, let lines, _):
      for line in lines {
        let key = "\(unit) \(line.day.iso) \(line.shift.rawValue)"
        if line.people == nil { periods[place].shifts.remove(key) } else { periods[place].shifts.insert(key) }
      }
    case .set, .planned, .hotlineSet, .handedOver: break
    }
  }

  /// The closer window that a day lies in: found by walking back to the first day on which the same is asked, and cutting
  /// from there.
  func window(
    around day: CivilDate, of duty: DutyRule, _ field: Field, _ type: String, in area: UnitID
  ) -> (days: DayRange, times: Int)? {
    guard let asked = asked(on: day, of: duty, field, type, in: area) else { return nil }
    func isSame(_ other: CivilDate) -> Bool { self.asked(on: other, of: duty, field, type, in: area) == asked }
    var (first, last) = (day, day)
    while isSame(first.adding(days: -1)) { first = first.adding(days: -1) }
    while isSame(last.adding(days: 1)) { last = last.adding(days: 1) }
    var start = first
    while true {
      var end = min(start.adding(days: asked.length - 1), last)
      if end.days(until: last) * 2 < asked.length { end = last }
      if day <= end { return DayRange(start, end).map { ($0, asked.times) } }
      start = end.adding(days: 1)
    }
  }

  /// The windows before key periods and after alerts that a day lies in.
  func windowsAround(
    _ day: CivilDate, of duty: DutyRule, _ field: Field, _ type: String, in area: UnitID
  ) -> [(days: DayRange, times: Int)] {
    var found: [(days: DayRange, times: Int)] = []
    for period in periods where !period.isWithdrawn && period.concerns(field, type, in: area) {
      let (first, last): (CivilDate, CivilDate)
      let times: Int
      if let level = period.terms.alert {
        guard let after = duty.afterAlert, level >= after.level,
          after.kinds.isEmpty || period.terms.alertKind.map(after.kinds.contains) ?? true
        else { continue }
        (first, last, times) = (period.last.adding(days: 1), period.last.adding(days: after.days), after.times)
      } else {
        guard let before = duty.beforePeriod else { continue }
        let start = period.terms.days.first
        (first, last, times) = (start.adding(days: -before.days), start.adding(days: -1), before.times)
      }
      guard let days = DayRange(max(first, duty.validFrom ?? first), min(last, duty.validTo ?? last)),
        days.contains(day), !found.contains(where: { $0.days == days && $0.times == times })
      else { continue }
      found.append((days, times))
    }
    return found
  }

  /// How closely something is asked on a day, and by what.
  private struct Asked: Equatable {
    let length: Int
    let times: Int
    /// 0 for a key period, then the levels.
    let rank: Int
    /// Of what an alert warns.
    let kind: Int

    var perYear: Double { Double(times) * 365 / Double(length) }
  }

  private func asked(
    on day: CivilDate, of duty: DutyRule, _ field: Field, _ type: String, in area: UnitID
  ) -> Asked? {
    guard duty.validFrom.map({ $0 <= day }) ?? true, duty.validTo.map({ day <= $0 }) ?? true else { return nil }
    var best: Asked?
    for period in periods where period.isOn(day) && period.concerns(field, type, in: area) {
      guard let pace = PeriodAccount.pace(of: duty, under: period.terms) else { continue }
      let rank = period.terms.alert.map { (AlertLevel.allCases.firstIndex(of: $0) ?? 0) + 1 } ?? 0
      let kind = period.terms.alertKind.flatMap { AlertKind.allCases.firstIndex(of: $0) } ?? AlertKind.allCases.count
      let asked = Asked(length: pace.every.plainDays, times: pace.times, rank: rank, kind: kind)
      if best.map({ ($0.perYear, $0.rank, $0.kind) < (asked.perYear, asked.rank, asked.kind) }) ?? true { best = asked }
    }
    let usual = Asked(length: duty.pace.every.plainDays, times: duty.pace.times, rank: 0, kind: 0)
    return best.flatMap { $0.perYear > usual.perYear ? $0 : nil }
  }

  /// Of any kind of alert, or of this one, the closer pace.
  private static func pace(of duty: DutyRule, under terms: PeriodTerms) -> DutyRule.Pace? {
    guard let alert = terms.alert else { return duty.keyPeriodPace }
    var best: DutyRule.Pace?
    for paces in [duty.alertPaces, terms.alertKind.flatMap { duty.alertKindPaces[$0] } ?? [:]] {
      for level in AlertLevel.allCases.reversed() where level <= alert {
        guard let pace = paces[level] else { continue }
        func often(_ pace: DutyRule.Pace) -> Double { Double(pace.times) / Double(pace.every.plainDays) }
        if best.map({ often($0) < often(pace) }) ?? true { best = pace }
        break
      }
    }
    return best
  }
}

extension Frequency {
  fileprivate var plainDays: Int {
    [.day: 1, .week: 7, .tenDays: 10, .month: 30, .quarter: 91, .halfYear: 182, .year: 365][self] ?? 730
  }
}

extension DistrictYear {
  /// A period's page shows the reports and shifts of the day that the entries speak of, and no others.
  func comparePeriods() async throws {
    guard let directory = try await office.directory(), let viewer = directory.officers[OfficerID(trusted: "tong")]
    else { return }
    let today = clock.now.civilDate
    for period in rules.ground.periods.periods where period.isOn(today) && !period.terms.units.isEmpty {
      guard let day = try await office.periodSheet(period.id, for: viewer)?.day else {
        throw Breach("\(period.id) runs and shows no day")
      }
      for line in day.lines {
        let isReported = if case .reported = line.report { true } else { false }
        guard isReported == period.reports.contains("\(line.unit.id) \(today.iso)") else {
          throw Breach("on \(today.iso) the report of \(line.unit.id) is shown wrongly")
        }
        for shift in line.shifts
        where (shift.people != nil)
          != period.shifts.contains("\(line.unit.id) \(today.iso) \(shift.key.shift.rawValue)")
        {
          throw Breach("on \(today.iso) a shift of \(line.unit.id) is shown wrongly")
        }
      }
      count("standby")
    }
  }
}

extension DutyRule {
  /// Whether one of the days is a day of the week on which it is owed, looking at each.
  func isAsked(in days: DayRange) -> Bool {
    weekdays.isEmpty
      || (0..<days.count).contains { weekdays.contains(Weekday.allCases[days.first.adding(days: $0).weekday - 1]) }
  }
}
