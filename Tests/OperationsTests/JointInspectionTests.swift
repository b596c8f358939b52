import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Several units come together: one visit, and each records its own part.
@Suite("Joint inspections")
struct JointInspectionTests {
  @Test(arguments: TestEngine.all) func partsCountForTheirUnitsAndAsOneVisit(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let host = try await test.inspect(Site.inspection(of: site, partners: ["shiqiao"]), by: "zhujian.ban")
      let offer = try #require(try await test.inspection(host, "shiqiao.ban").joint)
      #expect(offer.partners.map(\.id.text) == ["shiqiao"] && offer.parts.isEmpty)
      #expect(offer.own.contains { $0.checklist == "construction.site" })
      #expect(try await test.inspection(host, "zhujian.ban").joint?.own.isEmpty == true)
      let part = try await test.inspect(Site.inspection(of: site, joins: host), by: "shiqiao.ban")
      #expect(try await test.inspection(part, "shiqiao.ban").joint?.host?.id == host)
      #expect(try await test.inspection(host, "yan").joint?.parts.map(\.id) == [part])
      // Both are one visit: one more unit needs no reason yet.
      #expect(try await test.sheet(site, "yan")?.load.lately.map(\.unit.id.text) == ["zhujian"])
      try await test.inspect(Site.inspection(of: site), by: "yan")
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func whatIsNoPartIsRefused(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let other = try await test.register(Site.form(name: "青石村二期工地"))
      let host = try await test.inspect(Site.inspection(of: site, partners: ["shiqiao"]), by: "zhujian.ban")
      for (part, by, code) in [
        (Site.inspection(of: site, joins: host), "yan", ProblemCode.inspectionJoins),
        (Site.inspection(of: other, joins: host), "shiqiao.ban", .inspectionJoins),
        (Site.inspection(of: site, joins: InspectionID(trusted: "none")), "shiqiao.ban", .inspectionJoins),
        (
          Site.inspection(of: site, day: test.office.today.adding(days: -1), joins: host), "shiqiao.ban",
          .inspectionJointDay
        ),
        (Site.inspection(of: site, partners: ["zhujian"], joins: host), "shiqiao.ban", .inspectionJointBoth),
        (Site.inspection(of: site, partners: ["shiqiao"]), "shiqiao.ban", .inspectionPartners),
        (Site.inspection(of: site, partners: ["zhujian", "zhujian"]), "shiqiao.ban", .inspectionPartners),
        (Site.inspection(of: site, partners: ["nobody"]), "shiqiao.ban", .inspectionPartners),
      ] {
        await refused(code) { try await test.inspect(part, by: by) }
      }
      try await test.act(AnnulInspection(inspection: host, reason: Words("登记错误")), by: "zhujian.ban")
      await refused(.inspectionJoins) {
        try await test.inspect(Site.inspection(of: site, joins: host), by: "shiqiao.ban")
      }
    }
  }

  /// The list of work leads to the form with the other unit named.
  @Test(arguments: TestEngine.all) func theWorkListOffersIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      let before = try await test.office.workList(for: try await test.officer("zhujian.ban"))
      #expect(before.together[site]?.map(\.id.text) == ["shiqiao"])
      let sheet = try #require(try await test.sheet(site, "shiqiao.ban"))
      for code in Set(sheet.duties.filter { $0.units.contains { $0.id.text == "shiqiao" } }.map(\.duty.checklist))
        .sorted()
      {
        // A small site is inspected twice a month by its town.
        for _ in 0..<2 { try await test.inspect(try test.passing(code, of: site), by: "shiqiao.ban") }
      }
      let after = try await test.office.workList(for: try await test.officer("zhujian.ban"))
      #expect(after.together[site] == nil)
    }
  }
}

extension TestOffice {
  fileprivate func inspection(_ id: InspectionID, _ officer: String) async throws -> InspectionSheet {
    try #require(try await office.inspectionSheet(id, for: try await self.officer(officer)))
  }
}
