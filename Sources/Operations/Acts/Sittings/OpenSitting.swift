import Directory
package import Ground
import Matters
import Meetings
import Storage

/// A sitting begins: who is there, by unit and post, and the follow-through report of the meeting before, frozen with it.
package struct OpenSitting: Act {
  package let sitting: SittingID
  package let chair: OfficerID
  package let leaders: [OfficerID]
  package let presences: [PresenceLine]

  package init(sitting: SittingID, chair: OfficerID, leaders: [OfficerID], presences: [PresenceLine]) {
    (self.sitting, self.chair, self.presences) = (sitting, chair, presences)
    self.leaders = leaders.filter { $0 != chair }
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect(presences.map(\.post))
    // Everything that could speak against it is asked before the report is composed.
    _ = try decide(
      .open(opening(nil, nil)), on: try room.open.sitting(sitting), by: room.actor, at: room.now,
      in: try room.directory())
    let last = try MeetingStore(room.open.session, room.open.district).last(until: room.today)
    let report = try last.map { try room.freezeReport(of: $0.id) }
    try putOnAgenda(in: room)
    return try room.decideSitting(.open(opening(report, last?.id)), sitting)
  }

  /// What the ladder brought up is on the agenda, as far as it holds; the rest waits for the meeting after.
  private func putOnAgenda(in room: ActRoom) throws {
    let agenda = try room.open.sitting(sitting)?.agenda ?? []
    let free = SittingLimit.agenda - agenda.count
    guard free > 0 else { return }
    let waiting = try BroughtUp(room.open.session, room.open.district).waiting(limit: SittingLimit.agenda * 2)
    let carried = Set(agenda.compactMap(\.matter))
    let matters = try MatterStore(room.open.session, room.open.district).load(Set(waiting))
    let items = waiting.filter { !carried.contains($0) }.compactMap { matters[$0] }.prefix(free)
      .map(room.agendaItem)
    if !items.isEmpty { _ = try room.decideSitting(.setAgenda(agenda + items), sitting) }
  }

  private func opening(_ report: ReportID?, _ circulated: MeetingID?) -> Opening {
    Opening(
      chair: chair, leaders: leaders, presences: presences.map(Presence.init), report: report, circulated: circulated)
  }
}

extension Presence {
  fileprivate init(_ line: PresenceLine) {
    let kind: Kind =
      switch line.kind {
      case .lead: .lead
      case .standIn: .standIn
      case .excused: .excused
      case .absent: .absent
      }
    self.init(unit: line.unit, kind: kind, post: line.post)
  }
}

/// Who is there is written down anew while the sitting lasts.
package struct SetPresences: Act {
  package let sitting: SittingID
  package let presences: [PresenceLine]
  /// The version that the page showed; nil: do not ask.
  package let seen: Int?

  package init(sitting: SittingID, presences: [PresenceLine], seen: Int?) {
    (self.sitting, self.presences, self.seen) = (sitting, presences, seen)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.check(seen: seen, of: sitting)
    try room.inspect(presences.map(\.post))
    return try room.decideSitting(.setPresences(presences.map(Presence.init)), sitting)
  }
}

/// A sitting that was planned does not take place.
package struct CallOffSitting: Act {
  package let sitting: SittingID
  package let reason: Words

  package init(sitting: SittingID, reason: Words) { (self.sitting, self.reason) = (sitting, reason) }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([reason])
    _ = try room.decideSitting(.callOff(reason: reason), sitting)
    // The home page counts the days to nothing.
    var district = try room.directory().district
    district.nextMeeting = nil
    try room.record(.districtSet(district))
    return Done()
  }
}
