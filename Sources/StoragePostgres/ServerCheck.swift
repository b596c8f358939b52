import CLibpq
import Storage

/// Settings for this link, and the questions a server must answer right before anything is stored on it.
enum ServerCheck {
  static func run(on handle: OpaquePointer, _ settings: PostgresSettings) throws(StorageError) {
    guard PQserverVersion(handle) >= 130_000 else {
      throw StorageError(.unsuitable, "PostgreSQL \(PQserverVersion(handle) / 10_000) is older than 13")
    }
    // Walks read to the end, so plan for all rows; compiling costs more than these short statements take.
    let result = PQexec(
      handle,
      """
      SET jit = off; SET cursor_tuple_fraction = 1; SET lock_timeout = \(Int(settings.patience * 1000));
      SET synchronous_commit = \(settings.isDurable ? "on" : "off");
      SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()
      """)
    defer { PQclear(result) }
    if let failure = PostgresFailure.storageError(result) { throw failure }
    let collation = String(cString: PQgetvalue(result, 0, 0))
    let encoding = String(cString: PQgetvalue(result, 0, 1))
    guard encoding == "UTF8" else { throw StorageError(.unsuitable, "its encoding is \(encoding), not UTF8") }
    // Order by byte, as SQLite's; any other order would list registers differently on the two engines.
    guard collation == "C" || collation == "POSIX" else {
      throw StorageError(.unsuitable, "its collation is \(collation), not C")
    }
  }
}
