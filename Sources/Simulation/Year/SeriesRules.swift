import Directory
import Ground
import Matters
import Meetings
import Operations

/// The series of meetings by the entries alone: which is planned, who still owes it a report, and what the ladder brought up
/// that no meeting has heard of.
struct SeriesAccount {
  private(set) var planned: Planned?
  /// Since when each waits for a meeting.
  private var brought: [MatterID: CivilDate] = [:]

  struct Planned {
    let id: SittingID
    fileprivate(set) var day: CivilDate
    fileprivate(set) var agenda: Set<MatterID>
    /// Whether it has room for another item.
    fileprivate(set) var hasRoom: Bool
    fileprivate(set) var owing: [UnitID] = []
    fileprivate(set) var unread: [UnitID] = []
  }

  mutating func follow(_ taken: Escalation, of matter: MatterID, on day: CivilDate) {
    if taken.isForMeeting { brought[matter] = day }
  }

  /// - Parameter isOpen: whether a matter is, and moves by itself.
  mutating func follow(
    _ id: SittingID, _ change: SittingChange, isOpen: (MatterID) -> Bool
  ) throws(Breach) {
    switch change {
    case .called(_, let plan, let agenda):
      if planned != nil { throw Breach("\(id) was called while another meeting is planned") }
      planned = Planned(
        id: id, day: plan.day, agenda: Set(agenda.compactMap(\.matter)), hasRoom: agenda.count < SittingLimit.agenda)
    case .moved(let plan, _): planned?.day = plan.day
    case .agendaSet(let items):
      planned?.agenda = Set(items.compactMap(\.matter))
      planned?.hasRoom = items.count < SittingLimit.agenda
    case .reportsAsked(let units, _, _, _): planned?.owing += units
    case .reportWithdrawn(let unit): planned?.owing.removeAll { $0 == unit }
    case .reportSubmitted(let unit, _, _):
      guard planned?.owing.contains(unit) ?? false else { throw Breach("\(unit) reports and was not asked") }
      planned?.owing.removeAll { $0 == unit }
      planned?.unread.append(unit)
    case .reportRead(let unit): planned?.unread.removeAll { $0 == unit }
    case .opened:
      guard let opened = planned, opened.id == id else { throw Breach("\(id) opened and was not planned") }
      let lost = brought.keys.filter { isOpen($0) && !opened.agenda.contains($0) }
      if let lost = lost.min(), opened.hasRoom {
        throw Breach(
          "\(lost) was brought up on \(brought[lost]?.iso ?? ""), and the meeting of \(opened.day.iso) opens without it"
        )
      }
      for (matter, since) in brought where opened.agenda.contains(matter) && since <= opened.day {
        brought[matter] = nil
      }
    case .minuted, .calledOff: planned = nil
    case .reportsReminded, .reportsRecounted, .presencesSet, .instructionConveyed, .instructionLinked,
      .instructionDropped, .instructionSettled, .decided, .decisionDropped:
      break
    }
  }
}
