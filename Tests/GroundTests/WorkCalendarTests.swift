import Ground
import Testing

@Suite("The published calendars")
struct WorkCalendarTests {
  @Test("Each year has as many workdays as the notices make it", arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func workdays(year: Int, expected: Int) throws {
    let calendar = try publishedCalendar()
    let first = try day("\(year)-01-01")
    let days = (0..<366).map { first.adding(days: $0) }.filter { $0.year == year }
    #expect(days.filter { calendar.isWorkday($0) == true }.count == expected)
    #expect(days.allSatisfy { calendar.isWorkday($0) != nil })
    #expect(calendar.edition(of: year) == "\(year).1")
  }

  @Test(
    "Both sides of each boundary",
    arguments: [
      ("2024-02-09", DayKind.workday), ("2024-02-10", .holiday), ("2024-02-17", .holiday),
      ("2024-02-18", .makeUpWorkday), ("2024-02-04", .makeUpWorkday), ("2024-02-03", .weekend),
      ("2025-01-25", .weekend), ("2025-01-26", .makeUpWorkday), ("2025-01-27", .workday), ("2025-01-28", .holiday),
      ("2025-02-04", .holiday), ("2025-02-05", .workday), ("2025-10-08", .holiday), ("2025-10-09", .workday),
      ("2025-12-31", .workday), ("2026-01-01", .holiday), ("2026-01-04", .makeUpWorkday), ("2026-02-23", .holiday),
      ("2026-02-24", .workday), ("2026-10-10", .makeUpWorkday), ("2026-10-11", .weekend),
    ])
  func boundary(text: String, kind: DayKind) throws {
    #expect(try publishedCalendar().kind(of: try day(text)) == kind)
  }

  @Test("A year without a list is unknown, and counts Monday to Friday")
  func unknownYear() throws {
    let calendar = try publishedCalendar()
    let friday = try day("2027-01-01")
    #expect(calendar.isWorkday(friday) == nil)
    #expect(calendar.edition(of: 2027) == nil)
    #expect(calendar.assumedKind(of: friday) == .workday)
    #expect(calendar.assumedKind(of: friday.adding(days: 1)) == .weekend)
    #expect(try calendar.isWorkday(day("2026-12-31")) == true)
    #expect(try calendar.isWorkday(day("2023-12-31")) == nil)
  }

  @Test("No workdays added is the day itself; the next workday is found from both sides")
  func adding() throws {
    let calendar = try publishedCalendar()
    let saturday = try day("2026-03-07")
    #expect(calendar.adding(workdays: 0, to: saturday) == saturday)
    #expect(try calendar.adding(workdays: 1, to: saturday) == day("2026-03-09"))
    #expect(try calendar.nextWorkday(onOrAfter: day("2026-03-06")) == day("2026-03-06"))
    #expect(try calendar.nextWorkday(onOrAfter: saturday) == day("2026-03-09"))
  }
}
