import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import TestPython
import Testing

/// What units are asked for, what is proposed to them, and what the asker hears before asking again.
@Suite struct UnitReportTests {
  typealias Series = SittingTests.Series

  /// Two workdays apart overlap, three do not.
  @Test(arguments: TestEngine.all) func anOverlapIsSaidBeforeItIsAsked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      let series = try await Series(test, in: 20)
      // It is Monday, 2 March; a report due on Thursday lies one workday before the end of the week, when the unit reports
      // on its matter anyway.
      await refused(.askOverlap) { try await series.ask(["xiaofang", "gongan"], workdays: 3) }
      #expect(try await series.sheet().reports.isEmpty)
      let refusal = await #expect(throws: Refusal.self) { try await series.ask(["xiaofang"], workdays: 3) }
      let number = try #require(try await test.matter(matter)?.number)
      #expect(refusal?.problems.first?.values["what"] == "消防救援大队 \(number) 2026-03-08")
      try await series.ask(["gongan"], workdays: 3)
      try await series.ask(["xiaofang"], workdays: 3, anyway: true)
      #expect(try await series.sheet().reports.count == 2)
    }
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      let series = try await Series(test, in: 20)
      // Both sides of the boundary: Wednesday and Tuesday.
      await refused(.askOverlap) { try await series.ask(["xiaofang"], workdays: 2) }
      try await series.ask(["xiaofang"], workdays: 1)
    }
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      // On Thursday, a report due on the next Monday follows the week's own, due on Sunday.
      test.clock.advance(days: 3)
      let series = try await Series(test, in: 20)
      let refusal = await #expect(throws: Refusal.self) { try await series.ask(["xiaofang"], workdays: 2) }
      #expect(refusal?.problems.first?.values["what"]?.hasSuffix("2026-03-08") == true)
    }
  }

  /// A regular report is asked of a unit that owes one to a sitting, or on another matter, at that time.
  @Test func aRegularReportOverlapsToo() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (one, two) = (try await test.matterUnderway(), try await test.matterUnderway())
      try await test.act(SetCycle(matter: one, seen: nil, cycle: .weekly), by: "tong")
      await refused(.askOverlap) { try await test.act(SetCycle(matter: two, seen: nil, cycle: .weekly), by: "tong") }
      try await test.act(SetCycle(matter: two, seen: nil, cycle: .weekly, anyway: true), by: "tong")
      // Its own report is no other.
      try await test.act(SetCycle(matter: two, seen: nil, cycle: nil), by: "tong")
      let series = try await Series(test, in: 20)
      try await series.ask(["gongan"], workdays: 4)
      try await test.act(SetCycle(matter: one, seen: nil, cycle: nil), by: "tong")
      try await series.ask(["xiaofang"], workdays: 4)
      await refused(.askOverlap) { try await test.act(SetCycle(matter: one, seen: nil, cycle: .weekly), by: "tong") }
    }
  }

  /// However many matters a unit has that are due sooner, and by one question of an index for each cycle that is near.
  @Test(arguments: TestEngine.all) func noMatterIsTooFarDownTheList(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      let number = try #require(try await test.matter(matter)?.number)
      // Copies of its row in the table of matters, all of them due sooner and without a cycle.
      let district = test.office.district
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        for copy in 0..<250 {
          try session.run(
            """
            INSERT INTO matters (district, id, number, phase, lead, leader, field, due, due_key, meeting, clause, parent,
              fanned, version, state)
            SELECT district, id || $2, number || $2, phase, lead, leader, field, '2026-01-05', '2026-01-05', meeting,
              clause, parent, fanned, version, replace(state, '"cycle":"weekly",', '')
            FROM matters WHERE district = $1 AND number = $3
            """, [.text(district.text), .text("-\(copy)"), .text(number)])
        }
      }
      let series = try await Series(test, in: 20)
      let refusal = await #expect(throws: Refusal.self) { try await series.ask(["xiaofang"], workdays: 3) }
      #expect(refusal?.problems.map(\.code) == [.askOverlap])
      #expect(refusal?.problems.first?.values["what"] == "消防救援大队 \(number) 2026-03-08")
      let plans = try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        if session.dialect == .postgres {
          for choice in ["seqscan", "sort", "incremental_sort", "bitmapscan", "hashjoin", "mergejoin"] {
            try session.run("SET LOCAL enable_\(choice) = off")
          }
        }
        let recorder = PlanRecorder(session)
        _ = try PeriodicStore(recorder, district).of(UnitID(trusted: "xiaofang"), [.weekly, .monthly], limit: 100)
        return recorder.plans
      }
      #expect(plans.count == 2)
      for (sql, plan) in plans {
        #expect(plan.contains("periodic_unit"), "\(sql)\n\(plan)")
        #expect(
          !plan.contains("SCAN") && !plan.contains("Seq Scan") && !plan.contains("TEMP B-TREE"), "\(sql)\n\(plan)")
      }
    }
  }

  /// What the schema's own text fills the table with is what the matters say: no duplicate, nothing that was submitted, and
  /// nothing that somebody merely typed.
  @Test(arguments: TestEngine.all) func anOlderDatabaseIsFilledFromItsMatters(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for cycle in ReportCycle.allCases {
        let matter = try await test.matterUnderway()
        try await test.act(SetCycle(matter: matter, seen: nil, cycle: cycle, anyway: true), by: "tong")
      }
      let (merged, target) = (try await test.matterUnderway(), try await test.matterUnderway())
      try await test.act(SetCycle(matter: merged, seen: nil, cycle: .weekly, anyway: true), by: "tong")
      let number = try #require(try await test.matter(target)?.number)
      try await test.act(MergeMatter(matter: merged, seen: nil, target: number, reason: Words("重复交办")), by: "tong")
      try await test.act(
        ReportProgress(matter: target, seen: nil, note: Words("\"cycle\":\"weekly\""), onBehalf: nil),
        by: "xiaofang.ban")
      let text = try String(
        contentsOfFile: TestOffice.resources + "/schema/0021-periodic-reports.sql", encoding: .utf8)
      let start = try #require(text.range(of: "INSERT INTO periodic")?.lowerBound)
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("DELETE FROM periodic")
        try session.define(String(text[start...]))
      }
      let (district, unit) = (test.office.district, UnitID(trusted: "xiaofang"))
      let lines = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try PeriodicStore(session, district).of(unit, ReportCycle.allCases, limit: 100)
      }
      #expect(lines.map(\.cycle) == [.halfMonthly, .monthly, .weekly])
      // Since when no report came is computed once the database is opened.
      try await TableFill(test.office.engine, district).run()
      #expect(try await test.wrong() == [])
    }
  }

  /// A report that is owed to a sitting under way overlaps with one asked for the next.
  @Test func aReportToAnotherSittingOverlaps() async throws {
    try await TestOffice.with(.sqlite) { test in
      let first = try await Series(test, in: 1)
      try await first.ask(["xiaofang"], workdays: 1)
      test.clock.advance(days: 1)
      try await first.open()
      let second = try await Series(test, in: 20)
      await refused(.askOverlap) { try await second.ask(["xiaofang"], workdays: 1) }
      try await second.ask(["xiaofang"], workdays: 4)
      let burdens = try await test.office.burdens(in: test.office.today, for: try await test.officer("tong"))
      #expect(burdens.rows.map(\.unit.id.text) == ["xiaofang"] && burdens.rows[0].reports.count == 2)
      // Once it is in, it is owed no more.
      try await first.submit("xiaofang", "已检查。", by: "xiaofang.zhang")
      try await test.act(WithdrawReport(sitting: second.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      try await second.ask(["xiaofang"], workdays: 1)
    }
  }

  @Test(arguments: TestEngine.all) func theReportBeginsWithWhatTheLedgerKnows(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let number = try #require(try await test.matter(matter)?.number)
      test.clock.advance(days: 1)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("已检查十二家。"), onBehalf: nil), by: "xiaofang.ban")
      let series = try await Series(test)
      try await series.ask(["xiaofang"])
      let sheet = try #require(try await series.report("xiaofang", for: "xiaofang.zhang"))
      #expect(sheet.isOwn)
      #expect(
        sheet.proposal == """
          上次会议（2月27日）以来：
          【正在办理1项】
          1. \(number) 要加强人员密集场所的消防安全检查（期限3月20日）：3月3日报，已检查十二家。
          【下一步打算和需要协调的问题】

          """)
      test.clock.advance(days: 21)
      let late = try #require(try await series.report("xiaofang", for: "tong"))
      let proposal = try #require(late.proposal)
      #expect(proposal.contains("【逾期1项】") && proposal.contains("已超期4天") && !late.isOwn)
      // Only where somebody has it to write.
      #expect(try await series.report("xiaofang", for: "lin")?.proposal == nil)
      try await series.submit("xiaofang", "已检查。", by: "xiaofang.zhang")
      #expect(try await series.report("xiaofang", for: "xiaofang.zhang")?.proposal == nil)
    }
  }

  /// Whoever may see no unit's is told so, and not that nothing was asked.
  @Test func anAdministratorIsToldWhyNothingIsShown() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang"])
      func burdens(_ officer: String) async throws -> BurdenSheet {
        try await test.office.burdens(in: test.office.today, for: try await test.officer(officer))
      }
      let (guan, lin, town) = (try await burdens("guan"), try await burdens("lin"), try await burdens("shiqiao.zhang"))
      #expect(!guan.isInSight && guan.rows.isEmpty)
      #expect(lin.isInSight && lin.rows.count == 1)
      #expect(town.isInSight && town.rows.isEmpty)
    }
  }

  /// A unit's officers see agenda and their own report; nobody but a coordinator changes anything.
  @Test func whoSeesAndDoesWhat() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang", "shiqiao"])
      let own = try await series.sheet("xiaofang.ban")
      #expect(!own.isWhole && own.reports.map(\.unit.id.text) == ["xiaofang"] && own.choices.seats.isEmpty)
      #expect(try await series.report("shiqiao", for: "xiaofang.zhang") == nil)
      #expect(try await series.report("shiqiao", for: "lin")?.isOwn == false)
      #expect(try await test.office.myDay(for: try await test.officer("shiqiao.zhang")).reportsOwed.count == 1)
      await refused(.sittingReportUnit) { try await series.submit("shiqiao", "汇报", by: "xiaofang.zhang") }
      await refused(.sittingReportUnit) { try await series.submit("shiqiao", "汇报", by: "lin") }
      await refused(.sittingCoordinatorOnly) {
        try await test.act(ReadReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "xiaofang.zhang")
      }
      try await series.submit("xiaofang", "第一稿", by: "xiaofang.ban")
      try await series.submit("xiaofang", "第二稿", by: "xiaofang.zhang")
      #expect(try await series.report("xiaofang", for: "tong")?.report.text?.text == "第二稿")
      try await test.act(ReadReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      await refused(.sittingReportRead) { try await series.submit("xiaofang", "第三稿", by: "xiaofang.zhang") }
    }
  }

  @Test func whatIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test)
      await refused(.sittingEarly) { try await series.open() }
      await refused(.sittingNotOpen) { try await series.decide(nil, "做好值班值守", []) }
      await refused(.sittingNotOpen) { _ = try await series.issueMinutes() }
      await refused(.sittingReportLate) { try await series.ask(["xiaofang"], workdays: 6) }
      await refused(.askWorkdays) { try await series.ask(["xiaofang"], workdays: 0) }
      await refused(.sittingNoUnit) { try await series.ask([]) }
      await refused(.sittingUnit) { try await series.ask(["gov"]) }
      try await series.ask(["xiaofang"])
      await refused(.sittingReportAsked) { try await series.ask(["xiaofang"]) }
      await refused(.sittingReportMissing) {
        try await test.act(ReadReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      }
      await refused(.sittingText) {
        try await series.submit("xiaofang", String(repeating: "字", count: 5001), by: "xiaofang.zhang")
      }
      try await series.submit("xiaofang", String(repeating: "字", count: 5000), by: "xiaofang.zhang")
      await refused(.sittingReportIn) {
        try await test.act(WithdrawReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      }
      await refused(.pageStale) { try await test.act(SetAgenda(sitting: series.id, items: [], seen: 1), by: "tong") }
      test.clock.advance(days: 7)
      try await series.open()
      await refused(.sittingNotPlanned) { try await series.ask(["shiqiao"]) }
      await refused(.sittingNotPlanned) {
        try await test.act(CallOffSitting(sitting: series.id, reason: Words("冲突")), by: "tong")
      }
      await refused(.sittingText) { try await series.decide(nil, String(repeating: "字", count: 501), []) }
      await refused(.sittingText) { try await series.decide(nil, "做好防汛", [], String(repeating: "字", count: 41)) }
    }
  }

  /// The door of every file stands before what is typed as well.
  @Test func secretsAreRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let series = try await Series(test)
      try await series.ask(["xiaofang"])
      for text in ["机密★1年\n关于有关情况的汇报", "姓名,身份证号,住址\n甲,110101199003070011,一号\n乙,110101199003070038,二号"] {
        let error = await #expect(throws: Refusal.self) {
          try await series.submit("xiaofang", text, by: "xiaofang.zhang")
        }
        #expect(error?.problems.first?.code.status == 422, "\(String(describing: error?.problems))")
      }
      #expect(try await series.report("xiaofang", for: "tong")?.report.text == nil)
    }
  }

  /// The icalendar package reads the invitation.
  private static let reader = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
    event = calendar.walk("VEVENT")[0]
    print(calendar["METHOD"], event["SEQUENCE"], event["DTSTART"].dt.isoformat(), event["LOCATION"],
          event["ORGANIZER"], event["ATTENDEE"])
    """

  @Test(arguments: TestEngine.all) func movedAndCalledOff(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let series = try await Series(test)
      try await test.act(CallMeeting(Series.plan(test.office.today.adding(days: 9), place: "应急指挥中心")), by: "tong")
      let moved = try await series.sheet()
      #expect(moved.plan.place.text == "应急指挥中心" && moved.stage == .planned)
      let calendar = try #require(
        try await test.office.invitation(
          to: series.id, InvitationMail(organizer: "anwei@qinghe.example", attendees: ["yingji@qinghe.example"]),
          address: "https://bihuan.example"))
      let text = String(decoding: calendar.bytes, as: UTF8.self).replacing("\r\n ", with: "")
      if Python.has("icalendar") {
        let read = try Python.run(["-c", Self.reader], input: Data(calendar.bytes))
        #expect(
          String(decoding: read, as: UTF8.self)
            == "REQUEST 1 2026-03-11T01:30:00+00:00 应急指挥中心 mailto:anwei@qinghe.example mailto:yingji@qinghe.example\n")
      }
      #expect(text.contains("METHOD:REQUEST") && text.contains("SEQUENCE:1") && text.contains("mailto:yingji@"))
      try await test.act(CallOffSitting(sitting: series.id, reason: Words("与市里会议冲突")), by: "tong")
      #expect(try await series.sheet().stage == .calledOff)
      #expect(try await test.office.directory()?.district.nextMeeting == nil)
      let again = try await Series(test)
      #expect(again.id != series.id)
      #expect(try await test.office.sittingRegister().rows.map(\.stage) == [.calledOff, .planned])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Items keep their matter as long as their line stands as it was.
  @Test func theAgendaIsEdited() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let series = try await Series(test)
      try await test.act(UseAgendaTemplate(sitting: series.id, template: "special"), by: "tong")
      try await test.act(CarryToAgenda(sitting: series.id, matter: matter), by: "tong")
      await refused(.sittingCarried) {
        try await test.act(CarryToAgenda(sitting: series.id, matter: matter), by: "tong")
      }
      let carried = try #require(try await series.sheet().agenda.last?.title)
      try await test.act(
        SetAgenda(sitting: series.id, items: [carried, Words("主持人总结讲话")], seen: nil), by: "tong")
      let agenda = try await series.sheet().agenda
      #expect(agenda.map { $0.matter?.matter.id } == [matter, nil])
    }
  }
}
