import Directory
import Ground
import Matters
import Storage

/// A rule counts open due dates again by a calendar that was published or changed later, a chunk in one act. The ledger
/// keeps what each was before and is now, and where the next chunk begins, so that a run goes on after a crash.
struct RecountDueDates: Act {
  let year: Int
  let chunk: Int
  let after: MatterID?

  /// So many that one transaction stays short.
  static let size = 100

  struct Outcome: Codable, Sendable {
    let next: MatterID?
  }

  func perform(in room: ActRoom) throws -> Outcome {
    guard let edition = room.calendar.edition(of: year), let first = CivilDate(year: year - 1, month: 12, day: 1) else {
      return Outcome(next: nil)
    }
    // A count that touches the year ends in it or later, or rolled back out of its first days.
    let matters = try MatterStore(room.open.session, room.open.district).open(
      dueFrom: first, after: after, limit: RecountDueDates.size)
    var counted: [RecountedDue] = []
    for matter in matters {
      guard let before = matter.due, before.day.year < 9999, try room.open.matter(matter.id) != nil else { continue }
      let events = try decide(
        .recount, on: matter, by: .calendar, at: room.now, in: try room.context(matter.standard))
      try room.open.append(events, to: matter.id)
      guard !events.isEmpty, let after = try room.open.matter(matter.id)?.due else { continue }
      counted.append(RecountedDue(matter: matter.id, before: before.day, after: after.day))
    }
    let next = matters.count == RecountDueDates.size ? matters.last?.id : nil
    let record = RecountChunk(edition: edition, number: chunk, counted: counted, next: next)
    try room.open.append(.record(.recounted(record)), by: Actor.calendar.code)
    return Outcome(next: next)
  }
}
