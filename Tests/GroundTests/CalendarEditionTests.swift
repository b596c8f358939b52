import Ground
import Testing
import Yams

@Suite("A calendar that contradicts itself is refused")
struct CalendarEditionTests {
  private func edition(
    _ year: Int = 2026, code: String = "2026.1", off: [(String, String)] = [], workdays: [String] = []
  ) throws -> CalendarEdition {
    CalendarEdition(
      year: year, edition: code, source: "测试",
      off: try off.map { DayRun(first: try day($0.0), last: try day($0.1)) }, workdays: try workdays.map(day))
  }

  private func codes(_ editions: [CalendarEdition]) -> [ProblemCode] {
    do throws(Refusal) {
      _ = try WorkCalendar(editions: editions)
      return []
    } catch {
      return error.problems.map(\.code)
    }
  }

  @Test("Two editions of one year") func repeated() throws {
    #expect(codes([try edition(), try edition(code: "2026.2")]) == [.calendarYearRepeated])
    #expect(codes([try edition(), try edition(2027, code: "2027.1")]) == [])
  }

  @Test("Overlapping runs, touching runs") func overlap() throws {
    #expect(
      codes([try edition(off: [("2026-05-01", "2026-05-03"), ("2026-05-03", "2026-05-05")])]) == [.calendarDayRepeated])
    #expect(codes([try edition(off: [("2026-05-01", "2026-05-03"), ("2026-05-04", "2026-05-05")])]) == [])
  }

  @Test("A day both off and worked") func both() throws {
    #expect(
      codes([try edition(off: [("2026-05-01", "2026-05-03")], workdays: ["2026-05-03"])]) == [.calendarDayOffAndWorked])
    #expect(codes([try edition(off: [("2026-05-01", "2026-05-02")], workdays: ["2026-05-03"])]) == [])
  }

  @Test("A make-up workday from Monday to Friday, or twice") func makeUp() throws {
    #expect(codes([try edition(workdays: ["2026-05-08"])]) == [.calendarMakeUpOnWeekday])
    #expect(codes([try edition(workdays: ["2026-05-09"])]) == [])
    #expect(codes([try edition(workdays: ["2026-05-09", "2026-05-09"])]) == [.calendarDayRepeated])
  }

  @Test("A run backwards or into the next year") func runs() throws {
    #expect(codes([try edition(off: [("2026-05-03", "2026-05-01")])]) == [.calendarRun])
    #expect(codes([try edition(off: [("2026-12-31", "2027-01-01")])]) == [.calendarRun])
    #expect(codes([try edition(workdays: ["2027-05-08"])]) == [.calendarRun])
  }

  @Test("The edition code fits the year", arguments: ["2025.1", "2026", "2026.", "2026.0", "2026.1.1", ""])
  func code(text: String) throws { #expect(codes([try edition(code: text)]) == [.calendarEditionCode]) }

  @Test("All contradictions are named at once") func all() throws {
    let twice = try edition(code: "x", workdays: ["2026-05-08"])
    #expect(Set(codes([twice, twice])) == [.calendarYearRepeated, .calendarEditionCode, .calendarMakeUpOnWeekday])
  }

  @Test(
    "A file with a day that is none is not read",
    arguments: [
      "[[\"02-30\", \"03-01\"]]", "[[\"02-01\"]]", "[[\"2-1\", \"02-02\"]]", "[[\"02-01\", \"02-02\", \"02-03\"]]",
    ])
  func badFile(off: String) {
    let text = "year: 2026\nedition: \"2026.1\"\nsource: x\noff: \(off)\nworkdays: []\n"
    #expect(throws: DecodingError.self) { try YAMLDecoder().decode(CalendarEdition.self, from: text) }
  }

  @Test("An edition survives being written and read") func roundTrip() throws {
    let written = try edition(off: [("2026-05-01", "2026-05-05")], workdays: ["2026-05-09"])
    let text = try YAMLEncoder().encode(written)
    #expect(try YAMLDecoder().decode(CalendarEdition.self, from: text) == written)
  }
}
