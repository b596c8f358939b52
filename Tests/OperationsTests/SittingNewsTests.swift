import Delivery
import Directory
import Ground
import Matters
import Meetings
import Storage
import TestDatabases
import TestOffice
import Testing

@testable import Operations

/// Who is told of what a sitting asks for, in the act's own transaction, and what leaves the house of it.
@Suite struct SittingNewsTests {
  typealias Series = SittingTests.Series

  @Test(arguments: TestEngine.all) func aUnitHearsThatAReportIsAsked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang", "shiqiao"], workdays: 3)
      #expect(
        try await test.toldOfSittings()
          == [
            "report_asked 2026-03-05 xiaofang.ban", "report_asked 2026-03-05 xiaofang.zhang",
            "report_asked 2026-03-05 shiqiao.ban", "report_asked 2026-03-05 shiqiao.zhang",
          ].sorted())
      let line = try #require(
        try await test.office.messages(of: OfficerID(trusted: "xiaofang.zhang")).lines.first)
      #expect(line.sitting?.sitting.id == series.id && line.sitting?.due == CivilDate("2026-03-05"))
      #expect(line.matter == nil && line.isNew)
    }
  }

  /// Nothing is told where nothing was done.
  @Test(arguments: TestEngine.all) func whatIsRefusedTellsNobody(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test)
      await refused(.sittingReportLate) { try await series.ask(["xiaofang"], workdays: 6) }
      #expect(try await test.toldOfSittings().isEmpty)
    }
  }

  @Test(arguments: TestEngine.all) func theCoordinatorHearsThatAReportCameIn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang"])
      try await series.submit("xiaofang", "已检查十二家，正在整改。", by: "xiaofang.zhang")
      let told = try await test.toldOfSittings().filter { $0.hasPrefix("report_submitted") }
      #expect(told == ["report_submitted xiaofang qiao", "report_submitted xiaofang tong"])
      let line = try #require(try await test.office.messages(of: OfficerID(trusted: "tong")).lines.first)
      #expect(line.sitting?.unit?.id.text == "xiaofang" && line.sitting?.due == nil)
    }
  }

  /// Whoever records it on a unit's behalf knows already.
  @Test func whoeverDidItIsNotTold() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang"])
      try await test.act(
        SubmitReport(
          sitting: series.id, unit: UnitID(trusted: "xiaofang"), text: Words("电话报告：已检查。"),
          onBehalf: OnBehalf(unit: UnitID(trusted: "xiaofang"), channel: .phone, day: test.office.today)), by: "tong")
      #expect(try await !test.toldOfSittings().contains("report_submitted xiaofang tong"))
    }
  }

  @Test(arguments: TestEngine.all) func whatIsAskedNoMoreIsToldToo(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang", "shiqiao"])
      try await test.act(WithdrawReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      try await test.act(CallOffSitting(sitting: series.id, reason: Words("另行通知")), by: "tong")
      let told = try await test.toldOfSittings().filter { !$0.hasPrefix("report_asked") }
      #expect(
        told == [
          "report_withdrawn  xiaofang.ban", "report_withdrawn  xiaofang.zhang", "sitting_called_off  shiqiao.ban",
          "sitting_called_off  shiqiao.zhang",
        ])
    }
  }

  /// Asked on Monday for Thursday: reminded on Wednesday, in working hours, once; and not where it is in.
  @Test(arguments: TestEngine.all) func aReportThatIsDueTomorrowIsRemindedOfOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang", "shiqiao"], workdays: 3)
      #expect(try await test.office.makeRound().reminded == 0, "on the day on which it was asked")
      test.clock.advance(days: 1)
      #expect(try await test.office.makeRound().reminded == 0, "two workdays are left")
      try await series.submit("xiaofang", "已检查。", by: "xiaofang.zhang")
      test.clock.advance(days: 1, minutes: -60)
      #expect(try await test.office.makeRound().reminded == 0, "before the office opens")
      test.clock.advance(minutes: 60)
      #expect(try await test.office.makeRound().reminded == 1)
      #expect(try await test.office.makeRound().reminded == 0)
      test.clock.advance(days: 1)
      #expect(try await test.office.makeRound().reminded == 0)
      let told = try await test.toldOfSittings().filter { $0.hasPrefix("report_soon") }
      #expect(told == ["report_soon 2026-03-05 shiqiao.ban", "report_soon 2026-03-05 shiqiao.zhang"])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// A server that was off on the day before reminds on the day itself; a report that is late is for the page to say.
  @Test func theReminderComesLateRatherThanNever() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang"], workdays: 3)
      try await series.ask(["shiqiao"], workdays: 2)
      test.clock.advance(days: 3)
      #expect(try await test.office.makeRound().reminded == 1)
      #expect(try await test.toldOfSittings().contains("report_soon 2026-03-05 xiaofang.zhang"))
    }
  }

  /// What goes out names days and a link, and no word of the meeting.
  @Test func whatLeavesTheHouse() throws {
    let digest = Digest(district: "清河区", address: "https://bihuan.qinghe.example")
    func line(_ position: Int64, _ news: SittingNews, _ detail: String) -> Digest.Line {
      Digest.Line(
        position: position, kind: news.rawValue, detail: detail, matter: nil, sitting: SittingID("sitting-1"),
        number: nil, day: CivilDate("2026-03-02")!)
    }
    let message = try digest.message([
      line(1, .reportAsked, "2026-03-05"), line(2, .reportSubmitted, "shiqiao"),
    ])
    #expect(message.subject == "清河区：2条消息")
    #expect(
      message.lines.map(\.text) == [
        "要求向会议汇报1条，单位提交了会议汇报1条。", "3月2日 要求向会议汇报，期限3月5日", "3月2日 单位提交了会议汇报",
        "详情请登录闭环系统查看。",
      ])
    #expect(
      message.lines.compactMap(\.link) == [
        "https://bihuan.qinghe.example/sittings/sitting-1",
        "https://bihuan.qinghe.example/sittings/sitting-1/reports/shiqiao", "https://bihuan.qinghe.example/messages",
      ])
  }

  @Test(arguments: TestEngine.all) func messagesAreNarrowedToMattersMeetingsOrNewOnes(_ engine: TestEngine) async throws
  {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let series = try await Series(test, in: 14)
      try await series.ask(["xiaofang"], workdays: 3)
      let zhang = OfficerID(trusted: "xiaofang.zhang")
      func kinds(_ show: MessageShow?) async throws -> [String] {
        try await test.office.messages(of: zhang, show: show).lines.map(\.kind)
      }
      #expect(try await kinds(nil) == ["report_asked", "issued"])
      #expect(try await kinds(.new) == ["report_asked", "issued"])
      #expect(try await kinds(.matters) == ["issued"])
      #expect(try await kinds(.meetings) == ["report_asked"])
      #expect(try await test.office.messages(of: zhang, show: .matters).lines.first?.matter?.id == matter)
      let oldest = try #require(try await test.office.messages(of: zhang).lines.last)
      try await test.office.sawMessages(upTo: oldest.position, by: zhang)
      #expect(try await kinds(.new) == ["report_asked"])
      #expect(try await kinds(.matters) == ["issued"])
    }
  }

  /// It follows each officer's own choice: a reminder does not wait for the digest, the rest does.
  @Test(arguments: TestEngine.all) func itWaitsForItsHour(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      try await desk.setMail(port: 9)
      try await desk.choose("shiqiao.zhang", .mail, .digest, address: "town@shiqiao.example")
      let series = try await Series(test, in: 14)
      try await series.ask(["shiqiao"], workdays: 2)
      test.clock.advance(days: 1)
      #expect(try await test.office.makeRound().reminded == 1)
      test.clock.advance(minutes: 1)
      let directory = try #require(try await test.office.directory())
      let bag = try await test.office.mailBag(directory, most: 100).bag
      // Since Tuesday's opening the request is due as well.
      #expect(bag.mails.flatMap(\.notices).map(\.notice.kind).sorted() == ["report_asked", "report_soon"])
      let again = try await Series.asked("shiqiao", test, series)
      #expect(again == .waiting)
    }
  }
}

extension SittingTests.Series {
  /// Asked anew on the same day: how far the message has come once the postman looked at it.
  fileprivate static func asked(
    _ unit: String, _ test: TestOffice, _ series: SittingTests.Series
  ) async throws -> MessageLine.State? {
    try await test.act(WithdrawReport(sitting: series.id, unit: UnitID(trusted: unit)), by: "tong")
    try await series.ask([unit], workdays: 3)
    let directory = try #require(try await test.office.directory())
    let bag = try await test.office.mailBag(directory, most: 100).bag
    try await test.office.mark(bag.marks)
    return try await test.office.messages(of: OfficerID(trusted: "\(unit).zhang")).lines.first?.state
  }
}

extension TestOffice {
  /// `kind detail officer` of every notice that is about a sitting, sorted.
  fileprivate func toldOfSittings() async throws -> [String] {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows(
        "SELECT kind, detail, officer FROM notices WHERE district = $1 AND matter IS NULL", [.text(district.text)]
      ).map { (row) throws(StorageError) in "\(try row.text(0)) \(try row.text(1)) \(try row.text(2))" }
    }.sorted()
  }
}
