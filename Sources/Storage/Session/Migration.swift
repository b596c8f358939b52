import Crypto
import Ledger

/// One numbered step of the schema. Its text is frozen once it has landed: a later change is another migration.
package struct Migration: Hashable, Sendable {
  /// From 1, without gaps.
  package let number: Int
  package let name: String
  /// Runs on both engines: TEXT and BIGINT columns, several statements.
  package let sql: String
  /// What one engine needs besides, run after `sql`: full-text search, for instance.
  package let sqlite: String
  package let postgres: String
  /// Tables made by `sql` whose rows the database shall refuse to change or delete.
  package let appendOnly: [String]

  package init(
    number: Int, name: String, sql: String, sqlite: String = "", postgres: String = "", appendOnly: [String] = []
  ) {
    (self.number, self.name, self.sql) = (number, name, sql)
    (self.sqlite, self.postgres, self.appendOnly) = (sqlite, postgres, appendOnly)
  }

  /// SHA-256 of all that was written here, lower-case hexadecimal; the same on both engines.
  package var fingerprint: String {
    let parts = [sql, sqlite, postgres] + appendOnly
    // Length before text, so that moving a word from one part to the next is a change.
    let bytes = parts.flatMap { part in Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
    return Hex.encode(SHA256.hash(data: bytes))
  }

  func define(in session: any SQLSession) throws(StorageError) {
    try session.define(sql)
    let extra = session.dialect == .sqlite ? sqlite : postgres
    if !extra.isEmpty { try session.define(extra) }
    for table in appendOnly { try session.define(AppendOnly.guarding(table, session.dialect)) }
  }
}
