import Duties
import Foundation
import Ground
import Packs
import Storage
import Subjects
import TestDatabases

/// A year's plan for a hundred thousand subjects.
enum PlanBench {
  private static let subjects = 100_000
  private static let towns = 20

  /// Twenty duties from daily to every second year, closer in two key periods and an alert of some towns; a tenth of the
  /// subjects stood still for a while. Counts every window that a subject owes.
  static func run(into table: inout BenchTable) async throws {
    guard let first = CivilDate("2026-01-01"), let year = DayRange(first, first.adding(days: 364)) else { return }
    let spans = (0..<subjects).map { number -> [Subject.Span] in
      let start = first.adding(days: number % 7 == 0 ? number % 300 : -400)
      guard number % 10 == 0 else { return [Subject.Span(first: start)] }
      return [
        Subject.Span(first: start, last: start.adding(days: 59 + number % 40)),
        Subject.Span(first: start.adding(days: 120 + number % 60)),
      ]
    }
    resetPeak()
    let before = memory("VmRSS")
    let (owed, time) = await seconds {
      let calendars = duties.map { duty in
        (0..<towns).map { PaceCalendar(duty, periods: periods(of: $0, from: first)).windows(in: year) }
      }
      return spans.indices.reduce(0) { sum, number in
        calendars.reduce(sum) { sum, towns in
          sum + towns[number % PlanBench.towns].count { $0.isOwed(by: spans[number]) }
        }
      }
    }
    let peak = memory("VmHWM")
    let plain = try await plain(spans, from: first, in: year)
    table.add(
      "plan of a year", data: "\(subjects) subjects × \(duties.count) duties, \(owed) owed windows",
      figure: "\(fixed(time)) s", most: (time, 5),
      beside: "\(fixed(time / plain, 2)) × plain SQL that counts them (\(fixed(plain, 1)) s, a town's times \(towns))")
    table.add(
      "memory of a plan", data: "\(subjects) subjects × \(duties.count) duties", figure: "\(whole(peak)) MB",
      target: "≤ 300 MB", beside: "peak of the process; \(whole(before)) MB before")
  }

  /// What counting the same windows by plain SQL takes: of one town, which must come to the same number, times the towns.
  private static func plain(_ spans: [[Subject.Span]], from first: CivilDate, in year: DayRange) async throws -> Double
  {
    let town = 0
    let windows = duties.flatMap { PaceCalendar($0, periods: periods(of: town, from: first)).windows(in: year) }
    let own = spans.indices.filter { $0 % towns == town }
    let owed = own.reduce(0) { sum, number in sum + windows.count { $0.isOwed(by: spans[number]) } }
    return try await TestEngine.sqlite.withDatabase { database in
      try await database.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.define(
          """
          CREATE TABLE sites (id BIGINT PRIMARY KEY);
          CREATE TABLE spans (site BIGINT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL);
          CREATE INDEX spans_site ON spans (site, first, last);
          CREATE TABLE windows (first BIGINT NOT NULL, last BIGINT NOT NULL, least BIGINT NOT NULL);
          """)
        for number in own {
          try session.run("INSERT INTO sites VALUES ($1)", [.int(Int64(number))])
          for span in spans[number] {
            let (from, to) = (span.first.dayNumber, span.last?.dayNumber ?? 1_000_000)
            try session.run(
              "INSERT INTO spans VALUES ($1, $2, $3)", [.int(Int64(number)), .int(Int64(from)), .int(Int64(to))])
          }
        }
        for window in windows {
          let (from, to) = (window.days.first.dayNumber, window.days.last.dayNumber)
          // Looked after for a week, or for half of a shorter window.
          try session.run(
            "INSERT INTO windows VALUES ($1, $2, $3)",
            [.int(Int64(from)), .int(Int64(to)), .int(Int64(min(7, (window.days.count + 1) / 2)))])
        }
      }
      let (counted, time) = try await seconds {
        try await database.engine.read { (session: any SQLSession) throws(StorageError) in
          try session.rows(
            """
            SELECT COUNT(*) FROM sites t JOIN windows w ON (SELECT SUM(min(s.last, w.last) - max(s.first, w.first) + 1)
              FROM spans s WHERE s.site = t.id AND s.first <= w.last AND s.last >= w.first) >= w.least
            """, [])[0].int(0)
        }
      }
      guard counted == Int64(owed) else {
        throw WireClient.Broken(description: "a town owes \(owed) windows, plain SQL counts \(counted)")
      }
      return time * Double(towns)
    }
  }

  private static let duties: [DutyRule] = {
    let paces: [(Frequency, Int)] = [
      (.day, 1), (.week, 1), (.week, 2), (.tenDays, 1), (.month, 1), (.month, 1), (.month, 1), (.month, 2), (.month, 1),
      (.month, 1), (.quarter, 1), (.quarter, 1), (.quarter, 1), (.quarter, 2), (.halfYear, 1), (.halfYear, 1),
      (.year, 1), (.year, 1), (.year, 1), (.twoYears, 1),
    ]
    return paces.enumerated().map { number, pace in
      DutyRule(
        code: "bench.\(number)", title: Bilingual("检查", "Inspect"), subjects: ["bench"], checklist: "bench",
        pace: DutyRule.Pace(every: pace.0, times: pace.1), keyPeriodPace: DutyRule.Pace(every: .week),
        alertPaces: [.orange: DutyRule.Pace(every: .day)], level: .town, units: [.territorial], source: "bench",
        checked: .none)
    }
  }()

  private static func periods(of town: Int, from first: CivilDate) -> [KeyPeriod] {
    func days(_ from: Int, _ count: Int) -> DayRange {
      DayRange(first.adding(days: from), first.adding(days: from + count - 1)) ?? DayRange(first)
    }
    let periods = [KeyPeriod(days: days(20, 30)), KeyPeriod(days: days(260, 17))]
    return town % 2 == 0 ? periods + [KeyPeriod(days: days(200, 5), alert: .orange)] : periods
  }
}
