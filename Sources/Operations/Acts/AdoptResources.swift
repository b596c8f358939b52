import Directory
import Ground
import Storage

/// The packs and calendars in force are named in the ledger whenever one of them changed.
package struct AdoptResources: Act {
  package let adopted: [Named]

  package struct Named: Codable, Sendable {
    let kind: String
    let name: String
    let digest: String
  }

  package init(_ adopted: [Resources.Adopted]) {
    self.adopted = adopted.map { Named(kind: $0.kind, name: $0.name, digest: $0.digest) }
  }

  package func perform(in room: ActRoom) throws -> Done {
    var known: [String: String] = [:]
    for fact in try EntryStore(room.open.session, room.open.district).history(of: "record") {
      if case .record(.adopted(let kind, let name, let digest)) = fact.event { known["\(kind)/\(name)"] = digest }
    }
    for file in adopted where known["\(file.kind)/\(file.name)"] != file.digest {
      try room.open.append(
        .record(.adopted(kind: file.kind, name: file.name, digest: file.digest)), by: room.actor.code)
    }
    return Done()
  }
}
