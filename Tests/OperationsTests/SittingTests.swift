import Directory
import Ground
import Matters
import Meetings
import Operations
import Reports
import Storage
import TestDatabases
import TestOffice
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
      try await test.act(LinkInstruction(sitting: series.id, number: 0, matter: number, seen: nil), by: "tong")
      #expect(try await series.sheet().instructions.first?.matters.map(\.matter.id) == [matter])
      let tong = try await test.officer("tong")
      #expect(try await test.office.myDay(for: tong).instructions == [])
      try await series.decide("zhou", "排查在建工地塔吊和脚手架隐患，建立整改清单", ["zhujian"], "4月20日前")
      try await series.decide("lin", "开展沿街商铺消防安全检查", ["xiaofang", "shiqiao"])
      try await series.decide(nil, "做好值班值守", [])
      try await test.act(DropDecision(sitting: series.id, number: 2, seen: nil), by: "tong")

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
      #expect(try await test.wrong() == [])
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
