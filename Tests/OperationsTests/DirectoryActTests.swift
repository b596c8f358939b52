import Directory
import Ground
import Matters
import Operations
import Registers
import Storage
import TestDatabases
import TestOffice
import Testing

/// Units and officers as their keepers change them, on both engines.
@Suite struct DirectoryActTests {
  private static func unit(_ id: String) -> UnitID { UnitID(trusted: id) }
  private static func officer(_ id: String) -> OfficerID { OfficerID(trusted: id) }

  @Test(arguments: TestEngine.all) func aMergedUnitKeepsItsPastAndHandsItsMattersOver(_ engine: TestEngine) async throws
  {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let guan = try #require(try await test.office.directory()?.officers[Self.officer("guan")])
      let tong = try #require(try await test.office.directory()?.officers[Self.officer("tong")])
      let mark = try #require(try await test.office.unitSheet(Self.unit("xiaofang"), for: guan)?.mark)
      let end = EndUnit(
        unit: Self.unit("xiaofang"), seen: mark, day: test.office.today, successor: Self.unit("yingji"),
        reason: Words("机构改革"))
      await refused(.roleMissing) { try await test.act(end, by: "tong") }
      try await test.act(end, by: "guan")
      await refused(.directoryStale) { try await test.act(end, by: "guan") }

      let sheet = try #require(try await test.office.unitSheet(Self.unit("xiaofang"), for: tong))
      #expect(sheet.officers.isEmpty && sheet.ended?.successor?.id == Self.unit("yingji") && sheet.open == 1)
      #expect(sheet.story.contains { if case .unitMerged = $0.happening { true } else { false } })
      let directory = try #require(try await test.office.directory())
      #expect(directory.officers[Self.officer("xiaofang.zhang")]?.unit == Self.unit("yingji"))
      #expect(!directory.responsibleUnits.contains { $0.id == Self.unit("xiaofang") })
      // The successor sees what was its predecessor's at once; a coordinator moves what is open.
      let zhang = try #require(directory.officers[Self.officer("xiaofang.zhang")])
      #expect(try await test.office.matterSheet(matter, for: zhang)?.lead.id == Self.unit("xiaofang"))
      let move = MoveMatters(unit: Self.unit("xiaofang"), reason: Words("机构改革"))
      await refused(.roleMissing) { try await test.act(move, by: "guan") }
      #expect(try await test.act(move, by: "tong").count == 1)
      #expect(try await test.matter(matter)?.lead == Self.unit("yingji"))
      #expect(try await test.office.unitSheet(Self.unit("xiaofang"), for: tong)?.open == 0)
      await refused(.nothingToMove) { try await test.act(move, by: "tong") }
      // The test's bulletin comes without its file.
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aYearOfHolidaysIsTakenOverAndCounts(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let office = test.office
      let before = try await office.check().differences
      let guan = ActorReference.officer(Self.officer("guan"))
      func read(_ text: String, serial: Int? = nil) async throws -> WorkYear {
        try await office.readHolidays(text, year: 2027, source: Words("关于2027年休假安排的通知"), serial: serial).year
      }
      func counted() async throws -> [Int] {
        let calendar = try #require(try await office.directory()).calendar(over: office.shippedCalendar)
        let due = try DueClock(calendar: calendar).due(.workdays(1), from: CivilDate("2026-12-31")!, source: "t")
        return [due.day.day] + due.unknownYears
      }
      #expect(try await counted() == [1, 2027])
      await refused(.noticeWeekday) { _ = try await read("1月1日（周四）放假") }
      let first = try await read("元旦：1月1日（周五）至3日（周日）放假。1月9日（周六）上班。")
      #expect(first.serial == 1 && first.workdays == [CivilDate("2027-01-09")!])
      await refused(.roleMissing) { try await test.act(SetDirectory([.workYearSet(first)]), by: "tong") }
      let operation = office.newOperation()
      for _ in 0..<2 {
        _ = try await office.perform(SetDirectory([.workYearSet(first)]), by: guan, operation: operation)
      }
      #expect(try await counted() == [4])
      // A later notice is the next of its year; one from before it comes too late.
      let later = try await read("元旦：1月1日（周五）至5日（周二）放假。")
      #expect(later.serial == 2)
      try await test.act(SetDirectory([.workYearSet(later)]), by: "guan")
      #expect(try await counted() == [6])
      await refused(.directoryStale) { try await test.act(SetDirectory([.workYearSet(first)]), by: "guan") }
      let stand = try await office.setupStand()
      #expect(stand.calendars.map(\.edition) == ["2026.1", "2027.2"])
      #expect(try await office.check().differences == before)
    }
  }

  @Test func aUnitThatIsDissolvedMustBeEmpty() async throws {
    try await TestOffice.with(.sqlite) { test in
      let end = EndUnit(
        unit: Self.unit("xiaofang"), seen: nil, day: test.office.today, successor: nil, reason: Words("撤销"))
      await refused(.unitOccupied) { try await test.act(end, by: "guan") }
      for officer in ["xiaofang.zhang", "xiaofang.ban"] {
        try await test.act(SetServing(officer: Self.officer(officer), seen: nil, hasLeft: true), by: "guan")
      }
      try await test.act(end, by: "guan")
      await refused(.unitHasNoHeir) {
        _ = try await test.act(MoveMatters(unit: Self.unit("xiaofang"), reason: Words("撤销")), by: "tong")
      }
    }
  }

  @Test(arguments: TestEngine.all) func theOfficialOrderIsUsedEverywhere(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let tong = try #require(try await test.office.directory()?.officers[Self.officer("tong")])
      let group = try #require(try await test.office.unitOrder().groups.first)
      #expect(group.parent == nil && group.units.first?.id == Self.unit("gov"))
      var units = group.units.map(\.id)
      units.swapAt(2, 3)
      try await test.act(SetUnitOrder(parent: nil, units: units, seen: group.mark), by: "tong")
      await refused(.directoryStale) {
        try await test.act(SetUnitOrder(parent: nil, units: units, seen: group.mark), by: "tong")
      }
      await refused(.orderIncomplete) {
        try await test.act(SetUnitOrder(parent: nil, units: Array(units.dropLast()), seen: nil), by: "tong")
      }
      #expect(try await test.office.directory()?.unitsInOrder.map(\.id) == units)
      #expect(try await test.office.unitRegister().rows.map(\.unit.id) == units)
      #expect(
        try await test.office.matterList(Operations.MatterFilter(), for: tong).choices.units.map(\.id)
          == units.filter { $0 != Self.unit("gov") })
    }
  }

  /// What a unit leads and what it only supports, each once, for one who sees no more than that.
  @Test(arguments: TestEngine.all) func countsAreOfWhatIsSeen(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive(clauses: ["要检查商场。", "要检查学校。", "要检查工地。", "要检查加油站。"])
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1, 2, 3]), by: "tong")
      func reassign(_ matter: MatterID, _ lead: String, _ supporting: [String]) async throws {
        try await test.act(
          Reassign(
            matter: matter, seen: nil, lead: Self.unit(lead), supporting: supporting.map(Self.unit),
            reason: Words("职责调整")), by: "tong")
      }
      try await reassign(matters[1], "xiaofang", ["jiaoyu"])
      try await reassign(matters[2], "zhujian", ["xiaofang", "jiaoyu"])
      try await reassign(matters[3], "yingji", [])
      let directory = try #require(try await test.office.directory())
      for (officer, seen) in [("xiaofang.ban", 3), ("jiaoyu.ban", 2), ("tong", 4), ("guan", 0), ("yingji.ban", 1)] {
        let viewer = try #require(directory.officers[Self.officer(officer)])
        let list = try await test.office.matterList(Operations.MatterFilter(), for: viewer)
        #expect(list.rows.count == seen && list.counts?.total == seen, "\(officer)")
        let led = try await test.office.matterList(
          Operations.MatterFilter(unit: Self.unit("zhujian")), for: viewer)
        #expect(led.rows.count == led.counts?.total, "\(officer)")
      }
    }
  }

  @Test func namesAndPlacesAreChecked() async throws {
    try await TestOffice.with(.sqlite) { test in
      let station = try await test.act(
        SetUnit(
          unit: nil, seen: nil, name: Words("石桥消防站"), kind: .department, parent: Self.unit("xiaofang")), by: "guan")
      await refused(.directoryCircle) {
        _ = try await test.act(
          SetUnit(
            unit: Self.unit("xiaofang"), seen: nil, name: Words("消防救援大队"), kind: .department, parent: station),
          by: "guan")
      }
      await refused(.aliasTaken) {
        try await test.act(SetAliases(unit: station, seen: nil, aliases: ["应急局"]), by: "tong")
      }
      try await test.act(SetAliases(unit: station, seen: nil, aliases: ["石桥站"]), by: "tong")
      #expect(try await test.office.directory()?.units[station]?.aliases.map(\.shown) == ["石桥站"])
      await refused(.lastAdministrator) {
        try await test.act(SetServing(officer: Self.officer("guan"), seen: nil, hasLeft: true), by: "guan")
      }
      await refused(.notALeader) {
        try await test.act(
          SetPortfolio(leader: Self.officer("tong"), seen: nil, fields: [.fire], since: nil), by: "tong")
      }
    }
  }

  @Test(arguments: TestEngine.all) func aStandInActsInThePeriodAndBothAreNamed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (ban, zhang) = (Self.officer("xiaofang.ban"), Self.officer("xiaofang.zhang"))
      let meeting = try await test.receive(clauses: ["要加强消防安全检查。"])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      let sign = Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil)
      await refused(.standInOver) { try await test.act(sign, by: .standIn(ban, for: zhang)) }
      let standIn = SetStandIn(
        away: zhang, substitute: ban, first: test.office.today, last: test.office.today.adding(days: 2),
        reason: Words("外出培训"))
      await refused(.roleMissing) { try await test.act(standIn, by: "xiaofang.zhang") }
      try await test.act(standIn, by: "tong")
      await refused(.standInSelf) {
        try await test.act(
          SetStandIn(
            away: Self.officer("lin"), substitute: Self.officer("tong"), first: test.office.today,
            last: test.office.today, reason: Words("代签")), by: "tong")
      }
      await refused(.roleMissing) {
        try await test.act(
          SetStandIn(
            away: Self.officer("guan"), substitute: Self.officer("qiao"), first: test.office.today,
            last: test.office.today, reason: Words("代管")), by: "tong")
      }
      try await test.act(sign, by: .standIn(ban, for: zhang))
      #expect(try await test.matter(matter)?.handledBy.prefix(2) == [ban, zhang])
      let tong = try #require(try await test.office.directory()?.officers[Self.officer("tong")])
      let told = try #require(try await test.office.matterSheet(matter, for: tong)?.story.first?.by)
      guard case .standIn(let who, let away) = told else {
        Issue.record("\(told)")
        return
      }
      #expect(who.id == ban && away.id == zhang)
      test.clock.advance(days: 3)
      await refused(.standInOver) {
        try await test.act(
          ReportProgress(matter: matter, seen: nil, note: Words("已检查"), onBehalf: nil), by: .standIn(ban, for: zhang))
      }
      // The test's bulletin comes without its file.
      #expect(try await test.wrong() == [])
    }
  }
}
