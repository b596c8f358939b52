import Directory
import Duties
import Ground
import Operations
import Packs
import Storage
import Subjects
import TestDatabases
import TestOffice
import Testing

extension TestOffice {
  func missed(
    _ officer: String, of unit: String? = nil, month: String? = nil, duty: String? = nil, show: MissedShow? = nil,
    limit: Int = 500
  ) async throws -> MissedBoard? {
    try await office.missedBoard(
      of: unit.map { UnitID(trusted: $0) }, month: month.flatMap { CivilDate($0) }, duty: duty, show: show,
      limit: limit,
      for: try await self.officer(officer))
  }

  /// The duty of which a unit missed most in a month, with what it missed.
  func mostMissed(_ officer: String, of unit: String? = nil, month: String) async throws -> MissedList {
    let board = try #require(try await missed(officer, of: unit, month: month))
    let most = try #require(board.lines.max { $0.unexplained < $1.unexplained })
    return try #require(try await missed(officer, of: unit, month: month, duty: most.duty)?.opened)
  }

  func explain(
    _ duty: String, _ windows: ExplainMissed.Windows, _ reason: WindowReason = .noAccess, unit: String = "zhujian",
    told: StandbyChannel? = nil, by officer: String
  ) async throws {
    try await act(
      ExplainMissed(
        duty: duty, reason: reason, unit: UnitID(trusted: unit), recordedFor: told, windows: windows), by: officer)
  }
}

/// Why windows of standing duties were missed, from the board to the figures.
@Suite struct MissedWindowTests {
  private static let month = "2026-03-15"

  private func sum(_ board: MissedBoard) -> (missed: Int, explained: Int, unexplained: Int) {
    board.lines.reduce(into: (0, 0, 0)) { sum, line in
      sum = (sum.0 + line.missed, sum.1 + line.explained, sum.2 + line.unexplained)
    }
  }

  @Test(arguments: TestEngine.all) func reasonsAreGivenChangedAndTakenBack(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for name in ["甲工地", "乙工地", "丙工地"] { _ = try await test.register(Site.form(name: name, kind: "small")) }
      // Nothing is missed while it can still be done.
      let early = try #require(try await test.missed("zhujian.ban", month: Self.month))
      #expect(early.lines.allSatisfy { $0.missed == 0 } && early.lines.contains { $0.open > 0 })
      test.clock.advance(days: 32)
      let board = try #require(try await test.missed("zhujian.ban", month: Self.month))
      let list = try await test.mostMissed("zhujian.ban", month: Self.month)
      #expect(list.count == list.unexplained && list.count >= 3)
      let windows = list.windows.map(\.missed)
      // One, then all the rest; a number that is not true any more saves nothing.
      try await test.explain(list.duty, .these([windows[0]]), by: "zhujian.ban")
      let day = try #require(CivilDate(Self.month))
      await #expect(throws: Refusal(.missedChanged, at: "windows", ["n": "\(list.count - 1)"])) {
        try await test.explain(list.duty, .all(month: day, count: list.count), .staffing, by: "zhujian.ban")
      }
      try await test.explain(list.duty, .all(month: day, count: list.count - 1), .staffing, by: "zhujian.ban")
      let after = try #require(try await test.missed("zhujian.ban", month: Self.month, duty: list.duty))
      let line = try #require(after.lines.first { $0.duty == list.duty })
      #expect(line.missed == list.count && line.explained == list.count && line.unexplained == 0)
      #expect(
        line.reasons == [
          ReasonCount(reason: .noAccess, count: 1), ReasonCount(reason: .staffing, count: list.count - 1),
        ])
      #expect(after.opened?.windows.allSatisfy { $0.reason != nil } == true && after.opened?.unexplained == 0)
      #expect(sum(after).missed == sum(board).missed)
      // The office for the unit, with the way by which it told; the last word holds.
      try await test.explain(list.duty, .these([windows[0]]), .emergency, told: .phone, by: "tong")
      let shown = try #require(
        try await test.missed("tong", of: "zhujian", month: Self.month, duty: list.duty, show: .explained)?.opened)
      let given = try #require(shown.windows.first { $0.missed == windows[0] }?.reason)
      #expect(given.reason == .emergency && given.recordedFor == .phone && given.unit.id.text == "zhujian")
      try await test.act(
        WithdrawReasons(
          duty: list.duty, unit: UnitID(trusted: "zhujian"), recordedFor: nil, windows: [windows[0], windows[1]]),
        by: "zhujian.zhang")
      let rest = try #require(
        try await test.missed("zhujian.ban", month: Self.month, duty: list.duty, show: .unexplained)?.opened)
      #expect(Set(rest.windows.map(\.missed)) == [windows[0], windows[1]])
      // The calendar and the subject's page say the same.
      let calendar = try #require(
        try await test.office.dutyCalendar(month: day, for: try await test.officer("zhujian.ban")))
      #expect(calendar.days.reduce(0) { $0 + $1.explained } == list.count - 2)
      let sheet = try #require(try await test.sheet(windows[2].subject, "zhujian.ban"))
      #expect(sheet.years.flatMap(\.duties).flatMap(\.missed).contains { $0.reason == .staffing })
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func whoMayNotAndWhatMayNot(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(name: "甲工地", kind: "small"))
      test.clock.advance(days: 32)
      let list = try await test.mostMissed("zhujian.ban", month: Self.month)
      let window = try #require(list.windows.first?.missed)
      func refused(
        _ windows: [MissedWindow], _ reason: WindowReason = .closed, duty: String? = nil, unit: String = "zhujian",
        told: StandbyChannel? = nil, by officer: String
      ) async throws -> ProblemCode? {
        do {
          try await test.explain(
            duty ?? list.duty, .these(windows), reason, unit: unit, told: told, by: officer)
          return nil
        } catch let refusal as Refusal { return refusal.problems.first?.code }
      }
      #expect(try await refused([window], unit: "huanbao", by: "huanbao.ban") == .missedUnit)
      #expect(try await refused([window], by: "huanbao.ban") == .missedUnit)
      #expect(try await refused([window], by: "tong") == .missedChannel)
      #expect(try await refused([window], told: .phone, by: "zhujian.ban") == .missedUnit)
      #expect(try await refused([], by: "zhujian.ban") == .missedNone)
      #expect(try await refused([window], duty: "no.such", by: "zhujian.ban") == .missedDuty)
      let elsewhere = MissedWindow(subject: site, first: window.first, last: window.last.adding(days: 1))
      #expect(try await refused([window, elsewhere], by: "zhujian.ban") == .missedWindow)
      let many = (0...WindowReasonLimit.windows).map {
        MissedWindow(subject: site, first: window.first.adding(days: -$0), last: window.last)
      }
      #expect(try await refused(many, by: "zhujian.ban") == .missedMany)
      // All or none: the good one of the refused two has no reason.
      #expect(try await test.mostMissed("zhujian.ban", month: Self.month).unexplained == list.count)
      try await test.explain(list.duty, .these([window]), .closed, by: "zhujian.ban")
      #expect(try await refused([window], by: "zhujian.ban") == .missedSame)
      await #expect(throws: Refusal.self) {
        try await test.act(
          WithdrawReasons(duty: list.duty, unit: UnitID(trusted: "zhujian"), recordedFor: nil, windows: [elsewhere]),
          by: "zhujian.ban")
      }
      #expect(try await test.missed("zhujian.ban", of: "xiaofang") == nil)
      #expect(try await test.missed("zhujian.ban", month: "1999-01-01") == nil)
      #expect(try await test.missed("zhujian.ban", duty: "no.such") == nil)
      #expect(try await test.wrong() == [])
    }
  }

  /// What was inspected in time and written down late is done, and its reason is in the ledger alone.
  @Test(arguments: TestEngine.all) func aLateRecordMakesItDone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let site = try await test.register(Site.form(name: "甲工地", kind: "small"))
      test.clock.advance(days: 31)
      let board = try #require(try await test.missed("zhujian.ban", month: Self.month))
      let work = test.office.shippedPacks.work
      let line = try #require(
        board.lines.first { line in
          let duty = work.duties[line.duty]
          return line.missed > 0 && duty?.checklist == "construction.site" && duty?.pace.times == 1
            && duty?.isJoint == false
        })
      let list = try #require(
        try await test.missed("zhujian.ban", month: Self.month, duty: line.duty)?.opened)
      let window = try #require(list.windows.last?.missed)
      try await test.explain(line.duty, .these([window]), .notReached, by: "zhujian.ban")
      let inspection = try await test.inspect(Site.inspection(of: site, day: window.last), by: "zhujian.ban")
      func now() async throws -> (line: MissedLine?, isListed: Bool) {
        let board = try #require(try await test.missed("zhujian.ban", month: Self.month, duty: line.duty))
        return (
          board.lines.first { $0.duty == line.duty },
          board.opened?.windows.contains { $0.missed == window } ?? false
        )
      }
      let done = try await now()
      #expect(done.line?.explained == 0 && done.line?.done == line.done + 1 && !done.isListed)
      await #expect(throws: Refusal.self) {
        try await test.explain(line.duty, .these([window]), .closed, by: "zhujian.ban")
      }
      let reasons = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows("SELECT kind FROM entries WHERE kind = 'missed.explained'").count
      }
      #expect(reasons == 1)
      // Declared void, it is missed for the same reason as before.
      try await test.act(AnnulInspection(inspection: inspection, reason: Words("登记错误")), by: "zhujian.zhang")
      let again = try await now()
      #expect(again.line?.explained == 1 && again.isListed)
      #expect(try await test.wrong() == [])
    }
  }

  /// Where people live, a reason that is not neutral is refused.
  @Test func ofHomesNeutralReasonsAlone() async throws {
    try await TestOffice.with(.sqlite) { test in
      try await test.addCommunities()
      let block = try await test.place("residential_block", supervising: "xiaofang", town: "hedong")
      test.clock.advance(days: 214)
      let work = test.office.shippedPacks.work
      let duty = try #require(
        work.dutiesInOrder.first { $0.subjects.contains("residential_block") && $0.checksOn == nil })
      #expect(duty.level == .village && duty.units == [.territorial])
      let unit = "hedong"
      var found: MissedWindow?
      for back in 0..<7 where found == nil {
        let day = test.office.today.adding(days: -30 * back)
        let list = try await test.missed("\(unit).ban", month: day.iso, duty: duty.code)?.opened
        if let window = list?.windows.first {
          found = window.missed
          #expect(list?.hasHomes == true)
        }
      }
      let window = try #require(found)
      #expect(window.subject == block)
      await #expect(throws: Refusal(.missedHome, at: "reason", ["name": "一处"])) {
        try await test.explain(duty.code, .these([window]), .staffing, unit: unit, by: "\(unit).ban")
      }
      try await test.explain(duty.code, .these([window]), .notReached, unit: unit, by: "\(unit).ban")
    }
  }
}
