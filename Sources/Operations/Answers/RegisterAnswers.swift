package import Directory
package import Ground
import Ledger
import Packs
import Storage

extension Office {
  /// The district's units, posts and portfolios, in the official order.
  package func unitRegister() async throws(Refusal) -> UnitRegister {
    try await answer { (asking) throws(StorageError) in
      UnitRegister(
        rows: asking.directory.unitsInOrder.map { unit in
          UnitRow(
            unit: UnitName(id: unit.id, name: unit.name), kind: unit.kind,
            officers: asking.directory.officersInOrder.filter { $0.unit == unit.id && !$0.hasLeft }.map { officer in
              PostLine(
                officer: asking.name(officer), roles: officer.roles,
                fields: asking.directory.portfolios[officer.id]?.fields ?? [])
            })
        })
    }
  }

  /// The ledger's size, its last signed checkpoint, and the key that verifies it.
  package func ledgerStand() async throws(Refusal) -> LedgerStand {
    let district = district
    let (head, checkpoint, covered) = try await ask { (session: any SQLSession) throws(StorageError) in
      let tree = TreeStore(session, district)
      let checkpoint = try tree.latestCheckpoint()
      let last = checkpoint.map { $0.size - 1 } ?? 0
      let covered = try EntryStore(session, district).range(last, last + 1).first?.entry.at
      return (try tree.head(), checkpoint, checkpoint == nil ? nil : covered)
    }
    guard let head else { throw Refusal(.districtMissing) }
    return LedgerStand(
      size: Int(head.size), checkpoint: checkpoint?.note ?? "",
      verifierKey: try publisher.verifierKey(origin: head.origin),
      coversUntil: covered)
  }

  /// Under which login the viewer works, and how many sessions are open.
  package func myAccount(for viewer: Officer) async throws(Refusal) -> MyAccount {
    let now = now
    return try await answer { (asking) throws(StorageError) in
      let account = try DirectoryStore(asking.session, asking.district).accounts().first { $0.officer == viewer.id }
      let store = SessionStore(asking.session, asking.district)
      let end = try store.newestEnd(of: viewer.id) ?? now
      return MyAccount(
        login: account?.login ?? Words(""), sessions: try store.count(of: viewer.id, at: now),
        since: end.adding(milliseconds: -Office.sessionLength))
    }
  }
}
