import Directory
import Ground
import Matters
import Operations
import Storage
import Synchronization
import TestDatabases
import TestOffice
import Testing

/// The home page says what waits, what is late and what others did, at a cost that does not grow with the register.
@Suite struct HomeTests {
  @Test func readsByKeyAndScansNothing() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await RandomRegister(40, seed: 7, in: test)
      var planning: PlanningEngine?
      let office = try await test.premises.open(clock: test.clock) { real in
        let wrapped = PlanningEngine(real)
        planning = wrapped
        return wrapped
      }
      for id in ["tong", "yan", "lin", "xiaofang.ban"] {
        let officer = try await test.officer(id)
        _ = try await office.myDay(for: officer)
        _ = try await office.unitBoard(officer.unit, after: nil, for: officer)
      }
      let tong = try await test.officer("tong")
      for officer in ["tong", "xiaofang.ban"] {
        _ = try await office.waitList(nil, after: nil, for: try await test.officer(officer))
      }
      for outcome in Outcome.allCases { _ = try await office.outcomeList(outcome, unit: nil, after: nil, for: tong) }
      // What a matter's page tells, and the report on its meeting, from the entries of the matters alone.
      let matter = try #require(try await test.office.matterList(MatterFilter(), for: tong).rows.first?.matter.id)
      let source = try #require(try await office.matterSheet(matter, for: tong)?.source)
      _ = try await office.reportSheet(source.meeting.id, at: nil, show: nil, for: tong)
      let plans = try #require(planning).plans
      #expect(plans.count > 60)
      for (sql, plan) in plans {
        // A bound on the ledger's size is no key: it would walk every text of the district.
        #expect(!plan.contains("texts_1 (district=? AND position<?)"), "\(sql)\n\(plan)")
        // Sums are grouped, of counters or of so many lines at most; nothing else is put in order after it was read.
        let isSum =
          sql.contains("FROM counters") || sql.contains("COUNT(*)") && sql.contains("GROUP BY")
          || plan.contains("CO-ROUTINE c") && sql.contains("LIMIT")
        let walked = plan.replacing("SCAN c\n", with: "")
        #expect(!walked.contains("SCAN"), "\(sql)\n\(plan)")
        #expect(!plan.contains("TEMP B-TREE") || isSum, "\(sql)\n\(plan)")
      }
      try await office.close()
    }
  }

  @Test(arguments: TestEngine.all) func saysWhatOthersDidSinceOneLooked(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, clock) = (test.office, test.clock)
      let matter = try await test.matterUnderway()
      let tong = try await test.officer("tong")
      func changed() async throws -> [[MatterChange.Kind]] {
        try await office.myDay(for: tong).changes.rows.map { $0.acts.map(\.kind) }
      }
      // The first look shows what others did lately; one's own acts are no news.
      #expect(try await changed() == [[.acknowledged]])
      clock.advance(minutes: 20)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("已检查十二家"), onBehalf: nil), by: "xiaofang.ban")
      // Going back and forth loses nothing.
      #expect(try await changed() == [[.acknowledged, .progressed]])
      #expect(try await changed() == [[.acknowledged, .progressed]])
      clock.advance(minutes: 31)
      #expect(try await changed() == [])
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("已检查二十家"), onBehalf: nil), by: "xiaofang.ban")
      clock.advance(minutes: 31)
      #expect(try await changed() == [[.progressed]])
      #expect(try await office.myDay(for: tong).changes.since == clock.now.adding(milliseconds: -31 * 60_000))
      // Another unit's people are not told.
      let other = try await test.officer("shiqiao.ban")
      #expect(try await office.myDay(for: other).changes.rows.isEmpty)
    }
  }

  @Test(arguments: TestEngine.all) func figuresCountWhatTheyOpen(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let office = test.office
      let matter = try await test.matterUnderway()
      let (unit, tong) = (UnitID(trusted: "xiaofang"), try await test.officer("tong"))
      func figures() async throws -> [Int] {
        let board = try #require(try await office.unitBoard(unit, after: nil, for: tong)?.figures)
        for (outcome, figure) in zip(
          Outcome.allCases, [board.loop.returned, board.loop.reopened, board.onTime, board.firstPass])
        {
          let list = try await office.outcomeList(outcome, unit: unit, after: nil, for: tong)
          #expect(list.rows.count == figure && list.next == nil, "\(outcome)")
          #expect(try await office.outcomeList(outcome, unit: nil, after: nil, for: tong).rows == list.rows)
        }
        return [board.loop.returned, board.loop.reopened, board.onTime, board.firstPass]
      }
      func submit() async throws {
        try await test.act(test.photo(for: matter), by: "xiaofang.ban")
        try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "xiaofang.ban")
      }
      #expect(try await figures() == [0, 0, 0, 0])
      try await submit()
      try await test.act(ReturnForRework(matter: matter, seen: nil, reasons: Words("缺照片")), by: "yan")
      #expect(try await figures() == [1, 0, 0, 0])
      try await submit()
      try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      #expect(try await figures() == [0, 0, 1, 0])
      try await test.act(Reopen(matter: matter, seen: nil, reason: Words("反弹")), by: "tong")
      #expect(try await figures() == [1, 1, 0, 0])
      #expect(try await office.unitBoard(UnitID(trusted: "nowhere"), after: nil, for: tong) == nil)
    }
  }
}

/// A real engine that notes the plan of everything it is asked.
private final class PlanningEngine: SQLEngine {
  private let real: any SQLEngine
  private let noted = Mutex<[(sql: String, plan: String)]>([])

  init(_ real: any SQLEngine) { self.real = real }

  var dialect: Dialect { real.dialect }
  var plans: [(sql: String, plan: String)] { noted.withLock { $0 } }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await real.read { [self] (session: any SQLSession) throws(StorageError) in
      let recorder = PlanRecorder(session)
      let answer = try body(recorder)
      noted.withLock { $0 += recorder.plans }
      return answer
    }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await real.write(body)
  }

  func close() async { await real.close() }
}
