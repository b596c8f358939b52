import Duties
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What a unit is asked for in a month beside meetings: rounds, campaigns, daily reports, trainings; and what an asker hears.
@Suite struct BurdenTests {
  @Test(arguments: TestEngine.all) func roundsCampaignsAndDailyReportsCount(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await test.register(Site.form())
      try await test.register(Site.form(name: "二期"))
      let campaign = try await test.start(days: 10, towns: ["shiqiao"])
      try await test.set(
        Period.terms("2026-03-30", "2026-04-02", fields: [.floodWeather], units: ["shiqiao", "liuwan"], reportBy: 1020))
      func row(_ unit: String, _ day: CivilDate) async throws -> BurdenRow? {
        try await test.office.burdens(in: day, for: try await test.officer("tong")).rows.first {
          $0.unit.id.text == unit
        }
      }
      let (march, april) = (test.office.today, test.office.today.adding(days: 31))
      // The round of both sites and the campaign's places are the town's and the bureau's; nobody else's.
      for unit in ["shiqiao", "zhujian"] {
        let asked = try #require(try await row(unit, march))
        #expect(asked.campaigns.map(\.campaign) == [campaign] && asked.campaigns.map(\.subjects) == [2])
        let calendar = try #require(
          try await test.office.dutyCalendar(
            of: UnitID(trusted: unit), month: march, for: try await test.officer("tong")))
        #expect(asked.rounds == calendar.days.reduce(0) { $0 + $1.owed } && asked.rounds > 0)
      }
      #expect(try await row("shiqiao", march)?.daily.map(\.days) == [2])
      #expect(try await row("liuwan", march)?.daily.map(\.days) == [2])
      #expect(try await row("liuwan", march)?.campaigns == [])
      #expect(try await row("shiqiao", april)?.daily.map(\.days) == [2])
      #expect(try await row("shiqiao", april)?.campaigns == [])
      #expect(try await row("jiaotong", march) == nil)
      // A campaign that was taken back asks nothing any more.
      try await test.act(WithdrawCampaign(campaign: campaign, reason: Words("与其他行动重复")), by: "tong")
      #expect(try await row("zhujian", march)?.campaigns == [])
    }
  }

  @Test func aSecondDailyReportIsAskedKnowingly() async throws {
    try await TestOffice.with(.sqlite) { test in
      let first = Period.terms("2026-03-05", "2026-03-12", units: ["shiqiao", "liuwan"], reportBy: 1020)
      try await test.set(first)
      let second = Period.terms("2026-03-10", "2026-03-20", units: ["shiqiao"], reportBy: 900, title: "森林防火紧要期")
      let refusal = await #expect(throws: Refusal.self) { try await test.set(second) }
      let problem = try #require(refusal?.problems.first)
      #expect(problem.code == .periodOverlap && problem.values["what"] == "石桥镇 国庆假期 2026-03-10–2026-03-12")
      // Other units, other days, or no daily report overlap with nothing.
      try await test.set(Period.terms("2026-03-10", "2026-03-20", units: ["xiaofang"], reportBy: 900))
      try await test.set(Period.terms("2026-03-13", "2026-03-20", units: ["shiqiao"], reportBy: 900))
      try await test.set(Period.terms("2026-03-10", "2026-03-20", units: ["shiqiao"], shifts: .wholeDay))
      let id = try await test.act(SetPeriod(second, anyway: true), by: "tong")
      // Whoever amends it hears only of what is new.
      func amend(_ terms: PeriodTerms, anyway: Bool = false) async throws {
        try await test.act(
          AmendPeriod(period: id, seen: nil, terms: terms, reason: Words("照通知调整"), anyway: anyway), by: "tong")
      }
      try await amend(
        Period.terms("2026-03-10", "2026-03-20", units: ["shiqiao"], reportBy: 960, title: "森林防火紧要期"))
      let wider = Period.terms(
        "2026-03-10", "2026-03-20", units: ["shiqiao", "liuwan"], reportBy: 960, title: "森林防火紧要期")
      await refused(.periodOverlap) { try await amend(wider) }
      try await amend(wider, anyway: true)
      // A report to a meeting that falls due on such a day overlaps as well.
      let series = try await SittingTests.Series(test, in: 9)
      await refused(.askOverlap) { try await series.ask(["shiqiao"], workdays: 5) }
      try await series.ask(["zhujian"], workdays: 5)
    }
  }

  @Test func aCampaignThroughTheSamePlacesIsStartedKnowingly() async throws {
    try await TestOffice.with(.sqlite) { test in
      func start(_ rule: String, from first: Int, towns: [String] = [], anyway: Bool = false) async throws {
        try await test.start(rule, from: first, days: 10, towns: towns, anyway: anyway)
      }
      try await start("construction.restart.drive", from: 0, towns: ["shiqiao"])
      await refused(.campaignOverlap) { try await start("construction.restart.drive", from: 9) }
      await refused(.campaignOverlap) { try await start("construction.restart.drive", from: 2, towns: ["shiqiao"]) }
      try await start("construction.restart.drive", from: 2, towns: ["liuwan"])
      try await start("construction.restart.drive", from: 12, towns: ["shiqiao"])
      try await start("traffic.school_bus.drive", from: 0)
      try await start("construction.restart.drive", from: 9, anyway: true)
    }
  }
}
