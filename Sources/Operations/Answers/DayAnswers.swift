package import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// What matters most today, what waits for the viewer, and for whom the viewer waits.
  package func myDay(for viewer: Officer) async throws(Refusal) -> MyDay {
    try await answer { (asking) throws(StorageError) in try asking.day(for: viewer) }
  }
}

extension Asking {
  private static let shown = 30

  func day(for viewer: Officer) throws(StorageError) -> MyDay {
    let counters = CounterStore(session, district)
    let ofUnit = viewer.roles.contains(where: { $0 == .unitLead || $0 == .handler }) ? viewer.unit : nil
    let phases = try counters.phases(unit: ofUnit)
    let meetings = try MeetingStore(session, district).latest(10)
    let mine = try myTurn(viewer)
    let bulletins = intake(meetings, for: viewer)
    return MyDay(
      headline: try headline(phases, mine: mine.count + bulletins.count, unit: ofUnit), myTurn: mine, intake: bulletins,
      othersTurn: try othersTurn(viewer),
      loop: LoopCounts(
        assigned: phases[.assigned] ?? 0, underway: phases[.underway] ?? 0, submitted: phases[.submitted] ?? 0,
        closed: phases[.closed] ?? 0),
      lastMeeting: meetings.first { $0.day <= today }.map(name), nextMeeting: nil)
  }

  /// A coordinator decides what is undecided; the approver approves a batch that was put forward.
  private func intake(_ meetings: [Meeting], for viewer: Officer) -> [IntakeTurn] {
    meetings.filter { !$0.undecided.isEmpty }.compactMap { meeting in
      let isAsked = if case .asked = meeting.approval { true } else { false }
      let isApproval = isAsked && directory.district.approver == viewer.id
      guard isApproval || (viewer.roles.contains(.coordinator) && !isAsked) else { return nil }
      return IntakeTurn(meeting: name(meeting), undecided: meeting.undecided.count, isApproval: isApproval)
    }
  }

  private func headline(_ phases: [Phase: Int], mine: Int, unit: UnitID?) throws(StorageError) -> Headline {
    let counters = CounterStore(session, district)
    let open = phases.filter { $0.key.isOpen }.values.reduce(0, +)
    let overdue = try counters.overdue(on: today, unit: unit)
    let worst = unit == nil ? try counters.mostOverdue(on: today) : unit
    if overdue > 0, let worst { return .overdue(overdue, worstUnit: self.unit(worst)) }
    if mine > 0 { return .waitingForMe(mine) }
    let near = try counters.due(from: today, to: nearLimit, unit: unit)
    if near > 0 { return .nearDue(near) }
    return phases.values.allSatisfy { $0 == 0 } ? .empty : .allOnTime(open: open)
  }

  /// Matters that wait for an act which the viewer may do, soonest due first.
  private func myTurn(_ viewer: Officer) throws(StorageError) -> [TurnRow] {
    var waiting: [Matter] = []
    if viewer.roles.contains(where: { $0 == .unitLead || $0 == .handler }) {
      waiting += try matters(phases: [.assigned, .underway], lead: viewer.unit)
    }
    if viewer.roles.contains(.verifier) { waiting += try matters(phases: [.submitted], fanned: false) }
    if viewer.roles.contains(.coordinator) { waiting += try matters(phases: [.submitted], fanned: true) }
    return waiting.compactMap { matter in turn(matter).flatMap { may(viewer, $0.act, on: matter) ? $0 : nil } }
  }

  /// Matters that others must move and the viewer waits for.
  private func othersTurn(_ viewer: Officer) throws(StorageError) -> [TurnRow] {
    var waiting: [Matter] = []
    if viewer.roles.contains(.coordinator) {
      waiting = try matters(phases: [.assigned, .underway])
    } else if viewer.roles.contains(.leader) {
      waiting = try matters(phases: Phase.allCases.filter(\.isOpen), leader: viewer.id)
    } else if viewer.roles.contains(where: { $0 == .unitLead || $0 == .handler }) {
      waiting = try matters(phases: [.submitted], lead: viewer.unit)
    }
    return waiting.compactMap(turn)
  }

  private func matters(
    phases: [Phase], lead: UnitID? = nil, leader: OfficerID? = nil, fanned: Bool? = false
  ) throws(StorageError) -> [Matter] {
    let filter = MatterSelection(phases: phases, lead: lead, leader: leader, fanned: fanned)
    return try MatterStore(session, district).page(filter, after: nil, limit: Asking.shown)
  }

  private func turn(_ matter: Matter) -> TurnRow? {
    MatterAct.inPhase(matter).first.map { TurnRow(row: row(matter), act: $0, since: matter.phaseSince.civilDate) }
  }

  private func may(_ viewer: Officer, _ act: MatterAct, on matter: Matter) -> Bool {
    guard let standard = packs.standards[matter.standard] else { return false }
    let context = Context(directory: directory, standard: standard)
    return allowed(act.kind, on: matter, by: .officer(viewer), in: context).isEmpty
  }
}
