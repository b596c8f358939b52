package import Ground

/// What one officer is to be told: which entry it is about, and what happened by a closed code. No words of a matter.
package struct Notice: Hashable, Sendable {
  /// The place of the entry in the ledger.
  package let position: Int64
  package let officer: OfficerID
  /// The raw value of the change's kind.
  package let kind: String
  /// A closed code that says more, such as the step of a ladder; empty where there is none.
  package let detail: String
  package let matter: MatterID?
  package let at: Instant

  package init(position: Int64, officer: OfficerID, kind: String, detail: String, matter: MatterID?, at: Instant) {
    (self.position, self.officer, self.kind, self.detail) = (position, officer, kind, detail)
    (self.matter, self.at) = (matter, at)
  }
}

/// The outbox: notices lie here from the act's own transaction until they were sent. Delivery marks are not in the ledger.
package struct NoticeStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// Writes one down to be sent; whoever is told of this entry already is not told again.
  package func insert(_ notice: Notice) throws(StorageError) {
    try session.run(
      """
      INSERT INTO notices (district, position, officer, kind, detail, matter, at, state, attempts, next_at, outcome)
      VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $7, '')
      ON CONFLICT (district, position, officer) DO NOTHING
      """,
      [
        .text(district.text), .int(notice.position), .text(notice.officer.text), .text(notice.kind),
        .text(notice.detail), notice.matter.map { .text($0.text) } ?? .null, .int(notice.at.milliseconds),
      ])
  }
}
