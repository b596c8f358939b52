package import Ground
package import Packs

/// The windows of one duty in one area. Its own pace owes the calendar's windows, always. Where key periods or alerts are
/// on, the closest of their paces owes windows of its own besides, counted from the first day on which it is the closest.
/// The days before a key period and after an alert owe windows of their own where the duty says so. One inspection counts in
/// every window that its day lies in, so nothing is inspected twice for being asked for twice.
package struct PaceCalendar: Sendable {
  private let duty: DutyRule
  /// Those that concern the duty's field, the subjects' type and the area.
  private let periods: [KeyPeriod]

  package init(_ duty: DutyRule, periods: [KeyPeriod]) { (self.duty, self.periods) = (duty, periods) }

  /// Every window with a day in `range`, whole, in the order of their first days. The windows of a duty that begins or
  /// ends with its rule's dates are cut off there; those without one of its days of the week are none.
  package func windows(in range: DayRange) -> [OwedWindow] {
    guard let valid = cut(range) else { return [] }
    var windows = duty.pace.every.windows(in: valid).compactMap { window -> OwedWindow? in
      cut(window).map { OwedWindow(days: $0, times: duty.pace.times, cause: .usual) }
    }
    for stretch in stretches() {
      windows += PaceCalendar.blocks(of: stretch).filter { $0.days.overlaps(valid) }
    }
    windows += around().filter { $0.days.overlaps(valid) }
    if !duty.weekdays.isEmpty { windows.removeAll { !$0.days.has(duty.weekdays) } }
    return windows.sorted { ($0.days.first, $0.days.last, $0.times) < ($1.days.first, $1.days.last, $1.times) }
  }

  /// Each once, however many periods begin or alerts end on one day.
  private func around() -> Set<OwedWindow> {
    Set(
      periods.compactMap { period -> OwedWindow? in
        let (first, last) = (period.days.first, period.days.last)
        if let level = period.alert {
          guard let after = duty.afterAlert, after.level <= level,
            after.kinds.isEmpty || period.kind.map(after.kinds.contains) ?? true
          else { return nil }
          return DayRange(last.adding(days: 1), last.adding(days: after.days)).flatMap(cut).map {
            OwedWindow(days: $0, times: after.times, cause: .after(level, period.kind))
          }
        }
        guard let before = duty.beforePeriod else { return nil }
        return DayRange(first.adding(days: -before.days), first.adding(days: -1)).flatMap(cut).map {
          OwedWindow(days: $0, times: before.times, cause: .before)
        }
      })
  }

  /// Days in a row on which one closer pace holds.
  struct Stretch: Hashable {
    let days: DayRange
    let pace: DutyRule.Pace
    let cause: OwedWindow.Cause
  }

  /// In order, without overlap: the days between the beginnings and ends of all periods, joined where nothing changes.
  func stretches() -> [Stretch] {
    let bounds = Set(periods.flatMap { [$0.days.first, $0.days.last.adding(days: 1)] }).sorted()
    var stretches: [Stretch] = []
    for (first, next) in zip(bounds, bounds.dropFirst()) {
      guard let days = DayRange(first, next.adding(days: -1)).flatMap(cut), let closest = closest(on: days.first) else {
        continue
      }
      if let last = stretches.last, last.pace == closest.pace, last.cause == closest.cause,
        last.days.last.adding(days: 1) == days.first, let joined = DayRange(last.days.first, days.last)
      {
        stretches[stretches.count - 1] = Stretch(days: joined, pace: last.pace, cause: last.cause)
      } else {
        stretches.append(Stretch(days: days, pace: closest.pace, cause: closest.cause))
      }
    }
    return stretches
  }

  /// The closest pace that a period or an alert asks for on a day, if it is closer than the usual one; of two that are as
  /// close, the graver cause.
  private func closest(on day: CivilDate) -> (pace: DutyRule.Pace, cause: OwedWindow.Cause)? {
    let asked = periods.filter { $0.days.contains(day) }.compactMap { PaceCalendar.pace(of: $0, under: duty) }
    let best = asked.max { ($0.pace.perYear, $0.rank) < ($1.pace.perYear, $1.rank) }
    return best.flatMap { $0.pace.perYear > duty.pace.perYear ? ($0.pace, $0.cause) : nil }
  }

  /// A lower level's pace also holds for a higher one that the duty says nothing of.
  static func pace(
    of period: KeyPeriod, under duty: DutyRule
  ) -> (pace: DutyRule.Pace, cause: OwedWindow.Cause, rank: Int)? {
    guard let level = period.alert else { return duty.keyPeriodPace.map { ($0, .keyPeriod, 0) } }
    // Of two kinds that are as grave one stands for both, always the same.
    let place = period.kind.flatMap { AlertKind.allCases.firstIndex(of: $0) } ?? AlertKind.allCases.count
    let rank = (1 + level.grade) * 100 + place
    return duty.alertPace(level, of: period.kind).map { ($0, .alert(level, period.kind), rank) }
  }

  /// A stretch is cut into blocks from its first day; a rest shorter than half a block belongs to the block before.
  static func blocks(of stretch: Stretch) -> [OwedWindow] {
    let length = stretch.pace.every.blockDays
    var blocks: [OwedWindow] = []
    var first = stretch.days.first
    while first <= stretch.days.last {
      var last = min(first.adding(days: length - 1), stretch.days.last)
      if last.days(until: stretch.days.last) * 2 < length { last = stretch.days.last }
      if let days = DayRange(first, last) {
        blocks.append(OwedWindow(days: days, times: stretch.pace.times, cause: stretch.cause))
      }
      first = last.adding(days: 1)
    }
    return blocks
  }

  /// The part of some days on which the rule holds.
  private func cut(_ days: DayRange) -> DayRange? {
    DayRange(max(days.first, duty.validFrom ?? days.first), min(days.last, duty.validTo ?? days.last))
  }
}

extension DutyRule {
  /// What an alert asks for: its kind's pace or the one for any kind, the closer of the two. An alert that has no kind, as
  /// those before kinds were asked for, counts for every kind.
  func alertPace(_ level: AlertLevel, of kind: AlertKind?) -> Pace? {
    func told(_ paces: [AlertLevel: Pace]) -> Pace? { paces.keys.filter { $0 <= level }.max().flatMap { paces[$0] } }
    let kinds = kind.map { [$0] } ?? AlertKind.allCases
    let asked = [told(alertPaces)] + kinds.map { told(alertKindPaces[$0] ?? [:]) }
    return asked.compactMap { $0 }.max { ($0.perYear, $0.times) < ($1.perYear, $1.times) }
  }
}

extension DutyRule.Pace {
  /// For comparing how close two paces are.
  var perYear: Double { Double(times) * 365 / Double(every.blockDays) }
}

extension Frequency {
  /// How many days a block of a key period has; calendar windows are as long as the calendar says.
  var blockDays: Int {
    switch self {
    case .day: 1
    case .week: 7
    case .tenDays: 10
    case .month: 30
    case .quarter: 91
    case .halfYear: 182
    case .year: 365
    case .twoYears: 730
    }
  }
}
