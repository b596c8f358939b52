import Directory
import Duties
import Ground
import Inspections
import Operations
import Packs
import TestDatabases
import TestOffice
import Testing

/// Whose inspections count is said where one is written down, and on its page.
@Suite struct VisitCountTests {
  @Test(arguments: TestEngine.all) func theOfficesOwnInspectionCountsForNothing(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let campaign = try await test.start()
      let tong = try await test.officer("tong")
      func sheet(_ id: InspectionID) async throws -> VisitCounts? {
        try #require(try await test.office.inspectionSheet(id, for: tong)).counts
      }
      let form = try #require(try await test.office.inspectionForm(site, checklist: "construction.restart", for: tong))
      let counts = try #require(form.counts)
      #expect(counts.counting.isEmpty && counts.units.map(\.id.text).contains("shiqiao"))
      // The own unit is what nothing chosen means; it is not offered twice.
      #expect(!form.units.isEmpty && !form.units.map(\.id).contains(tong.unit))
      let own = try await test.inspect(Site.restart(site), by: "tong")
      #expect(try await sheet(own)?.counting.isEmpty == true)
      #expect(try await test.states(campaign) == [1: .open])
      let towns = try await test.inspect(Site.restart(site), by: "shiqiao.ban")
      #expect(try await sheet(towns)?.counting.isEmpty == false)
      #expect(try await test.states(campaign) == [1: .covered])
      // It counted, whatever became of the campaign; a void one counts for nothing and says that alone.
      try await test.act(CloseCampaign(campaign: campaign), by: "tong")
      #expect(try await sheet(towns)?.counting.isEmpty == false)
      try await test.act(AnnulInspection(inspection: towns, reason: Words("登记错误")), by: "shiqiao.ban")
      #expect(try await sheet(towns) == nil)
    }
  }

  /// Whoever records for a unit and forgets how it told of it is asked for just that.
  @Test func theChannelIsAskedFor() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let plain = Site.restart(site)
      func behalf(_ channel: Inspection.Recording?) -> RecordInspection {
        RecordInspection(
          subject: plain.subject, checklist: plain.checklist, unit: UnitID(trusted: "shiqiao"), others: [],
          day: plain.day, answers: plain.answers, findings: [], signature: plain.signature, note: nil,
          recordedFor: channel)
      }
      await refused(.inspectionChannel) { try await test.inspect(behalf(nil), by: "tong") }
      await refused(.inspectionUnit) { try await test.inspect(behalf(nil), by: "zhujian.ban") }
      try await test.inspect(behalf(.phone), by: "tong")
    }
  }

  @Test(arguments: TestEngine.all) func theStartPageCountsThePlaces(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let tong = try await test.officer("tong")
      for number in 0...2 {
        let form = try #require(
          try await test.office.campaignForm("construction.restart.drive", matter: nil, for: tong))
        #expect(form.places == number && form.reach.conditions.isEmpty)
        try await test.register(Site.form(name: "工地\(number)"))
      }
      let store = try #require(try await test.office.campaignForm("chemicals.store.drive", matter: nil, for: tong))
      let type = try #require(test.office.shippedPacks.work.subjectTypes["chemical_store"])
      let condition = try #require(store.reach.conditions.first)
      #expect(store.places == 0 && store.reach.conditions.count == 1)
      #expect(condition.attribute == type.attribute("stage")?.title && condition.choices.count == 2)
    }
  }
}
