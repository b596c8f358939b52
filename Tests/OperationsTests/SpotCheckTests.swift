import Directory
import Ground
import Inspections
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// How often spot checks disagree, by unit and duty.
@Suite struct SpotCheckTests {
  private static func figures(
    _ test: TestOffice, _ officer: String = "tong", disagreeing: Bool = false
  ) async throws -> SpotChecks {
    try await test.office.spotChecks(
      SpotCheckFilter(unit: UnitID(trusted: "shiqiao"), duty: TestOffice.spotCheck, disagreeing: disagreeing),
      for: try await test.officer(officer))
  }

  /// Every site that was drawn is checked; some of them with a finding.
  private static func checkAll(_ sheet: DrawSheet, failing: Int, _ test: TestOffice) async throws {
    for (number, line) in sheet.lines.enumerated() {
      let found = number < failing ? [Site.found("edges", "临边无防护", fixed: "当场装上")] : []
      try await test.inspect(Site.inspection(of: line.id, findings: found), by: "zhujian.ban")
    }
  }

  @Test(arguments: TestEngine.all) func eachNumberLeadsToItsInspections(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.roundedSites(12)
      #expect(try await Self.figures(test).lines.isEmpty)
      let sheet = try await test.drawn(test.request())
      try await Self.checkAll(sheet, failing: 1, test)
      let figures = try await Self.figures(test)
      let line = try #require(figures.lines.first)
      #expect(figures.lines.count == 1 && line.unit.id.text == "shiqiao" && line.duty == TestOffice.spotCheck)
      #expect(line.checks == 2 && line.disagreements == 1 && line.rate == nil, "two are a number and no rate")
      #expect(figures.rows.count == line.checks)
      let behind = try await Self.figures(test, disagreeing: true).rows
      #expect(behind.map(\.items.count) == [1] && behind[0].first.unit.id.text == "shiqiao")
      let made = try await test.draw(sheet.draw.id).lines.first?.done?.id
      #expect(behind[0].check.id == made)
      // The checked town and the checking bureau see it; a town that has nothing to do with it does not.
      for officer in ["shiqiao.zhang", "zhujian.ban"] {
        #expect(try await Self.figures(test, officer).lines.map(\.checks) == [2], "\(officer)")
      }
      for officer in ["liuwan.zhang", "guan"] {
        #expect(try await Self.figures(test, officer).lines.isEmpty, "\(officer)")
      }
      // A first inspection that is void is compared with nothing.
      let first = try #require(behind.first?.first.id)
      try await test.act(AnnulInspection(inspection: first, reason: Words("登记错误")), by: "shiqiao.ban")
      #expect(try await Self.figures(test).lines.map(\.disagreements) == [0])
      #expect(try await Self.figures(test).lines.map(\.checks) == [1])
    }
  }

  /// One page behind the other, the latest first; nothing twice, and nothing left out.
  @Test(arguments: TestEngine.all) func theyComePageByPage(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.roundedSites(25)
      let sheet = try await test.drawn(test.request())
      try await Self.checkAll(sheet, failing: 1, test)
      let viewer = try await test.officer("tong")
      let filter = SpotCheckFilter(duty: TestOffice.spotCheck)
      var (seen, after): ([InspectionID], String?) = ([], nil)
      for number in 1...3 {
        let page = try await test.office.spotChecks(filter, for: viewer, after: after, limit: 1)
        #expect(page.rows.count == 1 && page.lines.map(\.checks) == [3])
        #expect((page.next == nil) == (number == 3) && page.next.map(PageCursor.isSpotCheck) != false)
        (seen, after) = (seen + page.rows.map(\.check.id), page.next)
      }
      let whole = try await test.office.spotChecks(filter, for: viewer).rows.map(\.check.id)
      #expect(seen == whole && Set(seen).count == 3)
    }
  }

  @Test func tenAreEnoughForARate() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.roundedSites(91)
      let sheet = try await test.drawn(test.request())
      #expect(sheet.lines.count == 10)
      try await Self.checkAll(sheet, failing: 3, test)
      let line = try #require(try await Self.figures(test).lines.first)
      #expect(line.checks == 10 && line.disagreements == 3 && line.rate == 30)
    }
  }

  @Test func lateChecksAreMadeAndNotCompared() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.roundedSites(1)[0]
      let sheet = try await test.drawn(test.request())
      test.clock.advance(days: 40)
      let check = try await test.inspect(
        Site.inspection(
          of: site, day: test.office.today, findings: [Site.found("edges", "临边无防护", fixed: "当场装上")]),
        by: "zhujian.ban")
      #expect(try await test.owedChecks("zhujian.ban") == [])
      #expect(try await test.draw(sheet.draw.id).lines[0].disagreements == nil)
      #expect(try await Self.figures(test).lines.isEmpty)
      let page = try #require(try await test.office.inspectionSheet(check, for: try await test.officer("tong")))
      #expect(page.check != nil && page.check?.items == nil)
    }
  }
}
