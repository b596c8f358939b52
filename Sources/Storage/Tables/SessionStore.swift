package import Ground

/// Who is logged in, and who failed to. Not in the ledger.
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
  }

  /// `token` is the SHA-256 of the cookie's value, in hexadecimal.
  package func load(token: String, at now: Instant) throws(StorageError) -> Stored? {
    let rows = try session.rows(
      "SELECT officer, csrf, expires FROM sessions WHERE district = $1 AND token = $2 AND expires > $3",
      [.text(district.text), .text(token), .int(now.milliseconds)])
    guard let row = rows.first, let officer = OfficerID(try row.text(0)) else { return nil }
    return Stored(officer: officer, csrf: try row.text(1), expires: Instant(milliseconds: try row.int(2)))
  }

  package func insert(token: String, officer: OfficerID, csrf: String, expires: Instant) throws(StorageError) {
    try session.run(
      "INSERT INTO sessions (district, token, officer, csrf, expires) VALUES ($1, $2, $3, $4, $5)",
      [.text(district.text), .text(token), .text(officer.text), .text(csrf), .int(expires.milliseconds)])
  }

  /// How many sessions of the officer are open.
  package func count(of officer: OfficerID, at now: Instant) throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT COUNT(*) FROM sessions WHERE district = $1 AND officer = $2 AND expires > $3",
      [.text(district.text), .text(officer.text), .int(now.milliseconds)])
    return Int(try rows[0].int(0))
  }

  /// When the officer's newest session ends; nil while none is open.
  package func newestEnd(of officer: OfficerID) throws(StorageError) -> Instant? {
    let rows = try session.rows(
      "SELECT MAX(expires) FROM sessions WHERE district = $1 AND officer = $2",
      [.text(district.text), .text(officer.text)])
    return try rows.first?.optionalInt(0).map { Instant(milliseconds: $0) }
  }

  package func delete(token: String) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND token = $2", [.text(district.text), .text(token)])
  }

  /// Ends every session of an officer, e.g. when the password changes.
  package func deleteAll(of officer: OfficerID) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND officer = $2", [.text(district.text), .text(officer.text)])
  }

  package func forgetExpired(at now: Instant) throws(StorageError) {
    try session.run(
      "DELETE FROM sessions WHERE district = $1 AND expires <= $2", [.text(district.text), .int(now.milliseconds)])
    try session.run(
      "DELETE FROM login_failures WHERE district = $1 AND until <= $2", [.text(district.text), .int(now.milliseconds)])
  }

  /// How often the login failed since it last worked, counting only failures not yet forgotten at `now`.
  package func failures(login: String, at now: Instant) throws(StorageError) -> Int {
    let rows = try session.rows(
      "SELECT amount FROM login_failures WHERE district = $1 AND login = $2 AND until > $3",
      [.text(district.text), .text(login), .int(now.milliseconds)])
    return Int(try rows.first?.int(0) ?? 0)
  }

  package func countFailure(login: String, until: Instant) throws(StorageError) {
    try session.run(
      """
      INSERT INTO login_failures (district, login, amount, until) VALUES ($1, $2, 1, $3)
      ON CONFLICT (district, login) DO UPDATE
      SET amount = login_failures.amount + 1, until = excluded.until
      """, [.text(district.text), .text(login), .int(until.milliseconds)])
  }

  package func forgetFailures(login: String) throws(StorageError) {
    try session.run(
      "DELETE FROM login_failures WHERE district = $1 AND login = $2", [.text(district.text), .text(login)])
  }
}
