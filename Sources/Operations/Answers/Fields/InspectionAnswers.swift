package import Directory
import Duties
package import Ground
import Inspections
import Matters
import Packs
import Storage
import Subjects

extension Office {
  /// What an inspection of a subject with a checklist asks; nil where the person looking may not see the subject, or the
  /// checklist is not for it.
  package func inspectionForm(
    _ id: SubjectID, checklist code: String, with partner: UnitID? = nil, joins host: InspectionID? = nil,
    for viewer: Officer
  ) async throws(Refusal) -> InspectionForm? {
    try await answer { (asking) throws(StorageError) in
      guard let subject = try SubjectStore(asking.session, asking.district).load(id), asking.sees(subject, viewer),
        let checklist = asking.packs.work.checklists[code], checklist.subjects.contains(subject.type)
      else { return nil }
      let directory = asking.directory
      let duties = try asking.duties(of: subject)
      let first = asking.today.adding(days: -InspectionLimit.daysBack)
      let late = try DayRange(first, asking.today).map { (days) throws(StorageError) in
        try InspectionStore(asking.session, asking.district).of(id, on: days, limit: InspectionForm.remembered)
      }
      let already = (late ?? []).prefix(10).filter { $0.day == asking.today && $0.annulled == nil }
      var form = InspectionForm(
        subject: asking.row(subject), checklist: checklist,
        colleagues: directory.officersInOrder.filter {
          $0.unit == viewer.unit && $0.id != viewer.id && !$0.hasLeft
            && ($0.isUnitOfficer || $0.roles.contains(.verifier))
        }.map(asking.name),
        units: viewer.roles.contains(.coordinator)
          ? directory.responsibleUnits.filter { $0.id != viewer.unit }.map(asking.name) : [],
        unit: asking.unit(viewer.unit), today: asking.today,
        first: first, already: already.map { asking.line($0) },
        load: try asking.load(on: subject, for: viewer, duties),
        counts: try asking.counts(of: subject, code, by: viewer.unit, on: asking.today))
      form.known = (late ?? []).filter { $0.checklistCode == code }.map(\.id)
      form.handTo = HandOverUnits(directory).labels
      form.sleep = try asking.sleep(of: subject)
      form.standings = asking.packs.standings(of: checklist, on: asking.today)
      form.criteria = asking.packs.work.criteria(of: subject.type, on: asking.today)
      for grade in HazardGrade.allCases {
        guard let rule = asking.packs.rule(ofHazard: grade, at: subject.type) else { continue }
        let term = HazardTerm(rule.procedure, packs: asking.packs, clock: asking.clock, now: asking.now)
        form.terms[grade] = (try? term.usual(from: asking.today))?.day
      }
      form.joint = try asking.choice(at: subject, with: partner, joins: host, for: viewer)
      return form
    }
  }

  /// Refuses where the inspection is there and the officer has nothing to do with its subject.
  package func requireInScope(inspection id: InspectionID, for viewer: Officer) async throws(Refusal) {
    let subject = try await answer { (asking) throws(StorageError) in
      try InspectionStore(asking.session, asking.district).load(id)?.subject
    }
    if let subject { try await requireInScope(subject: subject, for: viewer) }
  }

  /// The inspection's page; nil where there is none, or the person looking may not see its subject.
  package func inspectionSheet(_ id: InspectionID, for viewer: Officer) async throws(Refusal) -> InspectionSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let inspection = try InspectionStore(asking.session, asking.district).load(id),
        let subject = try SubjectStore(asking.session, asking.district).load(inspection.subject),
        asking.sees(subject, viewer),
        let recorded = try EntryStore(asking.session, asking.district).history(of: "inspection:\(id)").first
      else { return nil }
      let asked = try asking.asked(inspection)
      var sheet = InspectionSheet(
        inspection: inspection, subject: asking.row(subject), unit: asking.unit(inspection.unit),
        inspectors: inspection.inspectors.map(asking.officer), checklist: asked.checklist,
        isOlder: asked.isOlder,
        matters: try asking.rows(of: [inspection], for: viewer),
        mayAnnul: inspection.annulled == nil && mayAnnul(inspection, .officer(viewer), in: asking.directory),
        recordedBy: asking.author(recorded.by), at: recorded.at, check: try asking.note(on: inspection),
        checkedBy: try SpotCheckStore(asking.session, asking.district).again(id).map { asking.line($0) },
        counts: inspection.annulled != nil || inspection.checks != nil
          ? nil
          : try asking.counts(of: subject, inspection.checklistCode, by: inspection.unit, on: inspection.day),
        services: try asking.services(of: inspection, for: viewer))
      for code in inspection.findings.compactMap(\.criterion) {
        sheet.criteria[code] = asking.packs.work.criteria[code]
      }
      for unit in inspection.findings.compactMap(\.handedTo) { sheet.handedTo[unit] = asking.unit(unit) }
      sheet.standings = asked.checklist.map { asking.packs.standings(of: $0, on: inspection.day) } ?? [:]
      sheet.isKept = asked.isKept
      sheet.joint = try asking.joint(inspection, of: subject, for: viewer)
      return sheet
    }
  }

  /// What the unit of the person looking is to inspect now, what runs out first before the rest.
  package func workList(for viewer: Officer, rows: Int = 20) async throws(Refusal) -> WorkList {
    let minute = now.minuteOfDay
    return try await answer { (asking) throws(StorageError) in
      let units = asking.directory.circle(of: viewer.unit)
      var groups: [WorkGroup] = []
      // Who sees no subject is told of none here either.
      if case .nothing = asking.directory.scope(of: viewer) {
        return WorkList(unit: asking.unit(viewer.unit), today: asking.today, groups: [], done: [])
      }
      let pacing = try asking.pacing(near: DayRange(asking.today))
      var planned = PlannedDay()
      for duty in asking.packs.work.dutiesInOrder where duty.isOwedByEach(on: asking.today) {
        for type in duty.subjects { planned.add(duty, type, asking.windows(of: duty, type: type, pacing)) }
        groups += try asking.groups(of: duty, pacing, planned, for: viewer.unit, after: 0, limit: rows)
      }
      groups.sort { ($0.days.last, $0.duty.code, $0.days.first) < ($1.days.last, $1.duty.code, $1.days.first) }
      let done = try InspectionStore(asking.session, asking.district).by(viewer.unit, on: asking.today, limit: 100)
      let unserved = try InspectionStore(asking.session, asking.district).unserved(
        by: units, since: asking.today.adding(days: -366), limit: rows + 1)
      let subjects = try SubjectStore(asking.session, asking.district).load(Set((done + unserved).map(\.subject)))
      var list = WorkList(
        unit: asking.unit(viewer.unit), today: asking.today, groups: groups,
        done: done.compactMap { inspection in
          subjects[inspection.subject].flatMap { subject in
            asking.sees(subject, viewer) ? asking.line(inspection, of: subject) : nil
          }
        }, crowded: try asking.crowded(groups.flatMap { $0.rows.map(\.id) }, for: viewer),
        periods: try asking.periodTurns(for: viewer, minute: minute), checks: try asking.owedChecks(units, limit: 100),
        unowed: try asking.unowed(limit: rows, for: viewer))
      list.together = try asking.together(at: Set(groups.flatMap { $0.rows.map(\.id) }), planned, notBy: units)
      list.unserved = unserved.prefix(rows).compactMap { inspection in
        subjects[inspection.subject].map { asking.line(inspection, of: $0) }
      }
      list.hasMoreUnserved = unserved.count > rows
      list.campaigns = try asking.campaignWork(of: units, limit: rows)
      return list
    }
  }
}

/// The windows of a day, worked out once for everything that asks for them: by duty and type of subjects, with the areas in
/// which they are owed; nil: in all of them.
struct PlannedDay {
  private var windows: [String: [String: [(window: OwedWindow, areas: Set<UnitID>?)]]] = [:]

  fileprivate mutating func add(_ duty: DutyRule, _ type: String, _ found: [(OwedWindow, Set<UnitID>?)]) {
    windows[duty.code, default: [:]][type] = found.map { (window: $0.0, areas: $0.1) }
  }

  func windows(of duty: DutyRule, _ type: String) -> [(window: OwedWindow, areas: Set<UnitID>?)] {
    windows[duty.code]?[type] ?? []
  }
}

extension Asking {
  /// The matters that came of inspections, as far as the person looking may see them, in one question.
  func rows(of inspections: [Inspection], for viewer: Officer) throws(StorageError) -> [MatterID: MatterRow] {
    let ids = Set(inspections.flatMap(\.findings).compactMap(\.matter))
    return try MatterStore(session, district).load(ids).filter { covers($0.value, viewer) }.mapValues(row)
  }

  /// What a duty owes now to these units, one group for each window that today lies in; areas with the same windows go
  /// together.
  fileprivate func groups(
    of duty: DutyRule, _ pacing: Pacing, _ planned: PlannedDay, for unit: UnitID, after serial: Int, limit: Int
  ) throws(StorageError) -> [WorkGroup] {
    var groups: [WorkGroup] = []
    for role in duty.units {
      let units = directory.served(by: unit, as: role)
      for type in duty.subjects {
        for (window, areas) in planned.windows(of: duty, type) {
          if var group = try group(duty, role, type, window, areas, units: units, after: serial, limit: limit) {
            let shown = Set(group.rows.map(\.territorial.id))
            group.causes = pacing.causes(of: window, packs.work.subjectTypes[type], in: shown)
            groups.append(group)
          }
        }
      }
    }
    return groups
  }

  /// The windows of today with the areas in which they are owed; nil: in all of them.
  fileprivate func windows(of duty: DutyRule, type: String, _ pacing: Pacing) -> [(OwedWindow, Set<UnitID>?)] {
    let book = pacing.book
    guard book.hasPeriods else {
      return book.windows(of: duty, type: type, area: nil, in: DayRange(today)).map { ($0, nil) }
    }
    var (areas, order): ([OwedWindow: Set<UnitID>], [OwedWindow]) = ([:], [])
    for place in pacing.places {
      for window in book.windows(of: duty, type: type, in: place, DayRange(today)) {
        if areas[window] == nil { order.append(window) }
        areas[window, default: []].formUnion(place.areas)
      }
    }
    let all = pacing.places.reduce(0) { $0 + $1.areas.count }
    return order.map { window in
      let areas = areas[window] ?? []
      return (window, areas.count == all ? nil : areas)
    }
  }

  /// Those that owe the window. Where the unit of the place may do it as well, what it did is looked up: which unit that is
  /// depends on the duty's level, and no column says so.
  private func open(
    _ duty: DutyRule, _ role: DutyRule.UnitRole, _ window: OwedWindow, among found: [Subject]
  ) throws(StorageError) -> [Subject] {
    let owing = found.filter { duty.matches($0.details.attributes) && window.isOwed(by: $0.spans) }
    guard role != .territorial, !duty.isJoint, duty.units.contains(.territorial), !owing.isEmpty else { return owing }
    let visits = Dictionary(
      grouping: try InspectionStore(session, district).made(
        with: [duty.checklist], at: Set(owing.map(\.id)), in: window.days), by: \.subject)
    return owing.filter { subject in
      guard let seen = visits[subject.id] else { return true }
      let circles = directory.holders(of: duty, subject.details.unit).map { directory.counted(for: $0) }
      return seen.count { visit in circles.contains { $0.contains(visit.unit) } } < window.times
    }
  }

  private func group(
    _ duty: DutyRule, _ role: DutyRule.UnitRole, _ type: String, _ window: OwedWindow, _ areas: Set<UnitID>?,
    units: Set<UnitID>, after serial: Int, limit: Int
  ) throws(StorageError) -> WorkGroup? {
    var selection = SubjectSelection()
    selection.types = [type]
    selection.role = SubjectSelection.Holders(
      role: role, units: directory.named(as: role, at: duty.level, where: units))
    selection.areas = areas
    let store = SubjectStore(session, district)
    var (rows, place, isWhole) = ([Subject](), serial, false)
    // Attributes and the days on which a subject was looked after are no columns: what does not fit is passed over.
    while rows.count <= limit, !isWhole {
      let found = try store.owing(
        duty.checklist, by: units, or: duty.isJoint ? [] : duty.units.filter { $0 != .territorial }, on: window.days,
        times: window.times, among: selection, after: place, limit: limit + 1)
      rows += try open(duty, role, window, among: found)
      isWhole = found.count <= limit
      place = found.last?.serial ?? place
    }
    guard !rows.isEmpty else { return nil }
    let shown = rows.prefix(limit)
    return WorkGroup(
      duty: duty, checklist: title(of: duty.checklist), days: window.days, times: window.times,
      isCloser: window.cause != .usual, workdaysLeft: calendar.workdays(after: today, through: window.days.last),
      rows: shown.map(row), next: rows.count > limit ? shown.last?.serial : nil,
      isProvisional: calendar.isUnknown(window.days.last))
  }
}
