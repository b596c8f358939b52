package import Ground
package import Matters
import Meetings

/// The minutes of a sitting come in like any bulletin: their clauses get drafts that wait for a person.
package struct IssueMinutes: Act {
  package let sitting: SittingID
  package let bulletin: ReceiveBulletin

  package init(sitting: SittingID, bulletin: ReceiveBulletin) { (self.sitting, self.bulletin) = (sitting, bulletin) }

  package func fingerprint() -> String { "\(sitting) \(bulletin.fingerprint())" }

  package var files: [Evidence] { bulletin.files }

  package func perform(in room: ActRoom) throws -> MeetingID {
    let meeting = try bulletin.perform(in: room)
    _ = try room.decideSitting(.minute(meeting), sitting)
    return meeting
  }
}
