import Directory
import Documents
import Formats
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

/// The record of an inspection, the order that follows, and the opinion after the re-inspection.
@Suite struct FieldPaperTests {
  /// The words of a paper's body, without its markup.
  func words(_ file: PaperFile?) throws -> String {
    let package = try OfficePackage(try #require(file).bytes)
    let bytes = try #require(package["word/document.xml"])
    return String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
  }

  @Test(arguments: TestEngine.all) func theRecordSaysWhatWasFoundAndWhoRefused(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let viewer = try await test.officer("zhujian.ban")
      let id = try await test.inspect(
        Site.inspection(
          of: site,
          findings: [Site.found("edges", "三层临边<防护>缺失"), Site.found("power", "配电箱未上锁", fixed: "当场上锁")],
          signature: .refused(Words("负责人称需请示，录音为证")), note: "雨后"), by: "zhujian.ban")
      let file = try await test.office.inspectionRecordPaper(id, for: viewer)
      #expect(file?.name == "青石村安置房工地 现场检查记录.docx")
      let record = try words(file)
      for phrase in [
        "现场检查记录", "青石村安置房工地", "青石村三组", "2026年3月2日", "construction.site@2", "三层临边&lt;防护&gt;缺失",
        "当场整改：当场上锁", "QH-2026-0001", "拒绝签字。拒签情形：负责人称需请示，录音为证", "备注：雨后", "不合格",
      ] {
        #expect(record.contains(phrase), "\(phrase)")
      }
      #expect(!record.contains("□") && !record.contains("作废") && !record.contains("未发现问题"))
      // Whoever has nothing to do with the subject finds none.
      #expect(try await test.office.inspectionRecordPaper(id, for: try await test.officer("liuwan.zhang")) == nil)
      try await test.act(AnnulInspection(inspection: id, reason: Words("登记错对象")), by: "zhujian.zhang")
      #expect(try words(try await test.office.inspectionRecordPaper(id, for: viewer)).contains("本次检查已作废：登记错对象"))
    }
  }

  @Test func theBlankCopyAsksEverythingAndAnswersNothing() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let viewer = try await test.officer("zhujian.ban")
      let blank = try words(
        try await test.office.blankInspectionPaper(site, checklist: "construction.dust", for: viewer))
      let checklist = try #require(test.office.shippedPacks.work.checklists["construction.dust"])
      for item in checklist.items { #expect(blank.contains(item.title.chinese), "\(item.code)") }
      #expect(blank.contains("□合格　□不合格　□不适用") && blank.contains("＿＿＿%（100–100）") && blank.contains("□拒签"))
      #expect(!blank.contains("未发现问题"))
      // Of another type's checklist there is none.
      #expect(try await test.office.blankInspectionPaper(site, checklist: "fire.crowded", for: viewer) == nil)
    }
  }

  /// The term and the number stay, however often it is printed and whatever was granted since.
  @Test(arguments: TestEngine.all) func theSameOrderIsTheSamePaper(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let viewer = try await test.officer("zhujian.ban")
      let clean = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      await refused(.inspectionNoOrder) {
        _ = try await test.office.rectificationOrderPaper(clean, for: viewer)
      }
      let id = try await test.inspect(
        Site.inspection(
          of: site,
          findings: [
            Site.found("edges", "三层临边防护缺失"), Site.found("pit", "边坡开裂", grade: .major),
            Site.found("power", "配电箱未上锁", fixed: "当场上锁"),
          ]), by: "zhujian.ban")
      let first = try #require(try await test.office.rectificationOrderPaper(id, for: viewer))
      let order = try words(first)
      for phrase in [
        "责改〔2026〕1号", "2026年3月2日", "下列2个问题", "三层临边防护缺失（QH-2026-0001）", "边坡开裂", "重大隐患在排除前", "存根", "送　达　回　证",
      ] {
        #expect(order.contains(phrase), "\(phrase)")
      }
      // What was put right at once is ordered no more, and no law is printed that nobody has read.
      #expect(!order.contains("配电箱") && order.contains("待核") && !order.contains("《"))
      let sheet = try #require(try await test.office.inspectionSheet(id, for: viewer))
      let matter = try #require(sheet.inspection.findings.first?.matter)
      test.clock.advance(days: 3)
      try await test.act(
        Amend(matter: matter, seen: nil, text: Words("另一种说法"), reason: Words("笔误")), by: "tong")
      #expect(try await test.office.rectificationOrderPaper(id, for: viewer)?.bytes == first.bytes)
      try await test.act(AnnulInspection(inspection: id, reason: Words("登记错误")), by: "zhujian.zhang")
      await refused(.inspectionNoOrder) { _ = try await test.office.rectificationOrderPaper(id, for: viewer) }
    }
  }

  /// An article that was read in a copy alone waits: the record marks it, the order prints none.
  @Test func anArticleReadInACopyWaits() async throws {
    try await TestOffice.with(.sqlite) { test in
      let packs = test.office.shippedPacks
      let item = try #require(packs.work.checklists["fire.crowded"]?.item("exits"))
      let reference = try #require(item.reference.flatMap { packs.references[$0] })
      let clause = try #require(item.clause)
      #expect(reference.checked == .copy)
      let (_, id) = try await test.lockedExit()
      let viewer = try await test.officer("xiaofang.ban")
      #expect(try words(try await test.office.inspectionRecordPaper(id, for: viewer)).contains("\(clause)（待核）"))
      let order = try words(try await test.office.rectificationOrderPaper(id, for: viewer))
      #expect(order.contains("东侧出口上锁") && order.contains("待核") && !order.contains("消防法"))
    }
  }

  @Test(arguments: TestEngine.all) func theOpinionFollowsTheReinspection(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let id = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "三层临边防护缺失")]), by: "zhujian.ban")
      let viewer = try await test.officer("tong")
      let sheet = try #require(try await test.office.inspectionSheet(id, for: viewer))
      let matter = try #require(sheet.inspection.findings.first?.matter)
      await refused(.inspectionNoOpinion) {
        _ = try await test.office.reinspectionOpinionPaper(matter, for: viewer)
      }
      try await test.act(
        Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "huanguan.ban"), onBehalf: nil),
        by: "huanguan.zhang")
      for _ in 0..<2 { try await test.act(test.photo(for: matter), by: "huanguan.ban") }
      try await test.act(
        Submit(matter: matter, seen: nil, note: Words("已挂网"), onBehalf: nil), by: "huanguan.ban")
      try await test.act(
        ReturnForRework(matter: matter, seen: nil, reasons: Words("北侧仍缺两米")), by: "yan")
      let returned = try words(try await test.office.reinspectionOpinionPaper(matter, for: viewer))
      for phrase in ["复查〔2026〕1号", "责改〔2026〕1号", "已挂网", "北侧仍缺两米", "未整改到位"] {
        #expect(returned.contains(phrase), "\(phrase)")
      }
      #expect(!returned.contains("予以销号"))
      try await test.act(
        Submit(matter: matter, seen: nil, note: Words("北侧已补齐"), onBehalf: nil), by: "huanguan.ban")
      try await test.act(
        CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: "yan")
      let closed = try words(try await test.office.reinspectionOpinionPaper(matter, for: viewer))
      for phrase in ["复查〔2026〕1号之2", "北侧已补齐", "现场复查", "现场核查属实", "已整改到位", "予以销号"] {
        #expect(closed.contains(phrase), "\(phrase)")
      }
      #expect(!closed.contains("未整改到位"))
    }
  }
}

extension TestOffice {
  /// A shop of which one exit was found locked.
  func lockedExit() async throws -> (place: SubjectID, inspection: InspectionID) {
    let place = try await act(
      RegisterSubject(
        type: "crowded_place",
        form: SubjectForm(
          name: Words("清河商场"), address: Words("清河路1号"), position: nil, supervising: UnitID(trusted: "xiaofang"),
          territorial: UnitID(trusted: "shiqiao"), responsible: nil,
          attributes: try attributes(of: "crowded_place", with: [:])), risk: nil, riskReason: nil),
      by: "xiaofang.ban")
    let passing = try passing("fire.crowded", of: place)
    let inspection = try await inspect(
      RecordInspection(
        subject: place, checklist: passing.checklist, unit: nil, others: [], day: passing.day,
        answers: passing.answers.map { $0.item == "exits" ? Inspection.Answer(item: "exits", result: .fail) : $0 },
        findings: [Site.found("exits", "东侧出口上锁")], signature: .absent, note: nil, recordedFor: nil),
      by: "xiaofang.ban")
    return (place, inspection)
  }
}
