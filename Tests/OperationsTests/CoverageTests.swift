import Duties
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// What a campaign goes through, and what counts as gone through.
@Suite struct CoverageTests {
  @Test(arguments: TestEngine.all) func theDenominatorFollowsTheRegister(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var sites: [SubjectID] = []
      for number in 1...4 { sites.append(try await test.register(Site.form(name: "工地\(number)"))) }
      let gone = try await test.register(Site.form(name: "已竣工"))
      try await test.act(RetireSubject(subject: gone, seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      test.clock.advance(days: 1)
      let campaign = try await test.start()
      #expect(try await test.states(campaign) == [1: .open, 2: .open, 3: .open, 4: .open])
      try await test.register(Site.form(name: "新开工"))
      try await test.inspect(Site.restart(sites[0]).on(test.office.today), by: "zhujian.ban")
      for site in sites[0...1] {
        try await test.act(RetireSubject(subject: site, seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      }
      try await test.act(SuspendSubject(subject: sites[2], seen: nil, reason: Words("停工")), by: "zhujian.ban")
      // Visited before it went; gone unvisited; standing still, and so still owed; untouched; and what came late.
      let expected: [Int: CampaignRowState] = [1: .covered, 2: .left, 3: .open, 4: .open, 6: .open]
      #expect(try await test.states(campaign) == expected)
      let counts = try await test.counts(campaign)
      #expect(counts.rows == 4 && counts.covered == 1 && counts.open == 3 && counts.left == 1)
      test.clock.advance(days: 10)
      // After its last day nothing joins and nothing leaves.
      try await test.register(Site.form(name: "下一批"))
      try await test.act(RetireSubject(subject: sites[3], seen: nil, reason: Words("竣工")), by: "zhujian.ban")
      #expect(try await test.states(campaign) == expected)
      #expect(try await test.campaign(campaign)?.campaign.standing == .over)
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  /// What stood still from its first day on is a row, and stays one when it resumes after the campaign, or goes.
  @Test(arguments: TestEngine.all) func whatStoodStillFromItsFirstDayOn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      var sites: [SubjectID] = []
      for number in 1...2 {
        let site = try await test.register(Site.form(name: "工地\(number)"))
        try await test.act(SuspendSubject(subject: site, seen: nil, reason: Words("停工")), by: "zhujian.ban")
        sites.append(site)
      }
      test.clock.advance(days: 1)
      let campaign = try await test.start()
      #expect(try await test.states(campaign) == [1: .open, 2: .open])
      test.clock.advance(days: 30)
      try await test.inspect(Site.restart(sites[0]).on(test.office.today), by: "zhujian.ban")
      try await test.act(
        ResumeSubject(subject: sites[0], seen: nil, reason: Words("复工验收合格")), by: "zhujian.zhang")
      try await test.act(RetireSubject(subject: sites[1], seen: nil, reason: Words("不再建设")), by: "zhujian.ban")
      #expect(try await test.states(campaign) == [1: .open, 2: .open])
      #expect(try await test.office.check().differences.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all) func asManyVisitsAsItAsks(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let field = try await test.place("burning_area", supervising: "nongye", town: "shiqiao")
      let campaign = try await test.start("burning.drive", office: "nongye")
      let visit = try test.passing("burning.patrol", of: field)
      // Only the town's count.
      try await test.inspect(visit, by: "nongye.ban")
      try await test.inspect(visit, by: "shiqiao.ban")
      #expect(try await test.states(campaign) == [1: .open])
      let second = try await test.inspect(visit, by: "shiqiao.zhang")
      #expect(try await test.states(campaign) == [1: .covered])
      try await test.act(AnnulInspection(inspection: second, reason: Words("登记错误")), by: "shiqiao.zhang")
      #expect(try await test.states(campaign) == [1: .open])
    }
  }

  /// Of a joint one each unit must come; what the rule's condition leaves out is no row.
  @Test(arguments: TestEngine.all) func eachUnitOfAJointOneMustCome(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let store = try await test.place("chemical_store", supervising: "yingji", town: "beigang")
      let idle = try await test.place("chemical_store", supervising: "yingji", town: "beigang", with: ["stage": "idle"])
      let campaign = try await test.start("chemicals.store.drive", office: "yingji")
      #expect(try await test.states(campaign) == [1: .open])
      let visit = try test.passing("chemicals.store", of: store)
      try await test.inspect(visit, by: "yingji.ban")
      try await test.inspect(visit, by: "yingji.zhang")
      #expect(try await test.states(campaign) == [1: .open])
      try await test.inspect(visit, by: "beigang.ban")
      #expect(try await test.states(campaign) == [1: .covered])
      // Once it is in use again it is one.
      let form = SubjectForm(
        name: Words("一处"), address: Words("村口"), position: nil, supervising: UnitID(trusted: "yingji"),
        territorial: UnitID(trusted: "beigang"), responsible: nil,
        attributes: try test.attributes(of: "chemical_store", with: ["stage": "rebuilding"]))
      try await test.act(AmendSubject(subject: idle, seen: nil, form: form, reason: Words("启用")), by: "yingji.ban")
      #expect(try await test.states(campaign) == [1: .covered, 2: .open])
    }
  }

  /// Visits of other days, by other lists or by those who owe nothing do not count.
  @Test func onlyTheCampaignsOwnVisitsCount() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      try await test.inspect(Site.restart(site), by: "zhujian.ban")
      test.clock.advance(days: 1)
      let campaign = try await test.start(days: 3)
      try await test.inspect(Site.inspection(of: site).on(test.office.today), by: "zhujian.ban")
      #expect(try await test.states(campaign) == [1: .open])
      test.clock.advance(days: 3)
      try await test.inspect(Site.restart(site).on(test.office.today), by: "zhujian.ban")
      #expect(try await test.states(campaign) == [1: .open])
      // Written down late, made in time.
      try await test.inspect(Site.restart(site).on(test.office.today.adding(days: -1)), by: "shiqiao.ban")
      #expect(try await test.states(campaign) == [1: .covered])
    }
  }

  /// For a place in a community the town's visit counts as the community's own, and the town may say why it was missed.
  @Test(arguments: TestEngine.all) func aTownVisitsInItsCommunity(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.addCommunities()
      let field = try await test.place("burning_area", supervising: "nongye", town: "hedong")
      let campaign = try await test.start("burning.drive", office: "nongye")
      let told = try await test.office.workList(for: try await test.officer("shiqiao.ban"))
      #expect(told.campaigns.map(\.campaign.id) == [campaign])
      try await test.miss(campaign, field, by: "shiqiao.zhang")
      #expect(try await test.states(campaign) == [1: .noAccess])
      try await test.inspect(try test.passing("burning.patrol", of: field), by: "shiqiao.ban")
      try await test.inspect(try test.passing("burning.patrol", of: field), by: "hedong.ban")
      #expect(try await test.states(campaign) == [1: .covered])
      // Another town's, and that of another community, is nobody's there.
      let other = try await test.place("burning_area", supervising: "nongye", town: "hedong")
      let more = try test.passing("burning.patrol", of: other)
      for officer in ["nongye.ban", "nongye.ban"] { try await test.inspect(more, by: officer) }
      for unit in ["shiqiaoshe", "liuwan"] {
        let told = try await test.office.workList(for: try await test.officer("\(unit).ban"))
        #expect(told.campaigns.isEmpty, "\(unit)")
        for _ in 0..<2 {
          try await test.inspect(
            RecordInspection(
              subject: other, checklist: more.checklist, unit: UnitID(trusted: unit), others: [], day: more.day,
              answers: more.answers, findings: [], signature: .absent, note: nil, recordedFor: .phone,
              reason: .complaint), by: "qiao")
        }
      }
      #expect(try await test.states(campaign)[2] == .open)
      for _ in 0..<2 {
        let again = RecordInspection(
          subject: other, checklist: more.checklist, unit: nil, others: [], day: more.day, answers: more.answers,
          findings: [], signature: .absent, note: nil, recordedFor: nil, reason: .complaint)
        try await test.inspect(again, by: "shiqiao.ban")
      }
      #expect(try await test.states(campaign)[2] == .covered)
    }
  }

  /// The row goes with the subject: the new town owes what the old one had not done.
  @Test(arguments: TestEngine.all) func aSubjectThatMoves(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let field = try await test.place("burning_area", supervising: "nongye", town: "shiqiao")
      let (all, here) = (
        try await test.start("burning.drive", office: "nongye"),
        try await test.start("burning.drive", towns: ["shiqiao"], office: "nongye")
      )
      #expect(try await test.counts(here).rows == 1)
      let form = SubjectForm(
        name: Words("一处"), address: Words("村口"), position: nil, supervising: UnitID(trusted: "nongye"),
        territorial: UnitID(trusted: "liuwan"), responsible: nil,
        attributes: try test.attributes(of: "burning_area", with: [:]))
      try await test.act(AmendSubject(subject: field, seen: nil, form: form, reason: Words("区划调整")), by: "nongye.ban")
      #expect(try await test.counts(here).rows == 0)
      let sheet = try #require(try await test.campaign(all))
      #expect(sheet.figures.map(\.town.id.text) == ["liuwan"] && sheet.rows.first?.owners.map(\.id.text) == ["liuwan"])
      for _ in 0..<2 { try await test.inspect(try test.passing("burning.patrol", of: field), by: "liuwan.ban") }
      #expect(try await test.states(all) == [1: .covered])
    }
  }

  /// Whoever took over a town's duties owes its rows, and its visits count.
  @Test(arguments: TestEngine.all) func theHeirOfADissolvedUnit(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let field = try await test.place("burning_area", supervising: "nongye", town: "shiqiao")
      let campaign = try await test.start("burning.drive", office: "nongye")
      try await test.inspect(try test.passing("burning.patrol", of: field), by: "shiqiao.ban")
      try await test.act(
        EndUnit(
          unit: UnitID(trusted: "shiqiao"), seen: nil, day: test.office.today, successor: UnitID(trusted: "liuwan"),
          reason: Words("撤并")), by: "guan")
      let sheet = try #require(try await test.campaign(campaign, for: "liuwan.zhang"))
      #expect(sheet.rows.first?.owners.map(\.id.text) == ["liuwan"])
      #expect(sheet.rows.first?.mayMissFor?.text == "liuwan" && sheet.figures.map(\.town.id.text) == ["liuwan"])
      let work = try await test.office.workList(for: try await test.officer("liuwan.ban"))
      #expect(work.campaigns.map(\.campaign.id) == [campaign])
      try await test.miss(campaign, field, by: "liuwan.zhang")
      #expect(try await test.states(campaign) == [1: .noAccess])
      try await test.inspect(try test.passing("burning.patrol", of: field), by: "liuwan.ban")
      #expect(try await test.states(campaign) == [1: .covered])
    }
  }

  /// Rows in pages, in the order of numbers, by how far they are and by town.
  @Test(arguments: TestEngine.all) func rowsComeInPages(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for number in 1...7 {
        let site = try await test.register(Site.form(name: "工地\(number)"))
        if number.isMultiple(of: 3) { try await test.inspect(Site.restart(site), by: "zhujian.ban") }
      }
      let campaign = try await test.start()
      var (seen, after) = ([Int](), String?.none)
      repeat {
        let sheet = try #require(
          try await test.campaign(campaign, CampaignFilter(show: .open), after: after, limit: 2))
        #expect(sheet.rows.count <= 2)
        seen += sheet.rows.map(\.subject.serial)
        after = sheet.next
      } while after != nil
      #expect(seen == [1, 2, 4, 5, 7])
      let covered = try await test.campaign(campaign, CampaignFilter(show: .covered, town: UnitID(trusted: "shiqiao")))
      #expect(covered?.rows.map(\.subject.serial) == [3, 6])
      let elsewhere = try await test.campaign(campaign, CampaignFilter(town: UnitID(trusted: "liuwan")))
      #expect(elsewhere?.rows.isEmpty == true && elsewhere?.campaign.counts.rows == 7)
    }
  }
}

extension RecordInspection {
  func on(_ day: CivilDate) -> RecordInspection {
    RecordInspection(
      subject: subject, checklist: checklist, unit: unit, others: others, day: day, answers: answers,
      findings: findings, signature: signature, note: note, recordedFor: recordedFor, pictures: pictures)
  }
}
