import Directory
import Duties
import Ground
import Storage

/// A rule tells a unit that refreshers of its posts are due soon, today or past their day, each once (提醒复训).
struct RemindOfRefreshers: Act {
  /// The session from which they are counted.
  let training: TrainingID
  let unit: UnitID

  struct Outcome: Codable, Sendable {
    let reminded: Int
  }

  func perform(in room: ActRoom) throws -> Outcome {
    guard let course = try room.open.training(training)?.course else { return Outcome(reminded: 0) }
    // Asked again here: somebody may have written down a session meanwhile.
    let waiting = try room.asking().reminders(of: course).filter { $0.training == training && $0.reminder.unit == unit }
    let events = waiting.map { TrainingEvent(.reminded($0.reminder), by: room.actor.code, at: room.now) }
    try room.open.append(events, to: training)
    return Outcome(reminded: events.count)
  }
}
