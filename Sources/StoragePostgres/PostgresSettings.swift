/// How a PostgreSQL database is reached.
package struct PostgresSettings: Sendable {
  /// A connection URI or keyword string, as libpq reads it; what it leaves out comes from the PG* environment.
  package var address: String
  /// Connections that write. One committer needs one; a second district's committer gains from a second.
  package var writers = 1
  package var readers = 4
  /// Off only while benchmark data is made: a crash of the server may then lose the last commits.
  package var isDurable = true
  /// How long to wait for a lock that another program holds, in seconds.
  package var patience = 5.0

  package init(address: String) { self.address = address }
}
