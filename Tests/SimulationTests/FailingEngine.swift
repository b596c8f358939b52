import Storage
import Synchronization

/// A real engine whose next writing transaction fails: at its n-th statement, or where it has fewer, after its commit.
final class FailingEngine: SQLEngine {
  private struct Plan {
    var statement: Int?
    var gotThrough = false
  }

  private let real: any SQLEngine
  private let plan = Mutex(Plan())

  init(_ real: any SQLEngine) { self.real = real }

  var dialect: Dialect { real.dialect }

  /// The next group of acts is gone at this statement, counted from 1, savepoints among them.
  func failNext(at statement: Int) { plan.withLock { $0 = Plan(statement: statement) } }

  /// The transaction had fewer statements: it was committed, and only its answer was lost.
  var gotThrough: Bool { plan.withLock { $0.gotThrough } }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await real.read(body)
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    let (value, isActs) = try await real.write { [self] (session: any SQLSession) throws(StorageError) in
      let failing = FailingSession(session) { self.takePlan() }
      let value = try body(failing)
      if failing.hasFailed { throw FailingSession.gone }
      return (value, failing.left != nil)
    }
    guard isActs else { return value }
    plan.withLock { $0.gotThrough = true }
    throw StorageError(.gone, "the answer to the commit was lost")
  }

  private func takePlan() -> Int? {
    plan.withLock { plan in
      defer { plan.statement = nil }
      return plan.statement
    }
  }

  func close() async { await real.close() }
}

/// Counts the statements of a group of acts and is gone from the n-th on, as a lost connection would be.
///
/// Acts begin by locking the head row; what else writes, such as the publisher, passes.
private final class FailingSession: SQLSession {
  static let gone = StorageError(.gone, "the connection was cut by the test")
  private let real: any SQLSession
  private let plan: () -> Int?
  private(set) var left: Int?

  init(_ real: any SQLSession, plan: @escaping () -> Int?) { (self.real, self.plan) = (real, plan) }

  var dialect: Dialect { real.dialect }
  var hasFailed: Bool { left.map { $0 <= 0 } ?? false }

  private func pass(_ sql: String) throws(StorageError) {
    if sql.hasPrefix("UPDATE heads SET size = size") { left = plan() }
    if let count = left, count > 0 { left = count - 1 }
    if hasFailed { throw FailingSession.gone }
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    try pass(sql)
    return try real.rows(sql, arguments)
  }

  func each(
    _ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void
  ) throws(StorageError) {
    try pass(sql)
    try real.each(sql, arguments, body)
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) {
    try pass(sql)
    try real.run(sql, arguments)
  }

  func savepoint<T, E: Error>(
    isAwaited: Bool, _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>> {
    try pass("SAVEPOINT")
    let result = try real.savepoint(isAwaited: isAwaited, body)
    // What is gone takes the whole transaction with it.
    if hasFailed { throw FailingSession.gone }
    return result
  }

  func define(_ schema: String) throws(StorageError) {
    try pass(schema)
    try real.define(schema)
  }
}
