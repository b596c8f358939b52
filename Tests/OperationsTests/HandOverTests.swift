import Directory
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

/// What an inspection finds that is another unit's to deal with is handed on, on record (安全生产法 Article 69).
@Suite struct HandOverTests {
  private func found(_ text: String, to unit: String?, fixed: String? = nil) -> RecordInspection.FoundThing {
    RecordInspection.FoundThing(
      item: nil, text: Words(text), grade: .ordinary, fixed: fixed.map { Words($0) },
      handedTo: unit.map { UnitID(trusted: $0) })
  }

  @Test(arguments: TestEngine.all) func theOtherUnitLeadsAndTheFinderSees(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let inspection = try await test.inspect(
        Site.inspection(of: site, findings: [found("边坡有废油桶", to: "huanbao"), found("临边无防护", to: nil)]),
        by: "zhujian.ban")
      let sheet = try #require(
        try await test.office.inspectionSheet(inspection, for: try await test.officer("zhujian.ban")))
      let findings = sheet.inspection.findings
      #expect(
        findings.map(\.handedTo) == [UnitID(trusted: "huanbao"), nil] && findings.map(\.isOrdered) == [false, true])
      #expect(sheet.handedTo[UnitID(trusted: "huanbao")] != nil)
      let (handed, ordered) = (try #require(findings[0].matter), try #require(findings[1].matter))
      let matter = try #require(try await test.matter(handed))
      #expect(matter.lead.text == "huanbao" && matter.supporting.map(\.text) == ["zhujian"])
      #expect(try await test.matter(ordered)?.lead.text == "shiqiao")
      // The finder sees it, and the unit that it went to may say that it is not its own.
      #expect(try await test.office.matterSheet(handed, for: try await test.officer("zhujian.ban")) != nil)
      try await test.act(
        Object(matter: handed, seen: nil, reason: Words("属城管职责"), onBehalf: nil), by: "huanbao.zhang")
      #expect(try await test.wrong() == [])
    }
  }

  /// Whoever has to do with a hazard sees what shows it and who handed it on, and nothing else of a visit to a place that is
  /// none of its.
  @Test(arguments: TestEngine.all) func theReceiverSeesItsPictures(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let pictures = try await test.office.takePictures(
        [0, 1].map { (number: Int) in
          SentPicture(
            item: nil, finding: number, stage: .found, name: "现场\(number).jpg", bytes: SamplePictures.jpegWithPlace,
            place: "finding.\(number).photo")
        })
      let id = try await test.inspect(
        Site.inspection(
          of: site, findings: [found("边坡有废油桶", to: "huanbao"), found("临边无防护", to: nil)], pictures: pictures),
        by: "zhujian.ban")
      let inspection = try #require(
        try await test.office.inspectionSheet(id, for: try await test.officer("zhujian.ban"))?.inspection)
      let receiver = try await test.officer("huanbao.zhang")
      let matter = try #require(inspection.findings[0].matter)
      let line = try #require(try await test.office.matterSheet(matter, for: receiver)?.found)
      #expect(line.handedTo?.id.text == "huanbao" && !line.isInSight && line.pictures.map(\.number) == [1])
      let own = try #require(line.pictures.first).picture.file.id
      #expect(try await test.office.inspectionPicture(own, of: id, for: receiver) != nil)
      #expect(try await test.office.inspectionPictureSmall(own, of: id, for: receiver) != nil)
      let other = try #require(inspection.numberedPictures.last).file.id
      await refused(.subjectOutOfScope) {
        _ = try await test.office.inspectionPicture(other, of: id, for: receiver)
      }
      #expect(try await test.office.inspectionSheet(id, for: receiver) == nil)
      let ordered = try #require(inspection.findings[1].matter)
      let there = try await test.office.matterSheet(ordered, for: try await test.officer("zhujian.ban"))?.found
      #expect(there?.handedTo == nil && there?.pictures.map(\.number) == [2])
      // What becomes of it is the office's to decide; that the inspection is void is said.
      #expect(there?.annulled == nil)
      try await test.act(AnnulInspection(inspection: id, reason: Words("重复登记")), by: "zhujian.ban")
      #expect(try await test.office.matterSheet(matter, for: receiver)?.found?.annulled?.text == "重复登记")
    }
  }

  /// The order to the inspected unit holds what is the unit's own alone; where all was handed on there is none.
  @Test func theOrderLeavesItOut() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let officer = try await test.officer("zhujian.ban")
      let both = try await test.inspect(
        Site.inspection(of: site, findings: [found("边坡有废油桶", to: "huanbao"), found("临边无防护", to: nil)]),
        by: "zhujian.ban")
      let order = try #require(try await test.office.rectificationOrderPaper(both, for: officer))
      let words = try FieldPaperTests().words(order)
      #expect(words.contains("临边无防护") && !words.contains("边坡有废油桶"))
      let record = try #require(try await test.office.inspectionRecordPaper(both, for: officer))
      #expect(try FieldPaperTests().words(record).contains("移交"))
      test.clock.advance(days: 9)
      let none = try await test.inspect(
        Site.inspection(of: site, day: test.office.today, findings: [found("边坡有废油桶", to: "huanbao")]),
        by: "zhujian.ban")
      await refused(.inspectionNoOrder) { _ = try await test.office.rectificationOrderPaper(none, for: officer) }
      let list = try await test.office.workList(for: officer)
      #expect(list.unserved.map(\.id) == [both])
    }
  }

  @Test func whatCannotBeHandedOn() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      for (thing, code) in [
        (found("边坡有废油桶", to: "nobody"), ProblemCode.inspectionHandedTo),
        (found("边坡有废油桶", to: "huanbao", fixed: "已运走"), .inspectionHandedFixed),
        (found("边坡有废油桶", to: "zhujian"), .inspectionHandedOwn), (found("边坡有废油桶", to: "gov"), .inspectionHandedTo),
      ] {
        await refused(code) {
          _ = try await test.inspect(Site.inspection(of: site, findings: [thing]), by: "zhujian.ban")
        }
      }
      // Whoever runs it is ordered, and what is handed on has no limit.
      let run = try await test.register(Site.form(name: "乙工地", responsible: "huanguan"))
      await refused(.inspectionHandedOwn) {
        _ = try await test.inspect(
          Site.inspection(of: run, findings: [found("边坡有废油桶", to: "huanguan")]), by: "zhujian.ban")
      }
      let urgent = RecordInspection.FoundThing(
        item: nil, text: Words("边坡有废油桶"), grade: .ordinary, fixed: nil, ordered: .atOnce,
        handedTo: UnitID(trusted: "huanbao"))
      await refused(.inspectionHandedOrder) {
        _ = try await test.inspect(Site.inspection(of: run, findings: [urgent]), by: "zhujian.ban")
      }
    }
  }

  @Test func aNameThatTwoUnitsShareIsAskedFor() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.addCommunities()
      let plain = try await test.office.handOverUnits()
      #expect(try plain.unit(named: " 生态环境 分局", at: "x")?.text == "huanbao")
      #expect(try plain.unit(named: "环保分局", at: "x")?.text == "huanbao" && plain.unit(named: "　", at: "x") == nil)
      let twin = try await test.act(
        SetUnit(unit: nil, seen: nil, name: Words("河东村"), kind: .community, parent: UnitID(trusted: "liuwan")),
        by: "guan")
      let units = try await test.office.handOverUnits()
      #expect(units.labels.filter { $0.hasPrefix("河东村") } == ["河东村（石桥镇）", "河东村（柳湾镇）"])
      #expect(try units.unit(named: "河东村（柳湾镇）", at: "x") == twin)
      let refusal = #expect(throws: Refusal.self) { try units.unit(named: "河东村", at: "finding.x.hand_to") }
      #expect(refusal?.problems.map(\.code) == [.inspectionHandedTo])
      #expect(refusal?.problems.first?.values["near"]?.contains("河东村（石桥镇）、河东村（柳湾镇）") == true)
      let long = #expect(throws: Refusal.self) { try units.unit(named: String(repeating: "长", count: 5000), at: "x") }
      #expect((long?.problems.first?.values["unit"]?.count ?? 0) <= HandOverUnits.longest)
    }
  }
}
