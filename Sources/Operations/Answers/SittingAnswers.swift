package import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// One page of the sittings, the latest day first; `after` is where the page before ended.
  package func sittingRegister(after: String? = nil, limit: Int = 50) async throws(Refusal) -> SittingRegister {
    let place = after.flatMap(SittingPlace.init(text:))
    return try await answer { (asking) throws(StorageError) in
      let store = SittingStore(asking.session, asking.district)
      let found = try store.latest(limit + 1, before: place.map { ($0.day, $0.id) })
      let page = found.prefix(limit)
      var rows: [SittingRow] = []
      for sitting in page { rows.append(try asking.row(sitting)) }
      let isPlanned = try !store.all(.planned).isEmpty
      return SittingRegister(
        rows: rows,
        next: found.count > limit ? page.last.map { SittingPlace(day: $0.plan.day, id: $0.id).text } : nil,
        called: isPlanned ? nil : try asking.nextMeeting(), proposal: try asking.nextDay())
    }
  }

  /// The sitting that is planned, where one is.
  package func plannedSitting() async throws(Refusal) -> SittingName? {
    try await answer { (asking) throws(StorageError) in
      try SittingStore(asking.session, asking.district).all(.planned).first.map(asking.name)
    }
  }

  /// The sitting's page; nil where there is none.
  package func sittingSheet(_ id: SittingID, for viewer: Officer) async throws(Refusal) -> SittingSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let sitting = try SittingStore(asking.session, asking.district).load(id) else { return nil }
      return try asking.sheet(sitting, for: viewer)
    }
  }

  /// One unit's report to a sitting; nil where none was asked of it, or the person looking may not see it.
  package func unitReport(
    _ id: SittingID, unit: UnitID, for viewer: Officer
  ) async throws(Refusal) -> UnitReportSheet? {
    try await answer { (asking) throws(StorageError) in
      guard let sitting = try SittingStore(asking.session, asking.district).load(id),
        let report = sitting.report(of: unit), asking.sees(unit, viewer)
      else { return nil }
      let isOwn = viewer.isUnitOfficer && viewer.unit == unit
      // It reads many matters and entries, so only where it begins a form.
      let isToWrite =
        report.submission == nil && sitting.stage != .calledOff && (isOwn || viewer.roles.contains(.coordinator))
      return UnitReportSheet(
        sitting: asking.name(sitting), stage: asking.stage(sitting), report: asking.line(report),
        proposal: isToWrite ? try asking.reportProposal(of: report) : nil, isOwn: isOwn)
    }
  }

  /// What the minutes of an open sitting would say; nil where there is none.
  package func minutesDraft(of id: SittingID) async throws(Refusal) -> MinutesDraft? {
    try await weigh { asking in
      guard let sitting = try SittingStore(asking.session, asking.district).load(id) else { return nil }
      guard sitting.stage == .open, let minutes = MinutesText(sitting, in: asking.directory) else {
        throw Refusal(sitting.stage == .planned ? .sittingNotOpen : .sittingOver)
      }
      return MinutesDraft(
        sitting: asking.name(sitting), title: sitting.plan.title, day: sitting.plan.day, text: minutes.text)
    }
  }
}

extension Asking {
  func name(_ sitting: Sitting) -> SittingName {
    SittingName(id: sitting.id, title: sitting.plan.title, day: sitting.plan.day)
  }

  func stage(_ sitting: Sitting) -> SittingStage {
    switch sitting.stage {
    case .planned: .planned
    case .open: .open
    case .held: .held
    case .calledOff: .calledOff
    }
  }

  /// Whether the officer sees what this unit reports.
  func sees(_ unit: UnitID, _ viewer: Officer) -> Bool {
    viewer.roles.contains(where: \.seesDistrict)
      || (viewer.isUnitOfficer && directory.circle(of: viewer.unit).contains(unit))
  }

  func line(_ report: UnitReport) -> SittingReport {
    let day = report.due.day
    return SittingReport(
      unit: unit(report.unit), mode: report.mode == .oral ? .oral : .written, state: state(report),
      due: DueLine(
        day: day, distance: report.submission == nil ? distance(to: day) : .settled,
        isProvisional: !calendar.unknownYears(of: report.due).isEmpty),
      askedOn: report.askedOn, text: report.submission?.text, submittedOn: report.submission?.at.civilDate,
      onBehalf: report.submission?.onBehalf)
  }

  func state(_ report: UnitReport) -> ReportState {
    switch report.state {
    case .asked: .asked
    case .submitted: .submitted
    case .read: .read
    }
  }

  fileprivate func row(_ sitting: Sitting) throws(StorageError) -> SittingRow {
    SittingRow(
      sitting: name(sitting), stage: stage(sitting), time: sitting.plan.time, place: sitting.plan.place,
      reports: sitting.reports.count, submitted: sitting.reports.count { $0.submission != nil },
      meeting: try meeting(sitting.meeting))
  }

  private func meeting(_ id: MeetingID?) throws(StorageError) -> MeetingName? {
    guard let id else { return nil }
    return try MeetingStore(session, district).load(id).map(name)
  }

  /// After the planned sitting, or the last meeting.
  fileprivate func nextDay() throws(StorageError) -> NextDayLine? {
    var days = try MeetingLabels(session, district).latest(2).map(\.day)
    if let planned = try SittingStore(session, district).all(.planned).first { days.insert(planned.plan.day, at: 0) }
    guard let last = days.first else { return nil }
    let before = days.dropFirst().first { $0 < last }
    let next = NextDay(after: last, before: before, today: today, calendar: calendar)
    let rule: NextDayLine.Rule =
      switch next.rule {
      case .weeks(let weeks): .weeks(weeks)
      case .monthly(let nth): .monthly(nth: nth)
      }
    return NextDayLine(day: next.day, nominal: next.nominal, kind: next.kind, rule: rule, isKnown: next.isKnown)
  }

  fileprivate func sheet(_ sitting: Sitting, for viewer: Officer) throws(StorageError) -> SittingSheet {
    let isWhole = viewer.roles.contains(where: \.seesDistrict)
    var agenda: [AgendaLine] = []
    for item in sitting.agenda {
      agenda.append(AgendaLine(title: item.title, matter: try row(of: item.matter, for: viewer)))
    }
    var instructions: [InstructionLine] = []
    for instruction in isWhole ? sitting.instructions : [] {
      var rows: [MatterRow] = []
      for matter in instruction.matters { if let row = try row(of: matter, for: viewer) { rows.append(row) } }
      instructions.append(
        InstructionLine(source: instruction.source, text: instruction.text, matters: rows, settled: instruction.settled)
      )
    }
    let decisions = isWhole ? sitting.decisions : []
    return SittingSheet(
      sitting: name(sitting), plan: sitting.plan, stage: stage(sitting), agenda: agenda,
      reports: sitting.reports.filter { sees($0.unit, viewer) }.map(line), isWhole: isWhole,
      opening: isWhole ? try sitting.opening.map { (opening) throws(StorageError) in try line(opening) } : nil,
      instructions: instructions,
      decisions: decisions.map { decision in
        DecisionLine(
          speaker: decision.speaker.map(officer), text: decision.text, units: decision.units.map(unit),
          deadline: decision.deadline)
      },
      meeting: try meeting(sitting.meeting), reason: sitting.reason,
      choices: viewer.roles.contains(.coordinator) ? try choices(sitting) : SittingChoices(), version: sitting.version)
  }

  /// Only a matter that the person looking may see.
  private func row(of matter: MatterID?, for viewer: Officer) throws(StorageError) -> MatterRow? {
    guard let matter, let found = try MatterStore(session, district).load(matter), covers(found, viewer) else {
      return nil
    }
    return row(found)
  }

  private func line(_ opening: Opening) throws(StorageError) -> OpeningLine {
    var report: (meeting: MeetingName, position: Int)?
    if let id = opening.report, let frozen = try ReportStore(session, district).load(id),
      let told = try meeting(opening.circulated)
    {
      report = (told, Int(frozen.size))
    }
    return OpeningLine(
      chair: officer(opening.chair), leaders: opening.leaders.map(officer),
      presences: opening.presences.map { (unit($0.unit), kind($0.kind), $0.post) }, report: report)
  }

  private func kind(_ kind: Presence.Kind) -> PresenceKind {
    switch kind {
    case .lead: .lead
    case .standIn: .standIn
    case .excused: .excused
    case .absent: .absent
    }
  }

  /// So many matters are proposed for the agenda.
  private static let proposed = 30
  /// No meeting goes through more.
  private static let broughtMost = 200

  private func choices(_ sitting: Sitting) throws(StorageError) -> SittingChoices {
    var choices = SittingChoices()
    let units = directory.responsibleUnits.filter { $0.kind != .community }
    choices.askable = units.filter { sitting.report(of: $0.id) == nil }.map(name)
    choices.seats = units.filter { $0.kind != .contractor }.map(name)
    choices.leaders = directory.active(with: .leader).map(name)
    choices.last = try MeetingStore(session, district).last(until: today).map(name)
    choices.templates = packs.agendas.map { ($0.code, $0.title) }
    if case .workdays(let days)? = packs.term("meeting.report", on: today)?.rule { choices.workdays = days }
    let carried = Set(sitting.agenda.compactMap(\.matter))
    let proposals = try matters(Phase.allCases.filter(\.isOpen), limit: 200)
      .filter { !carried.contains($0.id) && (standing($0) == .overdue || $0.life.isListed) }
    // What the ladder brought up to the meeting leads, all of it.
    let brought = try broughtUp().filter { !carried.contains($0.id) }
    choices.brought = Set(brought.map(\.id))
    let others = proposals.filter { !choices.brought.contains($0.id) }
    choices.proposals = brought.map(row) + others.prefix(Asking.proposed).map(row)
    return choices
  }

  /// What the ladder has brought up and no meeting has had on its agenda since.
  private func broughtUp() throws(StorageError) -> [Matter] {
    let brought = try BroughtUp(session, district).waiting(limit: Asking.broughtMost)
    let matters = try MatterStore(session, district).load(Set(brought))
    return brought.compactMap { matters[$0] }
  }
}
