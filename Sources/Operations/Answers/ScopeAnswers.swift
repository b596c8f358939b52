package import Directory
package import Ground
import Ledger
import Matters
import Packs
import Storage

extension Office {
  /// Refuses where the matter is there and lies outside what the officer may see. Says who could show it, and nothing of
  /// what it holds.
  package func requireInScope(_ id: MatterID, for viewer: Officer) async throws(Refusal) {
    let hidden = try await answer { (asking) throws(StorageError) -> String? in
      guard let matter = try MatterStore(asking.session, asking.district).load(id), !asking.covers(matter, viewer)
      else { return nil }
      return asking.coordinators.prefix(3).map { "\($0.unit.name.shown)\($0.post.shown)" }.joined(separator: "、")
    }
    if let hidden { throw Refusal(.matterOutOfScope, ["who": hidden.isEmpty ? "—" : hidden]) }
  }

  /// What the officer may see, and why.
  package func permissions(of viewer: Officer) async throws(Refusal) -> PermissionSheet {
    try await answer { (asking) throws(StorageError) in
      let directory = asking.directory
      let scope: ScopeLine =
        switch directory.scope(of: viewer) {
        case .all: .all
        case .units(let units):
          .units(directory.unitsInOrder.filter { units.contains($0.id) }.map { UnitName(id: $0.id, name: $0.name) })
        case .nothing: .nothing
        }
      return PermissionSheet(
        roles: viewer.roles, unit: asking.unit(viewer.unit), scope: scope,
        openness: directory.district.openness ?? .units, coordinators: asking.coordinators,
        mark: try asking.mark(directory.district))
    }
  }
}

extension Asking {
  func covers(_ matter: Matter, _ viewer: Officer) -> Bool {
    directory.scope(of: viewer).covers(lead: matter.lead, supporting: matter.supporting)
  }

  var coordinators: [OfficerName] { directory.active(with: .coordinator).map(name) }

  func mark(_ value: some Encodable) throws(StorageError) -> Int {
    do { return try DirectoryMark.of(value) } catch { throw StorageError(.unexpectedValue, "mark: \(error.reason)") }
  }
}
