import Directory
import Ground
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What becomes of the reports where a sitting moves to another day: nothing without being said and seen.
@Suite struct MovedSittingTests {
  typealias Series = SittingTests.Series

  /// It is Monday, 2 March; the sitting is called for Monday, 16 March. A report due on Tuesday, 10 March, lies four workdays
  /// before it, and so does Wednesday, 4 March, before that Tuesday.
  @Test(arguments: TestEngine.all) func anEarlierDayTakesTheDueDaysWithIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang"], workdays: 6)
      try await series.ask(["shiqiao"], workdays: 1)
      #expect(try await series.dues() == ["2026-03-10", "2026-03-03"])
      let refusal = await #expect(throws: Refusal.self) { try await series.move(to: "2026-03-10") }
      #expect(refusal?.problems.map(\.code) == [.callDues])
      #expect(refusal?.problems.first?.values["what"] == "消防救援大队 2026-03-10→2026-03-04")
      #expect(try await series.dues() == ["2026-03-10", "2026-03-03"])
      #expect(try await series.day() == "2026-03-16")
      try await series.move(to: "2026-03-10", withDues: true)
      #expect(try await series.dues() == ["2026-03-04", "2026-03-03"])
      #expect(try await series.day() == "2026-03-10")
      // It says how it came about, like the one before.
      let due = try await series.load().reports[0].due
      #expect(due.rule == .workdays(2) && due.source == "meeting.report" && due.start == test.office.today)
      let line = try #require(
        try await test.office.messages(of: OfficerID(trusted: "xiaofang.zhang")).lines.first)
      #expect(line.kind == "report_moved" && line.sitting?.due == CivilDate("2026-03-04"))
      #expect(
        try await !test.office.messages(of: OfficerID(trusted: "shiqiao.zhang")).lines.contains {
          $0.kind == "report_moved"
        })
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Both sides of the boundary: due on the day before the new one it stays, due on the new day it moves.
  @Test func whatFallsDueBeforeStays() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang"], workdays: 6)
      try await series.move(to: "2026-03-11")
      #expect(try await series.dues() == ["2026-03-10"])
      await refused(.callDues) { try await series.move(to: "2026-03-10") }
    }
  }

  /// None falls due in the past: a meeting that is moved to tomorrow hears what is handed in today.
  @Test(arguments: TestEngine.all) func noDueDayLiesInThePast(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang"], workdays: 6)
      try await series.move(to: "2026-03-03", withDues: true)
      #expect(try await series.dues() == ["2026-03-02"])
      #expect(try await series.load().reports[0].due.rule == .on(test.office.today))
    }
  }

  /// A later day moves none, nor one that has been handed in.
  @Test func aLaterDayMovesNone() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang", "shiqiao"], workdays: 6)
      try await series.move(to: "2026-03-23")
      #expect(try await series.dues() == ["2026-03-10", "2026-03-10"])
      try await series.submit("xiaofang", "已检查。", by: "xiaofang.zhang")
      try await series.move(to: "2026-03-09", withDues: true)
      // It was nine workdays before the meeting, and there are not so many any more: the last workday before it.
      #expect(try await series.dues() == ["2026-03-10", "2026-03-06"])
      // Back to where it was: what was moved stays.
      try await series.move(to: "2026-03-23")
      #expect(try await series.dues() == ["2026-03-10", "2026-03-06"])
    }
  }

  /// A due day that moved is reminded of anew.
  @Test func theReminderFollowsTheDay() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test, in: 18)
      try await series.ask(["xiaofang"], workdays: 4)
      test.clock.advance(days: 3)
      #expect(try await test.office.makeRound().reminded == 1)
      try await series.move(to: "2026-03-06", withDues: true)
      #expect(try await series.dues() == ["2026-03-05"])
      #expect(try await test.office.makeRound().reminded == 1)
      #expect(try await test.office.makeRound().reminded == 0)
    }
  }
}

extension SittingTests.Series {
  fileprivate func move(to day: String, withDues: Bool = false) async throws {
    try await test.act(
      CallMeeting(Self.plan(try #require(CivilDate(day))), moving: id, withDues: withDues), by: "tong")
  }

  fileprivate func load() async throws -> Sitting {
    let (district, id) = (test.office.district, id)
    return try #require(
      try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try SittingStore(session, district).load(id)
      })
  }

  /// In the order in which the units were asked.
  fileprivate func dues() async throws -> [String] { try await load().reports.map(\.due.day.iso) }

  fileprivate func day() async throws -> String { try await load().plan.day.iso }
}
