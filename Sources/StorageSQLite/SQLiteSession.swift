import GRDBSQLite
import Storage

/// A transaction on the SQLite file, on its connection's thread.
final class SQLiteSession: SteppedSession {
  let dialect = Dialect.sqlite
  var failure: StorageError?
  private let statements: SQLiteStatements
  private let isWriting: Bool

  init(_ statements: SQLiteStatements, isWriting: Bool) {
    (self.statements, self.isWriting) = (statements, isWriting)
  }

  /// A full disk or an I/O error makes SQLite roll back by itself (sqlite.org/lang_transaction.html, §3).
  var isOver: Bool { sqlite3_get_autocommit(statements.handle) != 0 }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    var rows: [SQLRow] = []
    try each(sql, arguments) { row throws(StorageError) in rows.append(row) }
    return rows
  }

  func each(
    _ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void
  ) throws(StorageError) {
    try admit(arguments)
    var own: StorageError?
    do throws(StorageError) {
      try statements.each(sql, arguments) { row throws(StorageError) in
        do throws(StorageError) {
          try body(row)
          // Stops the walk also when the body swallowed an error.
          if let failure { throw failure }
        } catch {
          own = error
          throw error
        }
      }
    } catch {
      // What the body throws is its own affair; only the engine's error spoils the transaction.
      if own == nil { throw spoil(error) }
      throw error
    }
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) {
    try each(sql, arguments) { _ throws(StorageError) in }
  }

  func define(_ schema: String) throws(StorageError) {
    try admit([])
    let text = SQLiteText.schema(schema)
    guard sqlite3_exec(statements.handle, text, nil, nil, nil) == SQLITE_OK else { throw spoil(statements.failure) }
  }

  // MARK: - The transaction

  func begin() throws(StorageError) {
    guard isWriting else {
      _ = try statements.rows("BEGIN", [])
      return
    }
    try expectFile()
    _ = try statements.rows("BEGIN IMMEDIATE", [])
  }

  func commit() throws(StorageError) {
    if let failure { throw failure }
    if isOver { throw StorageError(.gone, "the transaction ended before its commit") }
    if isWriting { try expectFile() }
    _ = try statements.rows("COMMIT", [])
  }

  func rollback() {
    // Fails only where the transaction is over already, which is what is wanted.
    if !isOver { _ = try? statements.rows("ROLLBACK", []) }
  }

  // MARK: - Savepoints. All have one name: SQLite and PostgreSQL both mean the innermost.

  let hasPipeline = false

  func beginStep(isAwaited: Bool) throws(StorageError) { _ = try statements.rows("SAVEPOINT step", []) }

  func keepStep(isAwaited: Bool) throws(StorageError) { _ = try statements.rows("RELEASE step", []) }

  func confirm() {}

  func undoStep() throws(StorageError) {
    _ = try statements.rows("ROLLBACK TO step", [])
    _ = try statements.rows("RELEASE step", [])
  }

  private func admit(_ arguments: [SQLValue]) throws(StorageError) {
    if let failure { throw failure }
    for case .text(let text) in arguments where text.holdsNul {
      throw StorageError(.refusedText, "a text holds U+0000")
    }
  }

  private func spoil(_ error: StorageError) -> StorageError {
    let told =
      !isWriting && error.kind == .gone ? StorageError(.other, "a read may not write: \(error.message)") : error
    failure = told
    return told
  }

  /// In WAL mode SQLite goes on writing into a file that was deleted or replaced; nobody would ever see it again.
  private func expectFile() throws(StorageError) {
    var moved: Int32 = 0
    guard sqlite3_file_control(statements.handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK, moved == 0
    else { throw StorageError(.gone, "the database file was moved, replaced or deleted") }
  }
}
