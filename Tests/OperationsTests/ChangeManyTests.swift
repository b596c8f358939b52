import Directory
import Formats
import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// One change to many matters: all of them in one act, or none and why.
@Suite struct ChangeManyTests {
  @Test(arguments: TestEngine.all) func changesAllInOneOperation(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<5).map { ListAnswerTests.draft("要检查第\($0)处。") })
      let change = BulkChange.due(CivilDate("2026-04-01")!, reason: Words("连续降雪"))
      try await test.act(ChangeMany(picks: ids.map { .init(matter: $0, seen: 1) }, change: change), by: "tong")
      for id in ids {
        let matter = try await test.matter(id)
        #expect(matter?.due?.day.iso == "2026-04-01" && matter?.version == 2)
      }
      let lead = UnitID(trusted: "shiqiao")
      try await test.act(
        ChangeMany(
          picks: (ids + ids).map { .init(matter: $0, seen: nil) }, change: .reassign(lead: lead, reason: Words("属地办理"))),
        by: "tong")
      let list = try await test.office.matterList(MatterFilter(unit: lead), for: try await test.officer("tong"))
      #expect(list.total == .exact(5))
      #expect(try await test.differingTables() == [])
    }
  }

  @Test(arguments: TestEngine.all) func oneRefusedLeavesAllAsTheyWere(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<3).map { ListAnswerTests.draft("要检查第\($0)处。") })
      let cancel = BulkChange.cancel(reason: Words("并入他项"), authority: Words("区安委会"))
      try await test.act(ChangeMany(picks: [.init(matter: ids[1], seen: nil)], change: cancel), by: "tong")
      let many = ChangeMany(picks: ids.map { .init(matter: $0, seen: nil) }, change: cancel)
      let number = try #require(try await test.matter(ids[1])?.number)
      await #expect(throws: Refusal([Problem(.finished, at: number)])) { try await test.act(many, by: "tong") }
      for id in [ids[0], ids[2]] { #expect(try await test.matter(id)?.phase == .assigned) }
      let preview = try await test.office.bulkPreview(many.picks, cancel, by: try await test.officer("tong"))
      #expect(preview.refused == 1)
      #expect(preview.lines.map { $0.problems.isEmpty } == [true, false, true])
    }
  }

  @Test(arguments: TestEngine.all) func remindsSuspendsAndLooksIntoMany(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<3).map { ListAnswerTests.draft("要检查第\($0)处。") })
      let picks = ids.map { ChangeMany.Pick(matter: $0, seen: nil) }
      try await test.act(ChangeMany(picks: picks, change: .press(note: Words("请抓紧办理"))), by: "tong")
      for id in ids { #expect(try await test.matter(id)?.life.presses == 1) }
      // Nothing was noticed about them.
      let number = try #require(try await test.matter(ids[0])?.number)
      let looks = ChangeMany(picks: Array(picks.prefix(1)), change: .lookInto(note: Words("已过问")))
      await #expect(throws: Refusal([Problem(.noConcern, at: number)])) { try await test.act(looks, by: "tong") }
      let until = try #require(CivilDate("2026-03-31"))
      let suspend = BulkChange.suspend(until: until, reason: Words("等待招标"), authority: Words("区安委会主任会议"))
      try await test.act(ChangeMany(picks: Array(picks.prefix(2)), change: suspend), by: "tong")
      #expect(try await test.matter(ids[0])?.phase == .suspended)
      // Two are suspended already, so the third is not either.
      await #expect(throws: Refusal.self) { try await test.act(ChangeMany(picks: picks, change: suspend), by: "tong") }
      #expect(try await test.matter(ids[2])?.phase == .assigned)
      #expect(try await test.differingTables() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aUnitSignsForManyAndTheOfficeResumesMany(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<3).map { ListAnswerTests.draft("要检查第\($0)处。") })
      let lead = try #require(try await test.matter(ids[0])?.lead)
      let picks = ids.map { ChangeMany.Pick(matter: $0, seen: 1) }
      let handler = OfficerID(trusted: "\(lead).ban")
      let signs = ChangeMany(picks: picks, change: .acknowledge(handler: handler))
      // Another unit signs for none of them.
      await #expect(throws: Refusal.self) { try await test.act(signs, by: "liuwan.zhang") }
      let preview = try await test.office.bulkPreview(picks, signs.change, by: try await test.officer("\(lead).zhang"))
      #expect(preview.refused == 0 && preview.handlers.map(\.id).contains(handler))
      try await test.act(signs, by: "\(lead).zhang")
      for id in ids {
        let matter = try await test.matter(id)
        #expect(matter?.phase == .underway && matter?.handler == handler)
      }
      let until = try #require(CivilDate("2026-03-31"))
      let unseen = ids.map { ChangeMany.Pick(matter: $0, seen: nil) }
      try await test.act(
        ChangeMany(
          picks: Array(unseen.prefix(2)),
          change: .suspend(until: until, reason: Words("等待招标"), authority: Words("区安委会主任会议"))), by: "tong")
      let resume = BulkChange.resume(reason: Words("招标完成"))
      // The third was not suspended, so none is taken up.
      await #expect(throws: Refusal.self) { try await test.act(ChangeMany(picks: unseen, change: resume), by: "tong") }
      #expect(try await test.matter(ids[0])?.phase == .suspended)
      try await test.act(ChangeMany(picks: Array(unseen.prefix(2)), change: resume), by: "tong")
      #expect(try await test.matter(ids[0])?.phase == .underway)
      #expect(try await test.differingTables() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aStaleOneIsRefused(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<2).map { ListAnswerTests.draft("要检查第\($0)处。") })
      try await test.act(
        Amend(matter: ids[0], seen: nil, text: Words("要检查另一处。"), reason: Words("写错")), by: "tong")
      let number = try #require(try await test.matter(ids[0])?.number)
      await #expect(throws: Refusal([Problem(.pageStale, at: number)])) {
        try await test.act(
          ChangeMany(
            picks: ids.map { .init(matter: $0, seen: 1) },
            change: .cancel(reason: Words("并入他项"), authority: Words("区安委会"))), by: "tong")
      }
    }
  }

  /// Words that the door keeps out are the same for each, so the reason is given once and not for every matter.
  @Test(arguments: TestEngine.all) func wordsThatAreKeptOutAreSaidOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await test.issue((0..<3).map { ListAnswerTests.draft("要检查第\($0)处。") })
      let picks = ids.map { ChangeMany.Pick(matter: $0, seen: nil) }
      for change in [
        BulkChange.press(note: Words("机密★1年 请抓紧办理")), .cancel(reason: Words("并入他项"), authority: Words("绝密★ 区安委会")),
      ] {
        let refusal = await #expect(throws: Refusal.self) {
          try await test.act(ChangeMany(picks: picks, change: change), by: "tong")
        }
        #expect(refusal?.problems.map(\.code) == [.secrecyMark])
      }
      for id in ids { #expect(try await test.matter(id)?.version == 1) }
      #expect(try await test.differingTables() == [])
    }
  }

  @Test func onlyACoordinatorMayAndNotTooMany() async throws {
    try await TestOffice.with(.sqlite) { test in
      let ids = try await test.issue([ListAnswerTests.draft("要检查。")])
      let cancel = BulkChange.cancel(reason: Words("并入他项"), authority: Words("区安委会"))
      let one = ChangeMany(picks: [.init(matter: ids[0], seen: nil)], change: cancel)
      await #expect(throws: Refusal.self) { try await test.act(one, by: "xiaofang.zhang") }
      let many = (0...ChangeMany.most).map { ChangeMany.Pick(matter: MatterID(trusted: "m-\($0)"), seen: nil) }
      await #expect(throws: Refusal(.bulkTooMany, ["limit": "200"])) {
        try await test.act(ChangeMany(picks: many, change: cancel), by: "tong")
      }
      await #expect(throws: Refusal(.bulkNone)) {
        try await test.act(ChangeMany(picks: [], change: cancel), by: "tong")
      }
    }
  }

  /// Children that are called off together tell their parent once each, and the parent follows.
  @Test(arguments: TestEngine.all) func childrenTellTheirParent(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var draft = ListAnswerTests.draft("各镇要巡查。")
      draft.fanOut = ["shiqiao", "liuwan"].map { UnitID(trusted: $0) }
      let ids = try await test.issue([draft])
      try await test.act(
        ChangeMany(
          picks: ids[1...].map { .init(matter: $0, seen: nil) },
          change: .cancel(reason: Words("并入他项"), authority: Words("区安委会"))), by: "tong")
      #expect(try await test.matter(ids[0])?.children.map(\.phase) == [.cancelled, .cancelled])
    }
  }
}
