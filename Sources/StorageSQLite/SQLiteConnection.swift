import GRDB
import GRDBSQLite
import Storage

/// One connection to the file. Only its own lane touches it.
///
/// GRDB opens it, takes its tokenizers and closes it; statements run straight on SQLite's C interface, which is
/// several times cheaper per row than a general row type.
final class SQLiteConnection {
  enum Role { case writer, reader }

  private let queue: DatabaseQueue
  private let role: Role
  private var statements: SQLiteStatements

  init(path: String, role: Role, _ settings: SQLiteSettings) throws(StorageError) {
    self.role = role
    var configuration = Configuration()
    configuration.busyMode = .timeout(settings.patience)
    configuration.foreignKeysEnabled = true
    if role == .writer { configuration.journalMode = .wal }
    configuration.prepareDatabase { database in try settings.prepare(database) }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      statements = try queue.inDatabase { database in
        // After GRDB has set up WAL, because it sets `synchronous` too.
        try database.execute(sql: SQLiteConnection.pragmas(role, settings))
        guard let handle = database.sqliteConnection else { throw StorageError(.gone, "\(path) did not open") }
        return SQLiteStatements(handle)
      }
    } catch let error as StorageError {
      throw error
    } catch let error as DatabaseError {
      throw SQLiteFailure.storageError(error.extendedResultCode.rawValue, error.message ?? "cannot open \(path)")
    } catch {
      throw StorageError(.gone, "cannot open \(path): \(error)")
    }
  }

  func transaction<T>(_ body: (any SQLSession) throws(StorageError) -> T) -> Result<T, StorageError> {
    queue.inDatabase { _ in
      let session = SQLiteSession(statements, isWriting: role == .writer)
      do throws(StorageError) {
        try session.begin()
      } catch {
        return .failure(error)
      }
      do throws(StorageError) {
        let value = try body(session)
        try session.commit()
        return .success(value)
      } catch {
        session.rollback()
        return .failure(error)
      }
    }
  }

  func checkpoint() -> Result<Void, StorageError> {
    queue.inDatabase { _ in
      Result { () throws(StorageError) in
        // The answer is (busy, pages in the log, pages moved): sqlite.org/pragma.html#pragma_wal_checkpoint.
        let answer = try statements.rows("PRAGMA wal_checkpoint(TRUNCATE)", [])
        guard try answer.first?.int(0) == 0 else { throw StorageError(.busy, "a reader holds the write-ahead log") }
      }
    }
  }

  func close() {
    queue.inDatabase { _ in statements.finish() }
    // A connection without open statements closes; if it does not, the process is ending anyway.
    try? queue.close()
  }

  private static func pragmas(_ role: Role, _ settings: SQLiteSettings) -> String {
    switch role {
    case .writer:
      """
      PRAGMA synchronous = \(settings.isDurable ? "FULL" : "OFF");
      PRAGMA secure_delete = ON;
      PRAGMA journal_size_limit = 16777216;
      PRAGMA temp_store = MEMORY;
      PRAGMA wal_autocheckpoint = \(settings.logPages);
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -\(settings.writerCache);
      """
    case .reader:
      """
      PRAGMA query_only = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA mmap_size = 0;
      PRAGMA cache_size = -\(settings.readerCache);
      """
    }
  }
}
