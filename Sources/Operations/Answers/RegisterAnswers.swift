import Directory
package import Ground
import Ledger
import Packs
import Storage

extension Office {
  /// The district's units, posts and portfolios, in the official order.
  package func unitRegister() async throws(Refusal) -> UnitRegister {
    try await answer { (asking) throws(StorageError) in
      let directory = asking.directory
      return UnitRegister(
        rows: directory.unitsInOrder.map { unit in
          UnitRow(
            unit: UnitName(id: unit.id, name: unit.name), kind: unit.kind, depth: directory.depth(of: unit.id),
            hasEnded: unit.ended != nil, successor: unit.ended == nil ? nil : directory.heir(of: unit).map(asking.name),
            officers: directory.serving(in: unit.id).map(asking.post))
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

  /// Under which login somebody works, where they are logged in, and for whom they may stand in.
  package func myAccount(for session: LoggedIn) async throws(Refusal) -> MyAccount {
    let (now, current) = (now, Office.stored(session.token))
    let (person, effective, isStandIn) = (session.person.id, session.officer.id, session.isStandIn)
    return try await answer { (asking) throws(StorageError) in
      let account = try DirectoryStore(asking.session, asking.district).account(of: person)
      let sessions = try SessionStore(asking.session, asking.district).all(of: person, at: now).map { open in
        SessionLine(
          name: SessionLine.name(open.token), since: open.started, device: open.device, isThis: open.token == current)
      }
      return MyAccount(
        login: account?.login ?? Words(""), sessions: sessions,
        standIns: asking.directory.standIns(of: person, on: asking.today).map(asking.line),
        standingFor: isStandIn ? asking.officer(effective) : nil)
    }
  }
}
