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
    #expect(try light(due: due, on: today, calendar: calendar()) == expected)
  }

  @Test(
    "No due day is green; open matters have a light, closed and cancelled ones have none", arguments: Phase.allCases)
  func phases(phase: Phase) throws {
    let matter = try #require(Story(upTo: phase).matter)
    let late = Qinghe.start.adding(days: 100)
    #expect(try light(of: matter, on: late, calendar: calendar()) == (phase.isOpen ? .red : nil))
    #expect(try light(due: nil, on: late, calendar: calendar()) == .green)
  }
}
