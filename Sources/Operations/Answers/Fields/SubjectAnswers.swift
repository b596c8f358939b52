package import Directory
import Duties
package import Ground
import Inspections
import Matters
import Packs
import Storage
import Subjects

extension Office {
  /// One page of the register of subjects; `after` is where the page before ended.
  package func subjectRegister(
    _ filter: SubjectFilter, for viewer: Officer, after: String? = nil, limit: Int = 50
  ) async throws(Refusal) -> SubjectRegister {
    try await answer { (asking) throws(StorageError) in
      let store = SubjectStore(asking.session, asking.district)
      let selection = asking.selection(filter, for: viewer)
      let found = try store.page(selection, after: after.flatMap(Int.init) ?? 0, limit: limit + 1)
      let page = found.prefix(limit)
      return SubjectRegister(
        rows: page.map(asking.row), next: found.count > limit ? page.last.map { String($0.serial) } : nil,
        count: try store.count(selection), types: asking.packs.work.typesInOrder,
        units: asking.directory.responsibleUnits.map(asking.name), mayRegister: asking.mayRegister(viewer),
        isTooShort: filter.words != nil && selection.words == nil)
    }
  }

  /// The units that can have to do with a subject, in the official order.
  package func subjectUnits() async throws(Refusal) -> [SubjectUnitChoice] {
    try await answer { (asking) throws(StorageError) in
      asking.directory.responsibleUnits.map { unit in
        SubjectUnitChoice(
          unit: asking.name(unit), roles: Set(DutyRule.UnitRole.allCases.filter { $0.isOpen(to: unit.kind) }))
      }
    }
  }

  /// Refuses where the subject is there and the officer has nothing to do with it.
  package func requireInScope(subject id: SubjectID, for viewer: Officer) async throws(Refusal) {
    let hidden = try await answer { (asking) throws(StorageError) in
      try SubjectStore(asking.session, asking.district).load(id).map { !asking.sees($0, viewer) } ?? false
    }
    if hidden { throw Refusal(.subjectOutOfScope) }
  }

  /// The subject's page; nil where there is none, or the person looking may not see it.
  package func subjectSheet(_ id: SubjectID, for viewer: Officer) async throws(Refusal) -> SubjectSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let subject = try SubjectStore(asking.session, asking.district).load(id), asking.sees(subject, viewer)
      else { return nil }
      return try asking.sheet(subject, for: viewer)
    }
  }
}

extension Office {
  /// One page of a subject's inspections, the latest first; nil where there is no such subject in sight.
  ///
  /// - Parameter after: where the page before ended.
  package func subjectInspections(
    _ id: SubjectID, after: String?, for viewer: Officer
  ) async throws(Refusal) -> SubjectInspections? {
    try await answer { (asking) throws(StorageError) in
      guard let subject = try SubjectStore(asking.session, asking.district).load(id), asking.sees(subject, viewer)
      else { return nil }
      let store = InspectionStore(asking.session, asking.district)
      let limit = Asking.shownInspections
      let found =
        if let place = after.flatMap(SubjectInspections.place) {
          try store.of(id, behind: place.day, place.id, limit: limit + 1)
        } else { try store.of(id, limit: limit + 1) }
      let page = Array(found.prefix(limit))
      let matters = try asking.rows(of: page, for: viewer)
      return SubjectInspections(
        subject: asking.row(subject), rows: page.map { asking.line($0) },
        hazards: page.flatMap(\.findings).compactMap { $0.matter.flatMap { matters[$0] } },
        next: found.count > limit ? page.last.map { SubjectInspections.cursor($0.day, $0.id) } : nil)
    }
  }
}

extension Asking {
  /// How many inspections one page shows.
  fileprivate static let shownInspections = 50

  /// What a filter means for the rows, as far as the person looking may see them.
  func selection(_ filter: SubjectFilter, for viewer: Officer) -> SubjectSelection {
    var selection = SubjectSelection()
    selection.types = filter.type.map { [$0] } ?? []
    (selection.status, selection.risk) = (filter.status, filter.risk)
    selection.asked = filter.unit.map { directory.circle(of: $0) }
    if let words = filter.words.map({ SearchWords($0) }), !words.isEmpty { selection.words = words }
    selection.units = directory.unitsInSight(of: viewer)
    return selection
  }

  func sees(_ subject: Subject, _ viewer: Officer) -> Bool {
    directory.scope(of: viewer).covers(subject.details)
  }

  func mayRegister(_ viewer: Officer) -> Bool { viewer.roles.contains(.coordinator) || viewer.isUnitOfficer }

  func row(_ subject: Subject) -> SubjectRow {
    SubjectRow(
      id: subject.id, serial: subject.serial,
      type: packs.work.subjectTypes[subject.type]?.title ?? Bilingual(subject.type, subject.type),
      name: subject.details.name, address: subject.details.address, risk: subject.risk?.grade,
      status: subject.status.code, supervising: unit(subject.details.supervising),
      territorial: unit(subject.details.territorial))
  }

  fileprivate func sheet(_ subject: Subject, for viewer: Officer) throws(StorageError) -> SubjectSheet {
    let store = InspectionStore(session, district)
    let found = try store.of(subject.id, limit: Asking.shownInspections + 1)
    let inspections = Array(found.prefix(Asking.shownInspections))
    let matters = try rows(of: inspections, for: viewer)
    // An open hazard stands here however long ago it was found.
    let open = try store.openHazards(of: subject.id, limit: Asking.shownInspections).filter { matters[$0] == nil }
    let older = try MatterStore(session, district).load(Set(open)).filter { covers($0.value, viewer) }.mapValues(row)
    let duties = try duties(of: subject)
    var story: [SubjectStoryLine] = []
    for fact in try EntryStore(session, district).history(of: "subject:\(subject.id)") {
      guard case .subject(_, let change) = fact.event else { continue }
      story.append(
        SubjectStoryLine(position: Int(fact.position), at: fact.at, by: author(fact.by), change: change))
    }
    var sheet = SubjectSheet(
      subject: subject, type: packs.work.subjectTypes[subject.type], supervising: unit(subject.details.supervising),
      territorial: unit(subject.details.territorial), responsible: subject.details.responsible.map(unit),
      duties: duties, load: try load(on: subject, for: viewer, duties),
      checklists: mayInspect(subject.details, .officer(viewer), in: directory) ? checklists(for: subject.type) : [],
      inspections: inspections.map { line($0) },
      hazards: inspections.flatMap(\.findings).compactMap { $0.matter.flatMap { matters[$0] } }
        + open.compactMap { older[$0] },
      story: story.reversed(),
      mayKeep: mayKeep(subject.details, .officer(viewer), in: directory),
      mayOversee: mayOversee(subject.details, .officer(viewer), in: directory), gate: try gate(of: subject),
      voidedGate: try voidedGate(of: subject, story), years: try years(of: subject, for: viewer),
      unowed: unowed(of: subject))
    sheet.sleep = try sleep(of: subject)
    sheet.hazardLines = HazardGrade.allCases.compactMap { grade in
      guard let rule = packs.rule(ofHazard: grade, at: subject.type),
        let standard = packs.standard(rule.standard, issuedOn: today)
      else { return nil }
      return HazardLine(
        grade: grade, procedure: rule.procedure.title, standard: standard,
        lookBack: standard.lookBack.flatMap { packs.term($0, on: today) })
    }
    if found.count > inspections.count {
      sheet.older = inspections.last.map { SubjectInspections.cursor($0.day, $0.id) }
    }
    return sheet
  }

  private func checklists(for type: String) -> [Checklist] {
    packs.work.checklists.values.filter { $0.subjects.contains(type) && $0.holds(on: today) }
      .sorted { $0.code < $1.code }
  }

  /// The inspection behind which it last resumed, where that was declared void since.
  private func voidedGate(of subject: Subject, _ story: [SubjectStoryLine]) throws(StorageError) -> InspectionRow? {
    guard subject.status.code == .active else { return nil }
    let passed = story.compactMap { line -> InspectionID? in
      if case .resumed(let passed, _) = line.change { passed } else { nil }
    }.last
    guard let passed, let inspection = try InspectionStore(session, district).load(passed),
      inspection.annulled != nil
    else { return nil }
    return line(inspection)
  }

  private func gate(of subject: Subject) throws(StorageError) -> (checklist: Checklist, isPassed: Bool)? {
    guard let gate = Gate(of: subject, in: packs.work) else { return nil }
    return (gate.checklist, try gate.passed(session, district, directory) != nil)
  }

  func line(_ inspection: Inspection, of subject: Subject? = nil) -> InspectionRow {
    InspectionRow(
      id: inspection.id, subject: subject.map(row), day: inspection.day, unit: unit(inspection.unit),
      checklist: title(of: inspection.checklistCode), findings: inspection.findings.count,
      fixed: inspection.findings.count { $0.fixed != nil }, isAnnulled: inspection.annulled != nil)
  }

  func title(of checklist: String) -> Bilingual {
    packs.work.checklists[checklist]?.title ?? Bilingual(checklist, checklist)
  }

  func duties(of subject: Subject) throws(StorageError) -> [DutyLine] {
    let pacing = try pacing(near: DayRange(today))
    let (book, area) = (pacing.book, subject.details.territorial)
    var lines: [DutyLine] = []
    for duty in book.duties(of: subject.type, subject.details.attributes) where duty.isOwedByEach(on: today) {
      let holders = directory.holders(of: duty, subject.details.unit)
      guard !holders.isEmpty else { continue }
      var windows: [WindowLine] = []
      for window in book.windows(
        of: duty, type: subject.type, area: area, in: DayRange(today))
      where subject.status.code == .active && window.isOwed(by: subject.spans) {
        windows.append(
          WindowLine(
            days: window.days, times: window.times, done: try done(duty, window, holders, subject),
            isCloser: window.cause != .usual,
            causes: pacing.causes(of: window, packs.work.subjectTypes[subject.type], in: [area])))
      }
      lines.append(
        DutyLine(
          duty: duty, units: holders.map { unit($0.unit) }, checklist: title(of: duty.checklist), windows: windows))
    }
    return lines
  }

  /// Of a joint duty the unit that came least often; else all of them together.
  private func done(
    _ duty: DutyRule, _ window: OwedWindow, _ holders: [DutyHolder], _ subject: Subject
  ) throws(StorageError) -> Int {
    let store = InspectionStore(session, district)
    let circles = holders.map { directory.counted(for: $0) }
    guard duty.isJoint else {
      let units = circles.reduce(into: Set<UnitID>()) { $0.formUnion($1) }
      return try store.count(of: subject.id, duty.checklist, by: units, on: window.days)
    }
    var least = Int.max
    for units in circles {
      least = min(least, try store.count(of: subject.id, duty.checklist, by: units, on: window.days))
    }
    return least
  }
}
