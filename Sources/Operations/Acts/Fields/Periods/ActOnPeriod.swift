package import Duties
package import Ground
import Packs
import Storage

/// An act on one key period or alert that is there already.
package protocol ActOnPeriod: Act where Outcome == Done {
  var period: PeriodID { get }
  /// The version that the page showed; refused as stale where the period has moved on. Nil: do not ask.
  var seen: Int? { get }
  /// What was typed, for the door.
  var typed: [Words?] { get }
  var command: PeriodCommand { get }
  /// What else is asked once the rules let it pass.
  func beforeRecording(_ before: RegisteredPeriod, in room: ActRoom) throws
}

extension ActOnPeriod {
  package var seen: Int? { nil }
  package func beforeRecording(_ before: RegisteredPeriod, in room: ActRoom) throws {}

  package func perform(in room: ActRoom) throws -> Done {
    guard let before = try room.open.period(period) else { throw Refusal(.periodUnknown) }
    if let seen, seen != before.version { throw Refusal(.pageStale) }
    try room.inspect(typed)
    let events = try decide(
      command, on: before, try context(in: room), by: room.actor, at: room.now, in: try room.directory())
    try beforeRecording(before, in: room)
    try room.open.append(events, to: period)
    return Done()
  }

  /// What stands beside the period for this command.
  private func context(in room: ActRoom) throws -> PeriodContext {
    let store = PeriodStore(room.open.session, room.open.district)
    switch command {
    case .amend:
      return PeriodContext(
        hasRoster: try store.hasRoster(period), types: Set(room.packs.work.subjectTypes.keys))
    case .roster(let unit, _, _, _):
      let shifts = try store.shifts(of: period, unit: unit)
      return PeriodContext(shifts: Dictionary(uniqueKeysWithValues: shifts.map { ($0.key, $0) }))
    case .handOver(let key, _, _, _):
      let shifts = try store.shifts(of: period, unit: key.unit, in: DayRange(key.day))
      return PeriodContext(shifts: Dictionary(uniqueKeysWithValues: shifts.map { ($0.key, $0) }))
    case .report(let unit, let day, _, _):
      return PeriodContext(report: try store.report(of: period, unit, on: day))
    case .set, .end, .withdraw, .plan, .setHotline: return PeriodContext()
    }
  }
}
