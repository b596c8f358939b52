import Ground
import Inspections
import Operations
import TestDatabases
import TestOffice
import Testing

/// One visit more than the packs' cap is recorded with its reason or not at all.
@Suite("Visits over the cap")
struct VisitOverCapTests {
  @Test(arguments: TestEngine.all) func oneMoreUnitGivesAReason(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(responsible: "huanguan"))
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      // Again by the same unit: it counts once.
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      try await test.inspect(Site.inspection(of: site), by: "huanguan.ban")
      try await test.inspect(Site.inspection(of: site, day: test.office.today.adding(days: -1)), by: "zhujian.ban")
      let last = try await test.inspect(Site.inspection(of: site, reason: .ordered), by: "yan")
      await refused(.inspectionCrowded) {
        try await test.inspect(Site.inspection(of: site), by: "yan")
      }
      let sheet = try #require(try await test.office.inspectionSheet(last, for: try await test.officer("yan")))
      #expect(sheet.inspection.reason == .ordered)
      // Who runs the place is no visitor, and a gate is needed.
      try await test.inspect(Site.inspection(of: site), by: "huanguan.ban")
      try await test.inspect(Site.restart(site), by: "yan")
      // Once it is no week any more, there is room again.
      test.clock.advance(days: 7)
      try await test.inspect(Site.inspection(of: site, day: test.office.today), by: "zhujian.ban")
      #expect(try await test.wrong() == [])
    }
  }

  /// A void inspection leaves room.
  @Test(arguments: TestEngine.all) func aVoidOneDoesNotCount(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form())
      try await test.inspect(Site.inspection(of: site), by: "shiqiao.ban")
      let void = try await test.inspect(Site.inspection(of: site), by: "zhujian.ban")
      await refused(.inspectionCrowded) { try await test.inspect(Site.inspection(of: site), by: "yan") }
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "zhujian.ban")
      try await test.inspect(Site.inspection(of: site), by: "yan")
    }
  }
}
