package import Directory
package import Ground
import Matters
import Meetings
import Storage

extension Office {
  /// What each unit was asked for in the month that `day` lies in; a unit's officers see their own.
  package func burdens(in day: CivilDate, for viewer: Officer) async throws(Refusal) -> BurdenSheet {
    try await answer { (asking) throws(StorageError) in try asking.burdens(in: day, for: viewer) }
  }
}

extension Asking {
  fileprivate func burdens(in day: CivilDate, for viewer: Officer) throws(StorageError) -> BurdenSheet {
    let month = DutyMonth.days(of: day) ?? DayRange(day)
    let (first, last) = (month.first, month.last)
    let units = directory.responsibleUnits.filter { sees($0.id, viewer) }
    guard !units.isEmpty else { return BurdenSheet(month: first, rows: [], isInSight: false) }
    let labels = MeetingLabels(session, district)
    var demands: [UnitID: [BurdenRow.Demands]] = [:]
    for meeting in try labels.held(from: first, through: last) {
      let label = MeetingLabel(id: meeting.id, number: meeting.number, day: meeting.day)
      for (unit, count) in try labels.matters(of: meeting.id) {
        demands[unit, default: []].append(BurdenRow.Demands(meeting: label, matters: count))
      }
    }
    var reports: [UnitID: [BurdenRow.Asked]] = [:]
    for sitting in try SittingStore(session, district).asked(from: first, through: last) {
      for report in sitting.reports where report.askedOn >= first && report.askedOn <= last {
        reports[report.unit, default: []].append(
          BurdenRow.Asked(
            sitting: name(sitting), mode: report.mode == .oral ? .oral : .written, state: state(report),
            due: report.due.day))
      }
    }
    let burden = Burden(session, district, calendar: calendar, today: today)
    let fields = try fieldBurdens(in: month)
    var rows: [BurdenRow] = []
    for unit in units {
      let periodic = try burden.periodic(of: unit.id).map { line in
        BurdenRow.Periodic(matter: MatterName(id: line.matter, number: line.number), cycle: line.cycle)
      }
      let row = BurdenRow(
        unit: name(unit), demands: demands[unit.id] ?? [], periodic: periodic, reports: reports[unit.id] ?? [],
        daily: fields.daily[unit.id] ?? [], campaigns: fields.campaigns[unit.id] ?? [],
        rounds: fields.rounds[unit.id] ?? 0, refreshers: fields.refreshers[unit.id] ?? 0)
      if !row.isEmpty { rows.append(row) }
    }
    return BurdenSheet(month: first, rows: rows)
  }
}
