package import GRDB

/// How a district's database file is opened.
package struct SQLiteSettings: Sendable {
  /// Off only while benchmark data is made: a power cut may then destroy the file.
  package var isDurable = true
  package var readers = 4
  /// Page cache of the writing connection and of each reading one, in KiB. Together they decide the idle memory.
  package var writerCache = 8192
  package var readerCache = 8192
  /// Pages in the write-ahead log from which on they are moved into the file.
  package var logPages = 4000
  /// How long to wait for another process that holds the write lock, in seconds.
  package var patience = 5.0
  /// Runs on every new connection: the place for a search tokenizer.
  package var prepare: @Sendable (Database) throws -> Void = { _ in }

  package init() {}
}
