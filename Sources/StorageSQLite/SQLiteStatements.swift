import GRDBSQLite
import Storage

/// A connection's statements, prepared once per text and kept.
final class SQLiteStatements {
  private struct Kept {
    let statement: OpaquePointer
    var lastUse: Int
  }

  let handle: OpaquePointer
  private var kept: [String: Kept] = [:]
  private var uses = 0
  /// Texts are few, apart from generated lists; past this many, the one longest unused goes.
  private static let capacity = 256

  init(_ handle: OpaquePointer) { self.handle = handle }

  /// For an engine that nobody closed.
  deinit { finish() }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws(StorageError) -> [SQLRow] {
    var rows: [SQLRow] = []
    try each(sql, arguments) { row throws(StorageError) in rows.append(row) }
    return rows
  }

  func each(
    _ sql: String, _ arguments: [SQLValue], _ body: (SQLRow) throws(StorageError) -> Void
  ) throws(StorageError) {
    let (statement, isKept) = try prepared(sql)
    defer {
      sqlite3_reset(statement)
      if isKept { sqlite3_clear_bindings(statement) } else { sqlite3_finalize(statement) }
    }
    try bind(arguments, to: statement)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body(try row(of: statement))
      case SQLITE_DONE: return
      default: throw failure
      }
    }
  }

  func finish() {
    for entry in kept.values { sqlite3_finalize(entry.statement) }
    kept = [:]
  }

  /// What SQLite says went wrong last.
  var failure: StorageError {
    SQLiteFailure.storageError(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
  }

  private func prepared(_ sql: String) throws(StorageError) -> (OpaquePointer, isKept: Bool) {
    uses += 1
    if let index = kept.index(forKey: sql) {
      let statement = kept.values[index].statement
      // The same text inside its own `each`: the inner one needs a statement of its own.
      if sqlite3_stmt_busy(statement) != 0 { return (try compile(sql, 0), false) }
      kept.values[index].lastUse = uses
      return (statement, true)
    }
    let statement = try compile(sql, UInt32(SQLITE_PREPARE_PERSISTENT))
    if kept.count >= SQLiteStatements.capacity { forgetOldest() }
    kept[sql] = Kept(statement: statement, lastUse: uses)
    return (statement, true)
  }

  private func compile(_ sql: String, _ flags: UInt32) throws(StorageError) -> OpaquePointer {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, SQLiteText.statement(sql), -1, flags, &statement, nil)
    guard code == SQLITE_OK else { throw failure }
    guard let statement else { throw StorageError(.other, "no statement in: \(sql)") }
    return statement
  }

  private func forgetOldest() {
    let idle = kept.filter { sqlite3_stmt_busy($0.value.statement) == 0 }
    guard let oldest = idle.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
    sqlite3_finalize(oldest.value.statement)
    kept[oldest.key] = nil
  }

  private func bind(_ arguments: [SQLValue], to statement: OpaquePointer) throws(StorageError) {
    let wanted = Int(sqlite3_bind_parameter_count(statement))
    guard wanted == arguments.count else {
      throw StorageError(.other, "the statement has \(wanted) placeholders and \(arguments.count) arguments")
    }
    for (index, argument) in arguments.enumerated() {
      let place = Int32(index + 1)
      switch argument {
      case .null: sqlite3_bind_null(statement, place)
      case .int(let number): sqlite3_bind_int64(statement, place, number)
      case .text(var text):
        // SQLITE_TRANSIENT: SQLite copies the bytes before the call returns.
        let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code = text.withUTF8 { bytes in
          bytes.isEmpty
            ? sqlite3_bind_text(statement, place, "", 0, nil)
            : sqlite3_bind_text64(
              statement, place, UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self),
              UInt64(bytes.count), copy, UInt8(SQLITE_UTF8))
        }
        guard code == SQLITE_OK else { throw failure }
      }
    }
  }

  private func row(of statement: OpaquePointer) throws(StorageError) -> SQLRow {
    let count = sqlite3_column_count(statement)
    var values: [SQLValue] = []
    values.reserveCapacity(Int(count))
    for column in 0..<count {
      switch sqlite3_column_type(statement, column) {
      case SQLITE_NULL: values.append(.null)
      case SQLITE_INTEGER: values.append(.int(sqlite3_column_int64(statement, column)))
      case SQLITE_TEXT:
        let bytes = UnsafeBufferPointer(
          start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
        values.append(.text(String(decoding: bytes, as: UTF8.self)))
      default: throw StorageError(.unexpectedValue, "column \(column) is neither a number nor a text; CAST it")
      }
    }
    return SQLRow(values)
  }
}
