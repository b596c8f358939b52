import Ground
import Matters
import Testing

@Suite("The light")
struct LightTests {
  /// 2026 from February on: Spring Festival off 15–23 February, 14 and 28 February worked.
  private func calendar() throws -> WorkCalendar {
    func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
    let festival = DayRun(first: try day("2026-02-15"), last: try day("2026-02-23"))
    let edition = CalendarEdition(
      year: 2026, edition: "2026.1", source: "测试", off: [festival],
      workdays: [try day("2026-02-14"), try day("2026-02-28")])
    return try WorkCalendar(editions: [edition])
  }

  @Test(
    "Due on Friday 20 March 2026, and over the Spring Festival",
    arguments: [
      ("2026-03-20", "2026-03-16", Light.green), ("2026-03-20", "2026-03-17", .yellow),
      ("2026-03-20", "2026-03-20", .yellow), ("2026-03-20", "2026-03-21", .red),
      // Three workdays left on the 12th: Friday, the make-up Saturday, and the 24th.
      ("2026-02-24", "2026-02-11", .green), ("2026-02-24", "2026-02-12", .yellow),
      // A fixed day within the holidays: 13 and 14 February are left.
      ("2026-02-20", "2026-02-12", .yellow), ("2026-02-20", "2026-02-10", .green),
      ("2026-02-20", "2026-02-11", .yellow),
    ])
  func boundary(due: String, today: String, expected: Light) throws {
    let today = try #require(CivilDate(today))
    let due = try #require(CivilDate(due))
    let rule = LightRule(calendar: try calendar())
    #expect(rule.light(phase: .underway, due: due, on: today) == expected)
    #expect(rule.light(phase: .suspended, due: due, on: today) == (expected == .red ? .red : .grey))
  }

  @Test(
    "How many workdays are near is the district's to say", arguments: [(0, Light.green), (3, .green), (4, .yellow)])
  func threshold(near: Int, expected: Light) throws {
    let rule = LightRule(calendar: try calendar(), nearWorkdays: near)
    let (due, today) = (try #require(CivilDate("2026-03-20")), try #require(CivilDate("2026-03-16")))
    #expect(rule.light(phase: .assigned, due: due, on: today) == expected)
    #expect((due <= rule.lastNearDay(from: today)) == (expected == .yellow))
  }

  @Test(
    "No due day is green; open matters have a light, closed and cancelled ones have none", arguments: Phase.allCases)
  func phases(phase: Phase) throws {
    let matter = try #require(Story(upTo: phase).matter)
    let late = Qinghe.start.adding(days: 100)
    let rule = LightRule(calendar: try calendar())
    #expect(rule.light(of: matter, on: late) == (phase.isOpen ? .red : nil))
    #expect(isOverdue(matter, on: late) == (rule.light(of: matter, on: late) == .red))
    #expect(rule.light(phase: .underway, due: nil, on: late) == .green)
  }
}
