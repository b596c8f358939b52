package import Directory
package import Duties
package import Ground
import Inspections
import Matters
import Packs
import Storage
import Subjects

extension Office {
  /// A unit's roster, so many days from `from` on; nil where there is no such period, it keeps none, or the unit does not
  /// stand by.
  package func rosterSheet(
    _ id: PeriodID, unit: UnitID, from: CivilDate? = nil, for viewer: Officer
  ) async throws(Refusal) -> RosterSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let period = try PeriodStore(asking.session, asking.district).load(id) else { return nil }
      return try asking.roster(of: period, unit, from: from, for: viewer)
    }
  }
}

extension Asking {
  /// So many days ahead a gap in the roster is told to the unit.
  private static let gapDays = 3

  /// Who is on duty and who reported on a day of the period; nil where nobody stands by.
  func day(
    _ asked: CivilDate?, of period: RegisteredPeriod, minute: Int, for viewer: Officer
  ) throws(StorageError) -> PeriodDay? {
    guard !period.terms.units.isEmpty, period.withdrawn == nil else { return nil }
    let day = min(max(asked ?? today, period.days.first), period.days.last)
    let units = period.units(on: day, in: directory)
    let shifts = try PeriodStore(session, district).shifts(of: period.id, in: DayRange(day))
    let states = try reports(of: period, on: day, from: units, minute: minute, for: viewer)
    let lines = units.map { unit in
      PeriodDayLine(
        unit: self.unit(unit), hotline: period.hotline(of: unit),
        shifts: self.lines(of: unit, on: day, of: period, shifts, for: viewer), report: states[unit],
        may: may(viewer, unit))
    }
    return PeriodDay(
      day: day, lines: lines, previous: day > period.days.first ? day.adding(days: -1) : nil,
      next: day < period.days.last ? day.adding(days: 1) : nil)
  }

  /// Whether what a unit wrote is for the person looking: its own people, those above it, and who sees the district. That it
  /// reported, and who is on duty, everybody sees.
  private func reads(_ viewer: Officer, _ unit: UnitID) -> Bool {
    directory.scope(of: viewer).covers(lead: unit, supporting: [])
  }

  func may(_ viewer: Officer, _ unit: UnitID) -> MayEnter {
    if mayStandBy(for: unit, viewer, in: directory) { return .own }
    return viewer.roles.contains(.coordinator) && !viewer.hasLeft ? .forUnit : .no
  }

  private func lines(
    of unit: UnitID, on day: CivilDate, of period: RegisteredPeriod, _ shifts: [DutyShift], for viewer: Officer
  ) -> [ShiftLine] {
    (period.terms.shifts?.shifts ?? []).map { part in
      line(ShiftKey(unit: unit, day: day, shift: part), shifts, for: viewer)
    }
  }

  private func line(_ key: ShiftKey, _ shifts: [DutyShift], for viewer: Officer) -> ShiftLine {
    let shift = shifts.first { $0.key == key }
    return ShiftLine(
      key: key, people: shift.map { (officer($0.officer), officer($0.leader)) },
      handover: reads(viewer, key.unit) ? shift?.handover : nil)
  }

  /// How each unit's report of a day stands; empty where none is owed of it, or the day has not come.
  private func reports(
    of period: RegisteredPeriod, on day: CivilDate, from units: [UnitID], minute: Int, for viewer: Officer
  ) throws(StorageError) -> [UnitID: DayReportState] {
    guard let by = period.terms.reportBy, day <= today, period.days.contains(day), period.withdrawn == nil else {
      return [:]
    }
    var states: [UnitID: DayReportState] = [:]
    for report in try PeriodStore(session, district).reports(of: period.id, on: day) {
      states[report.unit] = .reported(reads(viewer, report.unit) ? report : nil)
    }
    let silent = units.filter { states[$0] == nil }
    let work = try work(of: silent, on: day, in: period.terms.fields, for: viewer)
    let isLate = day < today || minute >= by
    for unit in silent { states[unit] = work[unit].map { .inferred($0) } ?? .owed(isLate: isLate) }
    return states
  }

  /// The first work in one of these fields that each unit recorded on a day: an inspection, or a word about a matter. What
  /// a unit that was merged into it recorded counts for it.
  private func work(
    of units: [UnitID], on day: CivilDate, in fields: [Field], for viewer: Officer
  ) throws(StorageError) -> [UnitID: DayWork] {
    guard !units.isEmpty else { return [:] }
    var found: [UnitID: DayWork] = [:]
    let store = WorkOfDay(session, district)
    var heirs: [UnitID: UnitID] = [:]
    for unit in directory.units.values {
      if let heir = directory.answering(for: unit.id, on: day), units.contains(heir) { heirs[unit.id] = heir }
    }
    var firsts: [UnitID: (id: InspectionID, subject: SubjectID)] = [:]
    for inspection in try store.firstInspections(of: heirs.keys.sorted(), on: day) {
      guard let unit = heirs[inspection.unit], firsts[unit] == nil, concerns(inspection.checklist, fields) else {
        continue
      }
      firsts[unit] = (inspection.id, inspection.subject)
    }
    let subjects = try SubjectStore(session, district).load(Set(firsts.values.map(\.subject)))
    for (unit, first) in firsts {
      let seen = subjects[first.subject].flatMap { sees($0, viewer) ? row($0) : nil }
      found[unit] = .inspection(first.id, subject: seen)
    }
    guard found.count < units.count else { return found }
    try store.words(on: day) { (words) throws(StorageError) in
      let open = words.filter { word in heirs[word.unit].map { found[$0] == nil } ?? false }
      let matters = try MatterStore(session, district).load(Set(open.map(\.matter)))
      for word in open {
        guard let unit = heirs[word.unit], found[unit] == nil, let matter = matters[word.matter],
          fields.isEmpty || matter.fields.contains(where: fields.contains)
        else { continue }
        found[unit] = .matter(covers(matter, viewer) ? row(matter) : nil)
      }
      return found.count < units.count
    }
    return found
  }

  /// Whether a checklist is for subjects of one of these fields.
  private func concerns(_ checklist: String, _ fields: [Field]) -> Bool {
    if fields.isEmpty { return true }
    let types = packs.work.checklists[checklist]?.subjects ?? []
    return types.contains { type in packs.work.subjectTypes[type].map { fields.contains($0.field) } ?? false }
  }

  /// What periods and alerts ask of the unit of the person looking today, those that run before those that come.
  func periodTurns(for viewer: Officer, minute: Int) throws(StorageError) -> [PeriodTurn] {
    guard viewer.isUnitOfficer || viewer.roles.contains(.coordinator) else { return [] }
    guard let ahead = DayRange(today, today.adding(days: Asking.gapDays)) else { return [] }
    var turns: [PeriodTurn] = []
    for period in try PeriodStore(session, district).overlapping(ahead) {
      let first = max(today, period.days.first)
      for unit in period.units(on: first, in: directory) where unit == viewer.unit {
        let store = PeriodStore(session, district)
        let around = DayRange(today.adding(days: -1), ahead.last).map { $0 } ?? ahead
        let shifts = try store.shifts(of: period.id, unit: unit, in: around)
        let lines = period.days.contains(today) ? self.lines(of: unit, on: today, of: period, shifts, for: viewer) : []
        let before = shifts.last { $0.key < ShiftKey(unit: unit, day: today, shift: .night) && $0.handover != nil }
        let report = try reports(of: period, on: today, from: [unit], minute: minute, for: viewer)[unit]
        let gaps = period.gaps(of: [unit], in: ahead, filled: Set(shifts.map(\.key)), directory)[unit] ?? []
        turns.append(
          PeriodTurn(
            period: PeriodName(period), days: period.days, unit: self.unit(unit), report: report,
            reportBy: period.terms.reportBy, shifts: lines, gaps: gaps,
            handover: before.flatMap { shift in shift.handover.map { (shift.key, $0) } }))
      }
    }
    return turns
  }

  fileprivate func roster(
    of period: RegisteredPeriod, _ unit: UnitID, from: CivilDate?, for viewer: Officer
  ) throws(StorageError) -> RosterSheet? {
    guard period.terms.shifts != nil, period.withdrawn == nil else { return nil }
    let first = min(max(from ?? today, period.days.first), period.days.last)
    let last = min(first.adding(days: RosterSheet.shownDays - 1), period.days.last)
    guard let days = DayRange(first, last),
      period.terms.units.contains(where: { asked in
        directory.units[asked].flatMap(directory.heir)?.id == unit || asked == unit
      })
    else { return nil }
    // The day before the first one, for what its shift left behind.
    let shifts = try PeriodStore(session, district).shifts(
      of: period.id, unit: unit, in: DayRange(first.adding(days: -1), last))
    var lines = shifts.filter { $0.key.day < first && $0.handover != nil }.map { line($0.key, shifts, for: viewer) }
    for offset in 0..<days.count {
      let day = first.adding(days: offset)
      if period.units(on: day, in: directory).contains(unit) {
        lines += self.lines(of: unit, on: day, of: period, shifts, for: viewer)
      }
    }
    let circle = directory.circle(of: unit)
    let serving = directory.officersInOrder.filter { !$0.hasLeft }
    let own = serving.filter { circle.contains($0.unit) }
    let government = serving.filter {
      $0.roles.contains(.leader) && directory.units[$0.unit]?.kind == .government
    }
    return RosterSheet(
      period: period, unit: self.unit(unit), hotline: period.hotline(of: unit), lines: lines,
      officers: own.map(name), leaders: (own + government).map(name),
      previous: first > period.days.first
        ? max(first.adding(days: -RosterSheet.shownDays), period.days.first) : nil,
      next: last < period.days.last ? last.adding(days: 1) : nil, from: first, today: today, may: may(viewer, unit))
  }
}
