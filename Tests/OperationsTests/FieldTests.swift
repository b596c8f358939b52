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

/// What is looked after, from the register to the hazard's close-out.
@Suite struct FieldTests {
  @Test(arguments: TestEngine.all) func aSiteIsStoppedAndResumesBehindItsGate(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await test.act(GradeSubject(subject: site, seen: 1, grade: .red, reason: Words("深基坑")), by: "zhujian.ban")
      try await test.act(SuspendSubject(subject: site, seen: 2, reason: Words("停工整改")), by: "zhujian.ban")
      func resume() async throws {
        try await test.act(ResumeSubject(subject: site, seen: nil, reason: Words("复工")), by: "zhujian.ban")
      }
      await refused(.subjectGate) { try await resume() }
      // One that found something does not open it, nor does another checklist, nor one that was declared void.
      try await test.inspect(Site.restart(site, failing: ["dust"]), by: "zhujian.ban")
      try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      let void = try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "zhujian.zhang")
      await refused(.subjectGate) { try await resume() }
      #expect(try await test.sheet(site, "zhujian.ban")?.gate?.isPassed == false)
      let clean = try await test.inspect(Site.restart(site), by: "zhujian.ban")
      #expect(try await test.sheet(site, "zhujian.ban")?.gate?.isPassed == true)
      try await resume()
      let sheet = try #require(try await test.sheet(site, "zhujian.ban"))
      #expect(sheet.subject.status == .active && sheet.subject.risk?.grade == .red && sheet.subject.version == 4)
      #expect(sheet.gate == nil && sheet.inspections.count == 4)
      guard case .resumed(let passed, _)? = sheet.story.first?.change else {
        Issue.record("\(sheet.story.count)")
        return
      }
      #expect(passed == clean)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// A clean inspection of before the stop says nothing about the time after it, on the same day or on another.
  @Test(arguments: [0, 1]) func anEarlierInspectionOpensNoGate(_ days: Int) async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      test.clock.advance(days: days)
      try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words("停工")), by: "zhujian.ban")
      await refused(.subjectGate) {
        try await test.act(ResumeSubject(subject: site, seen: nil, reason: Words("复工")), by: "zhujian.ban")
      }
    }
  }

  /// Whoever runs the site opens no gate of its own and lifts no stop; what was found last counts, and a void one shows.
  @Test(arguments: TestEngine.all) func whoOpensTheGate(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      func resume(_ officer: String) async throws {
        try await test.act(ResumeSubject(subject: site, seen: nil, reason: Words("复工")), by: officer)
      }
      try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words("停工")), by: "zhujian.ban")
      try await test.inspect(Site.restart(site), by: "huanguan.ban")
      await refused(.subjectGate) { try await resume("zhujian.ban") }
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      await refused(.subjectOverseer) { try await resume("huanguan.zhang") }
      await refused(.subjectOverseer) {
        try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("竣工")), by: "huanguan.zhang")
      }
      // What came up after the clean one closes the gate again.
      try await test.inspect(Site.restart(site, failing: ["dust"]), by: "shiqiao.ban")
      await refused(.subjectGate) { try await resume("zhujian.ban") }
      let last = try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await resume("shiqiao.zhang")
      try await test.act(AnnulInspection(inspection: last, reason: Words("登记错误")), by: "zhujian.ban")
      #expect(try await test.sheet(site, "tong")?.voidedGate?.id == last)
    }
  }

  /// What a unit recorded before it was merged is its heir's to declare void.
  @Test func theHeirDeclaresAnInspectionVoid() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let inspection = try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "shiqiao"), seen: nil, day: test.office.today, successor: UnitID(trusted: "liuwan"),
          reason: Words("撤并")), by: "guan")
      await refused(.inspectionUnit) {
        try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: "zhujian.ban")
      }
      try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: "liuwan.ban")
      #expect(try await test.sheet(site, "tong")?.inspections.map(\.isAnnulled) == [true])
    }
  }

  /// What was found on the day before a subject was retired can still be written down.
  @Test func whatWasFoundBeforeItWasRetired() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      let yesterday = test.office.today.adding(days: -1)
      try await test.inspect(
        Site.inspection(of: site, day: yesterday, findings: [Site.found("edges", "临边无防护")]), by: "zhujian.ban")
      await refused(.inspectionRetired) { try await test.inspect(Site.inspection(of: site), by: "zhujian.ban") }
    }
  }

  @Test(arguments: TestEngine.all) func aHazardRunsToItsCloseOut(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      // On Friday, 27 February, written down on Monday.
      let day = test.office.today.adding(days: -3)
      let inspection = try await test.inspect(
        Site.inspection(
          of: site, day: day,
          findings: [
            Site.found("edges", "三层临边防护缺失"), Site.found("power", "配电箱未上锁", fixed: "当场上锁"),
          ]), by: "zhujian.ban")
      let sheet = try #require(try await test.office.inspectionSheet(inspection, for: try await test.officer("tong")))
      #expect(sheet.inspection.findings.map { $0.matter != nil } == [true, false])
      #expect(sheet.inspection.inspectors == [OfficerID(trusted: "zhujian.ban")] && sheet.matters.count == 1)
      let id = try #require(sheet.inspection.findings[0].matter)
      let matter = try #require(try await test.matter(id))
      #expect(matter.number == "QH-2026-0001" && matter.procedure == "hazard_ordinary" && matter.phase == .assigned)
      #expect(matter.lead.text == "huanguan" && matter.supporting.map(\.text) == ["zhujian"])
      #expect(matter.text.text == "青石村安置房工地：三层临边防护缺失")
      #expect(matter.fields == [.construction] && matter.leader?.text == "zhou")
      #expect(
        matter.hazard
          == HazardOrigin(
            inspection: inspection, subject: site, checklist: "construction.site@2", item: "edges", grade: .ordinary))
      // Fifteen days behind the inspection is a Saturday.
      #expect(matter.due?.start == day && matter.due?.nominal == CivilDate("2026-03-14"))
      #expect(matter.due?.day == CivilDate("2026-03-16") && matter.due?.source == "hazard.ordinary")
      try await test.rectify(id, unit: "huanguan", by: "yan")
      #expect(try await test.matter(id)?.phase == .closed)
      #expect(try await test.sheet(site, "zhujian.ban")?.hazards.map(\.matter.number) == ["QH-2026-0001"])
      #expect(try await test.wrong() == [])
    }
  }

  /// What is written where it would be lost is refused, and the problem says so.
  @Test func nothingTypedIsLost() async throws {
    try await TestOffice.with(.sqlite) { test in
      let act = RegisterSubject(
        type: "construction_site", form: Site.form(), risk: nil, riskReason: Words("紧邻学校"))
      await #expect(throws: Refusal([Problem(.subjectBlank, at: "risk")])) {
        try await test.act(act, by: "zhujian.ban")
      }
    }
    #expect(throws: Refusal([Problem(.inspectionNotRefused, at: "signature")])) {
      try Inspection.Signature(.signed, refusal: Words("拒不签字"))
    }
  }

  /// Of a site whose town found it the town both leads and found, and stands once.
  @Test func whoLeadsAHazard() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      func lead(_ officer: String, grade: HazardGrade = .ordinary, text: String) async throws -> Matter? {
        let inspection = try await test.inspect(
          Site.inspection(of: site, findings: [Site.found("edges", text, grade: grade)]), by: officer)
        let sheet = try await test.office.inspectionSheet(inspection, for: try await test.officer("tong"))
        return try await test.matter(try #require(sheet?.inspection.findings.first?.matter))
      }
      let own = try await lead("shiqiao.ban", text: "临边无防护")
      #expect(own?.lead.text == "shiqiao" && own?.supporting == [])
      let major = try await lead("zhujian.ban", grade: .major, text: "边坡开裂")
      #expect(major?.procedure == "hazard_major" && major?.standard == "construction_major_site")
      #expect(major?.lead.text == "shiqiao" && major?.supporting.map(\.text) == ["zhujian"])
      // The town merges into the next one, its unit of record stays: the successor leads.
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "shiqiao"), seen: nil, day: test.office.today, successor: UnitID(trusted: "liuwan"),
          reason: Words("撤并")), by: "guan")
      #expect(try await lead("zhujian.ban", text: "洞口无盖板")?.lead.text == "liuwan")
      #expect(try await test.sheet(site, "liuwan.zhang")?.subject.id == site)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Written down when its term is over already: the matter is overdue from the start, and nobody loses the finding.
  @Test func aHazardWrittenDownLateIsOverdue() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let inspection = try await test.inspect(
        Site.inspection(
          of: site, day: test.office.today.adding(days: -25), findings: [Site.found("edges", "临边无防护")]),
        by: "zhujian.ban")
      let sheet = try await test.office.inspectionSheet(inspection, for: try await test.officer("tong"))
      let matter = try await test.matter(try #require(sheet?.inspection.findings.first?.matter))
      #expect(try #require(matter?.due?.day) < test.office.today)
    }
  }

  /// A dissolved contractor leads nothing: the town does. A retired subject is inspected no more.
  @Test func aUnitDissolvedMeanwhile() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      for officer in ["huanguan.zhang", "huanguan.ban"] {
        try await test.act(
          SetServing(officer: OfficerID(trusted: officer), seen: nil, hasLeft: true), by: "guan")
      }
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "huanguan"), seen: nil, day: test.office.today, successor: nil, reason: Words("注销")),
        by: "guan")
      let inspection = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "临边无防护")]), by: "zhujian.ban")
      let sheet = try await test.office.inspectionSheet(inspection, for: try await test.officer("tong"))
      let matter = try await test.matter(try #require(sheet?.inspection.findings.first?.matter))
      #expect(matter?.lead.text == "shiqiao")
      await refused(.subjectUnitEnded) {
        try await test.act(
          AmendSubject(
            subject: site, seen: nil, form: Site.form(name: "二期", responsible: "huanguan"), reason: Words("更名")),
          by: "zhujian.ban")
      }
      try await test.act(
        AmendSubject(subject: site, seen: nil, form: Site.form(name: "二期"), reason: Words("更名")), by: "zhujian.ban")
      try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      await refused(.inspectionRetired) { try await test.inspect(Site.inspection(of: site), by: "zhujian.ban") }
    }
  }

  /// A form sent back as it was changes nothing, also where the law had a text erased; what stands keeps its seal.
  @Test(arguments: TestEngine.all) func whatStandsStays(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let place = SubjectForm.TypedPosition(latitude: "38.61", longitude: "119.49", system: .gcj02)
      let site = try await test.register(Site.form(position: place))
      func details() async throws -> SubjectDetails { try #require(try await test.sheet(site, "tong")).subject.details }
      let before = try await details()
      let shown = try #require(before.position).degrees
      let again = SubjectForm.TypedPosition(latitude: "\(shown.north)", longitude: "\(shown.east)", system: .wgs84)
      func amend(name: String, address: String) async throws {
        let form = Site.form(name: name, address: address, position: again)
        try await test.act(AmendSubject(subject: site, seen: nil, form: form, reason: Words("变更")), by: "zhujian.ban")
      }
      await refused(.subjectSame) { try await amend(name: "青石村安置房工地", address: "青石村三组") }
      try await amend(name: "青石村安置房二期", address: "青石村三组")
      let after = try await details()
      #expect(after.address == before.address && after.position == before.position)
      try await test.act(
        EraseText(seal: try #require(before.address?.seal), reason: Words("当事人申请删除")), by: "guan")
      await refused(.subjectSame) { try await amend(name: "青石村安置房二期", address: Words.erasedMark) }
      try await amend(name: "青石村安置房三期", address: Words.erasedMark)
      let erased = try await details().address
      #expect(erased?.isErased == true)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Whoever comes after others hears of it, and of who must come soon; the own unit and whoever runs the site burden nobody.
  @Test(arguments: TestEngine.all) func howManyComeToASite(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      func load(_ officer: String) async throws -> VisitLoad { try #require(try await test.sheet(site, officer)).load }
      let fresh = try await load("zhujian.ban")
      #expect(fresh.lately.isEmpty && Set(fresh.coming.map(\.unit.id.text)) == ["shiqiao"])
      try await test.inspect(Site.inspection(of: site, day: test.office.today.adding(days: -6)), by: "shiqiao.ban")
      try await test.inspect(Site.inspection(of: site), by: "huanguan.ban")
      let void = try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "shiqiao.ban")
      let seen = try await load("zhujian.ban")
      #expect(seen.lately.map(\.unit.id.text) == ["shiqiao"] && !seen.isFull)
      #expect(seen.lately.map(\.day) == [test.office.today.adding(days: -6)])
      #expect(try await test.sheet(site, "shiqiao.ban")?.load.lately.isEmpty == true)
      try await test.inspect(Site.inspection(of: site), by: "yan")
      let list = try await test.office.workList(for: try await test.officer("zhujian.ban"))
      #expect(list.crowded == [site: 2])
      #expect(try await load("zhujian.ban").isFull)
      test.clock.advance(days: 1)
      let later = try await load("zhujian.ban")
      #expect(later.lately.count == 1)
    }
  }

  /// Before an inspection the list of today's work shows the site, afterwards no more; a void one brings it back.
  @Test(arguments: TestEngine.all) func theWorkListShowsWhatIsOwed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      #expect(try await test.owed("zhujian.ban") == ["construction.site.county": [1]])
      // The town owes two visits for a small site, and one about dust.
      #expect(try await test.owed("shiqiao.ban") == ["construction.site.town": [1], "construction.dust.town": [1]])
      let inspection = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      #expect(try await test.owed("zhujian.ban") == [:])
      #expect(try await test.owed("shiqiao.ban")["construction.site.town"] == [1])
      let list = try await test.office.workList(for: try await test.officer("zhujian.ban"))
      #expect(list.done.map(\.id) == [inspection] && list.unit.id.text == "zhujian")
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      #expect(try await test.owed("shiqiao.ban")["construction.site.town"] == [1])
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.zhang")
      #expect(try await test.owed("shiqiao.ban") == ["construction.dust.town": [1]])
      try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: "zhujian.ban")
      #expect(try await test.owed("zhujian.ban") == ["construction.site.county": [1]])
      // What stands still owes nothing.
      try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words("停工")), by: "zhujian.ban")
      #expect(try await test.owed("zhujian.ban") == [:])
      // The next month asks anew, once it resumed.
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      try await test.act(ResumeSubject(subject: site, seen: nil, reason: Words("复工")), by: "zhujian.ban")
      test.clock.advance(days: 31)
      #expect(try await test.owed("zhujian.ban") == ["construction.site.county": [1]])
    }
  }

  /// Each of the two units must come to what they inspect together.
  @Test func aJointDutyIsEachUnitsOwn() async throws {
    try await TestOffice.with(.sqlite) { test in
      let form = SubjectForm(
        name: Words("清河商场"), address: Words("东关街道一号"), position: nil, supervising: UnitID(trusted: "xiaofang"),
        territorial: UnitID(trusted: "dongguan"), responsible: nil,
        attributes: try test.attributes(of: "crowded_place", with: ["supervision": "key"]))
      let place = try await test.act(
        RegisterSubject(type: "crowded_place", form: form, risk: nil, riskReason: nil), by: "xiaofang.ban")
      #expect(try await test.owed("xiaofang.ban")["fire.crowded.joint"] == [1])
      #expect(try await test.owed("dongguan.ban")["fire.crowded.joint"] == [1])
      try await test.inspect(try test.passing("fire.crowded", of: place), by: "xiaofang.ban")
      #expect(try await test.owed("xiaofang.ban")["fire.crowded.joint"] == nil)
      #expect(try await test.owed("dongguan.ban")["fire.crowded.joint"] == [1])
      let lines = try #require(try await test.sheet(place, "xiaofang.ban")?.duties)
      let joint = try #require(lines.first { $0.duty.code == "fire.crowded.joint" })
      #expect(joint.windows.map(\.done) == [0] && joint.windows.map(\.isDone) == [false])
      // A spot check is owed for one in ten, not for each.
      #expect(!lines.contains { $0.duty.checksOn != nil })
      #expect(try await test.owed("xiaofang.ban")["fire.crowded.spot_check"] == nil)
    }
  }

  /// Work goes on behind the first rows, in the order of numbers, and never twice over one site.
  @Test func theWorkListIsWhole() async throws {
    try await TestOffice.with(.sqlite) { test in
      for number in 1...7 {
        // Every third one is a large site, on which no town is asked to go round.
        try await test.register(Site.form(name: "工地\(number)", kind: number % 3 == 0 ? "housing" : "small"))
      }
      let list = try await test.office.workList(for: try await test.officer("shiqiao.ban"), rows: 3)
      let town = try #require(list.groups.first { $0.duty.code == "construction.site.town" })
      #expect(town.rows.map(\.serial) == [1, 2, 4] && town.next == 4 && town.times == 2)
      #expect(town.days == Frequency.month.window(of: test.office.today))
      let dust = try #require(list.groups.first { $0.duty.code == "construction.dust.town" })
      #expect(dust.rows.map(\.serial) == [1, 2, 3] && dust.next == 3)
      #expect(try await test.owed("shiqiao.ban")["construction.site.town"] == [1, 2, 4, 5, 7])
    }
  }
}
