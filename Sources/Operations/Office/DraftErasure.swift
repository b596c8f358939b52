import Ground
import Storage

/// Takes a text that the law had erased out of drafts as well, which hold plain copies.
struct DraftErasure {
  private let store: DraftStore

  init(_ session: any SQLSession, _ district: DistrictID) { store = DraftStore(session, district) }

  /// A draft that held it shows the mark instead and has to be confirmed again.
  func remove(_ text: String) throws(StorageError) {
    guard !text.isEmpty else { return }
    for stored in try store.all() {
      var draft = try DraftText.decode(stored.state)
      let parts = draft.text.split(separator: text, omittingEmptySubsequences: false)
      guard parts.count > 1 else { continue }
      draft.text = parts.joined(separator: Words.erasedMark)
      draft.confirmed = false
      try store.save(stored.meeting, clause: stored.clause, state: try DraftText.encode(draft))
    }
  }
}
