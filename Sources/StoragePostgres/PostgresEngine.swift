package import Storage

/// The district's record on a PostgreSQL server: as many threads as connections, each allowed to block.
package final class PostgresEngine: SQLEngine {
  package let dialect = Dialect.postgres
  private let writers: Lanes<PostgresConnection>
  private let readers: Lanes<PostgresConnection>

  /// Connects once and checks the server and the database; the reading connections open when first used.
  package init(settings: PostgresSettings) async throws(StorageError) {
    writers = Lanes(
      (0..<max(1, settings.writers)).map { _ in PostgresConnection(settings, isWriting: true) },
      label: "postgres.writer"
    ) { $0.close() }
    readers = Lanes(
      (0..<max(1, settings.readers)).map { _ in PostgresConnection(settings, isWriting: false) },
      label: "postgres.reader"
    ) { $0.close() }
    do {
      try await write { _ throws(StorageError) in }
    } catch {
      await close()
      throw error
    }
  }

  package func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await readers.perform { $0.transaction(body) }
  }

  package func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T {
    try await writers.perform { $0.transaction(body) }
  }

  package func close() async {
    await readers.close()
    await writers.close()
  }
}
