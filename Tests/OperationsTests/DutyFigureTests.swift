import Directory
import Duties
import Ground
import Inspections
import Matters
import Operations
import Packs
import Subjects
import TestDatabases
import TestOffice
import Testing

/// A demand names the standing duties that it is met by, and shows how far they are since it was issued.
@Suite struct DutyFigureTests {
  @Test(arguments: TestEngine.all) func aDemandShowsWhatItsDutiesDid(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let sites = try await [test.register(Site.form(name: "一")), test.register(Site.form(name: "二"))]
      let matter = try await test.matterUnderway()
      let duty = try #require(
        test.office.shippedPacks.work.dutiesInOrder.first {
          $0.checksOn == nil && $0.subjects == ["construction_site"] && $0.checklist == "construction.site"
            && $0.matches(["kind": .choice("small")])
        })
      func figure(_ viewer: String) async throws -> DutyFigure? {
        try await test.office.matterSheet(matter, for: try await test.officer(viewer))?.duties.first
      }
      #expect(try await figure("tong") == nil)
      try await test.act(LinkDuties(matter: matter, seen: nil, duties: [duty.code]), by: "tong")
      let before = try #require(try await figure("tong")?.counts)
      #expect(before.owed == 0 && before.left == 2 && before.found == 0)
      try await test.inspect(
        Site.inspection(of: sites[0], findings: [Site.found("edges", "临边无防护")]),
        by: duty.units.contains(.territorial) ? "shiqiao.ban" : "zhujian.ban")
      let after = try #require(try await figure("tong")?.counts)
      #expect(after.found == 1 && after.left == (duty.pace.times == 1 ? 1 : 2))
      // When the window is over, what was not done was missed.
      test.clock.advance(days: 366)
      let later = try #require(try await figure("tong")?.counts)
      #expect(later.owed > 0 && later.missed == later.owed - later.done && later.missed > 0)
      // Whoever sees a part of the district is shown no sums of all of it.
      let unit = try #require(try await figure("xiaofang.ban"))
      #expect(unit.code == duty.code && unit.counts == nil)
      // On the meeting's page, in the clause in hand.
      let meeting = try #require(try await test.matter(matter)?.source?.meeting)
      let board = try await test.office.meetingBoard(
        meeting, filter: BoardFilter(), hand: 0, for: try await test.officer("tong"))
      #expect(board?.hand?.duties.map(\.code) == [duty.code])
      try await test.act(LinkDuties(matter: matter, seen: nil, duties: []), by: "tong")
      #expect(try await figure("tong") == nil)
      #expect(try await test.wrong() == [])
    }
  }

  @Test func whatIsNoDutyIsRefused() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let check = try #require(test.office.shippedPacks.work.dutiesInOrder.first { $0.checksOn != nil }).code
      let duty = try #require(test.office.shippedPacks.work.dutiesInOrder.first { $0.checksOn == nil }).code
      for wrong in [["no.such"], [check], [duty, duty]] {
        await #expect(throws: Refusal([Matter.dutiesProblem])) {
          try await test.act(LinkDuties(matter: matter, seen: nil, duties: wrong), by: "tong")
        }
      }
      await #expect(throws: Refusal.self) {
        try await test.act(LinkDuties(matter: matter, seen: nil, duties: [duty]), by: "xiaofang.zhang")
      }
    }
  }
}
