import Directory
import Foundation
import Ground
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

  /// What was thrown at those who failed.
  private static func actAtOnce(_ count: Int, on committer: Committer) async -> [any Error] {
    await withTaskGroup(of: (any Error)?.self) { group in
      for _ in 0..<count {
        group.addTask {
          let answer = await committer.perform(OperationID(trusted: SystemIDs().identifier())) { open in
            Result {
              try open.append(.record(.adopted(kind: "pack", name: "test", digest: "0")), by: "rule.test")
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
