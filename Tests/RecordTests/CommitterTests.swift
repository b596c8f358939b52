import Directory
import Foundation
import Ground
import Ledger
import Matters
import Meetings
import Operations
import Storage
import Synchronization
import TestDatabases
import TestOffice
import Testing

/// One committer: nobody is answered before the commit, and a lost transaction is told to everybody in it.
@Suite struct CommitterTests {
  @Test(arguments: TestEngine.all) func aLostTransactionFailsEveryActOfItsGroup(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let losing = LosingEngine(test.office.engine)
      let committer = Committer(
        engine: losing, district: test.office.district, clock: test.clock, secrets: SystemIDs())
      let before = try await test.entries()
      losing.isLosing = true
      let failures = await CommitterTests.actAtOnce(64, on: committer)
      #expect(failures.count == 64)
      #expect(failures.allSatisfy { ($0 as? StorageError)?.isRetryable == true })
      #expect(try await test.entries() == before)
      losing.isLosing = false
      #expect(await CommitterTests.actAtOnce(64, on: committer).isEmpty)
      #expect(try await test.entries() == before + 64)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test(arguments: TestEngine.all) func anAnswerComesAfterTheCommit(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<64 {
          group.addTask {
            let operation = test.office.newOperation()
            let unit = try #require(try await test.office.directory()?.unitsInOrder.first)
            _ = try await test.office.perform(
              SetDirectory([.unitSet(unit)]), by: .rule("rule.test"), operation: operation)
            return try await test.office.ask { (session: any SQLSession) throws(StorageError) in
              try !session.rows("SELECT 1 FROM entries WHERE operation = $1", [.text(operation.text)]).isEmpty
            }
          }
        }
        for try await isThere in group { #expect(isThere) }
      }
    }
  }

  /// In a pipeline the failure is noticed after other acts have gone on; still it is told to nobody else.
  @Test(arguments: TestEngine.all) func aStatementThatFailsIsItsOwnActsAlone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let committer = Committer(
        engine: test.office.engine, district: test.office.district, clock: test.clock, secrets: SystemIDs())
      let before = try await test.entries()
      let failures = await CommitterTests.actAtOnce(33, on: committer) { number, open in
        guard number % 11 == 10 else { return }
        try open.session.run(
          "INSERT INTO serials (district, year, used) VALUES ($1, 2026, NULL)", [.text(open.district.text)])
      }
      #expect(failures.count == 3)
      #expect(failures.allSatisfy { if case .constraint? = ($0 as? StorageError)?.kind { true } else { false } })
      #expect(try await test.entries() == before + 30)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// Each act here takes a minute, so none shares its transaction: each has an instant of its own.
  @Test(arguments: TestEngine.all) func aGroupTakesNoMoreActsOnceItHasTakenLong(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      for (limit, together) in [(Int64(150), false), (Int64(3_600_000), true)] {
        let committer = Committer(
          engine: test.office.engine, district: test.office.district, clock: test.clock, secrets: SystemIDs(),
          limits: GroupLimits(milliseconds: limit))
        let before = try await test.entries()
        #expect(await CommitterTests.actAtOnce(12, on: committer) { _, _ in test.clock.advance(minutes: 1) }.isEmpty)
        let instants = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
          try EntryStore(session, test.office.district).range(before, before + 12).map(\.entry.at)
        }
        #expect(instants.count == 12)
        #expect((Set(instants).count < 12) == together)
      }
    }
  }

  /// What was thrown at those who failed.
  private static func actAtOnce(
    _ count: Int, on committer: Committer, _ besides: @escaping @Sendable (Int, OpenAct) throws -> Void = { _, _ in }
  ) async -> [any Error] {
    await withTaskGroup(of: (any Error)?.self) { group in
      for number in 0..<count {
        group.addTask {
          let answer = await committer.perform(OperationID(trusted: SystemIDs().identifier())) { open in
            Result {
              try open.append(.record(.adopted(kind: "pack", name: "test", digest: "0")), by: "rule.test")
              try besides(number, open)
              return true
            }
          }
          if case .failure(let error) = answer { return error }
          return nil
        }
      }
      return await group.reduce(into: []) { errors, error in if let error { errors.append(error) } }
    }
  }
}

extension TestOffice {
  fileprivate func entries() async throws -> Int64 {
    try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows("SELECT COUNT(*) FROM entries")[0].int(0)
    }
  }
}

/// A real engine whose transactions get lost at their end while it is told to lose them.
private final class LosingEngine: SQLEngine {
  private let engine: any SQLEngine
  private let losing = Mutex(false)

  init(_ engine: any SQLEngine) { self.engine = engine }

  var dialect: Dialect { engine.dialect }
  var isLosing: Bool {
    get { losing.withLock { $0 } }
    set { losing.withLock { $0 = newValue } }
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T { try await engine.read(body) }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    let isLosing = isLosing
    return try await engine.write { (session: any SQLSession) throws(StorageError) in
      let value = try body(session)
      if isLosing { throw StorageError(.gone, "lost before the commit") }
      return value
    }
  }

  func close() async { await engine.close() }
}
