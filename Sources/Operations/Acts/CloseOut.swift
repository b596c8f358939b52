import Directory
package import Ground
package import Matters
import Storage

/// Somebody who did not handle the matter verifies it and strikes it off (核查销号).
package struct CloseOut: ActOnMatter {
  package let matter: MatterID
  package let seen: Int?
  package let conclusion: Words
  package let onSite: Bool

  package init(matter: MatterID, seen: Int?, conclusion: Words, onSite: Bool) {
    (self.matter, self.seen, self.conclusion, self.onSite) = (matter, seen, conclusion, onSite)
  }

  package var command: MatterCommand { .close(conclusion: conclusion, onSite: onSite) }

  /// Closed within the last hour of its due day, and nothing was handed in since it was last sent back or issued.
  package func noticed(in room: ActRoom) throws -> Concern? {
    guard let closed = try room.open.matter(matter), !closed.isParent, closed.due?.day == room.today,
      try room.directory().clocks.opening.isLastHour(room.now)
    else { return nil }
    let history = try EntryStore(room.open.session, room.open.district).history(of: "matter:\(matter)")
    let kinds = history.compactMap { if case .matter(_, let change) = $0.event { change.kind } else { nil } }
    let turns: [MatterChange.Kind] = [.evidenceAdded, .issued, .takenOver, .returned, .reopened]
    return kinds.last(where: turns.contains) == .evidenceAdded ? nil : .lastHour
  }
}
