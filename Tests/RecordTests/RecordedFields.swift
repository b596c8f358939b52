import Directory
import Duties
import Foundation
import Ground
import Inspections
import Matters
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

extension TestOffice {
  /// A site with a position that was graded, inspected with a finding, and stopped.
  func lookAfterASite(name: String = "青石村安置房工地") async throws -> (site: SubjectID, inspection: InspectionID) {
    let form = SubjectForm(
      name: Words(name), address: Words("青石村三组"),
      position: SubjectForm.TypedPosition(latitude: "41.154321", longitude: "122.054321", system: .gcj02),
      supervising: UnitID(trusted: "zhujian"), territorial: UnitID(trusted: "shiqiao"), responsible: nil,
      attributes: ["kind": "small", "stage": "structure", "permit": "清建2026-7"])
    let site = try await act(
      RegisterSubject(type: "construction_site", form: form, risk: nil, riskReason: nil), by: "zhujian.ban")
    try await act(GradeSubject(subject: site, seen: nil, grade: .red, reason: Words("深基坑")), by: "zhujian.ban")
    let checklist = office.shippedPacks.work.checklists["construction.site"]
    let inspection = try await act(
      RecordInspection(
        subject: site, checklist: checklist?.edition ?? "", unit: nil, others: [], day: office.today,
        answers: (checklist?.items ?? []).map {
          Inspection.Answer(item: $0.code, result: $0.code == "edges" ? .fail : .pass)
        },
        findings: [
          RecordInspection.FoundThing(
            item: "edges", text: Words("三层临边无防护"), grade: .ordinary, fixed: nil, noPicture: .equipment)
        ], signature: .refused(Words("现场负责人拒签")), note: nil, recordedFor: nil), by: "zhujian.ban")
    try await act(SuspendSubject(subject: site, seen: nil, reason: Words("停工整改")), by: "zhujian.ban")
    return (site, inspection)
  }

  /// A campaign that could not get at its only site, and was closed.
  @discardableResult
  func goThrough(_ site: SubjectID, name: String = "节后复工检查") async throws -> CampaignID {
    let campaign = try await act(
      StartCampaign(
        rule: "construction.restart.drive", name: Words(name), first: office.today, last: office.today.adding(days: 9),
        towns: [UnitID(trusted: "shiqiao")], target: nil, office: UnitID(trusted: "zhujian"), matter: nil,
        basis: nil, purpose: nil), by: "tong")
    try await act(
      RecordMiss(campaign: campaign, subject: site, reason: .noAccess, onBehalfOf: nil), by: "shiqiao.ban")
    try await act(CloseCampaign(campaign: campaign), by: "tong")
    let twice = try await act(
      StartCampaign(
        rule: "construction.restart.drive", name: Words("重复启动"), first: office.today,
        last: office.today.adding(days: 9), towns: [], target: nil, office: UnitID(trusted: "zhujian"), matter: nil,
        basis: nil, purpose: nil), by: "tong")
    try await act(WithdrawCampaign(campaign: twice, reason: Words("与上一次重复")), by: "tong")
    return campaign
  }
}

extension TestOffice {
  /// A key period with everything that units enter for it, and an alert that was withdrawn.
  func standBy() async throws -> PeriodID {
    let (unit, days) = (UnitID(trusted: "shiqiao"), DayRange(office.today, office.today.adding(days: 6))!)
    func terms(_ title: String, _ alert: AlertLevel? = nil) -> PeriodTerms {
      PeriodTerms(
        title: Words(title), days: days, alert: alert,
        alertKind: alert == nil ? nil : .gale, fields: [.construction], areas: [unit], basis: Words("调度会议"),
        notice: alert.map { _ in
          AlertNotice(issuer: Words("市气象台"), number: Words("预警〔2026〕7号"), day: office.today, minute: 510)
        }, units: [unit], shifts: .wholeDay, reportBy: 1020)
    }
    let period = try await act(SetPeriod(terms("国庆假期")), by: "tong")
    try await act(AmendPeriod(period: period, seen: 1, terms: terms("国庆"), reason: Words("改名")), by: "tong")
    try await act(PlanPeriod(period: period, seen: 2, text: Words("领导带班，昼夜值守。")), by: "tong")
    try await act(
      SetHotline(period: period, unit: unit, number: Words("0999-5550101"), recordedFor: nil), by: "shiqiao.ban")
    let people = RosterLine.People(
      officer: OfficerID(trusted: "shiqiao.ban"), leader: OfficerID(trusted: "shiqiao.zhang"))
    let lines = (0..<3).map { RosterLine(day: office.today.adding(days: $0), shift: .whole, people: people) }
    try await act(KeepRoster(period: period, unit: unit, lines: lines, recordedFor: nil), by: "shiqiao.zhang")
    try await act(
      KeepRoster(
        period: period, unit: unit, lines: [RosterLine(day: lines[2].day, shift: .whole, people: nil)],
        recordedFor: .phone), by: "tong")
    try await act(
      HandOver(
        period: period, shift: ShiftKey(unit: unit, day: office.today, shift: .whole), text: Words("正常"),
        open: Words("北门待修"), recordedFor: nil), by: "shiqiao.ban")
    try await act(
      ReportDay(period: period, unit: unit, day: office.today, text: Words("停电半小时"), recordedFor: nil),
      by: "shiqiao.ban")
    let alert = try await act(SetPeriod(terms("大风", .orange), anyway: true), by: "tong")
    try await act(WithdrawPeriod(period: alert, seen: 1, reason: Words("重复登记")), by: "tong")
    try await act(
      EndPeriod(period: period, seen: nil, last: office.today, reason: Words("提前结束")), by: "tong")
    return period
  }
}

extension TestOffice {
  /// The order was sent by mail, which did not arrive, and handed over then.
  func serve(_ inspection: InspectionID) async throws {
    var form = ServiceForm(papers: [.order], way: .mail, day: office.today, receipt: .unsigned)
    (form.mail, form.note) = (Words("EA123456789CN"), Words("投递未果"))
    let mailed = try await act(ServePapers(inspection: inspection, form: form), by: "zhujian.ban")
    try await act(
      KeepServiceReceipt(
        inspection: inspection, service: mailed, scan: try await office.signedScan(SamplePictures.png, name: "回执.png")),
      by: "zhujian.ban")
    try await act(AnnulService(inspection: inspection, service: mailed, slip: .undelivered), by: "zhujian.ban")
    form = ServiceForm(papers: [.record, .order], way: .direct, day: office.today, receipt: .signed)
    form.receiver = .head
    try await act(ServePapers(inspection: inspection, form: form), by: "zhujian.ban")
  }

  /// A day later, what a unit missed: one window with a reason, one whose reason was taken back.
  func explainMissed() async throws {
    let attributes = [
      "kind": "school", "supervision": "key", "holder": "institution", "area": "12800", "floors": "4",
      "capacity": "1350", "gas": "是",
    ]
    for name in ["清河区第三小学", "清河区第四小学"] {
      let form = SubjectForm(
        name: Words(name), address: Words("书院街9号"), position: nil, supervising: UnitID(trusted: "xiaofang"),
        territorial: UnitID(trusted: "dongguan"), responsible: UnitID(trusted: "jiaoyu"), attributes: attributes)
      _ = try await act(
        RegisterSubject(type: "crowded_place", form: form, risk: nil, riskReason: nil), by: "xiaofang.ban")
    }
    let (unit, month, duty) = (UnitID(trusted: "jiaoyu"), office.today, "fire.crowded.patrol")
    clock.advance(days: 1)
    let board = try await office.missedBoard(month: month, duty: duty, for: try await officer("jiaoyu.ban"))
    guard let list = board?.opened, list.windows.count > 1 else {
      throw StorageError(.corrupt, "nothing was missed")
    }
    let windows = list.windows.prefix(2).map(\.missed)
    try await act(
      ExplainMissed(duty: duty, reason: .staffing, unit: unit, recordedFor: nil, windows: .these(windows)),
      by: "jiaoyu.ban")
    try await act(
      WithdrawReasons(duty: duty, unit: unit, recordedFor: .phone, windows: [windows[1]]), by: "tong")
  }
}

extension TestOffice {
  /// A session that was planned, held with its signed sheet and corrected, and one that was annulled.
  @discardableResult
  func train(place: String = "消防大队会议室") async throws -> TrainingID {
    func start(_ attended: Int?, in days: Int) -> TrainingStart {
      TrainingStart(
        course: "training.grid", organiser: UnitID(trusted: "xiaofang"), terms: terms(attended, in: days))
    }
    func terms(_ attended: Int?, in days: Int) -> TrainingTerms {
      TrainingTerms(
        day: office.today.adding(days: days), place: Words(place), hours: 4,
        lines: ["shiqiao", "liuwan"].map {
          TrainingTerms.Line(unit: UnitID(trusted: $0), post: "patrol", attended: attended, owed: 6)
        })
    }
    let training = try await act(PlanTraining(start(nil, in: 0)), by: "xiaofang.ban")
    let sheet = try await office.signedScan(SamplePictures.png, name: "签到表.png")
    try await act(
      HoldTraining(training: training, seen: 1, terms: terms(5, in: 0), sheet: sheet), by: "xiaofang.ban")
    try await act(
      CorrectTraining(training: training, seen: 3, terms: terms(4, in: -1), reason: Words("重数签到表")),
      by: "tong")
    let twice = try await act(RecordTraining(start(4, in: -1), sheet: nil), by: "xiaofang.zhang")
    try await act(AnnulTraining(training: twice, seen: 1, reason: Words("重复登记培训")), by: "xiaofang.zhang")
    return training
  }
}

/// What is looked after stands in the ledger like everything else: erased, restored and made anew.
@Suite struct RecordedFieldsTests {
  private static let secret = "柳湾镇三组王某某家旁工地"

  @Test(arguments: TestEngine.all) func anErasedNameIsInNoRegister(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (site, inspection) = try await test.lookAfterASite(name: Self.secret)
      let campaign = try await test.goThrough(site, name: "\(Self.secret)检查")
      try await Self.erase("\(Self.secret)检查", in: test)
      let tables = Tables(engine: test.office.engine)
      // The hazard's matter repeats the name in its own text, which is erased by itself.
      for text in [Self.secret, "\(Self.secret)：三层临边无防护"] { try await Self.erase(text, in: test) }
      for table in try await tables.names().sorted() {
        let content = try await tables.content(of: table)
        let holds = content.rows.contains { row in
          row.values.contains { if case .text(let body) = $0 { body.contains(Self.secret) } else { false } }
        }
        #expect(!holds, "\(table)")
      }
      try await Self.expectErased(site, inspection, in: test.office, for: try await test.officer("tong"))
      let sheet = try await test.office.campaignSheet(campaign, CampaignFilter(), for: try await test.officer("tong"))
      #expect(sheet?.campaign.name.isErased == true && sheet?.campaign.counts.noAccess == 1)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// A backup from before brings the site back, and not its name.
  @Test(arguments: TestEngine.all) func aRestoreErasesAgain(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (site, inspection) = try await test.lookAfterASite(name: Self.secret)
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      try await Self.erase(Self.secret, in: test)
      let viewer = try await test.officer("tong")
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        #expect(try await premises.restore(backup, clock: test.clock).erasedAgain == 1)
        let office = try await premises.open(clock: test.clock)
        try await Self.expectErased(site, inspection, in: office, for: viewer)
        #expect(findings(try await office.check()) == [])
        try await office.close()
      }
    }
  }

  /// A report's words, a handover's and a title's leave their places behind.
  @Test(arguments: TestEngine.all) func anErasedReportKeepsItsPlace(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let period = try await test.standBy()
      for text in ["停电半小时", "北门待修", "国庆"] { try await Self.erase(text, in: test) }
      let sheet = try #require(try await test.office.periodSheet(period, for: try await test.officer("tong")))
      #expect(sheet.period.terms.title.isErased && sheet.period.plan?.text == "领导带班，昼夜值守。")
      let line = try #require(sheet.day?.lines.first)
      guard case .reported(let report?)? = line.report else {
        Issue.record("\(String(describing: line.report))")
        return
      }
      #expect(report.text?.isErased == true && line.shifts.first?.handover?.open?.isErased == true)
      #expect(line.shifts.first?.handover?.text.text == "正常")
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// Where a session was, why it was corrected or annulled, and what its sheet was called can go; the counts stay.
  @Test(arguments: TestEngine.all) func anErasedSessionKeepsItsCounts(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let training = try await test.train(place: Self.secret)
      for text in [Self.secret, Self.secret, Self.secret, Self.secret, "重数签到表", "重复登记培训", "签到表.png"] {
        try await Self.erase(text, in: test)
      }
      let sheet = try #require(try await test.office.trainingSheet(training, for: try await test.officer("tong")))
      #expect(sheet.training.terms.place.isErased && sheet.training.sheets.allSatisfy { $0.name.isErased })
      #expect(sheet.line.attended == 8 && sheet.line.owed == 12 && sheet.story.count == 4)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// The same rows on another engine, from the entries alone, with the sheet among the files.
  @Test(arguments: TestEngine.all) func aRestoreTrainsAgain(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let training = try await test.train()
      let backup = Backup(folder: "\(test.database.folder.path)/backup")
      _ = try await backup.make(of: test.office)
      let viewer = try await test.officer("tong")
      let before = try await test.office.refresherBoard(RefresherFilter(course: "training.grid"), for: viewer)
      try await engine.withDatabase { other in
        let premises = test.otherPremises(on: other)
        _ = try await premises.restore(backup, clock: test.clock)
        let office = try await premises.open(clock: test.clock)
        let after = try await office.refresherBoard(RefresherFilter(course: "training.grid"), for: viewer)
        #expect(after.rows.map(\.refresher) == before.rows.map(\.refresher) && !after.rows.isEmpty)
        let sheet = try #require(try await office.trainingSheet(training, for: viewer))
        #expect(sheet.training.version == 4 && sheet.training.sheets.count == 1)
        let file = try await office.sheetFile(sheet.training.sheets[0].id, of: training, for: viewer)
        #expect(file?.type == "image/png" && file?.bytes.isEmpty == false)
        #expect(findings(try await office.check()) == [])
        try await office.close()
      }
    }
  }

  /// Words of a finding and of the refused signature go too, and the inspection's page still opens.
  @Test func anErasedFindingKeepsItsPlace() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (_, inspection) = try await test.lookAfterASite()
      for text in ["三层临边无防护", "现场负责人拒签"] { try await Self.erase(text, in: test) }
      let sheet = try #require(
        try await test.office.inspectionSheet(inspection, for: try await test.officer("zhujian.ban")))
      #expect(sheet.inspection.findings.map(\.text.shown) == [Words.erasedMark])
      #expect(sheet.inspection.findings.first?.matter != nil && !sheet.inspection.isClean)
      guard case .refused(let how) = sheet.inspection.signature else {
        Issue.record("\(sheet.inspection.signature)")
        return
      }
      #expect(how.isErased)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  private static func expectErased(
    _ site: SubjectID, _ inspection: InspectionID, in office: Office, for viewer: Officer
  ) async throws {
    let row = try #require(try await office.subjectRegister(SubjectFilter(), for: viewer).rows.first)
    #expect(row.id == site && row.name.shown == Words.erasedMark && row.name.shown == "〔已依法删除〕")
    let found = try await office.subjectRegister(SubjectFilter(words: "王某某"), for: viewer)
    #expect(found.rows.isEmpty && !found.isTooShort)
    #expect(row.address?.text == "青石村三组" && row.risk == .red && row.status == .suspended)
    let sheet = try #require(try await office.subjectSheet(site, for: viewer))
    #expect(sheet.subject.details.name.isErased && sheet.subject.version == 3 && sheet.subject.spans.isEmpty)
    #expect(sheet.subject.details.position?.given == .gcj02)
    #expect(try await office.inspectionSheet(inspection, for: viewer)?.subject.name.isErased == true)
  }

  private static func erase(_ text: String, in test: TestOffice) async throws {
    let rows = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT seal FROM texts WHERE body = $1", [.text(text)])
    }
    let seal = try #require(try rows.first?.text(0))
    try await test.act(EraseText(seal: seal, reason: Words("当事人申请删除")), by: "guan")
  }
}
