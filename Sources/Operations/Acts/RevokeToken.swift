package import Directory
import Ground
import Storage

/// A token stops working at once: its officer, or an administrator, says so.
package struct RevokeToken: Act {
  package let id: TokenID

  package init(_ id: TokenID) { self.id = id }

  package func perform(in room: ActRoom) throws -> Done {
    guard let known = try TokenStore(room.open.session, room.open.district).load(id) else {
      throw Refusal(.tokenUnknown)
    }
    // Whose tokens there are is nobody else's business.
    let isOwn = room.actor.person?.id == known.token.officer
    guard isOwn || room.actor.officer == nil || room.actor.has(.administrator) else { throw Refusal(.tokenUnknown) }
    guard !known.isRevoked else { return Done() }
    try room.open.append(.token(id, .revoked), by: room.actor.code)
    return Done()
  }
}

extension ActRoom {
  /// An officer who leaves takes no key along, not even for the day of a return.
  func revokeTokens(leftBy event: DirectoryEvent) throws {
    guard case .officerSet(let officer) = event, officer.hasLeft else { return }
    try revokeTokens(of: officer.id)
  }

  func revokeTokens(of officer: OfficerID) throws {
    for known in try TokenStore(open.session, open.district).all(of: officer) where !known.isRevoked {
      try open.append(.token(known.token.id, .revoked), by: actor.code)
    }
  }
}
