import GRDB
package import Storage

/// A district's record in one SQLite file: one thread that writes, a few that read.
package final class SQLiteEngine: SQLEngine {
  package let dialect = Dialect.sqlite
  package let path: String
  private let writer: Lanes<SQLiteConnection>
  private let readers: Lanes<SQLiteConnection>

  /// Opens the file at `path`, making it where there is none. Blocks for the few milliseconds that takes.
  package init(path: String, settings: SQLiteSettings = SQLiteSettings()) throws(StorageError) {
    self.path = path
    let writing = try SQLiteConnection(path: path, role: .writer, settings)
    var reading: [SQLiteConnection] = []
    for _ in 0..<max(1, settings.readers) {
      reading.append(try SQLiteConnection(path: path, role: .reader, settings))
    }
    writer = Lanes([writing], label: "sqlite.writer") { $0.close() }
    readers = Lanes(reading, label: "sqlite.reader") { $0.close() }
  }

  package func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await readers.perform { $0.transaction(body) }
  }

  package func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await writer.perform { $0.transaction(body) }
  }

  /// Moves the write-ahead log into the file and empties it, so that what was erased is in neither.
  package func checkpoint() async throws(StorageError) {
    try await writer.perform { $0.checkpoint() }
  }

  /// The readers first: the last connection to close removes the write-ahead log.
  package func close() async {
    await readers.close()
    await writer.close()
  }
}
