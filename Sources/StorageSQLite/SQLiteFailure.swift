import GRDBSQLite
import Storage

/// SQLite's result codes (sqlite.org/rescode.html) in the house's words.
enum SQLiteFailure {
  static func storageError(_ code: Int32, _ message: String) -> StorageError {
    StorageError(kind(code, message), "\(message) (SQLite \(code))")
  }

  private static func kind(_ code: Int32, _ message: String) -> StorageError.Kind {
    // SQLITE_CONSTRAINT_DATATYPE: a STRICT column met a value of another type.
    if code == 3091 { return .unexpectedValue }
    switch code & 0xff {
    case SQLITE_CONSTRAINT: return .constraint(name: name(in: message))
    case SQLITE_BUSY, SQLITE_LOCKED: return .busy
    case SQLITE_FULL: return .diskFull
    case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY: return .gone
    case SQLITE_MISMATCH, SQLITE_TOOBIG: return .unexpectedValue
    default: return .other
    }
  }

  /// `UNIQUE constraint failed: units.code` → `units.code`; a trigger's message is the name itself.
  private static func name(in message: String) -> String? {
    guard let mark = message.firstRange(of: "constraint failed") else { return message }
    let rest = message[mark.upperBound...].drop { $0 == ":" || $0 == " " }
    return rest.isEmpty ? nil : String(rest)
  }
}
