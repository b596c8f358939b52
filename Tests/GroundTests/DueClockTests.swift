import Ground
import Testing

@Suite("Terms are counted")
struct DueClockTests {
  private func clock() throws -> DueClock { DueClock(calendar: try publishedCalendar()) }

  private func refusal(_ rule: DueRule, from start: String = "2026-03-02") throws -> [ProblemCode] {
    let (clock, start) = (try clock(), try day(start))
    do throws(Refusal) {
      _ = try clock.due(rule, from: start, source: "directive.default")
      return []
    } catch {
      return error.problems.map(\.code)
    }
  }

  @Test(
    "Workdays, over the Spring Festival, National Day and May Day",
    arguments: [
      (5, "2026-02-13", "2026-02-27"), (10, "2025-09-26", "2025-10-16"), (3, "2024-04-30", "2024-05-08"),
      // One workday before a holiday, the make-up Saturday itself, and the Monday after it.
      (1, "2026-02-13", "2026-02-14"), (2, "2026-02-13", "2026-02-24"), (6, "2026-02-13", "2026-02-28"),
      (7, "2026-02-13", "2026-03-02"), (1, "2025-12-31", "2026-01-04"),
    ])
  func workdays(count: Int, start: String, expected: String) throws {
    let due = try clock().due(.workdays(count), from: day(start), source: "directive.default")
    #expect(due.day.iso == expected)
    #expect(due.nominal == due.day)
    let counted = due.counted.reduce(0) { $0 + $1.first.days(until: $1.last) + 1 }
    #expect(counted == count)
    #expect(try due.counted.allSatisfy { try $0.first > day(start) })
  }

  @Test(
    "Calendar days, both the nominal and the rolled day",
    arguments: [
      (15, "2026-02-03", "2026-02-18", "2026-02-24"), (60, "2025-12-17", "2026-02-15", "2026-02-24"),
      // Friday, Saturday, Sunday, Monday.
      (4, "2026-03-02", "2026-03-06", "2026-03-06"), (5, "2026-03-02", "2026-03-07", "2026-03-09"),
      (6, "2026-03-02", "2026-03-08", "2026-03-09"), (7, "2026-03-02", "2026-03-09", "2026-03-09"),
      // The make-up Saturday is a workday: no roll.
      (1, "2026-05-08", "2026-05-09", "2026-05-09"), (2, "2026-05-08", "2026-05-10", "2026-05-11"),
    ])
  func calendarDays(count: Int, start: String, nominal: String, rolled: String) throws {
    let due = try clock().due(.calendarDays(count), from: day(start), source: "s", article: "civil.203")
    #expect((due.nominal.iso, due.day.iso) == (nominal, rolled))
    #expect(try due.counted == [DayRun(first: day(start).adding(days: 1), last: day(nominal))])
    #expect(due.article == "civil.203")
  }

  @Test(
    "Months end on the day of that number, or the month's last (Civil Code art. 202)",
    arguments: [
      (1, "2026-01-31", "2026-02-28", "2026-02-28"), (12, "2024-02-29", "2025-02-28", "2025-02-28"),
      (2, "2026-01-31", "2026-03-31", "2026-03-31"), (1, "2025-12-31", "2026-01-31", "2026-02-02"),
      (3, "2025-12-15", "2026-03-15", "2026-03-16"), (12, "2025-03-02", "2026-03-02", "2026-03-02"),
    ])
  func months(count: Int, start: String, nominal: String, rolled: String) throws {
    let due = try clock().due(.months(count), from: day(start), source: "s")
    #expect((due.nominal.iso, due.day.iso) == (nominal, rolled))
    #expect(try due.counted == [DayRun(first: day(start).adding(days: 1), last: day(nominal))])
    // Two days on which the clock stood still push the end back by two.
    let pause = DayRun(first: try day(start).adding(days: 3), last: try day(start).adding(days: 4))
    let paused = try clock().due(.months(count), from: day(start), pauses: [pause], source: "s")
    #expect(try paused.nominal == day(nominal).adding(days: 2))
  }

  @Test("No term of months is empty or longer than ten years")
  func monthLimits() throws {
    #expect(try refusal(.months(0)) == [.dueTermLength] && refusal(.months(121)) == [.dueTermLength])
    #expect(try refusal(.months(1)) == [] && refusal(.months(120)) == [])
  }

  @Test("A term over the turn of the year names both calendars it read")
  func editions() throws {
    let due = try clock().due(.workdays(3), from: day("2025-12-30"), source: "s")
    #expect(due.day.iso == "2026-01-05")
    #expect(due.calendar == ["2025.1", "2026.1"])
    #expect(try due.counted.map(\.first) == [day("2025-12-31"), day("2026-01-04")])
    #expect(try due.counted.map(\.last) == [day("2025-12-31"), day("2026-01-05")])
  }

  @Test("A stated day is fixed, also on a Sunday, and asks no calendar")
  func stated() throws {
    let due = try clock().due(.on(day("2027-02-28")), from: day("2026-03-02"), source: "stated")
    #expect((due.day.iso, due.nominal.iso) == ("2027-02-28", "2027-02-28"))
    #expect(due.counted.isEmpty && due.calendar.isEmpty && due.unknownYears.isEmpty)
  }

  @Test(
    "The end of the month",
    arguments: [(0, "2026-03-31", "2026-03-31"), (2, "2026-05-31", "2026-06-01"), (11, "2027-02-28", "2027-03-01")])
  func endOfMonth(months: Int, nominal: String, rolled: String) throws {
    let due = try clock().due(.endOfMonth(monthsLater: months), from: day("2026-03-02"), source: "s")
    #expect((due.nominal.iso, due.day.iso) == (nominal, rolled))
    #expect(due.counted.count == 1)
  }

  @Test("On the last day of the month its end is that day, and nothing is counted")
  func lastDay() throws {
    let due = try clock().due(.endOfMonth(monthsLater: 0), from: day("2026-03-31"), source: "s")
    #expect(due.day.iso == "2026-03-31" && due.counted.isEmpty)
  }

  @Test("An unknown year is counted Monday to Friday and warned of")
  func unknownYear() throws {
    let due = try clock().due(.workdays(2), from: day("2026-12-31"), source: "s")
    #expect(due.day.iso == "2027-01-04")
    #expect((due.unknownYears, due.calendar) == ([2027], []))
    let known = try clock().due(.workdays(2), from: day("2026-12-29"), source: "s")
    #expect((known.unknownYears, known.calendar) == ([], ["2026.1"]))
    let rolled = try clock().due(.calendarDays(2), from: day("2026-12-31"), source: "s")
    #expect((rolled.nominal.iso, rolled.day.iso, rolled.unknownYears) == ("2027-01-02", "2027-01-04", [2027]))
  }

  @Test("Nonsense is refused, and just inside it is not")
  func limits() throws {
    for length in [Int.min, -1, 0, 3651, Int.max] {
      #expect(try refusal(.workdays(length)) == [.dueTermLength])
      #expect(try refusal(.calendarDays(length)) == [.dueTermLength])
    }
    for length in [1, 3650] {
      #expect(try refusal(.workdays(length)) == [])
      #expect(try refusal(.calendarDays(length)) == [])
    }
    #expect(try refusal(.endOfMonth(monthsLater: -1)) == [.dueTermLength])
    #expect(try refusal(.endOfMonth(monthsLater: 121)) == [.dueTermLength])
    #expect(try refusal(.endOfMonth(monthsLater: 120)) == [])
    #expect(try refusal(.on(day("2026-03-01"))) == [.dueBeforeStart])
    #expect(try refusal(.on(day("2026-03-02"))) == [])
    #expect(try refusal(.calendarDays(30), from: "9999-12-20") == [.dueTooLate])
  }
}
