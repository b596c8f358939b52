/// A database that keeps the district's record. The two kinds differ only below this line.
package protocol SQLEngine: Sendable {
  var dialect: Dialect { get }

  /// Asks within one snapshot, read-only, on one of the engine's own threads.
  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T

  /// Acts within one transaction on one of the engine's own threads: durable once this returns,
  /// undone when `body` throws.
  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> T
  ) async throws(StorageError) -> T

  /// Finishes what is under way, then lets go of the database.
  func close() async
}

/// Which engine a per-engine text is for.
package enum Dialect: String, CaseIterable, Sendable {
  case sqlite
  case postgres
}
