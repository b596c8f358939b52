package import Ground

/// Through whom the district sends: settings in the clear, secrets sealed by whoever saves them. Not in the ledger.
package struct SenderStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Hashable, Sendable {
    /// `site`, `mail`, or `robot.` and the unit's id.
    package let id: String
    /// JSON.
    package let state: String
    /// Empty where there is nothing secret.
    package let sealed: String

    package init(id: String, state: String, sealed: String) {
      (self.id, self.state, self.sealed) = (id, state, sealed)
    }
  }

  package func all() throws(StorageError) -> [Stored] {
    var all: [Stored] = []
    for row in try session.rows(
      "SELECT id, state, sealed FROM senders WHERE district = $1 ORDER BY id", [.text(district.text)])
    {
      all.append(Stored(id: try row.text(0), state: try row.text(1), sealed: try row.text(2)))
    }
    return all
  }

  package func save(_ sender: Stored) throws(StorageError) {
    try session.run(
      """
      INSERT INTO senders (district, id, state, sealed) VALUES ($1, $2, $3, $4)
      ON CONFLICT (district, id) DO UPDATE SET state = excluded.state, sealed = excluded.sealed
      """, [.text(district.text), .text(sender.id), .text(sender.state), .text(sender.sealed)])
  }

  package func delete(_ id: String) throws(StorageError) {
    try session.run(
      "DELETE FROM senders WHERE district = $1 AND id = $2", [.text(district.text), .text(id)])
  }
}
