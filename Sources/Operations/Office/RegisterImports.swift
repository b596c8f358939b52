import Ground
import Storage

/// The imports of old registers, as the ledger tells of them.
struct RegisterImports {
  struct Import {
    let id: OperationID
    let by: String
    let at: Instant
    let file: Words
    let name: Words
    let matters: Int
    var givenBack: (at: Instant, by: String, reason: Words)?
  }

  private let entries: EntryStore

  init(_ entries: EntryStore) { self.entries = entries }

  /// The newest first.
  func all() throws(StorageError) -> [Import] {
    var imports: [Import] = []
    for fact in try entries.history(of: "record") {
      switch fact.event {
      case .record(.registerTaken(let file, let name, let matters)):
        imports.append(
          Import(
            id: OperationID(trusted: fact.operation), by: fact.by, at: fact.at, file: file, name: name,
            matters: matters))
      case .record(.registerGivenBack(let id, let reason)):
        guard let index = imports.firstIndex(where: { $0.id == id }) else { continue }
        imports[index].givenBack = (fact.at, fact.by, reason)
      default: continue
      }
    }
    return imports.reversed()
  }
}
