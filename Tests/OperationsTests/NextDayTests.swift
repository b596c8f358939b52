import Ground
import Meetings
import Testing

/// The day that is proposed for the next meeting.
@Suite struct NextDayTests {
  /// Labour Day 2026: off from 1 to 5 May, 9 May worked.
  private let calendar = try! WorkCalendar(editions: [
    CalendarEdition(
      year: 2026, edition: "2026.1", source: "test",
      off: [DayRun(first: CivilDate("2026-05-01")!, last: CivilDate("2026-05-05")!)],
      workdays: [CivilDate("2026-05-09")!])
  ])

  private func next(_ last: String, _ before: String?, today: String? = nil) -> NextDay {
    NextDay(
      after: CivilDate(last)!, before: before.flatMap { CivilDate($0) }, today: CivilDate(today ?? last)!,
      calendar: calendar)
  }

  @Test func meetsAsOftenAsBefore() {
    // The second Thursday of each month.
    let monthly = next("2026-03-12", "2026-02-12")
    #expect(monthly.day == CivilDate("2026-04-09") && monthly.rule == .monthly(nth: 2))
    #expect(next("2026-03-12", nil).day == CivilDate("2026-04-09"))
    let fortnight = next("2026-03-12", "2026-02-26")
    #expect(fortnight.day == CivilDate("2026-03-26") && fortnight.rule == .weeks(2))
    // A fifth Thursday is the last of a month that has four.
    #expect(next("2026-04-30", "2026-03-26").nominal == CivilDate("2026-05-28"))
  }

  @Test func isMovedOffDaysThatAreNotWorked() {
    let moved = next("2026-04-07", "2026-03-03")
    #expect(moved.nominal == CivilDate("2026-05-05") && moved.kind == .holiday)
    #expect(moved.day == CivilDate("2026-05-06") && moved.isKnown)
    // A Saturday that is worked stays.
    let worked = next("2026-04-25", "2026-04-11")
    #expect(worked.day == CivilDate("2026-05-09") && worked.kind == .makeUpWorkday)
  }

  @Test func isNeverPastAndSaysWhereTheYearIsUnknown() {
    #expect(next("2026-03-12", "2026-02-12", today: "2026-04-10").day == CivilDate("2026-05-14"))
    #expect(next("2026-03-12", "2026-02-12", today: "2026-04-09").day == CivilDate("2026-04-09"))
    #expect(!next("2026-12-10", "2026-11-12").isKnown)
  }
}
