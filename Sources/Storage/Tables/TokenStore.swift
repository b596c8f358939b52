package import Directory
package import Ground

/// The tokens of programs, and how often each was used in the present minute.
package struct TokenStore {
  let session: any SQLSession
  let district: DistrictID

  package init(_ session: any SQLSession, _ district: DistrictID) {
    (self.session, self.district) = (session, district)
  }

  package struct Stored: Hashable, Sendable {
    package let token: APIToken
    package let isRevoked: Bool
    /// The last day on which a request came with it.
    package let usedOn: CivilDate?
  }

  private static let columns =
    """
    SELECT t.state, t.revoked, u.used_on FROM tokens t
    LEFT JOIN token_uses u ON u.district = t.district AND u.token = t.id
    """

  package func load(digest: String) throws(StorageError) -> Stored? {
    let rows = try session.rows(
      "\(TokenStore.columns) WHERE t.district = $1 AND t.digest = $2", [.text(district.text), .text(digest)])
    return try rows.first.map(TokenStore.stored)
  }

  package func load(_ id: TokenID) throws(StorageError) -> Stored? {
    let rows = try session.rows(
      "\(TokenStore.columns) WHERE t.district = $1 AND t.id = $2", [.text(district.text), .text(id.text)])
    return try rows.first.map(TokenStore.stored)
  }

  /// An officer's tokens, or everybody's, in the order in which they were made.
  package func all(of officer: OfficerID?) throws(StorageError) -> [Stored] {
    let rows =
      if let officer {
        try session.rows(
          "\(TokenStore.columns) WHERE t.district = $1 AND t.officer = $2 ORDER BY t.id",
          [.text(district.text), .text(officer.text)])
      } else {
        try session.rows("\(TokenStore.columns) WHERE t.district = $1 ORDER BY t.id", [.text(district.text)])
      }
    var tokens: [Stored] = []
    for row in rows { tokens.append(try TokenStore.stored(row)) }
    return tokens
  }

  private static func stored(_ row: SQLRow) throws(StorageError) -> Stored {
    Stored(
      token: try State.decode(APIToken.self, try row.text(0)), isRevoked: try row.int(1) == 1,
      usedOn: try row.optionalText(2).flatMap { CivilDate($0) })
  }

  /// Counts one request.
  ///
  /// - Returns: how many came with this token in the minute `minute`, this one included.
  package func count(_ id: TokenID, on day: CivilDate, minute: Int64) throws(StorageError) -> Int {
    let rows = try session.rows(
      """
      INSERT INTO token_uses (district, token, used_on, minute, amount) VALUES ($1, $2, $3, $4, 1)
      ON CONFLICT (district, token) DO UPDATE
      SET amount = CASE WHEN token_uses.minute = excluded.minute THEN token_uses.amount + 1 ELSE 1 END,
        minute = excluded.minute, used_on = excluded.used_on
      RETURNING amount
      """, [.text(district.text), .text(id.text), .text(day.iso), .int(minute)])
    return Int(try rows[0].int(0))
  }

  static func values(_ token: APIToken, isRevoked: Bool, in district: DistrictID) throws(StorageError) -> [SQLValue] {
    [
      .text(district.text), .text(token.id.text), .text(token.officer.text), .text(token.digest),
      .text(token.lastDay.iso), .int(isRevoked ? 1 : 0), .text(try State.encode(token)),
    ]
  }

  func save(_ token: APIToken, isRevoked: Bool) throws(StorageError) {
    try session.run(
      """
      INSERT INTO tokens (district, id, officer, digest, last_day, revoked, state) VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (district, id) DO UPDATE SET revoked = excluded.revoked, state = excluded.state
      """, TokenStore.values(token, isRevoked: isRevoked, in: district))
  }

  func revoke(_ id: TokenID) throws(StorageError) {
    try session.run(
      "UPDATE tokens SET revoked = 1 WHERE district = $1 AND id = $2", [.text(district.text), .text(id.text)])
  }
}
