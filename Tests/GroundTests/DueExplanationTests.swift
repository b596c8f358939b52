import Ground
import Testing

@Suite("How a due day was computed")
struct DueExplanationTests {
  private func lines(_ rule: DueRule, from start: String) throws -> [String] {
    let clock = DueClock(calendar: try publishedCalendar())
    let due = try clock.due(rule, from: day(start), source: "s")
    return clock.explain(due).map { "\($0.day.iso) \($0.counted ? "+" : "-") \($0.why.rawValue)" }
  }

  @Test("Workdays over the Spring Festival")
  func workdays() throws {
    let lines = try lines(.workdays(2), from: "2026-02-13")
    #expect(lines.first == "2026-02-13 - first_day")
    #expect(lines[1] == "2026-02-14 + make_up_workday")
    #expect(lines[2...10].allSatisfy { $0.hasSuffix("- holiday") })
    #expect(lines.last == "2026-02-24 + workday")
    #expect(lines.count == 12)
  }

  @Test("Calendar days that roll")
  func rolled() throws {
    #expect(
      try lines(.calendarDays(2), from: "2026-03-05") == [
        "2026-03-05 - first_day", "2026-03-06 + workday", "2026-03-07 + weekend", "2026-03-08 - weekend",
        "2026-03-09 - rolled",
      ])
  }

  @Test("A fixed day") func fixed() throws {
    #expect(try lines(.on(day("2026-03-08")), from: "2026-03-05") == ["2026-03-08 - fixed"])
  }

  @Test("A calendar revised later changes no counted day")
  func frozen() throws {
    let start = try day("2026-03-05")
    let due = try DueClock(calendar: publishedCalendar()).due(.workdays(2), from: start, source: "s")
    let off = DayRun(first: try day("2026-03-06"), last: try day("2026-03-06"))
    let revised = try WorkCalendar(editions: [
      CalendarEdition(year: 2026, edition: "2026.2", source: "x", off: [off], workdays: [])
    ])
    let line = DueClock(calendar: revised).explain(due)[1]
    #expect(line == DayLine(day: off.first, counted: true, why: .holiday))
  }

  @Test("As many days are counted as the term has, for 300 random terms")
  func property() throws {
    let seed = UInt64.random(in: 1...UInt64.max)
    var random = Seeded(seed: seed)
    let clock = DueClock(calendar: try publishedCalendar())
    for _ in 0..<300 {
      let start = try day("2024-01-01").adding(days: Int.random(in: 0..<1500, using: &random))
      let length = Int.random(in: 1...90, using: &random)
      let rule: DueRule = Bool.random(using: &random) ? .workdays(length) : .calendarDays(length)
      let due = try clock.due(rule, from: start, source: "s")
      let lines = clock.explain(due)
      #expect(lines.filter(\.counted).count == length, "seed \(seed): \(start.iso) \(rule)")
      #expect(lines.last?.day == due.day && clock.calendar.assumedKind(of: due.day).isWorked, "seed \(seed)")
      #expect(due.nominal <= due.day && due.start < due.nominal, "seed \(seed)")
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
