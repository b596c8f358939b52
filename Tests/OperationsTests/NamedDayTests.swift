import Foundation
import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// What the page of a matter's days says of days that somebody named, of years that no calendar knows, and of none at all.
@Suite struct NamedDayTests {
  @Test(arguments: TestEngine.all) func whoNamedADayIsSaid(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (matter, tong) = (try await test.matterUnderway(), try await test.officer("tong"))
      let until = test.office.today.adding(days: 20)
      try await test.act(
        Suspend(matter: matter, seen: nil, until: until, reason: Words("停工"), authority: Words("区安委会")), by: "qiao")
      let explained = try #require(try await test.office.dueExplained(matter, for: tong))
      let wait = try #require(explained.beside.first { $0.kind == .suspension })
      #expect(wait.day?.day == until && wait.reason == nil)
      let named = try #require(wait.named)
      #expect(named.day == test.office.today)
      if case .officer(let who) = named.by { #expect(who.id.text == "qiao") } else { Issue.record("\(named.by)") }
      // A day that was counted is explained by its count, and nobody named it.
      try await test.act(Resume(matter: matter, seen: nil, reason: Words("复工")), by: "qiao")
      try await test.act(
        AskExtension(
          matter: matter, seen: nil, until: try #require(explained.reason?.due.day).adding(days: 9), reason: Words("雨"),
          onBehalf: nil), by: "xiaofang.zhang")
      let asked = try #require(
        try await test.office.dueExplained(matter, for: tong)?.beside.first { $0.kind == .extension })
      #expect(asked.named == nil && asked.reason?.days.isEmpty == false)
    }
  }

  @Test(arguments: TestEngine.all) func aYearThatNoCalendarKnowsIsMarked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (matter, tong) = (try await test.matterUnderway(), try await test.officer("tong"))
      let year = try #require(test.office.shippedCalendar.publishedYears.last) + 1
      let day = try #require(CivilDate(year: year, month: 3, day: 2))
      try await test.act(
        ChangeDue(matter: matter, seen: nil, day: day, reason: Words("跨年")), by: "tong")
      let explained = try #require(try await test.office.dueExplained(matter, for: tong))
      #expect(explained.reason?.unknownYears == [year])
      let rows = try await test.office.matterList(MatterFilter(), for: tong, limit: 10).rows
      #expect(rows.first { $0.matter.id == matter }?.due?.isProvisional == true)
      try await test.act(
        Suspend(matter: matter, seen: nil, until: day, reason: Words("停工"), authority: Words("区安委会")), by: "tong")
      let wait = try await test.office.dueExplained(matter, for: tong)?.beside.first { $0.kind == .suspension }
      #expect(wait?.day?.isProvisional == true)
    }
  }

  @Test(arguments: TestEngine.all) func aMatterWithoutADueDaySaysSo(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive([
        Draft(
          text: "长期做好值班值守。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [],
          leader: nil,
          due: nil, urgency: .normal, standard: "onsite", duty: nil, reasons: [], confirmed: true)
      ])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      let explained = try #require(try await test.office.dueExplained(matter, for: try await test.officer("tong")))
      #expect(explained.reason == nil && explained.history.isEmpty)
    }
  }

  /// The year of a bulletin that names none was proposed wrongly: terms that nobody has touched go with the meeting's day.
  @Test(arguments: TestEngine.all) func theDraftsGoWithTheMeetingsDay(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let clock = DueClock(calendar: test.office.shippedCalendar)
      let (day, before) = (try #require(CivilDate("2026-02-27")), try #require(CivilDate("2025-02-27")))
      let last = try #require(CivilDate("2026-03-31"))
      func draft(_ rule: DueRule) throws -> Draft {
        Draft(
          text: "排查沿街商铺消防通道。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [],
          leader: nil, due: try clock.due(rule, from: day, source: "stated"), urgency: .normal, standard: "onsite",
          duty: nil, reasons: [], confirmed: false)
      }
      let meeting = try await test.receive([try draft(.workdays(5)), try draft(.on(last)), try draft(.workdays(5))])
      var own = try draft(.workdays(5))
      own.text = "逐户排查沿街商铺消防通道。"
      try await test.act(SaveDraft(meeting: meeting, clause: 2, draft: own), by: "qiao")
      try await test.act(SetMeetingDay(meeting: meeting, day: before), by: "qiao")
      let review = try #require(try await test.office.intakeReview(meeting))
      let dues = review.clauses.map { $0.draft.due?.iso }
      #expect(dues == [clock.calendar.adding(workdays: 5, to: before).iso, "2025-03-31", own.due?.day.iso])
    }
  }

  /// 24小时内: whatever the draft showed, the hours run from the moment of issue.
  @Test(arguments: TestEngine.all) func hoursRunFromTheIssue(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let clock = DueClock(calendar: test.office.shippedCalendar)
      let drafted = try clock.due(
        .hours(24), from: test.office.today.adding(days: -3), at: Instant(test.office.today.adding(days: -2)),
        source: "stated")
      let meeting = try await test.receive([
        Draft(
          text: "24小时内清理堵塞的消防通道。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [],
          leader: nil, due: drafted, urgency: .critical, standard: "onsite", duty: nil, reasons: [], confirmed: true)
      ])
      test.clock.advance(days: 1)
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      let due = try await test.office.dueExplained(matter, for: try await test.officer("tong"))?.reason?.due
      #expect(due?.hours?.from == test.office.now && due?.day == test.office.today.adding(days: 1))
      #expect(due?.source == "stated")
      #expect(try await test.wrong() == [])
    }
  }

  /// What units said on the telephone is written down days later and not in its order: entries keep the order in which they
  /// were written, each says when it was said, and no clock starts before its entry.
  @Test(arguments: TestEngine.all) func whatIsWrittenDownLate(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let (first, unit) = (test.office.today, UnitID(trusted: "xiaofang"))
      test.clock.advance(days: 5)
      func said(_ day: CivilDate, _ note: String) -> ReportProgress {
        ReportProgress(
          matter: matter, seen: nil, note: Words(note), onBehalf: OnBehalf(unit: unit, channel: .phone, day: day))
      }
      try await test.act(said(first.adding(days: 4), "已完成两家"), by: "qiao")
      try await test.act(said(first.adding(days: 1), "已开始"), by: "qiao")
      await refused(.onBehalfDay) { try await test.act(said(first.adding(days: -1), "下发之前"), by: "qiao") }
      await refused(.onBehalfDay) { try await test.act(said(first.adding(days: 6), "明天"), by: "qiao") }
      let sheet = try #require(try await test.office.matterSheet(matter, for: try await test.officer("tong")))
      let moments = sheet.story.map(\.at)
      #expect(moments.reversed() == moments.sorted())
      #expect(try await test.wrong() == [])
    }
  }
}
