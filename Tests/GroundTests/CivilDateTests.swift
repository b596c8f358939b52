import Ground
import Testing

@Suite("Days and instants")
struct CivilDateTests {
  @Test(
    "Only days of the calendar are read",
    arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026/01/01", "2026-1-01", "2026-01-01 ", ""])
  func refused(text: String) { #expect(CivilDate(text) == nil) }

  @Test("Every day of 400 years has its own number, in order")
  func numbers() throws {
    var last = try day("1900-01-01")
    for number in last.dayNumber + 1...(try day("2299-12-31").dayNumber) {
      let next = CivilDate(dayNumber: number)
      guard next.dayNumber == number, next > last, next.weekday == last.weekday % 7 + 1 else {
        Issue.record("\(next.iso)")
        return
      }
      last = next
    }
    #expect(last.iso == "2299-12-31")
    #expect(try day("2024-02-29").weekday == 4)
  }

  @Test("The day in Beijing begins at 16:00 UTC")
  func beijing() throws {
    let midnight = Instant(try day("2026-03-02"))
    #expect(midnight.civilDate.iso == "2026-03-02")
    #expect(midnight.adding(milliseconds: -1).civilDate.iso == "2026-03-01")
    #expect(midnight.adding(milliseconds: -1).minuteOfDay == 1439)
    #expect(Instant(milliseconds: -1).civilDate.iso == "1970-01-01")
  }
}
