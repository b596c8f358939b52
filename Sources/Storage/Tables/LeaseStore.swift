package import Ground

/// Which process serves a database; a second one refuses to start.
package struct LeaseStore {
  let session: any SQLSession

  package init(_ session: any SQLSession) { self.session = session }

  package struct Lease: Sendable {
    package let holder: String
    package let until: Instant
  }

  package func load(_ name: String) throws(StorageError) -> Lease? {
    let rows = try session.rows("SELECT holder, until FROM leases WHERE name = $1", [.text(name)])
    guard let row = rows.first else { return nil }
    return Lease(holder: try row.text(0), until: Instant(milliseconds: try row.int(1)))
  }

  /// Takes or renews the lease where it is free, run out, the holder's own, or `dead`'s; answers whether it did.
  package func take(
    _ name: String, holder: String, now: Instant, until: Instant, dead: String? = nil
  ) throws(StorageError) -> Bool {
    let taken = try session.rows(
      """
      INSERT INTO leases (name, holder, until) VALUES ($1, $2, $3)
      ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
      WHERE leases.until <= $4 OR leases.holder = $2 OR leases.holder = $5
      RETURNING holder
      """,
      [.text(name), .text(holder), .int(until.milliseconds), .int(now.milliseconds), .text(dead ?? holder)])
    return !taken.isEmpty
  }

  package func release(_ name: String, holder: String) throws(StorageError) {
    try session.run("DELETE FROM leases WHERE name = $1 AND holder = $2", [.text(name), .text(holder)])
  }
}
