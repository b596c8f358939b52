import Formats
import Ground
import Inspections
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// An order waits until it came to the inspected unit; a slip lets it wait again; the receipt prints blank and filled.
@Suite struct ServiceOfPapersTests {
  private func words(_ file: PaperFile?) throws -> String {
    let package = try OfficePackage(try #require(file).bytes)
    let bytes = try #require(package["word/document.xml"])
    return String(decoding: bytes, as: UTF8.self).replacing(/<[^>]*>/, with: "")
  }

  private func form(
    _ papers: [ServiceForm.Choice], _ way: Service.Way = .direct, _ receipt: Service.Receipt = .signed,
    day: CivilDate
  ) -> ServiceForm {
    var form = ServiceForm(papers: papers, way: way, day: day, receipt: receipt)
    form.receiver = receipt == .signed ? .staff : nil
    return form
  }

  @Test(arguments: TestEngine.all) func anOrderWaitsUntilItIsServed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let ban = try await test.officer("zhujian.ban")
      try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      let id = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "三层临边防护缺失")]), by: "zhujian.ban")
      func unserved(_ officer: String = "zhujian.ban") async throws -> [InspectionID] {
        try await test.office.workList(for: try await test.officer(officer)).unserved.map(\.id)
      }
      func sheet() async throws -> ServiceSheet {
        try #require(try await test.office.inspectionSheet(id, for: ban)).services
      }
      #expect(try await unserved() == [id])
      #expect(try await unserved("shiqiao.ban") == [])
      #expect(try await sheet().waiting.map(\.paper) == [.record, .order])
      #expect(try await sheet().waiting.map(\.number) == [nil, "责改〔2026〕1号"])
      let blank = try words(try await test.office.serviceReceiptPaper(id, for: ban))
      for phrase in ["责令限期整改指令书", "责改〔2026〕1号", "现场检查记录", "□直接", "青石村安置房工地"] {
        #expect(blank.contains(phrase), "\(phrase)")
      }
      let matter = try #require(try await test.office.inspectionSheet(id, for: ban)?.inspection.findings.first?.matter)
      let due = try await test.matter(matter)?.due?.day

      // By mail, served the next day; the note is held to the persons rule.
      test.clock.advance(days: 1)
      var mailed = form([.order], .mail, .unsigned, day: test.office.today)
      mailed.mail = Words("EA123456789CN")
      mailed.note = Words("对重点人员逐人排查")
      await refused(.textPersons) { try await test.act(ServePapers(inspection: id, form: mailed), by: "zhujian.ban") }
      mailed.note = Words("传达室签收")
      let scan = try await test.office.signedScan(SamplePictures.jpegWithPlace, name: "回证.jpg")
      let service = try await test.act(
        ServePapers(inspection: id, form: mailed, scan: scan), by: "zhujian.ban")
      #expect(try await unserved() == [])
      let line = try #require(try await sheet().services.first)
      #expect(line.service.day == test.office.today && line.papers.map(\.number) == ["责改〔2026〕1号"])
      let file = try #require(line.service.scans.first)
      #expect(try await test.office.serviceScan(file.id, of: service, id, for: ban)?.bytes.count == file.size)
      #expect(try await test.office.serviceScan(file.id, of: service, id, for: test.officer("liuwan.ban")) == nil)
      // The term does not move with the service.
      #expect(try await test.matter(matter)?.due?.day == due)
      let found = try #require(try await test.office.matterSheet(matter, for: ban)?.found)
      #expect(found.papers.map(\.service?.day) == [test.office.today])
      #expect(found.papers.map(\.made.made) == [test.office.today.adding(days: -1)])
      let filled = try words(try await test.office.serviceReceiptPaper(id, service: service, for: ban))
      #expect(filled.contains("邮寄送达") && filled.contains("邮件号码：EA123456789CN") && !filled.contains("□"))

      // It had not arrived after all: it waits again, and is left at the place the next time.
      try await test.act(AnnulService(inspection: id, service: service, slip: .undelivered), by: "zhujian.zhang")
      #expect(try await unserved() == [id])
      var left = form([.order, .record], .left, .refused, day: test.office.today)
      left.witnesses = 2
      let second = try await test.act(ServePapers(inspection: id, form: left), by: "zhujian.ban")
      let late = try await test.office.signedScan(SamplePictures.png, name: "回证2.png")
      try await test.act(KeepServiceReceipt(inspection: id, service: second, scan: late), by: "zhujian.ban")
      #expect(try await sheet().waiting.isEmpty)
      #expect(try await sheet().services.map(\.service.slip) == [nil, .undelivered])
      await refused(.serviceNothing) { _ = try await test.office.serviceReceiptPaper(id, for: ban) }
      #expect(try await test.wrong() == [])
      _ = try await Rebuild(test.office.engine, test.office.district).run()
      #expect(try await test.wrong() == [])
      #expect(try await unserved() == [])
    }
  }

  /// The opinion of each re-inspection is served by itself; once the hazard is closed its order is asked for no more.
  @Test func anOpinionIsServedToo() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let ban = try await test.officer("zhujian.ban")
      let id = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "三层临边防护缺失")]), by: "zhujian.ban")
      let sheet = try #require(try await test.office.inspectionSheet(id, for: ban))
      let matter = try #require(sheet.inspection.findings.first?.matter)
      let form = form([.opinion(of: matter)], day: test.office.today)
      await refused(.servicePaper) { try await test.act(ServePapers(inspection: id, form: form), by: "zhujian.ban") }
      try await test.rectify(matter, unit: "huanguan", by: "yan")
      #expect(try await test.office.workList(for: ban).unserved.isEmpty)
      let waiting = try #require(try await test.office.inspectionSheet(id, for: ban)).services.waiting
      #expect(waiting.map(\.paper) == [.record, .order, .opinion(of: matter, number: 1)])
      #expect(waiting.last?.number == "复查〔2026〕1号")
      try await test.act(ServePapers(inspection: id, form: form), by: "zhujian.ban")
      let found = try #require(try await test.office.matterSheet(matter, for: ban)?.found)
      #expect(found.papers.map { $0.service != nil } == [false, true])
      #expect(try await test.wrong() == [])
    }
  }

  /// Whoever records it for the inspecting unit says by which channel.
  @Test func theOfficeSaysHowItWasTold() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let id = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "三层临边防护缺失")]), by: "zhujian.ban")
      var form = form([.order], day: test.office.today)
      await refused(.serviceChannel) { try await test.act(ServePapers(inspection: id, form: form), by: "tong") }
      await refused(.serviceUnit) { try await test.act(ServePapers(inspection: id, form: form), by: "shiqiao.ban") }
      form.recordedFor = .phone
      try await test.act(ServePapers(inspection: id, form: form), by: "tong")
      await refused(.serviceDone) { try await test.act(ServePapers(inspection: id, form: form), by: "tong") }
    }
  }
}
