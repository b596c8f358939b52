import Ground
import Meetings
import Storage

/// A rule reminds the units whose reports to a sitting are due soon and still owed, once (提醒汇报).
struct RemindOfReports: Act {
  let sitting: SittingID

  struct Outcome: Codable, Sendable {
    /// How many units were reminded.
    let units: Int
  }

  func perform(in room: ActRoom) throws -> Outcome {
    // Asked again here: somebody may have handed in a report meanwhile.
    let units = try room.open.sitting(sitting)?.reminders(on: room.today, calendar: room.calendar) ?? []
    if !units.isEmpty { _ = try room.decideSitting(.remind(units), sitting) }
    return Outcome(units: units.count)
  }
}
