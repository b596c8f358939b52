package import Directory
package import Ground
package import Matters
package import Meetings

/// A matter with the events that made it, oldest first.
package struct MatterHistory: Sendable {
  package let matter: Matter
  package let events: [MatterEvent]

  package init(matter: Matter, events: [MatterEvent]) { (self.matter, self.events) = (matter, events) }
}

/// Composes the follow-through report of a meeting from what the ledger holds up to `size`.
///
/// Pure: the same histories, directory and day give the same model, byte for byte.
package func followThrough(
  of meeting: Meeting, histories: [MatterHistory], directory: Directory, calendar: WorkCalendar, asOf: CivilDate,
  size: Int64, fields: FieldWork?
) -> FollowThrough {
  let lines = inBulletinOrder(histories).map { line($0, directory: directory, calendar: calendar, asOf: asOf) }
  let counted = lines.filter { !$0.isParent }
  let rows = directory.unitsInOrder.compactMap { unit -> UnitRow? in
    let own = counted.filter { $0.unit == unit.id }
    return own.isEmpty ? nil : UnitRow(unit: unit.id, name: unit.name, totals: Totals(own))
  }
  let clauses = meeting.clauses
  let setAside = meeting.decisions.enumerated().compactMap { index, decision -> NoAction? in
    guard case .noAction(let reason, let carriedBy)? = decision?.outcome else { return nil }
    return NoAction(clause: index, text: clauses[index].text, reason: reason, carriedBy: carriedBy)
  }
  return FollowThrough(
    meeting: meeting.id, number: meeting.number, title: meeting.record.title, day: meeting.day, asOf: asOf,
    size: size, totals: Totals(counted), units: rows, register: lines, noAction: setAside,
    undecided: meeting.undecided.count, fields: fields)
}

private func inBulletinOrder(_ histories: [MatterHistory]) -> [MatterHistory] {
  histories.sorted { left, right in
    let (a, b) = (left.matter, right.matter)
    if a.source?.clause != b.source?.clause { return (a.source?.clause ?? .max) < (b.source?.clause ?? .max) }
    if a.isParent != b.isParent { return a.isParent }
    return a.number < b.number
  }
}

private func line(
  _ history: MatterHistory, directory: Directory, calendar: WorkCalendar, asOf: CivilDate
) -> Line {
  let matter = history.matter
  let lights = LightRule(calendar: calendar, nearWorkdays: directory.clocks.nearWorkdays)
  let closedOn = matter.phase == .closed ? matter.closure?.at.civilDate : nil
  return Line(
    matter: matter.id, number: matter.number, clause: matter.source?.clause, text: matter.text,
    field: matter.fields[0], unit: matter.lead, unitName: directory.units[matter.lead]?.name ?? Words("?"),
    isParent: matter.isParent, parent: matter.parent, phase: matter.phase, due: matter.due?.day,
    overdue: isOverdue(matter, on: asOf), near: lights.light(of: matter, on: asOf) == .yellow,
    daysOver: matter.isOpen ? max(0, matter.due?.day.days(until: asOf) ?? 0) : 0,
    workdaysLeft: matter.isOpen ? matter.due.map { calendar.workdays(after: asOf, through: $0.day) } ?? 0 : 0,
    closedOn: closedOn,
    closedOnTime: matter.isClosedOnTime,
    returns: matter.returns, reopenings: matter.reopenings, nextStep: nextStep(history.events),
    lastAct: matter.lastAct, lastActOn: matter.lastActAt.civilDate)
}

private func nextStep(_ events: [MatterEvent]) -> Words? {
  for event in events.reversed() {
    switch event.change {
    case .progressed(let note, _), .submitted(let note, _, _): return note
    case .returned(let reasons): return reasons
    case .reopened(let reason, _): return reason
    default: continue
    }
  }
  return nil
}
