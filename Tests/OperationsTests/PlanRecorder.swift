import Storage

/// Asks for the plan of each query before it is run.
final class PlanRecorder: SQLSession {
  private let session: any SQLSession
  private(set) var plans: [(sql: String, plan: String)] = []

  init(_ session: any SQLSession) { self.session = session }

  var dialect: Dialect { session.dialect }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    if sql.hasPrefix("SELECT") {
      let explain = dialect == .sqlite ? "EXPLAIN QUERY PLAN \(sql)" : "EXPLAIN \(sql)"
      let plan = try session.rows(explain, arguments).map { row in
        row.values.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: " ")
      }
      plans.append((sql, plan.joined(separator: "\n")))
    }
    return try session.rows(sql, arguments)
  }

  func each(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void) throws(StorageError)
  {
    try session.each(sql, arguments, body)
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) { try session.run(sql, arguments) }

  func answers(_ questions: [SQLQuestion]) throws(StorageError) -> [[SQLRow]] { try session.answers(questions) }

  func savepoint<T, E: Error>(
    isAwaited: Bool, _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>> {
    try session.savepoint(isAwaited: isAwaited, body)
  }

  func define(_ schema: String) throws(StorageError) { try session.define(schema) }
}
