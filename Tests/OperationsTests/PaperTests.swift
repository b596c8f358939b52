import Directory
import Documents
import Formats
import Foundation
import Ground
import Matters
import Operations
import Packs
import Reports
import Simulation
import Storage
import TestDatabases
import TestOffice
import Testing

/// Papers say what the record says, with the template that is in force.
@Suite struct PaperTests {
  /// The words of a paper's body, without its markup.
  private func words(_ file: PaperFile?, part: String = "word/document.xml") throws -> String {
    let package = try OfficePackage(try #require(file).bytes)
    let bytes = try #require(package[part])
    var (words, isTag) = ("", false)
    for character in String(decoding: bytes, as: UTF8.self) {
      if character == "<" {
        isTag = true
      } else if character == ">" {
        isTag = false
      } else if !isTag {
        words.append(character)
      }
    }
    return words
  }

  /// One matter under way, one still to be signed for, one set aside.
  private func meeting(_ test: TestOffice) async throws -> (id: MeetingID, matter: MatterID) {
    let id = try await test.receive(clauses: ["要加强人员密集场所的消防安全检查。", "要加快消防站建设。", "要提高认识。"])
    let matters = try await test.act(IssueClauses(meeting: id, clauses: [0, 1]), by: "tong")
    try await test.act(SetClauseAside(meeting: id, clause: 2, reason: Words("属于思想认识要求")), by: "tong")
    try await test.act(
      Acknowledge(matter: matters[0], seen: nil, handler: OfficerID(trusted: "xiaofang.ban"), onBehalf: nil),
      by: "xiaofang.zhang")
    try await test.act(
      ReportProgress(matter: matters[0], seen: nil, note: Words("已检查<十二>家"), onBehalf: nil), by: "xiaofang.ban")
    return (id, matters[0])
  }

  @Test(arguments: TestEngine.all) func everyPaperSaysWhatTheRecordSays(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (id, _) = try await meeting(test)
      let viewer = try await test.officer("tong")
      test.clock.advance(days: 30)
      let report = try words(try await test.office.reportPaper(id, at: nil, for: viewer))
      for phrase in ["交办事项2项", "承办中1项", "尚未签收1项", "逾期未结2项", "1条原则性要求不列入督办", "已检查&lt;十二&gt;家", "QH-2026-0001", "逾期12天"] {
        #expect(report.contains(phrase), "\(phrase)")
      }
      let notes = try words(try await test.office.reportPaper(id, at: nil, for: viewer), part: "word/footnotes.xml")
      #expect(notes.contains("条记录汇总"))
      let list = try words(try await test.office.assignmentPaper(id, for: viewer))
      #expect(list.contains("要加快消防站建设。") && list.contains("3月20日") && !list.contains("要提高认识"))
      let slip = try words(try await test.office.slipPaper(id, unit: UnitID(trusted: "xiaofang"), for: viewer))
      #expect(slip.contains("其中2项请贵单位办理"))
      let next = NextMeeting(title: "第8次调度会", day: CivilDate("2026-04-09")!, time: "14:05", place: "三楼会议室")
      let notice = try words(try await test.office.noticePaper(id, next))
      #expect(notice.contains("2026年4月9日（星期四）下午2:05") && notice.contains("在办2项，其中逾期2项"))
      let seats = try words(try await test.office.signInPaper(id, next))
      #expect(seats.contains("三楼会议室") && seats.contains("石桥镇"))
      for name in FictionalDistrict.officers.map(\.name.shown) {
        #expect(!seats.contains(name), "a sign-in sheet names posts, not \(name)")
      }
    }
  }

  /// A day of a year without a published calendar is marked, also one that somebody named.
  @Test func aDayThatMayMoveIsMarkedOnPaper() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (id, matter) = try await meeting(test)
      let viewer = try await test.officer("tong")
      func slip() async throws -> String {
        try words(try await test.office.slipPaper(id, unit: UnitID(trusted: "xiaofang"), for: viewer))
      }
      #expect(try await !slip().contains("暂定"))
      let day = try #require(CivilDate("2027-03-19"))
      try await test.act(
        ChangeDue(matter: matter, seen: nil, day: day, reason: Words("设备未到")), by: "tong")
      #expect(try await slip().contains("2027年3月19日（暂定）"))
    }
  }

  @Test func everyUnitGetsItsSlipInOneArchive() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (id, _) = try await meeting(test)
      let viewer = try await test.officer("tong")
      let bundle = try #require(try await test.office.slipBundle(id, for: viewer))
      let names = try OfficePackage(bundle.bytes).parts.map(\.name)
      #expect(names.count == 1 && names[0].hasPrefix("01 ") && names[0].hasSuffix(" 提示函.docx"))
      await #expect(throws: Refusal.self) {
        _ = try await test.office.slipPaper(id, unit: UnitID(trusted: "shiqiao"), for: viewer)
      }
    }
  }

  @Test(arguments: TestEngine.all) func anUncheckedArticleIsPrintedInNoOrder(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let unchecked = test.office.shippedPacks.references.values.filter { $0.checked != .statute }
      #expect(!unchecked.isEmpty)
      let (id, _) = try await meeting(test)
      let viewer = try await test.officer("tong")
      let slip = try words(try await test.office.slipPaper(id, unit: UnitID(trusted: "xiaofang"), for: viewer))
      for reference in unchecked { #expect(!slip.contains(reference.article), "\(reference.code)") }
    }
  }

  @Test(arguments: TestEngine.all) func aFrozenReportPrintsTheSameBytesWhateverHappensLater(_ engine: TestEngine)
    async throws
  {
    try await TestOffice.with(engine) { test in
      let (id, matter) = try await meeting(test)
      let viewer = try await test.officer("tong")
      let report = try await test.act(FreezeReport(meeting: id), by: "tong")
      let at = try await test.office.position(of: report)
      try await test.office.publisher.publish()
      let before = try #require(try await test.office.reportPaper(id, at: at, for: viewer))
      let digest = try await test.office.template(of: .followThrough).digest
      #expect(try words(before).contains("模板摘要 \(digest)") && words(before).contains("本通报已定稿"))
      test.clock.advance(days: 40)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("又检查三家"), onBehalf: nil), by: "xiaofang.ban")
      let after = try #require(try await test.office.reportPaper(id, at: at, for: viewer))
      #expect(before.bytes == after.bytes)
      let line = try #require(try await test.office.meetingPapers(id, for: viewer)?.reports.first)
      #expect(line.position == at && line.issued == 2)
      #expect(try await test.office.reportRegister().rows.map(\.position) == [at])
    }
  }

  /// The ledger names the lists of holidays that counted; one that a later version of the program ships did not.
  @Test(arguments: TestEngine.all) func aFrozenReportKnowsNoYearThatWasShippedLater(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (id, matter) = try await meeting(test)
      let day = try #require(CivilDate("2027-01-12"))
      try await test.act(
        ChangeDue(matter: matter, seen: nil, day: day, reason: Words("经批准")), by: "tong")
      try await test.act(FreezeReport(meeting: id), by: "tong")
      let frozen = try await test.office.frozenReport(of: id.text)
      let first = try #require(CivilDate("2027-01-04"))
      let later = test.office.shippedCalendar.revised(by: [
        CalendarEdition(
          year: 2027, edition: "2027.1", source: "后来的通知", off: [DayRun(first: first, last: first)], workdays: [])
      ])
      let (district, today, size) = (test.office.district, test.office.today, frozen.model.size)
      let again = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        do {
          return try Composition.canonical(
            Composition(session, district, shippedCalendar: later)
              .followThrough(of: id, below: size, asOf: today, fields: .entries(frozen.plan)))
        } catch { throw StorageError(.corrupt, "\(error)") }
      }
      #expect(
        later.workdays(after: today, through: day) == test.office.shippedCalendar.workdays(after: today, through: day)
          - 1)
      #expect(Composition.digest(again) == frozen.digest)
    }
  }

  @Test func anErasedTextPrintsTheMarkThatSaysSo() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (id, matter) = try await meeting(test)
      let viewer = try await test.officer("tong")
      let seal = try #require(try await test.matter(matter)?.text.seal)
      try await test.act(EraseText(seal: seal, reason: Words("依法删除")), by: "guan")
      let list = try words(try await test.office.assignmentPaper(id, for: viewer))
      #expect(list.contains("〔已依法删除〕") && !list.contains("人员密集场所"))
    }
  }

  @Test(arguments: TestEngine.all) func anOwnTemplateIsAdoptedUsedAndSetBack(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (id, _) = try await meeting(test)
      let viewer = try await test.officer("tong")
      let shipped = try await test.office.template(of: .slip)
      var package = try OfficePackage(shipped.bytes)
      let place = try #require(package.parts.firstIndex { $0.name == "word/document.xml" })
      let text = String(decoding: package.parts[place].bytes, as: UTF8.self)
      package.parts[place].bytes = Array(text.replacingOccurrences(of: "回　　执", with: "本办自用回执").utf8)
      let own = try package.archive()
      func adopt(_ bytes: [UInt8], by officer: String) async throws {
        try await test.office.adoptTemplate(
          bytes, name: "提示函.docx", kind: .slip, by: .officer(OfficerID(trusted: officer)),
          operation: test.office.newOperation())
      }
      try await adopt(own, by: "guan")
      let used = try await test.office.template(of: .slip)
      #expect(used.bytes == own && used.digest != shipped.digest)
      let slip = try words(try await test.office.slipPaper(id, unit: UnitID(trusted: "xiaofang"), for: viewer))
      #expect(slip.contains("本办自用回执") && slip.contains(used.digest))
      let row = try #require(try await test.office.templateDesk().rows.first { $0.kind == .slip })
      #expect(row.own?.by.id.text == "guan" && row.digest == used.digest)

      package.parts[place].bytes = Array(text.replacingOccurrences(of: "{{unit}}：", with: "{{units}}：").utf8)
      let broken = try package.archive()
      let refusal = await #expect(throws: Refusal.self) { try await adopt(broken, by: "guan") }
      #expect(refusal?.problems.map(\.code.code) == ["template.unknown_tag"])
      #expect(refusal?.problems.first?.values["paragraph"] == "{{units}}：")
      #expect(try await test.office.template(of: .slip).digest == used.digest)
      await #expect(throws: Refusal.self) { try await adopt(own, by: "xiaofang.ban") }

      try await test.act(UseShippedTemplate(kind: .slip), by: "tong")
      #expect(try await test.office.template(of: .slip).digest == shipped.digest)
      await #expect(throws: Refusal.self) { try await test.act(UseShippedTemplate(kind: .slip), by: "tong") }
      // The meeting's own file is not there in this test; everything else is.
      #expect(
        try await test.office.check().differences.allSatisfy { $0.table == "evidence" && $0.key.hasPrefix("000") })
    }
  }

  @Test(arguments: TestEngine.all) func theRegisterHoldsEveryMatterOfTheFilter(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await meeting(test)
      let viewer = try #require(try await test.office.directory()?.officers[OfficerID(trusted: "tong")])
      let all = try await test.office.registerFile(MatterFilter(), for: viewer)
      let cells = String(
        decoding: try OfficePackage(all.bytes)["xl/sharedStrings.xml"] ?? [], as: UTF8.self)
      for text in ["QH-2026-0001", "QH-2026-0002", "要加快消防站建设。", "承办中", "未签收", "会议明确"] {
        #expect(cells.contains(text), "\(text)")
      }
      #expect(try await test.office.registerFile(MatterFilter(), for: viewer).bytes == all.bytes)
      let signed = try await test.office.registerFile(MatterFilter(phases: [.underway]), for: viewer)
      let some = String(decoding: try OfficePackage(signed.bytes)["xl/sharedStrings.xml"] ?? [], as: UTF8.self)
      #expect(some.contains("QH-2026-0001") && !some.contains("QH-2026-0002"))
      for name in FictionalDistrict.officers.map(\.name.shown) { #expect(!cells.contains(">\(name)<"), "\(name)") }
    }
  }
}
