package import Ground

/// A key with which a program does, in an officer's name, what the officer may do. Of its secret only the digest is kept.
package struct APIToken: Hashable, Codable, Sendable {
  package let id: TokenID
  package let officer: OfficerID
  /// What it is for, in the officer's words.
  package let name: Words
  package let scope: TokenScope
  /// The last day on which it works.
  package let lastDay: CivilDate
  /// SHA-256 of the secret, lower-case hexadecimal. 256 random bits cannot be guessed from it.
  package let digest: String

  package init(
    id: TokenID, officer: OfficerID, name: Words, scope: TokenScope, lastDay: CivilDate, digest: String
  ) {
    (self.id, self.officer, self.name) = (id, officer, name)
    (self.scope, self.lastDay, self.digest) = (scope, lastDay, digest)
  }
}

/// What a program may do with a token; never more than its officer.
package enum TokenScope: String, CaseIterable, Codable, Sendable {
  case read
  /// Read and act.
  case act
  /// Only fetch the officer's calendar feed: its address holds the secret, so it opens nothing else.
  case calendar
}

/// What can happen to a token; each is one ledger entry.
package enum TokenChange: Hashable, Codable, Sendable {
  case made(APIToken)
  case revoked
}

package enum TokenTag {}
package typealias TokenID = Identifier<TokenTag>
