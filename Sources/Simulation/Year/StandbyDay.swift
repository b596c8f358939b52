import Directory
import Duties
import Ground
import Operations
import Packs

/// What the office and units do in the year about key periods and alerts: one is set and lasts a few weeks, an alert is lifted
/// early, units fill in rosters and report, some of them twice.
extension DistrictYear {
  func standBy() async throws {
    guard standbyDice.chance(percent: 10) else { return }
    let today = clock.now.civilDate
    let running = rules.ground.periods.periods.filter { $0.isOn(today) }
    if running.count < 2, standbyDice.chance(percent: 40) {
      try await setPeriod(on: today, hasRunning: !running.isEmpty)
      return try await compareWork()
    }
    guard let period = standbyDice.pick(running), let unit = standbyDice.pick(period.terms.units) else { return }
    switch standbyDice.roll(8) {
    case 0 where today < period.last && period.terms.alert != nil:
      try await enter(EndPeriod(period: period.id, seen: nil, last: today, reason: Words("天气转好")), by: "tong")
      try await compareWork()
    case 1 where today < period.last:
      let terms = period.terms
      guard let days = DayRange(terms.days.first, terms.days.last.adding(days: 3)), days.count < 60 else { return }
      let longer = PeriodTerms(
        title: terms.title, days: days, alert: terms.alert, alertKind: terms.alertKind, fields: terms.fields,
        types: terms.types, areas: terms.areas, basis: terms.basis, notice: terms.notice, units: terms.units,
        shifts: terms.shifts, reportBy: terms.reportBy)
      try await enter(
        AmendPeriod(period: period.id, seen: nil, terms: longer.typedAnew, reason: Words("延长三天"), anyway: true),
        by: "tong")
      try await compareWork()
    case 2..<5: try await roster(period, unit, on: today)
    default: try await report(period, unit, on: today)
    }
  }

  private func setPeriod(on today: CivilDate, hasRunning: Bool) async throws {
    let towns = FictionalDistrict.units.filter { $0.kind == .town }.map(\.id)
    let isAlert = hasRunning
    let level = standbyDice.pick(AlertLevel.allCases)
    let kind = standbyDice.pick(AlertKind.allCases)
    let types = standbyDice.chance(percent: 30) ? ["construction_site", "river_reach", "small_premises"] : []
    let first = today.adding(days: standbyDice.roll(4) - 2)
    guard let days = DayRange(first, today.adding(days: 4 + standbyDice.roll(20))), let town = standbyDice.pick(towns)
    else { return }
    let all = standbyDice.chance(percent: 50)
    let fields: [Field] = standbyDice.chance(percent: 50) ? [] : [.construction, .fire, .floodWeather]
    try await enter(
      SetPeriod(
        PeriodTerms(
          title: Words(isAlert ? "大风预警" : "重点时段"), days: days, alert: isAlert ? level : nil,
          alertKind: isAlert ? kind : nil, fields: fields, types: types, areas: all ? [] : [town],
          basis: Words("调度会议要求"),
          notice: isAlert ? AlertNotice(issuer: Words("区气象台"), number: nil, day: today, minute: 540) : nil,
          units: [UnitID(trusted: "yingji"), town], shifts: .dayAndNight, reportBy: 17 * 60), anyway: true), by: "tong")
  }

  private func roster(_ period: PeriodAccount.Counted, _ unit: UnitID, on today: CivilDate) async throws {
    let people = RosterLine.People(
      officer: OfficerID(trusted: "\(unit).ban"), leader: OfficerID(trusted: "\(unit).zhang"))
    let line = RosterLine(day: today, shift: standbyDice.chance(percent: 50) ? .day : .night, people: people)
    try await enter(KeepRoster(period: period.id, unit: unit, lines: [line], recordedFor: nil), by: "\(unit).zhang")
  }

  /// Clicked twice it is recorded once.
  private func report(_ period: PeriodAccount.Counted, _ unit: UnitID, on today: CivilDate) async throws {
    let act = ReportDay(period: period.id, unit: unit, day: today, text: nil, recordedFor: nil)
    try await enter(act, by: "\(unit).ban")
    let size = rules.size
    try await enter(act, by: "\(unit).zhang")
    if rules.size != size { throw Breach("a second click on the same day was recorded") }
    let stranger = unit.text == "yingji" ? "shuiwu" : "yingji"
    try await refused(act, by: "\(stranger).ban", .periodUnit)
  }
}

extension PeriodTerms {
  /// As somebody types it again: the rules' own account knows the seals of the words alone.
  fileprivate var typedAnew: PeriodTerms {
    PeriodTerms(
      title: Words("重点时段"), days: days, alert: alert, alertKind: alertKind, fields: fields, types: types, areas: areas,
      basis: Words("调度会议要求"),
      notice: notice.map { AlertNotice(issuer: Words("区气象台"), number: nil, day: $0.day, minute: $0.minute) },
      units: units, shifts: shifts, reportBy: reportBy)
  }
}
