/// What the database said no with, in words that are the same for both engines.
package struct StorageError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A key, check or reference of the schema. The name is PostgreSQL's constraint name, or what SQLite names
    /// (`table.column` for keys); the two agree only for named checks and append-only tables.
    case constraint(name: String?)
    /// Somebody else held what this needed; the same act may be tried again.
    case busy
    /// The connection or the file went away. Whether a commit under way was kept is unknown:
    /// send the same operation again, its id tells.
    case gone
    case diskFull
    case corrupt
    /// A value of another kind than the schema or the reader wants.
    case unexpectedValue
    /// A text with U+0000, which PostgreSQL cannot hold.
    case refusedText
    /// A server or database that the house rules exclude: too old, not UTF-8, or another collation than C.
    case unsuitable
    /// The text of a migration that has already run is no longer the same.
    case changedMigration
    /// A newer program has migrated this database further.
    case newerDatabase
    /// Anything else, a mistake in the SQL text among them.
    case other
  }

  package let kind: Kind
  /// For the log; it may quote SQL, so no page shows it.
  package let message: String

  package init(_ kind: Kind, _ message: String) { (self.kind, self.message) = (kind, message) }

  /// Whether the same act, sent again unchanged, may succeed.
  package var isRetryable: Bool { kind == .busy || kind == .gone }
}
