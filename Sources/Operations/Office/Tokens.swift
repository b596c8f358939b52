import Crypto
package import Directory
package import Ground
import Ledger
import Storage

/// A program that came with a token that works.
package struct TokenHolder: Sendable {
  package let token: TokenID
  package let officer: Officer
  package let scope: TokenScope
}

extension Office {
  /// Makes a token.
  ///
  /// - Returns: the secret, which nobody can be shown again.
  package func makeToken(
    name: Words, scope: TokenScope, lastDay: CivilDate, for officer: OfficerID, by reference: ActorReference,
    operation: OperationID
  ) async throws(Refusal) -> String {
    let secret = Office.tokenMark + Hex.encode(secret(count: 32))
    let id = TokenID(trusted: newIdentifier())
    let made = try await perform(
      MakeToken(
        id: id, officer: officer, name: name, scope: scope, lastDay: lastDay, digest: Office.digest(ofToken: secret)),
      by: reference, operation: operation)
    guard made == id.text else { throw Refusal(.tokenShown) }
    return secret
  }

  /// Whose token it is, while it works: not revoked, not past its last day, its officer still here.
  package func tokenHolder(_ secret: String) async throws(Refusal) -> TokenHolder? {
    guard secret.hasPrefix(Office.tokenMark), secret.utf8.count == Office.tokenMark.utf8.count + 64 else { return nil }
    let (district, digest) = (district, Office.digest(ofToken: secret))
    let known = try await ask { (session: any SQLSession) throws(StorageError) in
      try TokenStore(session, district).load(digest: digest)
    }
    guard let known, !known.isRevoked, known.token.lastDay >= today,
      let officer = try await directory()?.officers[known.token.officer], !officer.hasLeft
    else { return nil }
    return TokenHolder(token: known.token.id, officer: officer, scope: known.token.scope)
  }

  /// Counts a request with the token.
  ///
  /// - Throws: `token.rate` where more than `limit` came within this minute.
  package func countRequest(with token: TokenID, limit: Int) async throws(Refusal) {
    let (district, now) = (district, now)
    let count: Int
    do throws(StorageError) {
      count = try await engine.write { (session: any SQLSession) throws(StorageError) in
        try TokenStore(session, district).count(token, on: now.civilDate, minute: now.milliseconds / 60_000)
      }
    } catch { throw Refusal(storage: error) }
    guard count <= limit else {
      let seconds = 60 - now.milliseconds / 1000 % 60
      throw Refusal(.tokenRate, ["limit": String(limit), "seconds": String(seconds)])
    }
  }

  /// Begins every secret, so that one that was left lying about is recognised.
  private static let tokenMark = "bihuan_"

  private static func digest(ofToken secret: String) -> String { Hex.encode(SHA256.hash(data: Array(secret.utf8))) }
}
