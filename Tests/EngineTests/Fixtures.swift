import Storage
import TestDatabases

/// The schema that these tests share: fictional units and notes of 清河区.
let schema = Migration(
  number: 1, name: "units and notes",
  sql: """
    CREATE TABLE units (code TEXT PRIMARY KEY, name TEXT NOT NULL, rank BIGINT, CONSTRAINT rank_positive CHECK (rank > 0));
    CREATE TABLE notes (
      id TEXT PRIMARY KEY,
      body TEXT,
      number BIGINT,
      unit TEXT REFERENCES units (code)
    );
    CREATE TABLE heads (district TEXT PRIMARY KEY, position BIGINT NOT NULL);
    """)

extension TestEngine {
  /// A database that has `schema`.
  func withNotes<T>(_ body: (any SQLEngine) async throws -> T) async throws -> T {
    try await withDatabase(migrations: [schema]) { database in try await body(database.engine) }
  }
}

extension SQLEngine {
  func ask(_ sql: String, _ arguments: [SQLValue] = []) async throws(StorageError) -> [[SQLValue]] {
    try await read { session throws(StorageError) in try session.rows(sql, arguments).map(\.values) }
  }

  func act(_ sql: String, _ arguments: [SQLValue] = []) async throws(StorageError) {
    try await write { session throws(StorageError) in try session.run(sql, arguments) }
  }

  /// How many notes there are.
  func notes() async throws(StorageError) -> SQLValue {
    try await ask("SELECT CAST(COUNT(*) AS BIGINT) FROM notes")[0][0]
  }

  /// The kind of error that `body` ends with, nil when it ends well.
  func failure(
    of body: @escaping @Sendable (any SQLSession) throws(StorageError) -> Void
  ) async -> StorageError.Kind? {
    do throws(StorageError) {
      try await write(body)
      return nil
    } catch {
      return error.kind
    }
  }
}
