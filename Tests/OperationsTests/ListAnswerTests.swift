import Directory
import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// What the list answers to people: their own, their unit's, by light and by words, with counts that are right.
@Suite struct ListAnswerTests {
  @Test(arguments: TestEngine.all) func totalsAndLightsAreHowManyRowsThereAre(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await RandomRegister(60, seed: 11, in: test)
      test.clock.advance(days: 12)
      let filters: [MatterFilter] = [
        MatterFilter(), MatterFilter(phases: Phase.allCases), MatterFilter(unit: UnitID(trusted: "xiaofang")),
        MatterFilter(unit: UnitID(trusted: "xiaofang"), part: .either, field: .fire),
        MatterFilter(leader: OfficerID(trusted: "lin")), MatterFilter(due: .week), MatterFilter(due: DueRange.none),
        MatterFilter(words: "消防站"), MatterFilter(view: .unit), MatterFilter(view: .mine),
        MatterFilter(phases: [.underway, .cancelled], words: "学校"),
      ]
      for account in ["tong", "lin", "xiaofang.zhang", "shiqiao.ban"] {
        let viewer = try await test.officer(account)
        for filter in filters {
          let list = try await test.office.matterList(filter, for: viewer, limit: 500)
          // Another officer's matters are shown and not counted.
          if let leader = filter.leader, leader != viewer.id {
            #expect(list.total == .uncounted && list.counts == nil, "\(account) \(filter.query)")
            continue
          }
          #expect(list.total == .exact(list.rows.count), "\(account) \(filter.query)")
          for standing in Standing.allCases {
            var narrowed = filter
            narrowed.standing = standing
            let part = try await test.office.matterList(narrowed, for: viewer, limit: 500)
            #expect(part.rows.count == list.counts?[standing], "\(account) \(narrowed.query)")
            #expect(part.rows.allSatisfy { $0.standing == standing })
          }
        }
      }
    }
  }

  @Test(arguments: TestEngine.all) func mineAndMyUnits(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let register = try await RandomRegister(60, seed: 12, in: test)
      func ids(_ view: MatterView, _ account: String) async throws -> Set<MatterID> {
        let viewer = try await test.officer(account)
        let filter = MatterFilter(view: view, phases: Phase.allCases)
        return Set(try await test.office.matterList(filter, for: viewer, limit: 500).rows.map(\.matter.id))
      }
      func those(_ wanted: (Matter) -> Bool) -> Set<MatterID> { Set(register.matters.filter(wanted).map(\.id)) }
      let (lin, ban) = (OfficerID(trusted: "lin"), OfficerID(trusted: "xiaofang.ban"))
      let unit = UnitID(trusted: "xiaofang")
      #expect(try await ids(.mine, "lin") == those { $0.leader == lin })
      #expect(try await ids(.mine, "xiaofang.ban") == those { $0.handler == ban })
      #expect(try await ids(.unit, "xiaofang.ban") == those { $0.lead == unit || $0.supporting.contains(unit) })
      #expect(those { $0.handler == ban }.count > 0)
    }
  }

  @Test(arguments: TestEngine.all) func headingsStandWhereGroupsBegin(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await RandomRegister(60, seed: 13, in: test)
      let viewer = try await test.officer("tong")
      for group in MatterGroup.allCases {
        let list = try await test.office.matterList(MatterFilter(group: group), for: viewer, limit: 500)
        #expect(list.headings[0] != nil)
        let headings = list.headings.sorted { $0.key < $1.key }.map(\.value)
        #expect(Set(headings).count == headings.count, "\(group): a group comes once")
        #expect(headings.count > 1)
      }
      let byUnit = try await test.office.matterList(MatterFilter(group: .unit), for: viewer, limit: 500)
      let order = try #require(try await test.office.directory()).unitsInOrder.map(\.id)
      let met = byUnit.rows.map(\.lead.id)
      #expect(met == met.sorted { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! })
    }
  }

  @Test(arguments: TestEngine.all) func aPlaceThatIsNoneStartsFromTheFront(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.issue([ListAnswerTests.draft("要检查消防站。")])
      let viewer = try await test.officer("tong")
      for place in ["", "~", "nonsense", "9~9~9~9", String(repeating: "~", count: 300)] {
        _ = try await test.office.matterList(MatterFilter(order: .recent), for: viewer, after: place)
      }
      let list = try await test.office.matterList(MatterFilter(order: .recent), for: viewer, after: "x~y")
      #expect(list.rows.count == 1)
    }
  }

  static func draft(_ text: String, _ field: Field = .fire, lead: String = "xiaofang") -> Draft {
    let day = CivilDate("2026-03-20")!
    return Draft(
      text: text, fields: [field], lead: UnitID(trusted: lead), supporting: [], fanOut: [], leader: nil,
      due: DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated"),
      urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: true)
  }
}
