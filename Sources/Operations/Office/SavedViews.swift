import Directory
import Formats
package import Ground
import Storage

/// The filters that an officer keeps under a name. They decide nothing, so they are in no ledger.
extension Office {
  package static let viewLimit = 20
  package static let viewNameLimit = 30

  package func views(of officer: OfficerID) async throws(Refusal) -> [SavedView] {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try SavedViewStore(session, district).all(of: officer).map(SavedView.init)
    }
  }

  /// Keeps the filter; one of the same name is replaced.
  package func saveView(_ filter: MatterFilter, name: Words, of officer: OfficerID) async throws(Refusal) {
    let name = try viewName(name)
    try await packs().inspect(typed: [name])
    let (district, id, query) = (district, newIdentifier(), filter.query)
    guard query.utf8.count <= 2000 else { throw Refusal(.viewName, at: "name", ["limit": "\(Office.viewNameLimit)"]) }
    let isFull = try await changed { (session: any SQLSession) throws(StorageError) -> Bool in
      let store = SavedViewStore(session, district)
      let all = try store.all(of: officer)
      for view in all where view.name == name { try store.delete(view.id, of: officer) }
      guard all.count(where: { $0.name != name }) < Office.viewLimit else { return true }
      try store.insert(id, of: officer, name: name, query: query)
      return false
    }
    if isFull { throw Refusal(.viewLimit, at: "name", ["limit": "\(Office.viewLimit)"]) }
  }

  package func renameView(_ id: String, to name: Words, of officer: OfficerID) async throws(Refusal) {
    let name = try viewName(name)
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try SavedViewStore(session, district).rename(id, of: officer, to: name)
    }
  }

  package func deleteView(_ id: String, of officer: OfficerID) async throws(Refusal) {
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try SavedViewStore(session, district).delete(id, of: officer)
    }
  }

  private func viewName(_ name: Words) throws(Refusal) -> String {
    let text = name.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...Office.viewNameLimit).contains(text.count) else {
      throw Refusal(.viewName, at: "name", ["limit": "\(Office.viewNameLimit)"])
    }
    return text
  }

  private func changed<Answer: Sendable>(
    _ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> Answer
  ) async throws(Refusal) -> Answer {
    do throws(StorageError) { return try await engine.write(body) } catch { throw Refusal(storage: error) }
  }

  /// Takes out of the search's index what was deleted from it, in steps of bounded length.
  func purgeSearch() async throws(Refusal) {
    for index in SearchIndex.allCases {
      var (isFirst, isMore) = (true, true)
      while isMore {
        let (district, first) = (district, isFirst)
        isMore = try await changed { (session: any SQLSession) throws(StorageError) in
          try SearchStore(session, district).purge(index, isFirst: first)
        }
        isFirst = false
      }
    }
  }
}

extension SavedView {
  init(_ stored: SavedViewStore.Stored) { self.init(id: stored.id, name: stored.name, query: stored.query) }
}

extension Asking {
  func views(of officer: Officer) throws(StorageError) -> [SavedView] {
    try SavedViewStore(session, district).all(of: officer.id).map(SavedView.init)
  }
}

/// Takes a text that the law had erased out of saved views too, whose names and words people typed.
struct ViewErasure {
  private let store: SavedViewStore

  init(_ session: any SQLSession, _ district: DistrictID) { store = SavedViewStore(session, district) }

  func remove(_ text: String) throws(StorageError) {
    guard !text.isEmpty else { return }
    for (officer, view) in try store.everybodys() {
      let words = QueryText.parse(view.query).map(\.value)
      guard ([view.name] + words).contains(where: { $0.utf8.firstRange(of: text.utf8) != nil }) else { continue }
      try store.delete(view.id, of: officer)
    }
  }
}
