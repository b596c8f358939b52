import Directory
package import Ground
import Matters
import Storage

extension Office {
  /// Whether a text is a place in the list of this filter, as `MatterList.next` says it.
  package func isCursor(_ text: String, in filter: MatterFilter) async throws(Refusal) -> Bool {
    try await answer { (asking) throws(StorageError) in ListPlace(text: text, in: asking.listOrder(filter)) != nil }
  }
}

/// Where a page of a list may begin, besides the front: what its `next` can say.
package enum PageCursor {
  package static func isMeeting(_ text: String) -> Bool { MeetingPlace(text: text) != nil }

  package static func isSitting(_ text: String) -> Bool { SittingPlace(text: text) != nil }

  /// In what a unit owes.
  package static func isUnit(_ text: String) -> Bool { MatterCursor(text: text) != nil }

  /// Among the matters behind a figure.
  package static func isFigure(_ text: String) -> Bool { FigureCursor(text: text) != nil }

  package static func isOutcome(_ text: String) -> Bool { OutcomePlace(text: text) != nil }
}

/// A meeting's place in the list of meetings: its day, then its id.
struct MeetingPlace {
  let day: CivilDate
  let id: MeetingID

  /// `2026-03-02~01jx…`: what the next page's address carries.
  var text: String { "\(day.iso)~\(id)" }

  init(day: CivilDate, id: MeetingID) { (self.day, self.id) = (day, id) }

  init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let id = MeetingID(parts[1]) else { return nil }
    self.init(day: day, id: id)
  }
}

/// A sitting's place in the list of sittings: its day, then its id, written as a meeting's is.
struct SittingPlace {
  let day: CivilDate
  let id: SittingID

  var text: String { "\(day.iso)~\(id)" }

  init(day: CivilDate, id: SittingID) { (self.day, self.id) = (day, id) }

  init?(text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = CivilDate(parts[0]), let id = SittingID(parts[1]) else { return nil }
    self.init(day: day, id: id)
  }
}
