package import Ground

/// How often a login failed since it last worked. Not in the ledger.
package struct LoginFailureStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  /// How often, counting only failures not yet forgotten at `now`, and until when they are remembered.
  package func load(login: String, at now: Instant) throws(StorageError) -> (amount: Int, until: Instant)? {
    let rows = try session.rows(
      "SELECT amount, until FROM login_failures WHERE district = $1 AND login = $2 AND until > $3",
      [.text(district.text), .text(login), .int(now.milliseconds)])
    guard let row = rows.first else { return nil }
    return (Int(try row.int(0)), Instant(milliseconds: try row.int(1)))
  }

  /// Counts one more, from one again where those before are forgotten by now.
  ///
  /// - Returns: how many there are with this one.
  @discardableResult
  package func count(login: String, at now: Instant, until: Instant) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      INSERT INTO login_failures (district, login, amount, until) VALUES ($1, $2, 1, $3)
      ON CONFLICT (district, login) DO UPDATE
      SET amount = CASE WHEN login_failures.until > $4 THEN login_failures.amount + 1 ELSE 1 END,
        until = excluded.until
      RETURNING amount
      """,
      [.text(district.text), .text(login), .int(until.milliseconds), .int(now.milliseconds)])
    return Int(try rows[0].int(0))
  }

  package func forget(login: String) throws(StorageError) {
    try session.run(
      "DELETE FROM login_failures WHERE district = $1 AND login = $2", [.text(district.text), .text(login)])
  }
}
