package import Directory
package import Ground
import Storage

extension Office {
  /// The viewer's tokens; for an administrator everybody's.
  package func tokenRegister(for viewer: Officer) async throws(Refusal) -> TokenRegister {
    try await answer { (asking) throws(StorageError) in
      let isAdministrator = viewer.roles.contains(.administrator)
      let known = try TokenStore(asking.session, asking.district).all(of: isAdministrator ? nil : viewer.id)
      let lines = known.reversed().map(asking.line)
      return TokenRegister(
        own: lines.filter { $0.officer.id == viewer.id }, others: lines.filter { $0.officer.id != viewer.id })
    }
  }
}

extension Asking {
  fileprivate func line(_ known: TokenStore.Stored) -> TokenLine {
    let token = known.token
    let state: TokenState = known.isRevoked ? .revoked : token.lastDay < today ? .expired : .works
    return TokenLine(
      id: token.id, officer: officer(token.officer), name: token.name, scope: token.scope, lastDay: token.lastDay,
      usedOn: known.usedOn, state: state)
  }
}
