import Directory
import Ground
import Testing

@testable import Operations

/// When officers are told: digests, quiet hours, and both sides of each boundary.
@Suite struct TellingTimesTests {
  private static func times() throws -> TellingTimes {
    let year = CalendarEdition(
      year: 2026, edition: "2026.1", source: "测试", off: [DayRun(first: day("2026-10-01"), last: day("2026-10-07"))],
      workdays: [day("2026-10-10")])
    return TellingTimes(opening: .usual, calendar: try WorkCalendar(editions: [year]))
  }

  private static func day(_ iso: String) -> CivilDate { CivilDate(iso)! }

  private static func at(_ iso: String, _ clock: String) -> Instant {
    Instant(day(iso), minutes: WorkHours.minute(clock)!)
  }

  /// The office opens at 08:30.
  @Test(arguments: [
    ("2026-09-28", "08:29", "2026-09-28"), ("2026-09-28", "08:30", "2026-09-29"), ("2026-09-28", "23:59", "2026-09-29"),
    ("2026-09-29", "00:00", "2026-09-29"),
    // The eve of the holidays, within them, and the Saturday that is worked.
    ("2026-09-30", "09:00", "2026-10-08"), ("2026-10-03", "07:00", "2026-10-08"), ("2026-10-09", "09:00", "2026-10-10"),
    ("2026-10-10", "09:00", "2026-10-12"),
  ])
  func theDigestGoesOutWhenOfficesOpenNext(_ from: String, _ clock: String, _ expected: String) throws {
    let times = try TellingTimesTests.times()
    let digest = times.digest(after: TellingTimesTests.at(from, clock))
    #expect(digest == TellingTimesTests.at(expected, "08:30"))
    #expect(times.latest(at: TellingTimesTests.at(from, clock)) > digest)
  }

  @Test(arguments: [
    // Over midnight.
    ("20:00", "08:00", "19:59", "19:59", 0), ("20:00", "08:00", "20:00", "08:00", 1),
    ("20:00", "08:00", "23:59", "08:00", 1), ("20:00", "08:00", "00:00", "08:00", 0),
    ("20:00", "08:00", "07:59", "08:00", 0), ("20:00", "08:00", "08:00", "08:00", 0),
    // Within a day.
    ("12:00", "14:00", "11:59", "11:59", 0), ("12:00", "14:00", "12:00", "14:00", 0),
    ("12:00", "14:00", "13:59", "14:00", 0), ("12:00", "14:00", "14:00", "14:00", 0),
    // None.
    ("09:00", "09:00", "09:00", "09:00", 0), ("00:00", "00:00", "23:59", "23:59", 0),
  ])
  func quietHoursEndWhenTheySay(_ from: String, _ to: String, _ clock: String, _ expected: String, _ days: Int) throws {
    let quiet = try QuietHours(from: from, to: to)
    let end = quiet.end(after: TellingTimesTests.at("2026-09-28", clock))
    #expect(
      end == Instant(TellingTimesTests.day("2026-09-28").adding(days: days), minutes: WorkHours.minute(expected)!))
  }

  @Test(arguments: [
    (Reach.Rhythm.digest, false, "10:00", "2026-09-29", "08:30"), (.digest, true, "10:00", "2026-09-28", "10:00"),
    (.atOnce, false, "10:00", "2026-09-28", "10:00"), (.atOnce, false, "21:00", "2026-09-29", "08:00"),
    (.digest, true, "21:00", "2026-09-29", "08:00"),
  ])
  func rhythmUrgencyAndQuietHoursTogether(
    _ rhythm: Reach.Rhythm, _ isUrgent: Bool, _ clock: String, _ day: String, _ expected: String
  ) throws {
    let reach = Reach(channel: .mail, address: "a@b.example", rhythm: rhythm, quiet: .usual)
    let time = try TellingTimesTests.times().time(
      of: TellingTimesTests.at("2026-09-28", clock), isUrgent: isUrgent, for: reach)
    #expect(time == TellingTimesTests.at(day, expected))
  }

  /// Whoever is quiet when offices open gets the digest afterwards.
  @Test func aDigestInQuietHoursWaitsForTheirEnd() throws {
    let reach = Reach(
      channel: .mail, address: "a@b.example", rhythm: .digest, quiet: try QuietHours(from: "20:00", to: "09:15"))
    let time = try TellingTimesTests.times().time(
      of: TellingTimesTests.at("2026-09-28", "10:00"), isUrgent: false, for: reach)
    #expect(time == TellingTimesTests.at("2026-09-29", "09:15"))
  }

  @Test(arguments: [("24:00", "08:00", "quiet_from"), ("8", "08:00", "quiet_from"), ("20:00", "", "quiet_to")])
  func whatIsNoTimeOfDayIsRefused(_ from: String, _ to: String, _ place: String) {
    #expect {
      _ = try QuietHours(from: from, to: to)
    } throws: { error in
      let problem = (error as? Refusal)?.problems.first
      return problem?.code == .tellingQuiet && problem?.place == place
    }
  }
}
