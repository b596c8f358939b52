/// Brings a database's schema up to the program's, one transaction per step, and remembers what it ran.
extension SQLEngine {
  /// Runs those of `migrations` that this database has not seen, in order.
  ///
  /// Refuses a landed migration whose text changed, and a database that a newer program has migrated further.
  package func migrate(_ migrations: [Migration]) async throws(StorageError) {
    precondition(migrations.map(\.number) == Array(1..<migrations.count + 1), "migrations count from 1 without gaps")
    try await write { session throws(StorageError) in
      try hold(session)
      try session.define(
        """
        CREATE TABLE IF NOT EXISTS migrations (
          number BIGINT PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL
        );
        """)
      try compare(migrations, in: session)
    }
    for migration in migrations {
      try await write { session throws(StorageError) in
        try hold(session)
        guard try landed(session).count < migration.number else { return }
        try migration.define(in: session)
        try session.run(
          "INSERT INTO migrations (number, name, fingerprint) VALUES ($1, $2, $3)",
          [SQLValue(migration.number), .text(migration.name), .text(migration.fingerprint)])
      }
    }
  }
}

/// Keeps two programs from migrating one database at once. SQLite's write transaction already does.
private func hold(_ session: any SQLSession) throws(StorageError) {
  // The number is arbitrary, ours, and never to change.
  if session.dialect == .postgres { try session.define("SELECT pg_advisory_xact_lock(7126840351)") }
}

private func landed(_ session: any SQLSession) throws(StorageError) -> [SQLRow] {
  try session.rows("SELECT number, name, fingerprint FROM migrations ORDER BY number")
}

private func compare(_ migrations: [Migration], in session: any SQLSession) throws(StorageError) {
  let rows = try landed(session)
  for row in rows {
    let number = Int(try row.int(0))
    let (name, fingerprint) = (try row.text(1), try row.text(2))
    guard number <= migrations.count else {
      throw StorageError(
        .newerDatabase, "the database has migration \(number) \(name); this program knows \(migrations.count)")
    }
    let known = migrations[number - 1]
    guard known.name == name, known.fingerprint == fingerprint else {
      throw StorageError(.changedMigration, "migration \(number) \(name) is no longer the text that ran")
    }
  }
}
