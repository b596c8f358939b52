package import Directory
package import Ground

/// Which keys were made for programs, and which of them still work?
package struct TokenRegister: Sendable {
  /// The viewer's own, newest first.
  package let own: [TokenLine]
  /// For an administrator everybody else's; otherwise empty.
  package let others: [TokenLine]

  package init(own: [TokenLine], others: [TokenLine]) {
    (self.own, self.others) = (own, others)
  }
}

/// What is one key for, until when does it work, and when was it last used?
package struct TokenLine: Hashable, Sendable {
  package let id: TokenID
  package let officer: OfficerName
  package let name: Words
  package let scope: TokenScope
  package let lastDay: CivilDate
  package let usedOn: CivilDate?
  package let state: TokenState

  package init(
    id: TokenID, officer: OfficerName, name: Words, scope: TokenScope, lastDay: CivilDate, usedOn: CivilDate?,
    state: TokenState
  ) {
    (self.id, self.officer, self.name, self.scope) = (id, officer, name, scope)
    (self.lastDay, self.usedOn, self.state) = (lastDay, usedOn, state)
  }
}

/// Does a key work?
package enum TokenState: String, CaseIterable, Sendable {
  case works, expired, revoked
}
