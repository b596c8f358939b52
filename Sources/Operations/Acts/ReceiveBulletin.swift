import Directory
package import Ground
package import Matters
package import Meetings
import Storage

/// A bulletin comes in: what it says is recorded, and each clause gets a draft that waits for a person.
package struct ReceiveBulletin: Act {
  package let id: MeetingID
  package let record: MeetingRecord
  /// The meeting's number where the bulletin says it; otherwise the next in the series.
  package let number: Int?
  /// One for each clause.
  package let drafts: [Draft]
  /// SHA-256 of what was sent, in hexadecimal.
  package let sent: String

  package init(id: MeetingID, record: MeetingRecord, number: Int?, drafts: [Draft], sent: String) {
    (self.id, self.record, self.number, self.drafts, self.sent) = (id, record, number, drafts, sent)
  }

  package func fingerprint() -> String { sent }

  package var files: [Evidence] { [record.source] }

  package func perform(in room: ActRoom) throws -> MeetingID {
    let next = try MeetingStore(room.open.session, room.open.district).highestNumber() + 1
    let events = try decide(
      .receive(id: id, number: max(number ?? next, next), record: record), on: nil, by: room.actor, at: room.now,
      in: try room.directory().district)
    try room.open.append(events, to: id)
    let store = DraftStore(room.open.session, room.open.district)
    for (clause, draft) in drafts.enumerated() {
      try store.save(id, clause: clause, state: try DraftText.encode(draft))
    }
    return id
  }
}
