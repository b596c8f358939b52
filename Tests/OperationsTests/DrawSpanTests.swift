import Directory
import Ground
import Inspections
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

/// Which inspections a spot check is drawn from: each is in one draw's population and in no other, whenever it was entered.
@Suite struct DrawSpanTests {
  private static func span(_ sheet: DrawSheet) throws -> EntrySpan {
    guard case .spotCheck(let plan) = sheet.draw.commitment.purpose else { throw Refusal(.drawUnknown) }
    return try #require(plan.entries)
  }

  @Test(arguments: TestEngine.all) func aRoundWrittenDownLateIsInTheNextDraw(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let early = try await test.roundedSites(2)
      let late = try await test.register(Site.form(name: "补录工地"))
      let first = try await test.drawn(test.request())
      #expect(first.draw.commitment.population.map(\.subject) == early)
      // Of a day before the draw, and written down after it.
      test.clock.advance(days: 3)
      let round = try await test.inspect(
        Site.inspection(of: late, day: test.office.today.adding(days: -4)), by: "shiqiao.ban")
      await refused(.drawAgain) { try await test.drawn(test.request()) }
      test.clock.advance(days: 28)
      let second = try await test.drawn(test.request())
      let commitment = second.draw.commitment
      #expect(commitment.population.map(\.subject) == [late] && commitment.population[0].first?.inspection == round)
      let (before, after) = (try Self.span(first), try Self.span(second))
      #expect(before.first == 0 && before.end == first.draw.commitment.after, "the first begins with the ledger")
      #expect(after.first == before.end && after.end == commitment.after)
      let entered = try #require(commitment.population[0].entered)
      #expect(after.first <= entered && entered < after.end)
      #expect(try await test.differences() == [])
    }
  }

  /// Drawn again, a window takes what it took before and what came since; the next goes on behind that.
  @Test(arguments: TestEngine.all) func aSecondRoundLeavesNothingOut(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let sites = try await test.roundedSites(2)
      try await test.drawn(test.request())
      let more = try await test.register(Site.form(name: "新查工地"))
      try await test.inspect(Site.inspection(of: more, day: test.office.today), by: "shiqiao.ban")
      let second = try await test.drawn(test.request(), by: "tong", again: "漏列")
      #expect(second.draw.commitment.population.map(\.subject) == sites + [more])
      #expect(try Self.span(second).first == 0)
      test.clock.advance(days: 31)
      await refused(.drawEmpty) { try await test.drawn(test.request(), by: "tong") }
      try await test.inspect(Site.inspection(of: sites[1], day: test.office.today), by: "shiqiao.ban")
      let third = try await test.drawn(test.request())
      #expect(third.draw.commitment.population.map(\.subject) == [sites[1]])
      #expect(try Self.span(third).first == second.draw.commitment.after)
      #expect(try await test.differences() == [])
    }
  }

  /// Where more was entered than one draw takes from, the same window is drawn once more from where the first ended.
  @Test func aLongBacklogIsDrawnInParts() async throws {
    try await TestOffice.with(.sqlite) { test in
      let sites = try await test.roundedSites(DrawLimit.population + 2)
      let request = test.request(each: 0)
      let whole = try await test.office.drawPreview(request, for: try await test.officer("zhujian.zhang"))
      #expect(whole.population == DrawLimit.population && whole.isPart && whole.problem == nil)
      let first = try await test.draw(try await test.act(CommitDraw(request, again: nil), by: "zhujian.zhang"))
      #expect(first.draw.commitment.population.map(\.subject) == Array(sites.dropLast(2)) && !first.mayDrawAgain)
      let offers = try await test.office.drawRegister(for: try await test.officer("zhujian.zhang")).offers
      #expect(offers.contains { $0.duty.code == TestOffice.spotCheck && $0.drawn == nil })
      let second = try await test.draw(try await test.act(CommitDraw(request, again: nil), by: "zhujian.zhang"))
      #expect(second.draw.commitment.population.map(\.subject) == Array(sites.suffix(2)))
      #expect(second.draw.commitment.round == 1 && second.before == nil)
      #expect(try Self.span(second).first == Self.span(first).end)
      await refused(.drawAgain) { try await test.act(CommitDraw(request, again: nil), by: "zhujian.zhang") }
      let third = try await test.draw(try await test.act(CommitDraw(request, again: Words("漏列")), by: "tong"))
      #expect(third.before?.id == second.draw.id && third.draw.commitment.population.count == 2)
      #expect(try await test.differences() == [])
    }
  }

  /// Only what counts when it is drawn: a void inspection is none, and the one before it stands for its subject.
  @Test func theLatestThatCountsIsLookedAtAgain() async throws {
    try await TestOffice.with(.sqlite) { test in
      let site = try await test.register(Site.form())
      let day = test.office.today.adding(days: -2)
      let first = try await test.inspect(Site.inspection(of: site, day: day), by: "shiqiao.ban")
      let void = try await test.inspect(Site.inspection(of: site, day: test.office.today), by: "shiqiao.ban")
      // Entered last, of an earlier day.
      try await test.inspect(Site.inspection(of: site, day: day.adding(days: -1)), by: "shiqiao.ban")
      try await test.act(AnnulInspection(inspection: void, reason: Words("登记错误")), by: "shiqiao.ban")
      let drawn = try await test.drawn(test.request()).draw.commitment.population
      #expect(drawn.map(\.first?.inspection) == [first])
    }
  }

  /// As an earlier program committed it: a population by days, and no span.
  private struct CommitByDays: Act {
    let site: SubjectID
    let first: InspectionID

    func perform(in room: ActRoom) throws -> DrawID {
      let id = DrawID(trusted: room.open.identifier())
      let leaves = try DrawablesStore(room.open.session, room.open.district).leaves(of: [site])
      guard let (position, leaf) = leaves[site], let window = DayRange(room.today, room.today.adding(days: 5)) else {
        throw Refusal(.drawEmpty)
      }
      let commitment = DrawCommitment(
        serial: 1, after: room.open.size, slot: "\(TestOffice.spotCheck)|zhujian|2026-01-01", round: 1, replaces: nil,
        reason: nil,
        purpose: .spotCheck(
          SpotCheckPlan(
            duty: TestOffice.spotCheck, checked: "construction.site.town", window: window, days: DayRange(room.today),
            share: 10)),
        unit: UnitID(trusted: "zhujian"), checklist: "construction.site", due: window.last,
        population: [
          .init(
            subject: site, position: position, leaf: leaf,
            first: .init(inspection: first, unit: UnitID(trusted: "shiqiao")))
        ], count: 1, inspectors: .init(each: 0, candidates: [], excluded: []),
        nonceDigest: String(repeating: "0", count: 64))
      try room.open.append([DrawEvent(.committed(commitment), by: room.actor.code, at: room.now)], to: id)
      return id
    }
  }

  @Test(arguments: TestEngine.all) func aDrawByDaysStandsAndTheNextGoesOnBehindIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let sites = try await test.roundedSites(2)
      let viewer = try await test.officer("tong")
      let first = try #require(
        try await test.office.subjectSheet(sites[0], for: viewer)?.inspections.first?.id)
      let old = try await test.act(CommitByDays(site: sites[0], first: first), by: "tong")
      let late = try await test.register(Site.form(name: "补录工地"))
      try await test.inspect(
        Site.inspection(of: late, day: test.office.today.adding(days: -3)), by: "shiqiao.ban")
      let sheet = try await test.draw(old)
      #expect(sheet.row.population == 1 && sheet.draw.commitment.population[0].entered == nil)
      test.clock.advance(days: 31)
      let next = try await test.drawn(test.request()).draw.commitment
      #expect(next.population.map(\.subject) == [late])
      guard case .spotCheck(let plan) = next.purpose else { throw Refusal(.drawUnknown) }
      #expect(plan.entries?.first == sheet.draw.commitment.after)
      #expect(try await test.differences() == [])
    }
  }
}
