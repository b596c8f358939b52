import Directory
package import Ground
import Storage

/// What an officer does with the own sessions. Not in the ledger.
extension Office {
  /// Ends every session of an officer, `keeping` the one in which that was asked for.
  package func logOutEverywhere(_ officer: OfficerID, keeping token: String? = nil) async throws(Refusal) {
    let (district, kept) = (district, token.map(Office.stored))
    try await change { (session: any SQLSession) throws(StorageError) in
      try SessionStore(session, district).deleteAll(of: officer, keeping: kept)
    }
  }

  /// Ends the one of the officer's sessions that the list calls `name`.
  package func endSession(_ name: String, of officer: OfficerID) async throws(Refusal) {
    let (district, now) = (district, now)
    try await change { (session: any SQLSession) throws(StorageError) in
      let store = SessionStore(session, district)
      for open in try store.all(of: officer, at: now) where SessionLine.name(open.token) == name {
        try store.delete(token: open.token)
      }
    }
  }

  /// From now on the person acts for `away` in this session; nil: for themselves again.
  package func stand(_ person: OfficerID, for away: OfficerID?, in token: String) async throws(Refusal) {
    if let away {
      guard try await directory()?.standIn(person, for: away, on: today) != nil else { throw Refusal(.standInOver) }
    }
    let (district, stored) = (district, Office.stored(token))
    try await change { (session: any SQLSession) throws(StorageError) in
      try SessionStore(session, district).stand(for: away, token: stored)
    }
  }
}
