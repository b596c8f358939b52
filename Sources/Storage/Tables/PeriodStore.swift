import Directory
package import Duties
package import Ground
import Packs

/// The tables `key_periods`, `duty_shifts` and `daily_reports`: what the district set, and what units enter for it.
package struct PeriodStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package func load(_ id: PeriodID) throws(StorageError) -> RegisteredPeriod? {
    try periods("AND id = $2", [.text(id.text)]).first
  }

  /// Those that count, withdrawn ones not among them, with a day in a range; the first to begin first.
  package func overlapping(_ days: DayRange) throws(StorageError) -> [RegisteredPeriod] {
    try periods(
      "AND last_day >= $2 AND first_day <= $3 AND withdrawn = 0", [.text(days.first.iso), .text(days.last.iso)]
    ).inOrder
  }

  /// Every period that has to do with what is owed on some days: those that touch them, or begin or end so near that the days
  /// around them do, and those that touch these in turn, since a closer pace is counted from the first day on which it holds.
  package func bearing(on days: DayRange) throws(StorageError) -> [RegisteredPeriod] {
    let near = DutyRule.Around.longest
    var range = DayRange(days.first.adding(days: -near), days.last.adding(days: near)) ?? days
    while true {
      let found = try overlapping(range)
      let first = found.map(\.days.first).min().map { min($0.adding(days: -1), range.first) } ?? range.first
      let last = found.map(\.days.last).max().map { max($0.adding(days: 1), range.last) } ?? range.last
      guard let wider = DayRange(first, last), wider != range else { return found }
      range = wider
    }
  }

  /// Those that are not over on a day, withdrawn ones among them, the first to begin first.
  package func open(on day: CivilDate) throws(StorageError) -> [RegisteredPeriod] {
    try periods("AND last_day >= $2", [.text(day.iso)]).inOrder
  }

  /// Those that were over before a day, the last to end first.
  package func past(before day: CivilDate, limit: Int) throws(StorageError) -> [RegisteredPeriod] {
    try periods(
      "AND last_day < $2 ORDER BY last_day DESC, id DESC LIMIT $3", [.text(day.iso), .int(Int64(limit))])
  }

  /// The shifts of a period, of one unit or of every unit, on some days or on all of them, in their order.
  package func shifts(
    of period: PeriodID, unit: UnitID? = nil, in days: DayRange? = nil
  ) throws(StorageError) -> [DutyShift] {
    var (conditions, values): (String, [SQLValue]) = ("", [.text(district.text), .text(period.text)])
    if let unit {
      values.append(.text(unit.text))
      conditions += " AND unit = $\(values.count)"
    }
    if let days {
      values += [.text(days.first.iso), .text(days.last.iso)]
      conditions += " AND day >= $\(values.count - 1) AND day <= $\(values.count)"
    }
    var found: [DutyShift] = []
    for row in try session.rows(
      "SELECT state FROM duty_shifts WHERE district = $1 AND period = $2\(conditions) ORDER BY unit, day, shift", values
    ) {
      found.append(try State.decode(DutyShift.self, try row.text(0)))
    }
    return found.sorted { $0.key < $1.key }
  }

  package func hasRoster(_ period: PeriodID) throws(StorageError) -> Bool {
    try !session.rows(
      "SELECT 1 FROM duty_shifts WHERE district = $1 AND period = $2 LIMIT 1",
      [.text(district.text), .text(period.text)]
    ).isEmpty
  }

  /// The reports of a period, of one day or of all, in the order of days and units.
  package func reports(of period: PeriodID, on day: CivilDate? = nil) throws(StorageError) -> [DailyReport] {
    let isDay = day.map { _ in " AND day = $3" } ?? ""
    var found: [DailyReport] = []
    for row in try session.rows(
      "SELECT state FROM daily_reports WHERE district = $1 AND period = $2\(isDay) ORDER BY day, unit",
      [.text(district.text), .text(period.text)] + (day.map { [.text($0.iso)] } ?? []))
    {
      found.append(try State.decode(DailyReport.self, try row.text(0)))
    }
    return found
  }

  package func report(of period: PeriodID, _ unit: UnitID, on day: CivilDate) throws(StorageError) -> DailyReport? {
    try session.rows(
      "SELECT state FROM daily_reports WHERE district = $1 AND period = $2 AND day = $3 AND unit = $4",
      [.text(district.text), .text(period.text), .text(day.iso), .text(unit.text)]
    ).first.map { (row) throws(StorageError) in try State.decode(DailyReport.self, try row.text(0)) }
  }

  /// Writes what an event changes.
  func follow(_ event: PeriodEvent, of id: PeriodID) throws(StorageError) {
    if let after = evolve(try load(id), with: event) { try save(after) }
    for key in event.shifts {
      let before = try shifts(of: id, unit: key.unit, in: DayRange(key.day)).first { $0.key == key }
      try set(event.after(before, at: key), at: key, of: id)
    }
    if let report = event.report { try save(report, of: id) }
  }

  /// A period as its entries leave it, with everything that units entered.
  func save(_ period: RegisteredPeriod, _ standby: StandbyRows) throws(StorageError) {
    try save(period)
    for (key, shift) in standby.shifts.sorted(by: { $0.key < $1.key }) { try set(shift, at: key, of: period.id) }
    for report in standby.reports.values { try save(report, of: period.id) }
  }

  private func save(_ period: RegisteredPeriod) throws(StorageError) {
    try session.run(
      """
      INSERT INTO key_periods (district, id, first_day, last_day, withdrawn, version, state)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (district, id) DO UPDATE SET first_day = excluded.first_day, last_day = excluded.last_day,
        withdrawn = excluded.withdrawn, version = excluded.version, state = excluded.state
      """, try PeriodStore.values(period, in: district))
  }

  private func set(_ shift: DutyShift?, at key: ShiftKey, of period: PeriodID) throws(StorageError) {
    let place: [SQLValue] = [
      .text(district.text), .text(period.text), .text(key.unit.text), .text(key.day.iso), .text(key.shift.rawValue),
    ]
    guard let shift else {
      try session.run(
        """
        DELETE FROM duty_shifts WHERE district = $1 AND period = $2 AND unit = $3 AND day = $4 AND shift = $5
        """, place)
      return
    }
    try session.run(
      """
      INSERT INTO duty_shifts (district, period, unit, day, shift, state) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (district, period, unit, day, shift) DO UPDATE SET state = excluded.state
      """, place + [.text(try State.encode(shift))])
  }

  private func save(_ report: DailyReport, of period: PeriodID) throws(StorageError) {
    try session.run(
      """
      INSERT INTO daily_reports (district, period, day, unit, state) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (district, period, day, unit) DO UPDATE SET state = excluded.state
      """,
      [
        .text(district.text), .text(period.text), .text(report.day.iso), .text(report.unit.text),
        .text(try State.encode(report)),
      ])
  }

  static func values(_ period: RegisteredPeriod, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(period.id.text), .text(period.days.first.iso), .text(period.days.last.iso),
      .int(period.withdrawn == nil ? 0 : 1), .int(Int64(period.version)), .text(try State.encode(period)),
    ]
  }

  private func periods(_ tail: String, _ values: [SQLValue]) throws(StorageError) -> [RegisteredPeriod] {
    var found: [RegisteredPeriod] = []
    for row in try session.rows(
      "SELECT state FROM key_periods WHERE district = $1 \(tail)", [.text(district.text)] + values)
    {
      found.append(try State.decode(RegisteredPeriod.self, try row.text(0)))
    }
    return found
  }
}

extension [RegisteredPeriod] {
  /// The first to begin first. They are few, so no index is kept for it.
  fileprivate var inOrder: [RegisteredPeriod] { sorted { ($0.days.first, $0.id) < ($1.days.first, $1.id) } }
}

/// What units entered for one period, as its entries leave it.
struct StandbyRows {
  private(set) var shifts: [ShiftKey: DutyShift] = [:]
  private(set) var reports: [ReportKey: DailyReport] = [:]

  struct ReportKey: Hashable {
    let day: CivilDate
    let unit: UnitID
  }

  /// The rows of `duty_shifts`, without district and period.
  func shiftRows() throws(StorageError) -> Set<[SQLValue]> {
    var rows: Set<[SQLValue]> = []
    for (key, shift) in shifts {
      rows.insert([
        .text(key.unit.text), .text(key.day.iso), .text(key.shift.rawValue), .text(try State.encode(shift)),
      ])
    }
    return rows
  }

  /// The rows of `daily_reports`, without district and period.
  func reportRows() throws(StorageError) -> Set<[SQLValue]> {
    var rows: Set<[SQLValue]> = []
    for (key, report) in reports {
      rows.insert([.text(key.day.iso), .text(key.unit.text), .text(try State.encode(report))])
    }
    return rows
  }

  mutating func follow(_ event: PeriodEvent) {
    for key in event.shifts { shifts[key] = event.after(shifts[key], at: key) }
    if let report = event.report { reports[ReportKey(day: report.day, unit: report.unit)] = report }
  }
}
