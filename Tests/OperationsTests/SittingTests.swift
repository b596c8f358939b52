import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Reports
import Storage
import TestDatabases
import TestOffice
import TestPython
import Testing

/// A sitting from being called to its minutes.
@Suite struct SittingTests {
  /// A meeting of the series that is planned for some days ahead, and what a coordinator does with it.
  struct Series {
    let test: TestOffice
    let id: SittingID

    init(_ test: TestOffice, in days: Int = 7) async throws {
      self.test = test
      try await test.act(CallMeeting(Series.plan(test.office.today.adding(days: days))), by: "tong")
      id = try #require(try await test.office.plannedSitting()?.id)
    }

    static func plan(_ day: CivilDate, place: String = "区政府三楼会议室") -> PlannedMeeting {
      PlannedMeeting(title: Words("清河区安全稳定工作调度会议"), day: day, time: "09:30", place: Words(place))
    }

    func sheet(_ viewer: String = "tong") async throws -> SittingSheet {
      try #require(try await test.office.sittingSheet(id, for: try await test.officer(viewer)))
    }

    func ask(
      _ units: [String], _ mode: ReportMode = .oral, workdays: Int = 3, anyway: Bool = false
    ) async throws {
      try await test.act(
        AskReports(
          sitting: id, units: units.map { UnitID(trusted: $0) }, mode: mode, workdays: workdays, anyway: anyway),
        by: "tong")
    }

    func submit(_ unit: String, _ text: String, by officer: String) async throws {
      try await test.act(
        SubmitReport(sitting: id, unit: UnitID(trusted: unit), text: Words(text), onBehalf: nil), by: officer)
    }

    func report(_ unit: String, for viewer: String) async throws -> UnitReportSheet? {
      try await test.office.unitReport(id, unit: UnitID(trusted: unit), for: try await test.officer(viewer))
    }

    func open() async throws {
      try await test.act(
        OpenSitting(
          sitting: id, chair: OfficerID(trusted: "lin"),
          leaders: [OfficerID(trusted: "zhou"), OfficerID(trusted: "lin")],
          presences: [
            PresenceLine(unit: UnitID(trusted: "xiaofang"), kind: .lead, post: nil),
            PresenceLine(unit: UnitID(trusted: "shiqiao"), kind: .standIn, post: Words("副镇长")),
            PresenceLine(unit: UnitID(trusted: "liuwan"), kind: .excused, post: nil),
          ]), by: "tong")
    }

    func decide(_ speaker: String?, _ text: String, _ units: [String], _ deadline: String? = nil) async throws {
      try await test.act(
        DecideInSitting(
          sitting: id, speaker: speaker.map { OfficerID(trusted: $0) }, text: Words(text),
          units: units.map { UnitID(trusted: $0) }, deadline: deadline.map { Words($0) }), by: "tong")
    }

    func issueMinutes() async throws -> MeetingID {
      let draft = try #require(try await test.office.minutesDraft(of: id))
      return try await test.office.issueMinutes(
        draft.text, of: id, by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
    }
  }

  @Test(arguments: TestEngine.all) func aWholeLife(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let before = try await test.receive(clauses: ["要加强人员密集场所的消防安全检查。"])
      let matter = try await test.act(IssueClauses(meeting: before, clauses: [0]), by: "tong")[0]
      let series = try await Series(test)
      #expect(try await series.sheet().agenda.first?.title.text == "通报上次会议要求的落实情况")
      #expect(try await test.office.directory()?.district.nextMeeting?.day == test.office.today.adding(days: 7))
      try await test.act(CarryToAgenda(sitting: series.id, matter: matter), by: "tong")
      #expect(try await series.sheet().agenda.last?.matter?.matter.id == matter)
      try await series.ask(["xiaofang", "shiqiao"])
      try await series.ask(["liuwan"], .written)
      try await series.submit("xiaofang", "已检查十二家，正在整改。", by: "xiaofang.zhang")
      try await test.act(
        SubmitReport(
          sitting: series.id, unit: UnitID(trusted: "liuwan"), text: Words("柳湾镇：巡查三次。"),
          onBehalf: OnBehalf(unit: UnitID(trusted: "liuwan"), channel: .phone, day: test.office.today)), by: "tong")
      try await test.act(ReadReport(sitting: series.id, unit: UnitID(trusted: "xiaofang")), by: "tong")
      let states = try await series.sheet().reports.map(\.state)
      #expect(states == [.read, .asked, .submitted])

      test.clock.advance(days: 7)
      try await series.open()
      let opened = try await series.sheet()
      #expect(opened.stage == .open && opened.opening?.leaders.map(\.id.text) == ["zhou"])
      #expect(opened.opening?.report?.meeting.id == before)
      // Frozen with the opening: it is the report of the meeting before.
      let frozen = try await test.office.frozenReport(of: before.text)
      #expect(Int(frozen.model.size) == opened.opening?.report?.position)

      try await test.act(
        ConveyInstruction(sitting: series.id, source: Words("市领导关于安全防范工作的批示"), text: Words("压实责任，抓好整改。")), by: "tong")
      let number = try #require(try await test.matter(matter)?.number)
      try await test.act(LinkInstruction(sitting: series.id, number: 0, matter: number), by: "tong")
      #expect(try await series.sheet().instructions.first?.matters.map(\.matter.id) == [matter])
      try await series.decide("zhou", "排查在建工地塔吊和脚手架隐患，建立整改清单", ["zhujian"], "4月20日前")
      try await series.decide("lin", "开展沿街商铺消防安全检查", ["xiaofang", "shiqiao"])
      try await series.decide(nil, "做好值班值守", [])
      try await test.act(DropDecision(sitting: series.id, number: 2), by: "tong")

      let draft = try #require(try await test.office.minutesDraft(of: series.id))
      let (by, operation) = (ActorReference.officer(OfficerID(trusted: "tong")), test.office.newOperation())
      let meeting = try await test.office.issueMinutes(draft.text, of: series.id, by: by, operation: operation)
      // The same operation sent twice is applied once; another finds the sitting over.
      #expect(
        try await test.office.issueMinutes(draft.text, of: series.id, by: by, operation: operation) == meeting)
      await refused(.sittingOver) {
        _ = try await test.office.issueMinutes(
          draft.text, of: series.id, by: by, operation: test.office.newOperation())
      }
      let held = try await series.sheet()
      #expect(held.stage == .held && held.meeting?.id == meeting)
      #expect(try await test.office.plannedSitting() == nil)
      // The sample meeting's bulletin is in no folder.
      #expect(try await test.office.check().differences.filter { $0.table != "evidence" }.isEmpty)
    }
  }

  /// What was typed in comes out of the intake as clauses with the same speaker, units and deadline.
  @Test(arguments: TestEngine.all) func theMinutesGoThroughTheSameIntake(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.receive(clauses: ["要加强人员密集场所的消防安全检查。"])
      let series = try await Series(test)
      try await series.ask(["yingji"])
      try await series.ask(["liuwan"], .written)
      try await series.submit("yingji", "已开展交叉检查。", by: "yingji.zhang")
      try await series.submit("liuwan", "已巡查三次。", by: "liuwan.zhang")
      test.clock.advance(days: 7)
      try await series.open()
      try await test.act(
        ConveyInstruction(sitting: series.id, source: Words("市领导关于安全防范工作的批示"), text: Words("压实责任。")), by: "tong")
      try await series.decide("zhou", "排查在建工地塔吊和脚手架隐患，建立整改清单", ["zhujian"], "4月20日前")
      try await series.decide("lin", "开展沿街商铺消防安全检查", ["xiaofang", "shiqiao"])
      try await series.decide("zhou", "完成管道燃气入户安检", ["ranqi"], "10个工作日内")
      let meeting = try await series.issueMinutes()
      let review = try #require(try await test.office.intakeReview(meeting))
      let words = review.clauses.map(\.words.shown)
      #expect(words.count == 3, "\(words)")
      let district = test.office.district
      let record = try #require(
        try await test.office.ask { (session: any SQLSession) throws(StorageError) in
          try MeetingStore(session, district).load(meeting)?.record
        })
      #expect(record.day == test.office.today && record.chair?.text == "林知远")
      #expect(record.attendance.map(\.name.shown).contains("周敏之"))
      #expect(record.instructions.map(\.shown).contains { $0.contains("市领导关于安全防范工作的批示") })
      #expect(record.reported.map { "\($0.unit.shown) \($0.mode)" } == ["应急管理局 oral", "柳湾镇 written"])
      let clauses = record.clauses
      #expect(clauses.map { $0.speaker?.shown } == ["周敏之", "周敏之", "林知远"])
      #expect(clauses.map { $0.units.map(\.shown) } == [["住房和城乡建设局"], ["清河燃气有限公司"], ["消防救援大队", "石桥镇"]])
      #expect(clauses.map { $0.deadline?.shown } == ["4月20日前", "10个工作日内", nil])
      #expect(clauses.allSatisfy { $0.kind == .action })
      #expect(review.clauses.map { $0.draft.lead?.text } == ["zhujian", "ranqi", "xiaofang"])
    }
  }
}

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
      #expect(late.proposal.contains("【逾期1项】") && late.proposal.contains("已超期4天") && !late.isOwn)
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
