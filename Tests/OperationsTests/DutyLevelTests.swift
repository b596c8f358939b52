import Directory
import Ground
import Inspections
import Operations
import Packs
import Simulation
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Rounds at three levels on one river: each level owes its own, and a visit fills the window of the level that made it.
@Suite struct DutyLevelTests {
  @Test(arguments: TestEngine.all) func eachLevelOwesItsOwnRounds(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.addCommunities()
      let river = try await test.reach(in: "hedong")
      #expect(
        try await test.owners(of: river) == [
          "rivers.village": ["hedong"], "rivers.town": ["shiqiao"], "rivers.county": ["huanbao"],
        ])
      #expect(try await test.rounds("hedong.ban") == ["rivers.village"])
      #expect(try await test.rounds("shiqiao.ban") == ["rivers.town"])
      #expect(try await test.rounds("huanbao.ban") == ["rivers.county"])
      #expect(try await test.rounds("shiqiaoshe.ban") == [])
      // The village's round is the village's alone.
      try await test.patrol(river, by: "hedong")
      #expect(try await test.done(river) == ["rivers.village": 1, "rivers.town": 0, "rivers.county": 0])
      #expect(try await test.rounds("hedong.ban") == [])
      #expect(try await test.rounds("shiqiao.ban") == ["rivers.town"])
      // The town's does not stand in for the village's, nor the department's for the town's.
      try await test.patrol(river, by: "shiqiao")
      #expect(try await test.done(river) == ["rivers.village": 1, "rivers.town": 1, "rivers.county": 0])
      try await test.patrol(river, by: "huanbao")
      #expect(try await test.done(river) == ["rivers.village": 1, "rivers.town": 1, "rivers.county": 1])
      #expect(try await test.rounds("huanbao.ban") == [])
      // The form says beforehand for which duty it would count.
      let form = try await test.office.inspectionForm(
        river, checklist: "rivers.patrol", for: try await test.officer("shiqiao.ban"))
      #expect(form?.counts?.lines.count { $0.isCounted } == 1)
      try await test.counts(river, on: test.office.today)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all) func aLevelWithoutAUnitIsSaidPlainly(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.addCommunities()
      let (bare, whole) = (try await test.reach(in: "shiqiao"), try await test.reach(in: "hedong"))
      #expect(try #require(try await test.sheet(bare, "tong")).unowed.map(\.code) == ["rivers.village"])
      #expect(try #require(try await test.sheet(whole, "tong")).unowed == [])
      let list = try await test.office.workList(for: try await test.officer("tong"))
      #expect(list.unowed.count == 1 && list.unowed.rows.map(\.id) == [bare])
      // The town owes its own and nothing for the village that is not there.
      #expect(try await test.rounds("shiqiao.ban") == ["rivers.town", "rivers.town"])
      try await test.patrol(bare, by: "shiqiao")
      #expect(try await test.done(bare) == ["rivers.town": 1, "rivers.county": 0])
    }
  }

  /// Villages that became one, and a town that took another over, keep what was done.
  @Test func whatWasMergedCounts() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.addCommunities()
      let directory = try #require(try await test.office.directory())
      let hedong = try #require(directory.units[UnitID(trusted: "hedong")])
      let river = try await test.reach(in: "hedong")
      try await test.patrol(river, by: "hedong")
      let end = UnitEnd(day: test.office.today, successor: UnitID(trusted: "shiqiaoshe"), reason: Words("并村"))
      try await test.act(SetDirectory([.unitSet(hedong.with(ended: end))]), by: .rule("rule.test"))
      #expect(try await test.done(river)["rivers.village"] == 1)
      #expect(try await test.done(river)["rivers.town"] == 0)
    }
  }
}

extension TestOffice {
  /// Villages and neighbourhoods as units of their own.
  func addCommunities() async throws {
    try await act(
      SetDirectory(
        FictionalDistrict.communities.map { .unitSet($0) }
          + FictionalDistrict.communityOfficers.map { .officerSet($0) }), by: .rule("rule.test"))
  }

  fileprivate func reach(in area: String) async throws -> SubjectID {
    let form = SubjectForm(
      name: Words("清河"), address: Words("大石桥"), position: nil, supervising: UnitID(trusted: "huanbao"),
      territorial: UnitID(trusted: area), responsible: UnitID(trusted: "huanguan"),
      attributes: try attributes(of: "river_reach", with: [:]))
    return try await act(
      RegisterSubject(type: "river_reach", form: form, risk: nil, riskReason: nil), by: "huanbao.ban")
  }

  fileprivate func patrol(_ river: SubjectID, by unit: String) async throws {
    let list = try #require(office.shippedPacks.work.checklists["rivers.patrol"])
    try await act(
      RecordInspection(
        subject: river, checklist: list.edition, unit: nil, others: [], day: office.today,
        answers: list.items.map { item in
          switch item.answer {
          case .pass: Inspection.Answer(item: item.code, result: .pass)
          case .number(let range, _): Inspection.Answer(item: item.code, result: .number(range.lowerBound))
          case .validUntil: Inspection.Answer(item: item.code, result: .validUntil(office.today))
          }
        }, findings: [], signature: .signed, note: nil, recordedFor: nil,
        reason: .deadline), by: "\(unit).ban")
  }

  private static let levels: Set<String> = ["rivers.village", "rivers.town", "rivers.county"]

  /// Of the rounds at three levels, those that an officer's list holds.
  fileprivate func rounds(_ officer: String) async throws -> [String] {
    try await office.workList(for: try await self.officer(officer)).groups
      .flatMap { group in group.rows.map { _ in group.duty.code } }.filter(TestOffice.levels.contains)
  }

  fileprivate func owners(of river: SubjectID) async throws -> [String: [String]] {
    let lines = try #require(try await sheet(river, "tong")).duties.filter { TestOffice.levels.contains($0.duty.code) }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.duty.code, $0.units.map(\.id.text)) })
  }

  fileprivate func done(_ river: SubjectID) async throws -> [String: Int] {
    let lines = try #require(try await sheet(river, "tong")).duties.filter { TestOffice.levels.contains($0.duty.code) }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.duty.code, $0.windows.first?.done ?? -1) })
  }

  /// The calendars of three units each say what is theirs; that of the town holds its villages'.
  fileprivate func counts(_ river: SubjectID, on day: CivilDate) async throws {
    func calendar(_ unit: String) async throws -> DutyCalendar {
      try #require(
        try await office.dutyCalendar(of: UnitID(trusted: unit), month: day, for: try await officer("tong")))
    }
    let (village, town) = (try await calendar("hedong"), try await calendar("shiqiao"))
    #expect(village.days.reduce(0) { $0 + $1.done } >= 1)
    #expect(town.days.reduce(0) { $0 + $1.done } == village.days.reduce(0) { $0 + $1.done } + 1)
  }
}
