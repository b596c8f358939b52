/// One open transaction on one engine. It never crosses a thread, and nothing suspends while it lives.
///
/// Texts number their placeholders `$1`, `$2` …; they may stand in any order and more than once.
/// After a statement fails, every further one is refused with the same error until the savepoint around it is rolled
/// back, or the transaction: PostgreSQL works this way, so SQLite does too.
package protocol SQLSession: AnyObject {
  var dialect: Dialect { get }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow]

  /// Asks several questions and answers in their order. Where the database is a journey away, it is made once.
  func answers(_ questions: [SQLQuestion]) throws(StorageError) -> [[SQLRow]]

  /// Walks a `SELECT` row by row in constant memory. `body` may use the session, but not change the table it walks.
  func each(_ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void) throws(StorageError)

  /// May wait in a pipeline until the next `rows`, `each`, savepoint edge or commit; an error then surfaces there.
  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError)

  /// Runs `body` inside a savepoint, after everything queued before it and with everything it queued.
  ///
  /// A failure in the result means that the savepoint was undone and the transaction around it goes on.
  /// A thrown error means that the transaction itself is lost: let it pass, the engine rolls back.
  ///
  /// - Parameter isAwaited: false lets an engine with a pipeline leave the answers to what was queued out until one is
  ///   needed or the commit. A queued statement that fails is then noticed too late to tell whose it was, and loses the
  ///   transaction; a body that throws still undoes its savepoint alone.
  func savepoint<T, E: Error>(
    isAwaited: Bool, _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>>

  /// Runs a schema text of several statements without arguments, in PostgreSQL's spelling; SQLite's engine
  /// writes BIGINT as INTEGER and makes every table STRICT.
  func define(_ schema: String) throws(StorageError)
}

/// Why a savepoint was undone.
package enum SavepointFailure<Thrown: Error>: Error {
  /// The body said no.
  case thrown(Thrown)
  /// A statement failed: one that was still queued when the body returned, or one whose error the body swallowed.
  case statement(StorageError)
}

/// One of several questions that are asked together.
package struct SQLQuestion: Sendable {
  package let sql: String
  package let arguments: [SQLValue]

  package init(_ sql: String, _ arguments: [SQLValue]) { (self.sql, self.arguments) = (sql, arguments) }
}

extension SQLSession {
  package func answers(_ questions: [SQLQuestion]) throws(StorageError) -> [[SQLRow]] {
    var answers: [[SQLRow]] = []
    for question in questions { answers.append(try rows(question.sql, question.arguments)) }
    return answers
  }

  package func savepoint<T, E: Error>(
    _ body: () throws(E) -> T
  ) throws(StorageError) -> Result<T, SavepointFailure<E>> {
    try savepoint(isAwaited: true, body)
  }

  package func rows(_ sql: String) throws(StorageError) -> [SQLRow] { try rows(sql, []) }

  package func run(_ sql: String) throws(StorageError) { try run(sql, []) }

  /// The first row, where there is one.
  package func row(_ sql: String, _ arguments: [SQLValue] = []) throws(StorageError) -> SQLRow? {
    try rows(sql, arguments).first
  }
}
