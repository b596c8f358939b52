import Duties
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

/// A campaign from its start to its closing: who may, what is refused, what is frozen.
@Suite struct CampaignTests {
  @Test(arguments: TestEngine.all) func aMissThenAVisit(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let (first, second) = (try await test.start(), try await test.start(name: "第二次"))
      try await test.miss(first, site, .notReached, by: "shiqiao.ban")
      #expect(try await test.states(first) == [1: .notReached])
      // Another word takes its place; another campaign has a miss of its own.
      try await test.miss(first, site, .closed, by: "zhujian.zhang")
      #expect(try await test.states(first) == [1: .closed])
      #expect(try await test.states(second) == [1: .open])
      let visit = try await test.inspect(Site.restart(site), by: "shiqiao.ban")
      #expect(try await test.states(first) == [1: .covered])
      await refused(.campaignCovered) { try await test.miss(first, site, by: "shiqiao.ban") }
      // A void visit leaves the reason standing.
      try await test.act(AnnulInspection(inspection: visit, reason: Words("登记错误")), by: "shiqiao.ban")
      #expect(try await test.states(first) == [1: .closed])
      #expect(try await test.states(second) == [1: .open])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func whoMaySayWhyARowWasMissed() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let campaign = try await test.start()
      for officer in ["liuwan.zhang", "xiaofang.ban", "tong", "lin", "yan"] {
        await refused(.campaignUnit) { try await test.miss(campaign, site, by: officer) }
      }
      await refused(.campaignUnit) { try await test.miss(campaign, site, for: "liuwan", by: "tong") }
      await refused(.campaignUnit) { try await test.miss(campaign, site, for: "shiqiao", by: "shiqiao.ban") }
      try await test.miss(campaign, site, for: "shiqiao", by: "tong")
      #expect(try await test.states(campaign) == [1: .noAccess])
      let shop = try await test.place("small_premises", supervising: "xiaofang", town: "shiqiao")
      await refused(.campaignRow) { try await test.miss(campaign, shop, by: "shiqiao.ban") }
      let later = try await test.start(from: 3)
      await refused(.campaignNotBegun) { try await test.miss(later, site, by: "shiqiao.ban") }
      await refused(.campaignUnknown) {
        try await test.miss(CampaignID(trusted: "none"), site, by: "shiqiao.ban")
      }
    }
  }

  /// What the office records for a unit says by which way the unit told.
  @Test func aMissForAnotherUnitNamesItsChannel() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let campaign = try await test.start()
      await refused(.campaignChannel) {
        try await test.act(
          RecordMiss(campaign: campaign, subject: site, reason: .closed, onBehalfOf: UnitID(trusted: "shiqiao")),
          by: "tong")
      }
      try await test.miss(campaign, site, for: "shiqiao", by: "tong")
      let rows = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows("SELECT unit, on_behalf, channel FROM misses").map(\.values)
      }
      #expect(rows == [[.text("shiqiao"), .int(1), .text("phone")]])
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aWithdrawnOneOwesNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var sites: [SubjectID] = []
      for number in 1...3 { sites.append(try await test.register(Site.form(name: "工地\(number)"))) }
      let (campaign, later) = (try await test.start(), try await test.start(from: 3, name: "以后"))
      func withdraw(_ campaign: CampaignID, _ reason: String = "并入全市统一行动", by officer: String = "tong") async throws {
        try await test.act(WithdrawCampaign(campaign: campaign, reason: Words(reason)), by: officer)
      }
      try await test.inspect(Site.restart(sites[0]), by: "zhujian.ban")
      try await test.miss(campaign, sites[1], .closed, by: "zhujian.ban")
      for officer in ["zhujian.zhang", "lin", "guan"] {
        await refused(.campaignOffice) { try await withdraw(campaign, by: officer) }
      }
      await refused(.campaignBlank) { try await withdraw(campaign, " ") }
      await refused(.campaignUnknown) { try await withdraw(CampaignID(trusted: "none")) }
      #expect(try await test.office.workList(for: test.officer("zhujian.ban")).campaigns.isEmpty == false)
      try await withdraw(campaign)
      try await withdraw(later)
      await refused(.campaignWithdrawn) { try await withdraw(campaign) }
      await refused(.campaignWithdrawn) { try await test.miss(campaign, sites[2], by: "zhujian.ban") }
      await refused(.campaignWithdrawn) { try await test.act(CloseCampaign(campaign: campaign), by: "tong") }
      #expect(try await test.office.workList(for: test.officer("zhujian.ban")).campaigns.isEmpty)
      // What was visited stands, for whoever sees all and for a unit; what comes later counts for it no more.
      test.clock.advance(days: 4)
      try await test.inspect(
        Site.inspection(of: sites[2], checklist: "construction.restart@2", day: test.office.today), by: "zhujian.ban")
      for officer in ["tong", "zhujian.ban"] {
        let sheet = try #require(try await test.campaign(campaign, for: officer))
        #expect(sheet.campaign.standing == .withdrawn && sheet.withdrawal?.reason.shown == "并入全市统一行动")
        #expect(sheet.campaign.counts == CampaignCounts([.covered: 1]) && !sheet.mayClose)
        #expect(sheet.rows.map(\.state) == [.covered] && sheet.rows.allSatisfy { $0.mayMissFor == nil })
        let early = try #require(try await test.campaign(later, for: officer))
        #expect(early.campaign.standing == .withdrawn && early.campaign.counts.rows == 0 && early.rows.isEmpty)
      }
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func itIsClosedOnceNothingIsOpen(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var sites: [SubjectID] = []
      for number in 1...3 { sites.append(try await test.register(Site.form(name: "工地\(number)"))) }
      let campaign = try await test.start()
      func close(_ officer: String = "tong") async throws {
        try await test.act(CloseCampaign(campaign: campaign), by: officer)
      }
      let visit = try await test.inspect(Site.restart(sites[0]), by: "zhujian.ban")
      try await test.miss(campaign, sites[1], .closed, by: "zhujian.ban")
      let open = await #expect(throws: Refusal.self) { try await close() }
      #expect(open?.problems.map(\.code) == [.campaignOpen] && open?.problems.first?.values["n"] == "1")
      try await test.act(RetireSubject(subject: sites[2], seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      for officer in ["zhujian.zhang", "lin", "guan"] { await refused(.campaignOffice) { try await close(officer) } }
      test.clock.advance(days: 1)
      try await close()
      await refused(.campaignClosed) { try await close() }
      await refused(.campaignClosed) { try await test.miss(campaign, sites[1], by: "zhujian.ban") }
      let before = try #require(try await test.campaign(campaign))
      #expect(before.campaign.standing == .closed && before.closing?.on == test.office.today)
      let size = try #require(before.closing?.size)
      #expect(size > 0 && !before.mayClose)
      // What happens afterwards moves no frozen figure, and nothing joins.
      try await test.act(AnnulInspection(inspection: visit, reason: Words("登记错误")), by: "zhujian.ban")
      test.clock.advance(days: 1)
      try await test.register(Site.form(name: "新开工"))
      let after = try #require(try await test.campaign(campaign))
      let counts = after.campaign.counts
      #expect(counts.rows == 2 && counts.covered == 1 && counts.closed == 1 && counts.left == 1 && counts.open == 0)
      #expect(after.figures.map(\.counts) == before.figures.map(\.counts))
      #expect(try await test.states(campaign).keys.sorted() == [1, 2, 3])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test func whatSleepsIsWokenByLaw() async throws {
    try await TestOffice.with(.sqlite) { test in
      let rule = "health.cold_store.drive"
      let neither = await #expect(throws: Refusal.self) { try await test.start(rule, office: "weijian") }
      #expect(neither?.problems.map(\.place) == ["basis", "purpose"])
      await refused(.campaignBasis) { try await test.start(rule, office: "weijian", basis: "传染病防治法第四十二条") }
      await refused(.campaignBasis) { try await test.start(rule, office: "weijian", basis: " ", purpose: "查验") }
      let campaign = try await test.start(
        rule, office: "weijian", basis: "传染病防治法第四十二条", purpose: "冷链库房环境查验")
      let plan = try #require(try await test.campaign(campaign)).plan
      #expect(plan.basis?.text == "传染病防治法第四十二条" && plan.purpose?.text == "冷链库房环境查验")
    }
  }

  /// Until then, and once it is over, nothing of it is registered, brought in by a list, or inspected.
  @Test func whatSleepsIsNeitherRegisteredNorInspected() async throws {
    try await TestOffice.with(.sqlite) { test in
      let attributes = try test.attributes(of: "cold_store", with: [:])
      func register() async throws -> SubjectID {
        try await test.act(
          RegisterSubject(
            type: "cold_store",
            form: SubjectForm(
              name: Words("城北冷库"), address: Words("北关街1号"), position: nil, supervising: UnitID(trusted: "weijian"),
              territorial: UnitID(trusted: "shiqiao"), responsible: nil, attributes: attributes),
            risk: nil, riskReason: nil), by: "tong")
      }
      await refused(.subjectAsleep) { _ = try await register() }
      await refused(.subjectAsleep) {
        _ = try await test.office.stageSubjects(
          Array("名称,地址\n城北冷库,北关街1号\n".utf8), name: "冷库.csv", type: "cold_store",
          by: try await test.officer("tong"), operation: test.office.newOperation())
      }
      try await test.start(
        "health.cold_store.drive", days: 10, office: "weijian", basis: "传染病防治法第四十二条", purpose: "冷链库房环境查验")
      let store = try await register()
      try await test.inspect(try test.passing("health.cold_store", of: store), by: "weijian.ban")
      let inspector = try await test.officer("weijian.ban")
      let awake = try await test.office.subjectSheet(store, for: inspector)
      #expect(awake?.sleep?.isAsleep == false && awake?.sleep?.campaigns.map(\.name.shown) == ["开复工检查"])
      await refused(.subjectAsleep) {
        _ = try await test.place("product_lot", supervising: "weijian", town: "shiqiao", with: [:])
      }
      // A drive of one town wakes nothing elsewhere, and one that is withdrawn nothing from that day on.
      let other = try await test.start(
        "health.lot.drive", days: 10, towns: ["liuwan"], office: "weijian", basis: "传染病防治法第四十二条", purpose: "批次查验")
      await refused(.subjectAsleep) {
        _ = try await test.place("product_lot", supervising: "weijian", town: "shiqiao", with: [:])
      }
      _ = try await test.place("product_lot", supervising: "weijian", town: "liuwan", with: [:])
      try await test.act(WithdrawCampaign(campaign: other, reason: Words("措施停止")), by: "tong")
      await refused(.subjectAsleep) {
        _ = try await test.place("product_lot", supervising: "weijian", town: "liuwan", with: [:])
      }
      test.clock.advance(days: 20)
      // Said before a form is filled in.
      #expect(try await test.office.subjectSheet(store, for: inspector)?.sleep?.isAsleep == true)
      let form = try await test.office.inspectionForm(store, checklist: "health.cold_store", for: inspector)
      #expect(form?.sleep?.isAsleep == true)
      await refused(.inspectionAsleep) {
        try await test.inspect(try test.passing("health.cold_store", of: store), by: "weijian.ban")
      }
      await refused(.subjectAsleep) { _ = try await register() }
    }
  }

  @Test func whatCannotBeStarted() async throws {
    try await TestOffice.with(.sqlite) { test in
      let tries: [(ProblemCode, () async throws -> Void)] = [
        (.campaignRule, { try await test.start("fire.nothing") }),
        (.campaignOffice, { try await test.start(by: "zhujian.zhang") }),
        (.campaignOffice, { try await test.start(by: "lin") }),
        (.campaignFirst, { try await test.start(from: -40, days: 60) }),
        (.campaignLast, { try await test.start(days: 0) }),
        (.campaignLast, { try await test.start(days: 400) }),
        (.campaignLast, { try await test.start(from: -20, days: 10) }),
        (.campaignTarget, { try await test.start(target: 0) }),
        (.campaignTarget, { try await test.start(target: 101) }),
        (.campaignTown, { try await test.start(towns: ["zhujian"]) }),
        (.campaignTown, { try await test.start(towns: ["none"]) }),
        (.campaignResponsible, { try await test.start(office: "shiqiao") }),
        (.campaignMatter, { try await test.start(matter: MatterID(trusted: "none")) }),
        (.campaignBlank, { try await test.start(name: " ") }),
        (.campaignLong, { try await test.start(name: String(repeating: "长", count: 101)) }),
        (.textPersons, { try await test.start(name: "重点人员逐人排查") }),
      ]
      for (code, attempt) in tries { await refused(code) { try await attempt() } }
      let board = try await test.office.campaignBoard(for: try await test.officer("tong"))
      #expect(board.rows.isEmpty)
    }
  }

  /// A unit counts and lists its own rows alone; an administrator has none.
  @Test(arguments: TestEngine.all) func eachSeesItsOwn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.register(Site.form())
      let field = SubjectForm(
        name: Words("柳湾工地"), address: Words("柳湾镇"), position: nil, supervising: UnitID(trusted: "zhujian"),
        territorial: UnitID(trusted: "liuwan"), responsible: nil,
        attributes: ["kind": "small", "stage": "structure", "permit": ""])
      try await test.register(field)
      let campaign = try await test.start()
      for (officer, rows) in [
        ("tong", [1, 2]), ("lin", [1, 2]), ("shen", [1, 2]), ("zhujian.ban", [1, 2]), ("shiqiao.zhang", [1]),
        ("liuwan.ban", [2]), ("xiaofang.zhang", []), ("guan", []),
      ] {
        let sheet = try #require(try await test.campaign(campaign, for: officer))
        #expect(sheet.rows.map(\.subject.serial) == rows && sheet.campaign.counts.rows == rows.count, "\(officer)")
        let board = try await test.office.campaignBoard(for: try await test.officer(officer))
        #expect(board.rows.map(\.counts.rows) == [rows.count], "\(officer)")
        #expect(board.rules.isEmpty == (officer != "tong"), "\(officer)")
      }
      let work = try await test.office.workList(for: try await test.officer("liuwan.ban"))
      #expect(work.campaigns.map { $0.rows.map(\.serial) } == [[2]] && work.campaigns.first?.hasMore == false)
      #expect(try await test.office.workList(for: try await test.officer("xiaofang.ban")).campaigns.isEmpty)
    }
  }

  /// The list of work shows an open row until it is visited or has a reason.
  @Test func theWorkListShowsWhatACampaignWaitsFor() async throws {
    try await TestOffice.with(.sqlite) { test in
      let (first, second) = (try await test.register(Site.form()), try await test.register(Site.form(name: "二期")))
      let campaign = try await test.start()
      func owed() async throws -> [[Int]] {
        let list = try await test.office.workList(for: try await test.officer("shiqiao.ban"))
        return list.campaigns.map { $0.rows.map(\.serial) }
      }
      #expect(try await owed() == [[1, 2]])
      try await test.inspect(Site.restart(first), by: "zhujian.ban")
      #expect(try await owed() == [[2]])
      try await test.miss(campaign, second, by: "shiqiao.ban")
      #expect(try await owed() == [])
    }
  }

  /// What a meeting asked for shows what it set going, with the figures.
  @Test(arguments: TestEngine.all) func aClauseShowsItsCampaign(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive(clauses: ["要做好开复工安全检查。", "要加强秸秆禁烧巡查。"])
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0, 1]), by: "tong")
      let site = try await test.register(Site.form())
      let campaign = try await test.start(matter: matters[0])
      try await test.miss(campaign, site, by: "shiqiao.ban")
      let viewer = try await test.officer("tong")
      for (clause, matter) in matters.enumerated() {
        let board = try await test.office.meetingBoard(meeting, filter: BoardFilter(), hand: clause, for: viewer)
        let expected = clause == 0 ? [campaign] : []
        #expect(board?.hand?.campaigns.map(\.id) == expected)
        #expect(try await test.office.matterSheet(matter, for: viewer)?.campaigns.map(\.id) == expected)
      }
      let row = try await test.office.matterSheet(matters[0], for: viewer)?.campaigns.first
      #expect(row?.counts.rows == 1 && row?.counts.noAccess == 1 && row?.counts.open == 0)
      #expect(try await test.campaign(campaign)?.matter?.id == matters[0])
      // Who does not see the matter sees the campaign without it.
      #expect(try await test.campaign(campaign, for: "shiqiao.zhang")?.matter == nil)
    }
  }

  @Test(arguments: TestEngine.all) func theBoardComesInPages(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var started: [CampaignID] = []
      for day in [0, 2, 1, 1] { started.append(try await test.start(from: day)) }
      let viewer = try await test.officer("tong")
      var (seen, after) = ([CampaignID](), String?.none)
      repeat {
        let board = try await test.office.campaignBoard(for: viewer, after: after, limit: 1)
        #expect(board.rows.count == 1)
        seen += board.rows.map(\.id)
        after = board.next
      } while after != nil
      #expect(seen == [started[1], max(started[2], started[3]), min(started[2], started[3]), started[0]])
    }
  }
}
