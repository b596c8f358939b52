import Directory
import Ground
import Matters
import Meetings
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
    let matters = try MatterStore(room.open.session, room.open.district).clocked(
      from: first, after: after, limit: RecountDueDates.size)
    var counted: [RecountedDue] = []
    for row in matters {
      // Nothing is counted past the last year.
      guard let matter = try room.open.matter(row.id), matter.due.map({ $0.day.year < 9999 }) ?? true else { continue }
      let events = room.ruled(.recount, on: matter, by: .calendar)
      try room.open.append(events, to: matter.id)
      counted += events.compactMap { RecountedDue($0.change, of: matter) }
    }
    let next = matters.count == RecountDueDates.size ? matters.last?.id : nil
    let reports = next == nil ? try recountReports(in: room) : []
    let record = RecountChunk(
      edition: edition, number: chunk, counted: counted, next: next, reports: reports.isEmpty ? nil : reports)
    try room.open.append(.record(.recounted(record)), by: Actor.calendar.code)
    return Outcome(next: next)
  }

  /// Reports owed to the sittings that are called or going on; few, so the last chunk takes them all.
  private func recountReports(in room: ActRoom) throws -> [RecountedReport] {
    var moved: [RecountedReport] = []
    for sitting in try SittingStore(room.open.session, room.open.district).going(limit: 100) {
      let dues = try sitting.recounted(by: try room.clock())
      guard !dues.isEmpty else { continue }
      try room.record(
        [SittingEvent(.reportsRecounted(dues: dues), by: Actor.calendar.code, at: room.now)], of: sitting.id)
      for due in dues {
        guard let before = sitting.report(of: due.unit)?.due.day, before != due.due.day else { continue }
        moved.append(
          RecountedReport(sitting: sitting.id, unit: due.unit, before: before, after: due.due.day))
      }
    }
    return moved
  }
}

extension RecountedDue {
  /// Nil for what moved no clock.
  fileprivate init?(_ change: MatterChange, of matter: Matter) {
    let clocks: (before: DueDate?, after: DueDate)? =
      switch change {
      case .dueRecounted(let due): (matter.due, due)
      case .waitRecounted(let kind, let due): (matter.clocksBeside.first { $0.kind == kind }?.due, due)
      default: nil
      }
    guard let clocks, let before = clocks.before else { return nil }
    self.init(matter: matter.id, before: before.day, after: clocks.after.day)
  }
}
