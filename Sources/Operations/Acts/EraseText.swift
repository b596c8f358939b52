import Directory
package import Ground
import Storage

/// A text is removed because the law asks for it; its seal stays, so that the ledger still verifies.
package struct EraseText: Act {
  package let seal: String
  package let reason: Words

  package init(seal: String, reason: Words) { (self.seal, self.reason) = (seal, reason) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    try room.check(reason: reason)
    let (session, district) = (room.open.session, room.open.district)
    let text = try EntryStore(session, district).text(sealed: seal)
    guard try room.open.erase(seal: seal, reason: reason, by: room.actor.code) else { throw Refusal(.textUnknown) }
    if let text {
      try DraftErasure(session, district).remove(text)
      try ViewErasure(session, district).remove(text)
    }
    // Uploads that wait may hold it in any shape; they can be uploaded again without it.
    try StagedListStore.deleteAll(session, district)
    return Done()
  }

  /// The journal apart from the data, and the last copies in the database's own files.
  package func afterCommit(in office: Office) async throws(Refusal) { try await office.finishErasures() }
}
