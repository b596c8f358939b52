import Ground
import Testing

@Suite("One clock for every kind of term")
struct DueEngineTests {
  private func clock(_ opening: WorkHours = .usual) throws -> DueClock {
    DueClock(calendar: try publishedCalendar(), opening: opening)
  }

  private func run(_ first: String, _ last: String) throws -> DayRun {
    DayRun(first: try day(first), last: try day(last))
  }

  private func moment(_ day: String, _ clock: String) throws -> Instant {
    Instant(try GroundTests.day(day), minutes: try #require(WorkHours.minute(clock)))
  }

  private func codes(_ body: () throws(Refusal) -> DueDate) -> [ProblemCode] {
    do throws(Refusal) {
      _ = try body()
      return []
    } catch { return error.problems.map(\.code) }
  }

  @Test(
    "A pause moves the day by the days that did not count, whatever the rule",
    arguments: [
      // 5 workdays from Monday 2 March are Monday 9; paused from Wednesday to Friday, three workdays later.
      (DueRule.workdays(5), "2026-03-02", "2026-03-04", "2026-03-06", "2026-03-12"),
      // Paused over a weekend only: nothing that would have counted is lost.
      (.workdays(5), "2026-03-02", "2026-03-07", "2026-03-08", "2026-03-09"),
      (.calendarDays(10), "2026-03-02", "2026-03-04", "2026-03-06", "2026-03-16"),
      // A pause before the start and one after the end move nothing.
      (.calendarDays(10), "2026-03-02", "2026-02-20", "2026-03-02", "2026-03-12"),
      (.calendarDays(10), "2026-03-02", "2026-03-13", "2026-03-20", "2026-03-12"),
      // On the last day itself: 10 days would end on Thursday 12, which is paused.
      (.calendarDays(10), "2026-03-02", "2026-03-12", "2026-03-12", "2026-03-13"),
      (.on(CivilDate("2026-03-13")!), "2026-03-02", "2026-03-04", "2026-03-05", "2026-03-16"),
      (.endOfMonth(monthsLater: 0), "2026-03-02", "2026-03-30", "2026-03-31", "2026-04-02"),
      (.before(CivilDate("2026-10-01")!), "2026-09-01", "2026-09-10", "2026-09-20", "2026-09-30"),
    ])
  func pauses(_ rule: DueRule, start: String, first: String, last: String, expected: String) throws {
    let due = try clock().due(rule, from: day(start), pauses: [run(first, last)], source: "s")
    #expect(due.day.iso == expected)
    #expect(
      due.counted.allSatisfy { counted in
        !due.pauses.contains { $0.contains(counted.first) || $0.contains(counted.last) }
      })
  }

  @Test("Pauses may overlap and come in any order") func joined() throws {
    let pauses = [
      try run("2026-03-10", "2026-03-12"), try run("2026-03-04", "2026-03-06"), try run("2026-03-05", "2026-03-09"),
    ]
    let due = try clock().due(.calendarDays(5), from: day("2026-03-02"), pauses: pauses, source: "s")
    #expect(due.pauses == [try run("2026-03-04", "2026-03-12")])
    // Only the third counts before; then Friday 13 to Monday 16.
    #expect(due.day.iso == "2026-03-16")
  }

  @Test("A pause that begins where the term would roll to carries it past the pause") func pausedRoll() throws {
    // Ten days from 26 February end on Sunday 8 March and roll to Monday 9; the pause begins on the Sunday.
    let due = try clock().due(
      .calendarDays(10), from: day("2026-02-26"), pauses: [run("2026-03-08", "2026-03-10")], source: "s")
    #expect((due.nominal.iso, due.day.iso) == ("2026-03-11", "2026-03-11"))
  }

  @Test(
    "Hours in the office: both sides of each boundary",
    arguments: [
      // Monday; lunch is from 12:00 to 13:00, the day ends at 17:30.
      (4, "2026-03-02", "08:30", "2026-03-02", "13:30"), (3, "2026-03-02", "08:30", "2026-03-02", "11:30"),
      (1, "2026-03-02", "11:00", "2026-03-02", "12:00"), (1, "2026-03-02", "11:01", "2026-03-02", "13:01"),
      (1, "2026-03-02", "12:00", "2026-03-02", "14:00"), (8, "2026-03-02", "08:30", "2026-03-02", "17:30"),
      (1, "2026-03-02", "17:30", "2026-03-03", "09:30"), (1, "2026-03-02", "23:59", "2026-03-03", "09:30"),
      (1, "2026-03-02", "00:00", "2026-03-02", "09:30"),
      // Friday evening to Monday, and over the Spring Festival with its make-up Saturdays on both sides.
      (2, "2026-03-06", "16:30", "2026-03-09", "09:30"), (9, "2026-02-13", "16:30", "2026-02-14", "17:30"),
      (10, "2026-02-13", "16:30", "2026-02-24", "09:30"),
    ])
  func workHours(_ hours: Int, start: String, from: String, expected: String, until: String) throws {
    let began = try moment(start, from)
    let due = try clock().due(.workHours(hours), from: day(start), at: began, source: "s")
    #expect(due.day.iso == expected)
    #expect(due.hours?.to == (try moment(expected, until)))
    let minutes = clockMinutes(due, try clock())
    #expect(minutes == hours * 60)
  }

  private func clockMinutes(_ due: DueDate, _ clock: DueClock) -> Int {
    clock.explain(due).reduce(0) { $0 + ($1.minutes ?? 0) }
  }

  @Test("Hours on the clock run through night and holiday; a begun minute is not counted")
  func hours() throws {
    let start = try moment("2026-02-13", "17:00").adding(milliseconds: 1)
    let due = try clock().due(.hours(48), from: day("2026-02-13"), at: start, source: "s")
    #expect(due.hours?.to == (try moment("2026-02-15", "17:01")))
    #expect(due.calendar.isEmpty)
    #expect(clockMinutes(due, try clock()) == 48 * 60)
    let paused = try clock().due(
      .hours(48), from: day("2026-02-13"), at: start, pauses: [run("2026-02-14", "2026-02-14")], source: "s")
    #expect(paused.hours?.to == (try moment("2026-02-16", "17:01")))
  }

  @Test("Hours need a moment, and one of the start day") func needsMoment() throws {
    let (clock, start) = (try clock(), try day("2026-03-02"))
    let other = try moment("2026-03-03", "09:00")
    #expect(codes { () throws(Refusal) in try clock.due(.hours(4), from: start, source: "s") } == [.dueNeedsMoment])
    #expect(
      codes { () throws(Refusal) in try clock.due(.workHours(4), from: start, at: other, source: "s") } == [
        .dueNeedsMoment
      ])
    #expect(
      codes { () throws(Refusal) in try clock.due(.workHours(0), from: start, at: other, source: "s") } == [
        .dueTermLength
      ])
  }

  @Test(
    "Before a key period: the last workday before it, never after",
    arguments: [
      ("2026-10-01", "2026-09-30", "2026-09-30"), ("2026-02-15", "2026-02-14", "2026-02-14"),
      ("2026-02-18", "2026-02-17", "2026-02-14"), ("2026-03-09", "2026-03-08", "2026-03-06"),
    ])
  func before(period: String, nominal: String, expected: String) throws {
    let due = try clock().due(.before(day(period)), from: day("2026-02-02"), source: "s")
    #expect((due.nominal.iso, due.day.iso) == (nominal, expected))
    #expect(try clock().explain(due).last?.day == day(nominal))
  }

  @Test("A period that begins on the start day or before cannot be met; a day off before it goes back to the start")
  func beforeStart() throws {
    let (clock, start) = (try clock(), try day("2026-03-07"))
    #expect(
      codes { () throws(Refusal) in try clock.due(.before(start), from: start, source: "s") } == [.dueBeforeStart])
    #expect(try clock.due(.before(day("2026-03-08")), from: start, source: "s").day == start)
  }

  @Test("The roll can be chosen; the nominal day stays") func roll() throws {
    let start = try day("2026-03-02")
    let days = try [RollRule.forward, .stay, .back].map {
      try clock().due(.calendarDays(5), from: start, roll: $0, source: "s")
    }
    #expect(days.map(\.day.iso) == ["2026-03-09", "2026-03-07", "2026-03-06"])
    #expect(days.allSatisfy { $0.nominal.iso == "2026-03-07" })
  }

  @Test("Counted again by a calendar that was published later, with the pauses it had")
  func again() throws {
    let due = try clock().due(
      .workdays(3), from: day("2026-12-30"), pauses: [run("2026-12-31", "2026-12-31")], source: "s")
    #expect((due.day.iso, due.unknownYears) == ("2027-01-05", [2027]))
    let published = try WorkCalendar(editions: [
      CalendarEdition(
        year: 2027, edition: "2027.1", source: "s",
        off: [run("2027-01-01", "2027-01-03"), run("2027-01-04", "2027-01-04")],
        workdays: [])
    ])
    let again = try DueClock(calendar: published).again(due, pauses: due.pauses)
    #expect((again.day.iso, again.unknownYears) == ("2027-01-07", [2026]))
    #expect(again.pauses == due.pauses && again.rule == due.rule && again.source == due.source)
  }

  @Test("Every day from start to end is told, each once, and the paused ones say so") func explained() throws {
    let due = try clock().due(
      .workdays(3), from: day("2026-03-04"), pauses: [run("2026-03-05", "2026-03-05")], source: "s")
    #expect(
      try clock().explain(due).map { "\($0.day.iso) \($0.counted ? "+" : "-") \($0.why.rawValue)" } == [
        "2026-03-04 - first_day", "2026-03-05 - paused", "2026-03-06 + workday", "2026-03-07 - weekend",
        "2026-03-08 - weekend", "2026-03-09 + workday", "2026-03-10 + workday",
      ])
  }

  @Test(
    "Against counting one day after the other, over random rules, starts and pauses",
    arguments: 0..<20)
  func bruteForce(seed: Int) throws {
    var random = SplitMix(UInt64(seed))
    let (clock, calendar) = (try clock(), try publishedCalendar())
    for _ in 0..<200 {
      let start = try day("2024-01-02").adding(days: random.below(900))
      let pauses = (0..<random.below(4)).map { _ -> DayRun in
        let first = start.adding(days: random.below(60) - 10)
        return DayRun(first: first, last: first.adding(days: random.below(9)))
      }
      let count = 1 + random.below(40)
      func isPaused(_ day: CivilDate) -> Bool { day > start && pauses.contains { $0.contains(day) } }
      func nth(_ counts: (CivilDate) -> Bool) -> CivilDate {
        var (day, left) = (start, count)
        while left > 0 {
          day = day.adding(days: 1)
          if counts(day) && !isPaused(day) { left -= 1 }
        }
        return day
      }
      let byWork = try clock.due(.workdays(count), from: start, pauses: pauses, source: "s")
      #expect(byWork.day == nth { calendar.assumedKind(of: $0).isWorked }, "seed \(seed)")
      let byDay = try clock.due(.calendarDays(count), from: start, pauses: pauses, source: "s")
      #expect(byDay.nominal == nth { _ in true }, "seed \(seed)")
      #expect(byDay.day >= byDay.nominal && calendar.assumedKind(of: byDay.day).isWorked)
      let lines = clock.explain(byWork)
      #expect(lines.count == start.days(until: byWork.day) + 1 && lines.count { $0.counted } == count)
    }
  }
}

/// A small seeded source, so that a failure can be run again.
private struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}

@Suite("Terms and opening hours as people write them")
struct DueRuleTextTests {
  @Test(
    arguments: [
      ("5 workdays", DueRule.workdays(5)), ("5个工作日", .workdays(5)), ("1 working day", .workdays(1)),
      ("15 days", .calendarDays(15)), ("15日", .calendarDays(15)), ("48 hours", .hours(48)), ("48小时", .hours(48)),
      ("4 work-hours", .workHours(4)), ("4个工作时", .workHours(4)), ("end of month", .endOfMonth(monthsLater: 0)),
      ("月底", .endOfMonth(monthsLater: 0)), ("end of month + 2", .endOfMonth(monthsLater: 2)),
      ("12 months", .months(12)), ("6个月", .months(6)), ("1 month", .months(1)),
      ("2026-03-31", .on(CivilDate("2026-03-31")!)), ("before 2026-10-01", .before(CivilDate("2026-10-01")!)),
      ("2026-10-01前", .before(CivilDate("2026-10-01")!)),
    ])
  func read(_ text: String, _ rule: DueRule) throws {
    #expect(try DueRule(text: text) == rule)
    #expect(try DueRule(text: rule.text) == rule)
  }

  @Test(arguments: ["", "five days", "5", "days", "-3 days", "3 fortnights", "99999999999999999999 days", "2026-02-30"])
  func refused(_ text: String) {
    #expect { try DueRule(text: text) } throws: { ($0 as? Refusal)?.problems.map(\.code) == [.dueTermUnread] }
  }

  @Test(arguments: [
    ("8:30-12:00 13:00-17:30", "08:30-12:00 13:00-17:30"), ("09:00至24:00", "09:00-24:00"),
    ("8:30—11:30、14:00—17:30", "08:30-11:30 14:00-17:30"),
  ])
  func hours(_ text: String, _ plain: String) throws { #expect(try WorkHours(text: text).text == plain) }

  @Test(arguments: [
    "", "8-12", "12:00-08:00", "08:00-12:00 11:00-13:00", "08:00-12:00 12:00-13:00", "08:00-25:00",
    "1:00-2:00 3:00-4:00 5:00-6:00 7:00-8:00 9:00-10:00",
  ])
  func unsound(_ text: String) {
    #expect { try WorkHours(text: text) } throws: { ($0 as? Refusal)?.problems.map(\.code) == [.workHoursUnsound] }
  }
}

@Suite("A roll and a pause")
struct RollAndPauseTests {
  private func run(_ first: String, _ last: String) throws -> DayRun {
    DayRun(first: try day(first), last: try day(last))
  }

  @Test("A pause on the day that a term rolled to carries it past the pause") func rolledInto() throws {
    let clock = DueClock(calendar: try publishedCalendar())
    let due = try clock.due(
      .calendarDays(5), from: day("2026-03-02"), pauses: [run("2026-03-09", "2026-03-20")], source: "s")
    #expect((due.nominal.iso, due.day.iso) == ("2026-03-07", "2026-03-23"))
    let same = try clock.due(
      .on(day("2026-03-03")), from: day("2026-03-03"), pauses: [run("2026-03-03", "2026-03-05")], source: "s")
    #expect(same.day.iso == "2026-03-06")
  }

  @Test("A roll backwards goes over no pause") func rolledBack() throws {
    let clock = DueClock(calendar: try publishedCalendar())
    let due = try clock.due(
      .calendarDays(5), from: day("2026-03-02"), pauses: [run("2026-03-05", "2026-03-06")], roll: .back, source: "s")
    // The third, the fourth, the seventh, eighth and ninth count; without the pause it would be Friday the sixth.
    #expect((due.nominal.iso, due.day.iso) == ("2026-03-09", "2026-03-09"))
    let weekend = try clock.due(
      .calendarDays(3), from: day("2026-03-02"), pauses: [run("2026-03-05", "2026-03-06")], roll: .back, source: "s")
    #expect((weekend.nominal.iso, weekend.day.iso) == ("2026-03-07", "2026-03-09"))
  }

  @Test("Midnight ends its day, and a moment with seconds stays on its own") func edges() throws {
    let clock = DueClock(calendar: try publishedCalendar())
    let start = try day("2026-02-13")
    let due = try clock.due(.hours(24), from: start, at: Instant(start), source: "s")
    #expect((due.day, due.hours?.clock(on: due.day)) == (start, "24:00"))
    let late = try clock.due(
      .hours(1), from: start, at: Instant(start, minutes: 1439).adding(milliseconds: 30_000), source: "s")
    #expect(late.hours?.clock(on: late.day) == "01:00")
    #expect(try clock.again(late, pauses: []) == late)
  }
}
