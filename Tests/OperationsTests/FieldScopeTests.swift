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

/// Who sees what is looked after, what the door stops, and what happens once.
@Suite struct FieldScopeTests {
  @Test(arguments: TestEngine.all) func anotherTownSeesNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let inspection = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      let own = ["zhujian.ban", "shiqiao.zhang", "huanguan.ban", "tong", "lin", "yan", "shen"]
      for officer in own + ["liuwan.zhang", "liuwan.ban", "xiaofang.zhang", "guan"] {
        let (sees, viewer) = (own.contains(officer), try await test.officer(officer))
        let list = try await test.office.subjectRegister(SubjectFilter(), for: viewer)
        #expect(list.rows.map(\.id) == (sees ? [site] : []) && list.count == (sees ? 1 : 0), "\(officer)")
        let sheet = try await test.office.subjectSheet(site, for: viewer)
        #expect((sheet != nil) == sees, "\(officer)")
        let form = try await test.office.inspectionForm(site, checklist: "construction.site", for: viewer)
        #expect((form != nil) == sees, "\(officer)")
        let record = try await test.office.inspectionSheet(inspection, for: viewer)
        #expect((record != nil) == sees, "\(officer)")
        // A filter by a unit narrows, and widens nothing.
        for (unit, count) in [("shiqiao", 1), ("zhujian", 1), ("liuwan", 0)] {
          let asked = try await test.office.subjectRegister(
            SubjectFilter(unit: UnitID(trusted: unit)), for: viewer)
          #expect(asked.count == (sees ? count : 0) && asked.rows.count == asked.count, "\(officer) \(unit)")
        }
      }
      for officer in ["liuwan.ban", "xiaofang.ban"] { #expect(try await test.owed(officer) == [:]) }
    }
  }

  /// A clean inspection by somebody who has nothing to do with a site would open its gate.
  @Test func nobodyInspectsOrChangesWhatTheyDoNotSee() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      for officer in ["liuwan.zhang", "xiaofang.ban"] {
        await refused(.inspectionSubject) { try await test.inspect(Site.restart(site), by: officer) }
        await refused(.subjectKeeper) {
          try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("拆除")), by: officer)
        }
        await refused(.subjectKeeper) {
          try await test.act(
            AmendSubject(subject: site, seen: nil, form: Site.form(name: "别的"), reason: Words("更名")), by: officer)
        }
      }
      await refused(.subjectKeeper) { try await test.register(Site.form(), by: "liuwan.zhang") }
      #expect(try await test.sheet(site, "tong")?.subject.version == 1)
      #expect(try await test.sheet(site, "tong")?.inspections.isEmpty == true)
    }
  }

  @Test func onlyTheOwnUnitDeclaresAnInspectionVoid() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let inspection = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      func annul(_ officer: String) async throws {
        try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: officer)
      }
      for officer in ["tong", "shiqiao.zhang", "lin", "guan", "yan"] {
        await refused(.inspectionUnit) { try await annul(officer) }
      }
      try await annul("zhujian.zhang")
      await refused(.inspectionAnnulled) { try await annul("zhujian.zhang") }
      let sheet = try await test.office.inspectionSheet(inspection, for: try await test.officer("shiqiao.ban"))
      #expect(sheet?.inspection.annulled?.text == "登记错误" && sheet?.mayAnnul == false)
    }
  }

  @Test(arguments: TestEngine.all) func theSameOperationTwiceIsOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (first, second) = (test.office.newOperation(), test.office.newOperation())
      let keeper = ActorReference.officer(OfficerID(trusted: "zhujian.ban"))
      var sites: [SubjectID] = []
      for _ in 0..<2 {
        sites.append(
          try await test.office.perform(
            RegisterSubject(type: "construction_site", form: Site.form(), risk: nil, riskReason: nil), by: keeper,
            operation: first))
      }
      #expect(sites[0] == sites[1])
      var inspections: [InspectionID] = []
      for _ in 0..<2 {
        inspections.append(
          try await test.office.perform(
            Site.inspection(of: sites[0], findings: [Site.found("edges", "临边无防护")]), by: keeper, operation: second))
      }
      #expect(inspections[0] == inspections[1])
      let sheet = try #require(try await test.sheet(sites[0], "tong"))
      #expect(sheet.inspections.count == 1 && sheet.hazards.count == 1)
      #expect(try await test.office.subjectRegister(SubjectFilter(), for: try await test.officer("tong")).count == 1)
      // Other words under the same operation are no repetition.
      await refused(.operationConflict) {
        _ = try await test.office.perform(
          RegisterSubject(
            type: "construction_site", form: Site.form(name: "二期"), risk: nil, riskReason: nil), by: keeper,
          operation: first)
      }
    }
  }

  private static let forbidden = [
    "机密★1年\n关于有关情况的汇报", "姓名,身份证号,住址\n甲,110101199003070011,一号\n乙,110101199003070038,二号",
  ]

  /// The door of every file stands before what is typed about a subject and at an inspection.
  @Test func secretsAndRostersAreRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      for text in Self.forbidden {
        let tries: [() async throws -> Void] = [
          { try await test.register(Site.form(name: text)) }, { try await test.register(Site.form(permit: text)) },
          { try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words(text)), by: "zhujian.ban") },
          {
            try await test.act(
              AmendSubject(subject: site, seen: nil, form: Site.form(address: text), reason: Words("变更")),
              by: "zhujian.ban")
          },
          {
            try await test.inspect(Site.inspection(of: site, findings: [Site.found("edges", text)]), by: "zhujian.ban")
          },
          { try await test.inspect(Site.inspection(of: site, note: text), by: "zhujian.ban") },
          {
            try await test.inspect(
              Site.inspection(of: site, signature: .refused(Words(text))), by: "zhujian.ban")
          },
        ]
        for attempt in tries {
          let error = await #expect(throws: Refusal.self) { try await attempt() }
          let code = error?.problems.first?.code
          #expect(code?.status == 422 && code != .subjectLong && code != .inspectionLong, "\(String(describing: code))")
        }
      }
      let sheet = try #require(try await test.sheet(site, "tong"))
      #expect(sheet.subject.version == 1 && sheet.inspections.isEmpty)
    }
  }

  /// Hazards are things and places; whoever writes persons into a finding or a name hears so.
  @Test func wordsAboutPersonsAreRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      await refused(.textPersons) {
        try await test.inspect(
          Site.inspection(of: site, findings: [Site.found("edges", "对重点人员逐人排查")]), by: "zhujian.ban")
      }
      await refused(.textPersons) { try await test.register(Site.form(name: "重点人员集中住所")) }
      await refused(.textPersons) {
        try await test.act(
          AmendSubject(subject: site, seen: nil, form: Site.form(name: "重点人员集中住所"), reason: Words("更名")),
          by: "zhujian.ban")
      }
      #expect(try await test.sheet(site, "tong")?.hazards.isEmpty == true)
    }
  }

  @Test func aStalePageIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      try await test.act(GradeSubject(subject: site, seen: 1, grade: .blue, reason: Words("一般")), by: "zhujian.ban")
      await refused(.pageStale) {
        try await test.act(GradeSubject(subject: site, seen: 1, grade: .red, reason: Words("深基坑")), by: "shiqiao.ban")
      }
      await refused(.pageStale) {
        try await test.act(RetireSubject(subject: site, seen: 3, reason: Words("竣工")), by: "shiqiao.ban")
      }
      #expect(try await test.sheet(site, "tong")?.subject.risk?.grade == .blue)
      await refused(.inspectionChecklistGone) {
        try await test.inspect(Site.inspection(of: site, checklist: "construction.site@9"), by: "zhujian.ban")
      }
    }
  }

  /// Two units on one day: both records stand, and the second hears of the first.
  @Test(arguments: TestEngine.all) func twoInspectorsOnOneDay(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let first = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      let form = try await test.office.inspectionForm(
        site, checklist: "construction.site", for: try await test.officer("shiqiao.ban"))
      #expect(form?.already.map(\.id) == [first] && form?.already.first?.unit.id.text == "zhujian")
      let second = try await test.inspect(
        Site.inspection(of: site, others: ["shiqiao.zhang", "shiqiao.ban"]), by: "shiqiao.ban")
      #expect(Set(try #require(try await test.sheet(site, "tong")).inspections.map(\.id)) == [first, second])
      let sheet = try await test.office.inspectionSheet(second, for: try await test.officer("tong"))
      // Whoever records it was there, and stands once.
      #expect(sheet?.inspection.inspectors.map(\.text) == ["shiqiao.ban", "shiqiao.zhang"])
    }
  }

  @Test func coordinatesAreReadOrRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      func position(_ latitude: String, _ longitude: String) -> SubjectForm.TypedPosition {
        SubjectForm.TypedPosition(latitude: latitude, longitude: longitude, system: .gcj02)
      }
      let site = try await test.register(Site.form(position: position("41.154321", "122.054321")))
      let read = try #require(try await test.sheet(site, "tong")?.subject.details.position)
      #expect(read.given == .gcj02 && abs(read.latitude - 41_154_321) < 10_000 && read.latitude != 41_154_321)
      for (latitude, longitude) in [
        ("122.05", "41.15"), ("41°9′", "122°3′"), ("", ""), ("nan", "122.05"), ("41,15", "122,05"),
      ] {
        await refused(.subjectPosition) { try await test.register(Site.form(position: position(latitude, longitude))) }
      }
    }
  }
}
