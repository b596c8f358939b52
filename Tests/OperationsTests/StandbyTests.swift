import Directory
import Duties
import Ground
import Inspections
import Matters
import Operations
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Rosters, handovers and daily reports while a period lasts.
@Suite struct StandbyTests {
  private static let units = ["shiqiao", "liuwan", "zhujian"]

  private static func terms(shifts: ShiftPlan? = .dayAndNight) -> PeriodTerms {
    Period.terms(
      "2026-03-02", "2026-03-12", fields: [.construction, .fire], units: units, shifts: shifts, reportBy: 17 * 60)
  }

  private func states(_ test: TestOffice, _ id: PeriodID, _ day: CivilDate? = nil, by viewer: String = "tong")
    async throws
    -> [String: DayReportState.Kind]
  {
    let sheet = try #require(try await test.office.periodSheet(id, on: day, for: try await test.officer(viewer)))
    let lines = try #require(sheet.day).lines
    return Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in line.report.map { (line.unit.id.text, $0.kind) } })
  }

  private func report(
    _ id: PeriodID, _ unit: String, _ day: CivilDate, _ text: String? = nil, for channel: StandbyChannel? = nil
  ) -> ReportDay {
    ReportDay(
      period: id, unit: UnitID(trusted: unit), day: day, text: text.map { Words($0) }, recordedFor: channel)
  }

  /// Those who stand by hear of it, and of whatever changes it; whoever did it does not.
  @Test(arguments: TestEngine.all) func whoStandsByIsTold(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.set(Self.terms())
      func told(_ officer: String) async throws -> [String] {
        try await test.office.messages(of: OfficerID(trusted: officer)).lines.map {
          "\($0.kind) \($0.detail) \($0.period?.id.text == id.text)"
        }
      }
      #expect(try await told("liuwan.ban") == ["period_set 2026-03-02 true"])
      #expect(try await told("liuwan.zhang") == ["period_set 2026-03-02 true"])
      for officer in ["xiaofang.ban", "tong"] { #expect(try await told(officer) == []) }
      let terms = Period.terms(
        "2026-03-02", "2026-03-12", fields: [.construction, .fire], units: ["shiqiao", "xiaofang"],
        shifts: .dayAndNight, reportBy: 17 * 60)
      try await test.act(AmendPeriod(period: id, seen: nil, terms: terms, reason: Words("范围调整")), by: "tong")
      #expect(try await told("shiqiao.ban").first == "period_changed 2026-03-02 true")
      #expect(try await told("liuwan.ban").first == "period_released 2026-03-02 true")
      #expect(try await told("xiaofang.ban") == ["period_set 2026-03-02 true"])
      let last = test.office.today
      try await test.act(EndPeriod(period: id, seen: nil, last: last, reason: Words("天气转好")), by: "tong")
      #expect(try await told("xiaofang.ban").first == "period_ended \(last.iso) true")
      // A roster and a report are nobody's news.
      try await test.act(report(id, "shiqiao", test.office.today), by: "shiqiao.ban")
      #expect(try await told("shiqiao.zhang").count == 3)
      #expect(try await told("tong") == [])
    }
  }

  @Test(arguments: TestEngine.all) func aReportIsInferredOrClicked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let id = try await test.set(Self.terms())
      let today = test.office.today
      #expect(try await states(test, id) == ["shiqiao": .owed, "liuwan": .owed, "zhujian": .owed])
      // An inspection in one of its fields speaks for itself.
      let inspection = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      #expect(try await states(test, id)["zhujian"] == .inferred)
      try await test.act(report(id, "shiqiao", today), by: "shiqiao.ban")
      let size = try await test.size()
      try await test.act(report(id, "shiqiao", today), by: "shiqiao.zhang")
      #expect(try await test.size() == size, "a second click is recorded once")
      #expect(try await states(test, id) == ["shiqiao": .reported, "liuwan": .owed, "zhujian": .inferred])
      // After five in the afternoon what is not there is late.
      test.clock.advance(minutes: 8 * 60)
      #expect(try await states(test, id)["liuwan"] == .late)
      try await test.act(report(id, "liuwan", today, for: .phone), by: "tong")
      #expect(try await states(test, id)["liuwan"] == .reported)
      // One that is declared void speaks for nobody.
      try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: "zhujian.ban")
      #expect(try await states(test, id)["zhujian"] == .late)
      // The next day asks anew; the day before can still be said.
      test.clock.advance(days: 1)
      #expect(try await states(test, id) == ["shiqiao": .late, "liuwan": .late, "zhujian": .late])
      #expect(try await states(test, id, today)["zhujian"] == .late)
      try await test.act(report(id, "zhujian", today, "塔吊停用两台"), by: "zhujian.ban")
      #expect(try await states(test, id, today)["zhujian"] == .reported)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// A word about a matter of one of its fields; of another day or another field it says nothing.
  @Test func aReportIsInferredFromProgress() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await test.set(Self.terms())
      let other = try await test.set(
        Period.terms("2026-03-02", "2026-03-12", fields: [.gas], units: ["zhujian"], reportBy: 1020), anyway: true)
      let site = try await test.register(Site.form(responsible: "huanguan"))
      let found = try await test.inspect(
        Site.inspection(of: site, findings: [Site.found("edges", "临边无防护")]), by: "shiqiao.ban")
      let sheet = try await test.office.inspectionSheet(found, for: try await test.officer("tong"))
      let matter = try #require(sheet?.inspection.findings.first?.matter)
      test.clock.advance(days: 1)
      #expect(try await states(test, id) == ["shiqiao": .owed, "liuwan": .owed, "zhujian": .owed])
      try await test.act(
        Reassign(
          matter: matter, seen: nil, lead: UnitID(trusted: "zhujian"), supporting: [], reason: Words("由住建局牵头")),
        by: "tong")
      try await test.act(
        Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "zhujian.ban"), onBehalf: nil),
        by: "zhujian.zhang")
      #expect(try await states(test, id)["zhujian"] == .owed)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("防护正在安装"), onBehalf: nil), by: "zhujian.ban")
      #expect(try await states(test, id)["zhujian"] == .inferred)
      #expect(try await states(test, other)["zhujian"] == .owed, "gas is another field")
      let line = try #require(
        try await test.office.periodSheet(id, for: try await test.officer("tong"))?.day?.lines.first {
          $0.unit.id.text == "zhujian"
        })
      guard case .inferred(.matter(let row?))? = line.report else {
        Issue.record("\(String(describing: line.report))")
        return
      }
      #expect(row.matter.id == matter)
      // Whoever does not see the matter learns that there is one, and no more.
      let town = try await test.office.periodSheet(id, for: try await test.officer("liuwan.ban"))
      guard case .inferred(.matter(nil))? = town?.day?.lines.first(where: { $0.unit.id.text == "zhujian" })?.report
      else {
        Issue.record("another unit's matter is named")
        return
      }
      test.clock.advance(days: 1)
      #expect(try await states(test, id)["zhujian"] == .owed)
      #expect(try await states(test, id, test.office.today.adding(days: -1))["zhujian"] == .inferred)
    }
  }

  /// Everybody sees that a unit reported; what it wrote, its own people and those who see the district.
  @Test func whoReadsAReport() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await test.set(Self.terms())
      try await test.act(report(id, "shiqiao", test.office.today, "一处围挡倒塌"), by: "shiqiao.ban")
      for (viewer, reads) in [("tong", true), ("shiqiao.zhang", true), ("liuwan.ban", false), ("guan", false)] {
        let sheet = try await test.office.periodSheet(id, for: try await test.officer(viewer))
        let line = sheet?.day?.lines.first { $0.unit.id.text == "shiqiao" }
        guard case .reported(let said)? = line?.report else {
          Issue.record("\(viewer)")
          continue
        }
        #expect((said?.text?.text == "一处围挡倒塌") == reads, "\(viewer)")
      }
      await refused(.periodUnit) {
        try await test.act(report(id, "shiqiao", test.office.today, "x"), by: "liuwan.ban")
      }
    }
  }

  private func fill(_ id: PeriodID, _ unit: String, _ lines: [(String, Shift)]) -> KeepRoster {
    KeepRoster(
      period: id, unit: UnitID(trusted: unit),
      lines: lines.map { day, shift in
        RosterLine(
          day: CivilDate(day)!, shift: shift,
          people: RosterLine.People(
            officer: OfficerID(trusted: "\(unit).ban"), leader: OfficerID(trusted: "\(unit).zhang")))
      }, recordedFor: nil)
  }

  @Test(arguments: TestEngine.all) func gapsAreShownUntilTheyAreFilled(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.set(Self.terms())
      func gaps(_ viewer: String) async throws -> [String: Int] {
        let sheet = try await test.office.periodSheet(id, for: try await test.officer(viewer))
        return Dictionary(uniqueKeysWithValues: (sheet?.gaps ?? []).map { ($0.unit.id.text, $0.shifts.count) })
      }
      #expect(try await gaps("liuwan.ban") == ["shiqiao": 22, "liuwan": 22, "zhujian": 22])
      let days = (2...12).map { $0 < 10 ? "2026-03-0\($0)" : "2026-03-\($0)" }
      try await test.act(
        fill(id, "shiqiao", days.flatMap { day in [(day, Shift.day), (day, .night)] }.dropLast().map { $0 }),
        by: "shiqiao.zhang")
      #expect(try await gaps("tong") == ["shiqiao": 1, "liuwan": 22, "zhujian": 22])
      // On the unit's own page: today's and those of the next days.
      let work = try await test.office.workList(for: try await test.officer("liuwan.ban"))
      #expect(work.periods.map(\.gaps.count) == [8] && work.periods.first?.report?.kind == .owed)
      let day = try await test.office.myDay(for: try await test.officer("shiqiao.zhang"))
      #expect(day.periods.map(\.gaps.count) == [0])
      #expect(day.periods.first?.shifts.map { $0.people?.officer.id.text } == ["shiqiao.ban", "shiqiao.ban"])
      test.clock.advance(days: 9)
      #expect(
        try await test.office.myDay(for: try await test.officer("shiqiao.zhang")).periods.map(\.gaps.count) == [1])
      // The same lines again are nothing; the last shift, and one left open again.
      let size = try await test.size()
      try await test.act(fill(id, "shiqiao", [("2026-03-11", .day)]), by: "shiqiao.ban")
      #expect(try await test.size() == size)
      try await test.act(fill(id, "shiqiao", [("2026-03-12", .night)]), by: "shiqiao.ban")
      #expect(try await gaps("tong")["shiqiao"] == nil)
      let open = RosterLine(day: CivilDate("2026-03-12")!, shift: .day, people: nil)
      try await test.act(
        KeepRoster(period: id, unit: UnitID(trusted: "shiqiao"), lines: [open], recordedFor: .phone), by: "tong")
      #expect(try await gaps("tong")["shiqiao"] == 1)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// Two people fill in one roster: nobody undoes what the other saved and nobody has seen.
  @Test(arguments: TestEngine.all) func nobodyUndoesWhatTheOtherSaved(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.set(Self.terms())
      let empty = RosterLine(day: CivilDate("2026-03-03")!, shift: .day, people: nil)
      try await test.act(fill(id, "shiqiao", [("2026-03-03", .day)]), by: "shiqiao.ban")
      func save(_ officer: String, shown: [RosterLine]) async throws {
        let people = RosterLine.People(
          officer: OfficerID(trusted: "shiqiao.zhang"), leader: OfficerID(trusted: "shiqiao.zhang"))
        let line = RosterLine(day: empty.day, shift: .day, people: people)
        try await test.act(
          KeepRoster(period: id, unit: UnitID(trusted: "shiqiao"), lines: [line], shown: shown, recordedFor: nil),
          by: officer)
      }
      await refused(.periodRosterMoved) { try await save("shiqiao.zhang", shown: [empty]) }
      let stands = fill(id, "shiqiao", [("2026-03-03", .day)]).lines
      try await save("shiqiao.zhang", shown: stands)
      #expect(try await test.wrong() == [])
    }
  }

  @Test func aHandoverIsShownToTheNextShift() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await test.set(Self.terms())
      let unit = UnitID(trusted: "shiqiao")
      func handOver(_ shift: Shift, _ text: String, open: String? = nil) -> HandOver {
        HandOver(
          period: id, shift: ShiftKey(unit: unit, day: test.office.today, shift: shift), text: Words(text),
          open: open.map { Words($0) }, recordedFor: nil)
      }
      await refused(.periodNobody) { try await test.act(handOver(.day, "正常"), by: "shiqiao.ban") }
      try await test.act(
        fill(id, "shiqiao", [("2026-03-02", .day), ("2026-03-02", .night), ("2026-03-03", .day)]), by: "shiqiao.ban")
      try await test.act(handOver(.day, "巡查两次", open: "北门围挡待加固"), by: "shiqiao.ban")
      var turn = try await test.office.workList(for: try await test.officer("shiqiao.zhang")).periods.first
      #expect(turn?.handover?.from.shift == .day && turn?.handover?.said.open?.text == "北门围挡待加固")
      try await test.act(handOver(.night, "围挡已加固"), by: "shiqiao.zhang")
      test.clock.advance(days: 1)
      turn = try await test.office.workList(for: try await test.officer("shiqiao.zhang")).periods.first
      #expect(turn?.handover?.said.text.text == "围挡已加固" && turn?.handover?.said.open == nil)
      let sheet = try #require(
        try await test.office.rosterSheet(id, unit: unit, for: try await test.officer("shiqiao.ban")))
      #expect(sheet.lines.compactMap { $0.handover?.text.text } == ["巡查两次", "围挡已加固"])
      #expect(sheet.may == .own && sheet.officers.map(\.id.text) == ["shiqiao.zhang", "shiqiao.ban"])
      let other = try #require(
        try await test.office.rosterSheet(id, unit: unit, for: try await test.officer("liuwan.ban")))
      #expect(other.may == .no && other.lines.allSatisfy { $0.handover == nil })
      #expect(try await test.office.rosterSheet(id, unit: unit, for: try await test.officer("tong"))?.may == .forUnit)
    }
  }

  /// A town merges into the next one in the middle: from that day the heir owes, and its people enter it.
  @Test(arguments: TestEngine.all) func theHeirOwes(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let id = try await test.set(
        Period.terms("2026-03-02", "2026-03-12", units: ["shiqiao"], shifts: .wholeDay, reportBy: 1020))
      let site = try await test.register(Site.form())
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      test.clock.advance(days: 1)
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "shiqiao"), seen: nil, day: test.office.today, successor: UnitID(trusted: "liuwan"),
          reason: Words("撤并")), by: "guan")
      #expect(try await states(test, id) == ["liuwan": .owed])
      #expect(try await states(test, id, CivilDate("2026-03-02")) == ["shiqiao": .inferred])
      #expect(
        try await test.office.workList(for: try await test.officer("liuwan.ban")).periods.map(\.gaps.count) == [4])
      try await test.act(report(id, "liuwan", test.office.today), by: "liuwan.ban")
      await refused(.periodNotStandby) {
        try await test.act(report(id, "shiqiao", test.office.today), by: "liuwan.ban")
      }
      #expect(try await states(test, id) == ["liuwan": .reported])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }
}

extension TestOffice {
  /// Of the ledger.
  func size() async throws -> Int64 {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).head()?.size ?? 0
    }
  }
}
