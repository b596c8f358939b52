import Ground
import Registers
import Testing

@Suite("Days as offices write them")
struct WrittenDayTests {
  private static func day(_ text: String) -> WrittenDay { .day(CivilDate(text)!) }

  @Test(
    "A day with its year is that day",
    arguments: [
      "2026-03-12", "2026.3.12", "2026/3/12", "2026年3月12日", "2026年3月12号", "20260312", "２０２６．３．１２", "2026-3-12 00:00:00",
      "2026年 3月 12日", "2026年3月12日前", "2026.03.12之前", "2026。3。12",
    ])
  func whole(text: String) { #expect(WrittenDay(text) == Self.day("2026-03-12")) }

  @Test(
    "Without a year only month and day are known",
    arguments: ["3月12日", "3.12", "3/12", "3-12", "3月12日前完成", "03月12号"])
  func yearless(text: String) { #expect(WrittenDay(text) == .monthDay(month: 3, day: 12)) }

  @Test("Ends of months and years, and parts of months")
  func parts() {
    #expect(WrittenDay("4月底前") == .endOfMonth(year: nil, month: 4))
    #expect(WrittenDay("2026年4月末") == .endOfMonth(year: 2026, month: 4))
    #expect(WrittenDay("4月下旬") == .endOfMonth(year: nil, month: 4))
    #expect(WrittenDay("2026年4月上旬") == Self.day("2026-04-10"))
    #expect(WrittenDay("4月中旬") == .monthDay(month: 4, day: 20))
    #expect(WrittenDay("年底前") == .endOfYear(year: nil))
    #expect(WrittenDay("2026年底") == .endOfYear(year: 2026))
  }

  @Test("Terms and what lasts")
  func terms() {
    #expect(WrittenDay("15日内") == .term(.calendarDays(15)))
    #expect(WrittenDay("收到后5个工作日内") == .term(.workdays(5)))
    #expect(WrittenDay("长期") == .lasting)
  }

  @Test("Day and month in either order are told apart only where one of them cannot be a month")
  func ambiguous() {
    let (march, december) = (CivilDate("2026-12-03")!, CivilDate("2026-03-12")!)
    #expect(WrittenDay("12/3/2026") == .ambiguous(march, december))
    #expect(WrittenDay("25/3/2026") == Self.day("2026-03-25"))
    #expect(WrittenDay("3/25/2026") == Self.day("2026-03-25"))
    #expect(WrittenDay("3/3/2026") == Self.day("2026-03-03"))
  }

  @Test(
    "What is no day is none",
    arguments: [
      "", "尽快", "2026.3", "2026年3月", "13月1日", "2月30日", "2026-02-29", "3月", "12", "3月1日-3月31日", "第一季度", "立即", "99999999",
      "1.2.3.4", "0/0", "日", "月底",
    ])
  func unclear(text: String) { #expect(WrittenDay(text) == .unclear) }

  @Test("A year of two digits is not completed", arguments: ["26.3.12", "26年3月12日", "12/3/26"])
  func short(text: String) { #expect(WrittenDay(text) == .shortYear) }

  @Test("Hostile cells end quickly")
  func hostile() {
    for text in [String(repeating: "1", count: 20_000), String(repeating: "1.", count: 10_000), "９９９９９９９９９９９９９９９９９９９９"]
    {
      #expect(WrittenDay(text) == .unclear)
    }
  }
}
