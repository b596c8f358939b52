package import Directory
package import Ground
package import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// A unit's page; nil where there is no such unit. Whoever may not see the unit's matters is shown no figures, and of
  /// what it owes only what both share.
  package func unitBoard(_ id: UnitID, after: String?, for viewer: Officer) async throws(Refusal) -> UnitBoard? {
    let cursor = after.flatMap(MatterCursor.init(text:))
    return try await answer { (asking) throws(StorageError) in try asking.unitBoard(id, after: cursor, for: viewer) }
  }

  /// The matters behind a figure, of one unit or of all that the viewer may see; `after` is where the page before ended.
  package func outcomeList(
    _ outcome: Outcome, unit: UnitID?, after: String?, for viewer: Officer
  ) async throws(Refusal) -> OutcomeList {
    let place = after.flatMap(OutcomePlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      try asking.outcomes(outcome, unit: unit, after: place, for: viewer)
    }
  }
}

extension Asking {
  private static let shown = 50
  private static let meetingsRead = 10

  func unitBoard(_ id: UnitID, after: MatterCursor?, for viewer: Officer) throws(StorageError) -> UnitBoard? {
    guard directory.units[id] != nil else { return nil }
    guard directory.scope(of: viewer).covers(lead: id, supporting: []) else { return try shared(id, with: viewer) }
    let counters = CounterStore(session, district)
    let outcomes = OutcomeStore(session, district)
    let owed = try owes(id, after: after)
    return UnitBoard(
      unit: unit(id),
      figures: UnitFigures(
        counts: counts(try counters.standing(on: today, near: nearLimit, unit: id)),
        loop: try loop(try counters.phases(unit: id), undecided: 0, unit: id),
        onTime: try outcomes.count(.onTime, unit: id), firstPass: try outcomes.count(.firstPass, unit: id)),
      owes: owed.prefix(Asking.shown).map(row),
      next: owed.count > Asking.shown ? MatterCursor(after: owed[Asking.shown - 1]).text : nil,
      meetings: after == nil ? try meetings(of: id) : [])
  }

  /// What the unit leads and the viewer supports.
  private func shared(_ id: UnitID, with viewer: Officer) throws(StorageError) -> UnitBoard {
    let filter = MatterFilter(unit: id, part: .lead)
    let lines = try MatterListQuery(session, district).page(
      selection(filter, for: viewer), listOrder(filter), after: nil, limit: Asking.shown)
    return UnitBoard(unit: unit(id), figures: nil, owes: lines.map(row), next: nil, meetings: [])
  }

  /// Open matters from a place on, soonest due first; one more than a page holds.
  private func owes(_ id: UnitID, after: MatterCursor?) throws(StorageError) -> [Matter] {
    var found: [Matter] = []
    for phase in Phase.allCases where phase.isOpen {
      let filter = MatterSelection(phases: [phase], lead: id)
      found += try MatterStore(session, district).page(filter, after: after, limit: Asking.shown + 1)
    }
    found.sort { (MatterStore.dueKey($0), $0.id) < (MatterStore.dueKey($1), $1.id) }
    return Array(found.prefix(Asking.shown + 1))
  }

  /// The unit's matters of the latest meetings; a meeting of which it has none is left out.
  private func meetings(of id: UnitID) throws(StorageError) -> [UnitMeeting] {
    var found: [UnitMeeting] = []
    for meeting in try MeetingStore(session, district).latest(Asking.meetingsRead) {
      let counts = try counts(ListSelection(unit: id, meeting: meeting.id))
      if counts.total > 0 { found.append(UnitMeeting(meeting: name(meeting), counts: counts)) }
    }
    return found
  }

  func outcomes(
    _ outcome: Outcome, unit asked: UnitID?, after: OutcomePlace?, for viewer: Officer
  ) throws(StorageError) -> OutcomeList {
    let scope = directory.scope(of: viewer)
    // Whoever does not see the district is shown the own unit's, as the home page counts them.
    let id = asked ?? (scope == .all ? nil : viewer.unit)
    if let id, !scope.covers(lead: id, supporting: []) {
      return OutcomeList(outcome: outcome, unit: unit(id), rows: [], next: nil)
    }
    let found = try OutcomeStore(session, district).page(outcome, unit: id, after: after, limit: Asking.shown + 1)
    let page = found.prefix(Asking.shown)
    let next = found.count > Asking.shown ? page.last.map { OutcomePlace(unit: $0.lead, matter: $0.id).text } : nil
    return OutcomeList(outcome: outcome, unit: id.map(unit), rows: page.map(row), next: next)
  }
}

extension MatterCursor {
  /// `2026-03-20~01jx…`: what the next page's address carries.
  fileprivate var text: String { "\(dueKey)~\(id)" }

  init?(text: String) {
    let parts = text.split(separator: "~").map(String.init)
    guard parts.count == 2, CivilDate(parts[0]) != nil, MatterID(parts[1]) != nil else { return nil }
    self.init(dueKey: parts[0], id: parts[1])
  }
}

extension OutcomePlace {
  /// `shiqiao~01jx…`: what the next page's address carries.
  fileprivate var text: String { "\(unit)~\(matter)" }

  init?(text: String) {
    let parts = text.split(separator: "~").map(String.init)
    guard parts.count == 2, let unit = UnitID(parts[0]), let matter = MatterID(parts[1]) else { return nil }
    self.init(unit: unit, matter: matter)
  }
}
