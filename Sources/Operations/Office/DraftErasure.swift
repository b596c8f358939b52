import Ground
import Storage

/// Takes a text that the law had erased out of drafts as well, which hold plain copies.
struct DraftErasure {
  private let store: DraftStore
  private let steps: DraftStepStore

  init(_ session: any SQLSession, _ district: DistrictID) {
    (store, steps) = (DraftStore(session, district), DraftStepStore(session, district))
  }

  /// A draft that held it shows the mark instead and has to be confirmed again.
  func remove(_ text: String) throws(StorageError) {
    guard !text.isEmpty else { return }
    for stored in try store.all() {
      guard let draft = try DraftText.decode(stored.state).without(text) else { continue }
      try store.save(stored.meeting, clause: stored.clause, state: try DraftText.encode(draft))
    }
    for row in try steps.all() {
      var step = try IntakeStep.decode(row.state)
      let cleaned = step.before.map { $0.draft.without(text) }
      guard cleaned.contains(where: { $0 != nil }) else { continue }
      for (index, draft) in cleaned.enumerated() { if let draft { step.before[index].draft = draft } }
      try steps.replace(row.meeting, number: row.number, at: row.at, state: try step.encoded())
    }
  }
}

extension Draft {
  /// The draft with the mark in place of `erased`, to be confirmed again; nil where it does not hold it.
  fileprivate func without(_ erased: String) -> Draft? {
    let parts = text.split(separator: erased, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    var draft = self
    draft.text = parts.joined(separator: Words.erasedMark)
    draft.confirmed = false
    return draft
  }
}
