package import Ground

/// Who is logged in. Not in the ledger.
package struct SessionStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Sendable {
    package let officer: OfficerID
    package let csrf: String
    package let expires: Instant
    /// For whom the officer has chosen to act.
    package let standingFor: OfficerID?
    /// Whether the officer's password was set by somebody else and has to be changed first.
    package let mustChange: Bool
  }

  /// A session as its owner's list shows it.
  package struct Open: Sendable {
    /// The stored token, which is a hash of the cookie's value.
    package let token: String
    package let started: Instant
    /// What kind of browser, as it said itself.
    package let device: String
  }

  /// `token` is the SHA-256 of the cookie's value, in hexadecimal.
  package func load(token: String, at now: Instant) throws(StorageError) -> Stored? {
    let rows = try session.rows(
      """
      SELECT s.officer, s.csrf, s.expires, s.standing_for, COALESCE(p.must_change, 0)
      FROM sessions s LEFT JOIN passwords p ON p.district = s.district AND p.officer = s.officer
      WHERE s.district = $1 AND s.token = $2 AND s.expires > $3
      """,
      [.text(district.text), .text(token), .int(now.milliseconds)])
    guard let row = rows.first, let officer = OfficerID(try row.text(0)) else { return nil }
    return Stored(
      officer: officer, csrf: try row.text(1), expires: Instant(milliseconds: try row.int(2)),
      standingFor: OfficerID(try row.text(3)), mustChange: try row.int(4) == 1)
  }

  package func insert(
    token: String, officer: OfficerID, csrf: String, started: Instant, expires: Instant, device: String
  ) throws(StorageError) {
    try session.run(
      """
      INSERT INTO sessions (district, token, officer, csrf, expires, started, device)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .text(district.text), .text(token), .text(officer.text), .text(csrf), .int(expires.milliseconds),
        .int(started.milliseconds), .text(device),
      ])
  }

  /// The officer's open sessions, the newest first.
  package func all(of officer: OfficerID, at now: Instant) throws(StorageError) -> [Open] {
    var open: [Open] = []
    for row in try session.rows(
      """
      SELECT token, started, device FROM sessions
      WHERE district = $1 AND officer = $2 AND expires > $3 ORDER BY started DESC, token
      """, [.text(district.text), .text(officer.text), .int(now.milliseconds)])
    {
      open.append(
        Open(token: try row.text(0), started: Instant(milliseconds: try row.int(1)), device: try row.text(2)))
    }
    return open
  }

  /// From now on the session's owner acts for another; nil: for oneself.
  package func stand(for away: OfficerID?, token: String) throws(StorageError) {
    try session.run(
      "UPDATE sessions SET standing_for = $3 WHERE district = $1 AND token = $2",
      [.text(district.text), .text(token), .text(away?.text ?? "")])
  }

  package func delete(token: String) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND token = $2", [.text(district.text), .text(token)])
  }

  /// Ends every session of an officer, e.g. when the password changes; `keeping` one where that is the officer's own wish.
  package func deleteAll(of officer: OfficerID, keeping token: String? = nil) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND officer = $2 AND token <> $3",
      [.text(district.text), .text(officer.text), .text(token ?? "")])
  }

  package func forgetExpired(at now: Instant) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND expires <= $2", [.text(district.text), .int(now.milliseconds)])
    try session.run(
      "DELETE FROM login_failures WHERE district = $1 AND until <= $2", [.text(district.text), .int(now.milliseconds)])
  }
}
