import Ground
import Packs
import TestFields
import Testing

@testable import Duties

/// The windows of a duty against a calendar that looks at every day by itself, over seeded random rules.
@Suite("The pace of a duty")
struct PaceCalendarTests {
  typealias Pace = DutyRule.Pace
  typealias Closest = PaceCalendar.Stretch

  private static let start = CivilDate(dayNumber: 20_454)  // 2026-01-01

  private static func duty(
    _ pace: Pace, key: Pace? = nil, alerts: [AlertLevel: Pace] = [:], kinds: [AlertKind: [AlertLevel: Pace]] = [:],
    before: DutyRule.Around? = nil, after: DutyRule.Around? = nil, weekdays: Set<Weekday> = [],
    from: CivilDate? = nil, to: CivilDate? = nil
  ) -> DutyRule {
    DutyRule(
      code: "test.duty", title: Bilingual("检查", "Inspect"), subjects: ["site"], checklist: "site.restart", pace: pace,
      keyPeriodPace: key, alertPaces: alerts, alertKindPaces: kinds, beforePeriod: before, afterAlert: after,
      weekdays: weekdays, level: .county, units: [.supervising], source: "测试", checked: .none, validFrom: from,
      validTo: to)
  }

  /// How close a pace is, from the calendar alone: how often in the 1461 days of four years, or so.
  private static func closeness(_ pace: Pace) -> Double {
    let days: [Frequency: Double] = [
      .day: 1, .week: 7, .tenDays: 10, .month: 30, .quarter: 91, .halfYear: 182, .year: 365, .twoYears: 730,
    ]
    return Double(pace.times) / (days[pace.every] ?? 0)
  }

  /// What a period asks for: its own level's pace, or the next lower level's that the duty knows.
  private static func asked(_ period: KeyPeriod, _ duty: DutyRule) -> (pace: Pace, cause: OwedWindow.Cause)? {
    guard let level = period.alert else { return duty.keyPeriodPace.map { ($0, .keyPeriod) } }
    var best: Pace?
    for (kind, paces) in [(nil, duty.alertPaces)] + duty.alertKindPaces.map({ ($0.key as AlertKind?, $0.value) })
    where kind == nil || period.kind == nil || kind == period.kind {
      let told = [AlertLevel.red, .orange, .yellow, .blue].first { $0 <= level && paces[$0] != nil }
      guard let pace = told.flatMap({ paces[$0] }) else { continue }
      guard let held = best else {
        best = pace
        continue
      }
      if (closeness(pace), pace.times) > (closeness(held), held.times) { best = pace }
    }
    return best.map { ($0, .alert(level, period.kind)) }
  }

  private static func gravity(_ cause: OwedWindow.Cause) -> Int {
    switch cause {
    case .usual: -1
    case .keyPeriod: 0
    case .before, .after: preconditionFailure("no pace of days")
    case .alert(let level, let kind):
      100 * (1 + (AlertLevel.allCases.firstIndex(of: level) ?? 0))
        + (kind.flatMap { AlertKind.allCases.firstIndex(of: $0) } ?? AlertKind.allCases.count)
    }
  }

  /// Of one day alone.
  private static func closest(
    on day: CivilDate, _ duty: DutyRule, _ periods: [KeyPeriod]
  ) -> (pace: Pace, cause: OwedWindow.Cause)? {
    guard duty.holds(on: day) else { return nil }
    var best: (pace: Pace, cause: OwedWindow.Cause)?
    for period in periods where period.days.first <= day && day <= period.days.last {
      guard let next = asked(period, duty), closeness(next.pace) > closeness(duty.pace) else { continue }
      guard let held = best else {
        best = next
        continue
      }
      let (left, right) = (closeness(next.pace), closeness(held.pace))
      if left > right || (left == right && gravity(next.cause) > gravity(held.cause)) { best = next }
    }
    return best
  }

  private static func randomPace(_ dice: inout Seeded) -> Pace {
    Pace(every: Frequency.allCases.randomElement(using: &dice) ?? .day, times: Int.random(in: 1...3, using: &dice))
  }

  private static func randomDays(_ dice: inout Seeded) -> DayRange {
    let first = start.adding(days: Int.random(in: -30...300, using: &dice))
    return DayRange(first, first.adding(days: Int.random(in: 0...90, using: &dice))) ?? DayRange(first)
  }

  private static func random(_ dice: inout Seeded) -> (DutyRule, [KeyPeriod]) {
    var alerts: [AlertLevel: Pace] = [:]
    for level in AlertLevel.allCases where Bool.random(using: &dice) { alerts[level] = randomPace(&dice) }
    var kinds: [AlertKind: [AlertLevel: Pace]] = [:]
    for kind in [AlertKind.gale, .pollution] where Bool.random(using: &dice) {
      for level in AlertLevel.allCases where Bool.random(using: &dice) {
        kinds[kind, default: [:]][level] = randomPace(&dice)
      }
    }
    let days = randomDays(&dice)
    let rule = duty(
      randomPace(&dice), key: Bool.random(using: &dice) ? randomPace(&dice) : nil, alerts: alerts, kinds: kinds,
      before: Bool.random(using: &dice) ? .init(days: Int.random(in: 1...31, using: &dice), times: 2) : nil,
      after: Bool.random(using: &dice)
        ? .init(
          days: Int.random(in: 1...31, using: &dice), level: .yellow, kinds: Bool.random(using: &dice) ? [.gale] : [])
        : nil,
      from: Bool.random(using: &dice) ? days.first : nil,
      to: Bool.random(using: &dice) ? days.first.adding(days: 200) : nil)
    let periods = (0..<Int.random(in: 0...5, using: &dice)).map { _ in
      let level = ([nil] + AlertLevel.allCases).randomElement(using: &dice) ?? nil
      let kind = [nil, AlertKind.gale, .pollution, .rainstorm].randomElement(using: &dice) ?? nil
      return KeyPeriod(days: randomDays(&dice), alert: level, kind: level == nil ? nil : kind)
    }
    return (rule, periods)
  }

  @Test("Stretches are the runs of days with one closest pace", arguments: 0..<300 as Range<UInt64>)
  func stretches(seed: UInt64) throws {
    var dice = Seeded(seed)
    let (rule, periods) = Self.random(&dice)
    var runs: [Closest] = []
    for offset in -60..<480 {
      let day = Self.start.adding(days: offset)
      guard let (pace, cause) = Self.closest(on: day, rule, periods) else { continue }
      if let last = runs.last, last.pace == pace, last.cause == cause, last.days.last.adding(days: 1) == day {
        runs[runs.count - 1] = Closest(
          days: try #require(DayRange(last.days.first, day)), pace: pace, cause: cause)
      } else {
        runs.append(Closest(days: DayRange(day), pace: pace, cause: cause))
      }
    }
    #expect(PaceCalendar(rule, periods: periods).stretches() == runs)
    #expect(PaceCalendar(rule, periods: periods.reversed()).stretches() == runs)
  }

  @Test("Blocks cover a stretch without gap or overlap, a short rest is joined", arguments: Frequency.allCases)
  func blocks(of frequency: Frequency) throws {
    let length = try #require(
      [
        .day: 1, .week: 7, .tenDays: 10, .month: 30, .quarter: 91, .halfYear: 182, .year: 365, .twoYears: 730,
      ][frequency] as Int?)
    for days in Array(1...40) + [89, 90, 91, 136, 137, 182, 272, 273, 364, 547, 548, 730, 1094, 1095, 1500] {
      let stretch = PaceCalendar.Stretch(
        days: try #require(DayRange(Self.start, Self.start.adding(days: days - 1))),
        pace: Pace(every: frequency, times: 2), cause: .keyPeriod)
      let blocks = PaceCalendar.blocks(of: stretch)
      #expect(blocks.first?.days.first == stretch.days.first && blocks.last?.days.last == stretch.days.last)
      for (left, right) in zip(blocks, blocks.dropFirst()) {
        #expect(left.days.last.adding(days: 1) == right.days.first)
      }
      #expect(blocks.allSatisfy { $0.times == 2 && $0.cause == .keyPeriod })
      // All but the last are whole; the last is at least half a block, and less than one and a half.
      #expect(blocks.dropLast().allSatisfy { $0.days.count == length }, "\(days)")
      let last = try #require(blocks.last).days.count
      #expect(last * 2 < length * 3 && (blocks.count == 1 || last * 2 >= length), "\(days) \(last)")
    }
  }

  @Test("The usual windows are always there, cut to the rule's dates", arguments: 0..<300 as Range<UInt64>)
  func usualWindows(seed: UInt64) throws {
    var dice = Seeded(seed &+ 10_000)
    let (rule, periods) = Self.random(&dice)
    let range = Self.randomDays(&dice)
    let windows = PaceCalendar(rule, periods: periods).windows(in: range)
    let usual = windows.filter { $0.cause == .usual }
    // Every day in the range on which the rule holds lies in exactly one usual window, the one of the calendar.
    for offset in 0..<range.count {
      let day = range.first.adding(days: offset)
      let around = usual.filter { $0.days.contains(day) }
      guard rule.holds(on: day) else {
        #expect(windows.allSatisfy { !$0.days.contains(day) }, "\(day)")
        continue
      }
      let whole = rule.pace.every.window(of: day)
      let cut = DayRange(
        max(whole.first, rule.validFrom ?? whole.first), min(whole.last, rule.validTo ?? whole.last))
      #expect(around == [OwedWindow(days: try #require(cut), times: rule.pace.times, cause: .usual)], "\(day)")
      // A day with a closer pace lies in exactly one window of it.
      let closer = windows.filter { $0.cause != .usual && !$0.isAround && $0.days.contains(day) }
      let expected = Self.closest(on: day, rule, periods)
      #expect(closer.map(\.cause) == (expected.map { [$0.cause] } ?? []), "\(day)")
      #expect(closer.map(\.times) == (expected.map { [$0.pace.times] } ?? []))
    }
    #expect(windows.allSatisfy { $0.days.overlaps(range) })
    #expect(windows.map(\.days.first) == windows.map(\.days.first).sorted())
  }

  @Test(
    "A day lies in the windows before what begins soon and after what has just ended",
    arguments: 0..<300 as Range<UInt64>)
  func around(seed: UInt64) throws {
    var dice = Seeded(seed &+ 30_000)
    let (rule, periods) = Self.random(&dice)
    let range = Self.randomDays(&dice)
    let windows = PaceCalendar(rule, periods: periods).windows(in: range).filter(\.isAround)
    #expect(Set(windows).count == windows.count)
    for offset in 0..<range.count {
      let day = range.first.adding(days: offset)
      var causes: Set<String> = []
      for period in periods where rule.holds(on: day) {
        if let level = period.alert {
          guard let after = rule.afterAlert, level >= after.level,
            after.kinds.isEmpty || period.kind == nil || period.kind == .gale
          else { continue }
          let since = period.days.last.days(until: day)
          if (1...after.days).contains(since) {
            causes.insert("after \(period.days.last.iso) \(level) \(period.kind as Any)")
          }
        } else if let before = rule.beforePeriod {
          let left = day.days(until: period.days.first)
          if (1...before.days).contains(left) { causes.insert("before \(period.days.first.iso)") }
        }
      }
      let found = windows.filter { $0.days.contains(day) }
      #expect(found.count == causes.count, "\(day) \(causes)")
      #expect(found.allSatisfy { $0.times == ($0.cause == .before ? 2 : 1) })
    }
  }

  /// Whatever part of the year one asks about, a window is the same window.
  @Test("Windows do not depend on the question", arguments: 0..<100 as Range<UInt64>)
  func sameWindows(seed: UInt64) throws {
    var dice = Seeded(seed &+ 20_000)
    let (rule, periods) = Self.random(&dice)
    let calendar = PaceCalendar(rule, periods: periods)
    let year = calendar.windows(in: try #require(DayRange(Self.start.adding(days: -60), Self.start.adding(days: 500))))
    let range = Self.randomDays(&dice)
    #expect(calendar.windows(in: range) == year.filter { $0.days.overlaps(range) })
  }

  @Test("What is open on some days of the week owes nothing on the others", arguments: 0..<100 as Range<UInt64>)
  func weekdays(seed: UInt64) throws {
    var dice = Seeded(seed &+ 30_000)
    let (rule, periods) = Self.random(&dice)
    let open = Set(Weekday.allCases.filter { _ in dice.next() % 5 < 2 })
    let range = Self.randomDays(&dice)
    let all = PaceCalendar(rule, periods: periods).windows(in: range)
    let some = PaceCalendar(rule.on(open), periods: periods).windows(in: range)
    let expected = all.filter { window in
      (0..<window.days.count).contains { offset in
        // 2026-01-01 was a Thursday.
        let weekday = (Self.start.days(until: window.days.first.adding(days: offset)) % 7 + 7 + 3) % 7
        return open.isEmpty || open.contains(Weekday.allCases[weekday])
      }
    }
    #expect(some == expected, "seed \(seed) \(open.map(\.rawValue))")
    let market = Self.duty(Pace(every: .day, times: 2), weekdays: [.saturday, .sunday])
    let week = try #require(DayRange(Self.start, Self.start.adding(days: 6)))
    #expect(
      PaceCalendar(market, periods: []).windows(in: week).map { $0.days.first.iso } == ["2026-01-03", "2026-01-04"])
  }

  @Test("A lower level's pace holds for a higher one, a higher one's for none below") func levels() throws {
    let rule = Self.duty(
      Pace(every: .month), key: Pace(every: .week), alerts: [.yellow: Pace(every: .day)])
    func causes(_ level: AlertLevel?) -> [OwedWindow.Cause] {
      let period = KeyPeriod(days: DayRange(Self.start.adding(days: 9)), alert: level)
      return PaceCalendar(rule, periods: [period]).stretches().map(\.cause)
    }
    #expect(causes(.blue) == [] && causes(nil) == [.keyPeriod])
    #expect(causes(.yellow) == [.alert(.yellow, nil)] && causes(.red) == [.alert(.red, nil)])
  }

  @Test("A laxer pace asks for nothing") func laxer() {
    let rule = Self.duty(Pace(every: .week, times: 2), key: Pace(every: .month, times: 2))
    let period = KeyPeriod(days: DayRange(Self.start))
    #expect(PaceCalendar(rule, periods: [period]).stretches() == [])
  }
}

extension OwedWindow {
  fileprivate var isAround: Bool {
    switch cause {
    case .before, .after: true
    case .usual, .keyPeriod, .alert: false
    }
  }
}

extension DutyRule {
  fileprivate func on(_ weekdays: Set<Weekday>) -> DutyRule {
    DutyRule(
      code: code, title: title, subjects: subjects, conditions: conditions, checklist: checklist, pace: pace,
      keyPeriodPace: keyPeriodPace, alertPaces: alertPaces, alertKindPaces: alertKindPaces, beforePeriod: beforePeriod,
      afterAlert: afterAlert, weekdays: weekdays, level: level, units: units, source: source, checked: checked,
      validFrom: validFrom, validTo: validTo)
  }
}
