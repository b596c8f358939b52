import Ground
import Testing

@Suite("Windows of a frequency")
struct FrequencyTests {
  /// What days of one window have in common, told apart day by day; written without the code under test.
  private static func key(_ day: CivilDate, _ frequency: Frequency) -> [Int] {
    switch frequency {
    case .day: [day.dayNumber]
    // 1970-01-01 was a Thursday.
    case .week: [(day.dayNumber + 3) / 7]
    case .tenDays: [day.year, day.month, day.day <= 10 ? 0 : day.day <= 20 ? 1 : 2]
    case .month: [day.year, day.month]
    case .quarter: [day.year, (day.month - 1) / 3]
    case .halfYear: [day.year, day.month <= 6 ? 0 : 1]
    case .year: [day.year]
    case .twoYears: [day.year / 2]
    }
  }

  /// Runs of days with the same key over thirty years, the cut first and last left out, against `windows`.
  @Test("Equal runs of days, without gap or overlap, over thirty years", arguments: Frequency.allCases)
  func runs(of frequency: Frequency) throws {
    let range = try #require(DayRange(day("1999-03-17"), day("2029-05-20")))
    var runs: [DayRange] = []
    for number in range.first.dayNumber...range.last.dayNumber {
      let today = CivilDate(dayNumber: number)
      if let last = runs.last, Self.key(last.last, frequency) == Self.key(today, frequency) {
        runs[runs.count - 1] = try #require(DayRange(last.first, today))
      } else {
        runs.append(DayRange(today))
      }
    }
    let windows = frequency.windows(in: range)
    #expect(windows.count == runs.count)
    #expect(Array(windows.dropFirst().dropLast()) == Array(runs.dropFirst().dropLast()))
    for (left, right) in zip(windows, windows.dropFirst()) {
      #expect(left.last.adding(days: 1) == right.first, "\(left) \(right)")
    }
    // The first and the last are whole: the days beside them belong to others, the days at their ends to them.
    for window in [windows[0], windows[windows.count - 1]] {
      #expect(window.overlaps(range))
      #expect(Self.key(window.first, frequency) == Self.key(window.last, frequency))
      #expect(Self.key(window.first.adding(days: -1), frequency) != Self.key(window.first, frequency))
      #expect(Self.key(window.last.adding(days: 1), frequency) != Self.key(window.last, frequency))
    }
  }

  @Test("Every day of a window says the same window", arguments: Frequency.allCases)
  func everyDay(of frequency: Frequency) throws {
    for number in try day("2023-12-20").dayNumber...(try day("2026-01-10").dayNumber) {
      let today = CivilDate(dayNumber: number)
      let window = frequency.window(of: today)
      #expect(window.contains(today))
      #expect(frequency.window(of: window.first) == window && frequency.window(of: window.last) == window)
      #expect(frequency.windows(in: DayRange(today)) == [window])
    }
  }

  @Test(
    "Known windows",
    arguments: [
      (Frequency.day, "2024-02-29", "2024-02-29", "2024-02-29"), (.week, "2026-01-01", "2025-12-29", "2026-01-04"),
      (.tenDays, "2024-02-20", "2024-02-11", "2024-02-20"), (.tenDays, "2024-02-21", "2024-02-21", "2024-02-29"),
      (.tenDays, "2026-01-31", "2026-01-21", "2026-01-31"), (.month, "2026-02-01", "2026-02-01", "2026-02-28"),
      (.quarter, "2026-12-31", "2026-10-01", "2026-12-31"), (.halfYear, "2026-06-30", "2026-01-01", "2026-06-30"),
      (.halfYear, "2026-07-01", "2026-07-01", "2026-12-31"), (.year, "2026-05-05", "2026-01-01", "2026-12-31"),
      (.twoYears, "2026-01-01", "2026-01-01", "2027-12-31"), (.twoYears, "2025-12-31", "2024-01-01", "2025-12-31"),
    ])
  func known(frequency: Frequency, at: String, first: String, last: String) throws {
    #expect(frequency.window(of: try day(at)) == DayRange(try day(first), try day(last)))
  }
}

@Suite("Ranges of days")
struct DayRangeTests {
  @Test("None ends before it begins, and both ends count") func ends() throws {
    #expect(DayRange(try day("2026-03-02"), try day("2026-03-01")) == nil)
    #expect(DayRange(try day("2026-03-02"), try day("2026-03-02")) == DayRange(try day("2026-03-02")))
    #expect(DayRange(try day("2026-03-02")).count == 1)
    #expect(DayRange(try day("2024-02-01"), try day("2024-03-01"))?.count == 30)
  }

  /// Against sets of days, over all pairs of ranges within nine days.
  @Test("Common days and overlap are those of the sets of days") func sets() throws {
    let first = try day("2025-12-28").dayNumber
    let ranges = (0..<9).flatMap { from in
      (from..<9).compactMap { DayRange(CivilDate(dayNumber: first + from), CivilDate(dayNumber: first + $0)) }
    }
    #expect(ranges.count == 45)
    func days(_ range: DayRange) -> Set<Int> { Set(range.first.dayNumber...range.last.dayNumber) }
    for left in ranges {
      #expect(left.count == days(left).count)
      for number in first..<first + 9 {
        #expect(left.contains(CivilDate(dayNumber: number)) == days(left).contains(number))
      }
      for right in ranges {
        let common = days(left).intersection(days(right))
        #expect(left.overlaps(right) == !common.isEmpty)
        #expect((left.common(with: right).map(days) ?? []) == common)
      }
    }
  }
}

@Suite("Key periods and alerts")
struct KeyPeriodTests {
  private let days = DayRange(CivilDate(dayNumber: 20_500))
  private let town = UnitID(trusted: "shiqiao")
  private let village = UnitID(trusted: "qingshi")
  private let other = UnitID(trusted: "liuwan")

  @Test("What names no field and no area concerns all") func all() {
    for field in Field.allCases { #expect(KeyPeriod(days: days).concerns(field, "site", in: [])) }
  }

  @Test("A town's period concerns its villages, and no other town; a field's no other field") func narrowed() {
    let period = KeyPeriod(days: days, alert: .orange, fields: [.gas], areas: [town])
    #expect(period.concerns(.gas, "site", in: [village, town]) && period.concerns(.gas, "site", in: [town]))
    #expect(
      !period.concerns(.gas, "site", in: [other]) && !period.concerns(.fire, "site", in: [town])
        && !period.concerns(.gas, "site", in: []))
    let some = KeyPeriod(days: days, types: ["site"])
    #expect(some.concerns(.gas, "site") && !some.concerns(.gas, "river"))
  }

  @Test("Red is the gravest") func levels() {
    #expect(AlertLevel.allCases.sorted(by: >) == [.red, .orange, .yellow, .blue])
  }
}
