package import Directory
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// What matters most today, what waits for the viewer, for whom the viewer waits, and what changed meanwhile.
  ///
  /// Notes how far the viewer has looked.
  package func myDay(for viewer: Officer) async throws(Refusal) -> MyDay {
    let now = now
    let (day, look) = try await answer { (asking) throws(StorageError) in
      let look = try asking.look(of: viewer, at: now)
      return (try asking.day(for: viewer, since: look.now, minute: now.minuteOfDay), look)
    }
    if look.now != look.before { try await note(look.now, of: viewer.id) }
    return day
  }
}

extension Asking {
  /// Costs the same at ten matters and at ten million: sums of counters, and rows by key up to a limit.
  func day(for viewer: Officer, since look: LookStore.Look, minute: Int) throws(StorageError) -> MyDay {
    let counters = CounterStore(session, district)
    let ofUnit = viewer.isUnitOfficer ? viewer.unit : nil
    let meetings = MeetingStore(session, district)
    guard directory.scope(of: viewer) != .nothing else {
      return MyDay(
        headline: .outOfSight, myTurn: [], othersTurn: [],
        loop: LoopCounts(assigned: 0, underway: 0, submitted: 0, closed: 0), lastMeeting: nil,
        nextMeeting: try nextMeeting(), sitting: try plannedSitting())
    }
    let phases = try counters.phases(unit: ofUnit)
    let mine = try myTurn(viewer)
    let bulletins = intake(try meetings.undecided(limit: MyDay.othersShown), for: viewer)
    let late = try counters.late(on: today, limit: 8).map {
      LateUnit(unit: unit($0.unit), overdue: $0.overdue, submitted: $0.submitted)
    }
    return MyDay(
      headline: try headline(phases, mine: mine.count + bulletins.count, late: late, unit: ofUnit),
      ofUnit: ofUnit, myTurn: mine, intake: bulletins, othersTurn: try othersTurn(viewer),
      late: ofUnit == nil ? late : [],
      changes: try changes(since: look, for: viewer),
      loop: try loop(phases, undecided: try meetings.undecidedClauses(), unit: ofUnit),
      lastMeeting: try meetings.last(until: today).map(name),
      nextMeeting: try nextMeeting(), sitting: try plannedSitting(),
      reportsOwed: try ofUnit.map { (unit) throws(StorageError) in try reportsOwed(by: unit) } ?? [],
      periodicOwed: try ofUnit.map { (unit) throws(StorageError) in
        try periodicOwed(by: unit, limit: MyDay.shown)
      } ?? [],
      periods: try periodTurns(for: viewer, minute: minute),
      instructions: viewer.roles.contains(.coordinator) ? try openInstructions() : [])
  }

  private func openInstructions() throws(StorageError) -> [InstructionTurn] {
    let sittings = try SittingStore(session, district).withOpenInstructions(limit: MyDay.othersShown)
    let turns = sittings.flatMap { sitting in
      sitting.openInstructions.map {
        InstructionTurn(sitting: name(sitting), number: $0.number, source: $0.instruction.source)
      }
    }
    return Array(turns.prefix(MyDay.othersShown))
  }

  private func plannedSitting() throws(StorageError) -> SittingName? {
    try SittingStore(session, district).all(.planned, limit: 1).first.map(name)
  }

  func reportsOwed(by unit: UnitID) throws(StorageError) -> [ReportOwed] {
    try SittingStore(session, district).owed(by: unit).compactMap { sitting in
      sitting.report(of: unit).map { ReportOwed(sitting: name(sitting), unit: unit, due: line($0).due) }
    }
  }

  func periodicOwed(by unit: UnitID, limit: Int) throws(StorageError) -> [PeriodicOwed] {
    try PeriodicStore(session, district).owed(by: unit, on: today, limit: limit).compactMap { matter in
      guard let cycle = matter.life.cycle, let day = matter.reportOwed(on: today) else { return nil }
      return PeriodicOwed(row: row(matter), version: matter.version, cycle: cycle, by: dueLine(day))
    }
  }

  /// The meeting that was called, until it is over or its bulletin is here.
  func nextMeeting() throws(StorageError) -> PlannedMeeting? {
    guard let called = directory.district.nextMeeting, called.day >= today else { return nil }
    let last = try MeetingStore(session, district).latest(1).first
    return last.map { $0.day >= called.day } == true ? nil : called
  }

  func loop(_ phases: [Phase: Int], undecided: Int, unit: UnitID?) throws(StorageError) -> LoopCounts {
    let outcomes = OutcomeStore(session, district)
    return LoopCounts(
      undecided: undecided, assigned: phases[.assigned] ?? 0, underway: phases[.underway] ?? 0,
      submitted: phases[.submitted] ?? 0, closed: phases[.closed] ?? 0, objected: phases[.objected] ?? 0,
      suspended: phases[.suspended] ?? 0,
      returned: try outcomes.count(.returned, unit: unit), reopened: try outcomes.count(.reopened, unit: unit))
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

  private func headline(
    _ phases: [Phase: Int], mine: Int, late: [LateUnit], unit: UnitID?
  ) throws(StorageError) -> Headline {
    let counters = CounterStore(session, district)
    let open = phases.filter { $0.key.isOpen }.values.reduce(0, +)
    let overdue = try counters.overdue(on: today, unit: unit)
    if overdue > 0, let unit {
      return .overdue(overdue, worstUnit: self.unit(unit), itsOverdue: overdue)
    }
    if overdue > 0, let worst = late.first {
      return .overdue(overdue, worstUnit: worst.unit, itsOverdue: worst.overdue)
    }
    if mine > 0 { return .waitingForMe(mine) }
    let near = try counters.due(from: today, to: nearLimit, unit: unit)
    if near > 0 { return .nearDue(near) }
    return phases.values.allSatisfy { $0 == 0 } ? .empty : .allOnTime(open: open)
  }

  /// Matters that wait for an act which the viewer may do, soonest due first.
  private func myTurn(_ viewer: Officer) throws(StorageError) -> [TurnRow] {
    var waiting: [Matter] = []
    // Some of what is submitted the viewer handled and may not verify, so twice as many are read.
    let limit = MyDay.shown * 2
    if viewer.isUnitOfficer {
      waiting += try matters([.assigned, .underway], lead: viewer.unit, limit: limit)
    }
    if viewer.roles.contains(.coordinator) { waiting += try MatterStore(session, district).ready(limit: limit) }
    let aside = try asideTurn(viewer, limit: limit)
    let mine = waiting.compactMap { matter in turn(matter).flatMap { may(viewer, $0.act, on: matter) ? $0 : nil } }
    return Array((aside + mine).prefix(MyDay.shown))
  }

  /// What waits beside the main way for somebody's word: answers first, they have clocks of their own.
  private func asideTurn(_ viewer: Officer, limit: Int) throws(StorageError) -> [TurnRow] {
    let kinds: [(kind: Waiting.Kind, act: MatterAct, through: CivilDate?)] = [
      (.objection, .answerObjection, nil), (.extension, .decideExtension, nil), (.verification, .close, nil),
      (.publication, .publish, nil), (.notice, .notice, nil), (.notice, .noticeEnd, today.adding(days: -1)),
      (.suspension, .resume, today), (.part, .finishPart, nil), (.lookBack, .lookBack, today),
      (.concern, .lookInto, nil), (.milestone, .finishMilestone, nearLimit), (.measure, .checkMeasure, nearLimit),
    ]
    let store = WaitingStore(session, district)
    var rows: [TurnRow] = []
    for wait in kinds {
      let isUnits = [.part, .milestone, .measure].contains(wait.kind)
      let asks =
        isUnits
        ? viewer.isUnitOfficer
        : wait.kind == .verification
          ? viewer.roles.contains(.verifier)
          : viewer.roles.contains { [.coordinator, .verifier, .leader].contains($0) }
      guard asks else { continue }
      let lines =
        wait.kind == .lookBack
        ? try lookBacks(for: viewer, through: wait.through, limit: limit)
        : try store.lines(wait.kind, unit: isUnits ? viewer.unit : nil, through: wait.through, limit: limit)
      for line in lines where may(viewer, wait.act, on: line.matter) {
        let concerns = wait.kind == .concern ? line.matter.concerns : []
        rows.append(
          TurnRow(
            row: row(line.matter), act: wait.act,
            since: concerns.map(\.on).min() ?? line.matter.lastActAt.civilDate, by: line.due.map(dueLine),
            wait: TurnRow.Wait(kind: wait.kind, unit: unit(line.unit)), concerns: concerns.map(\.concern)))
      }
    }
    return rows + (try slipping(viewer, limit: limit))
  }

  /// Look-backs that a viewer may have to do: a coordinator's are all; anybody else's first those of their unit, which what
  /// others hold does not crowd out, and then those that no unit holds.
  func lookBacks(for viewer: Officer, through last: CivilDate? = nil, limit: Int) throws(StorageError) -> [WaitingLine]
  {
    let store = WaitingStore(session, district)
    guard !viewer.roles.contains(.coordinator) else { return try store.lines(.lookBack, through: last, limit: limit) }
    let own = try store.lines(.lookBack, unit: viewer.unit, through: last, limit: limit)
    return own + (try store.heldByNone(through: last, limit: limit)).filter { $0.unit != viewer.unit }
  }

  /// Projects of which a milestone is near or past: the coordinator may press their units while there is time.
  private func slipping(_ viewer: Officer, limit: Int) throws(StorageError) -> [TurnRow] {
    guard viewer.roles.contains(.coordinator) else { return [] }
    var (rows, seen): ([TurnRow], Set<MatterID>) = ([], [])
    for line in try WaitingStore(session, district).lines(.milestone, through: nearLimit, limit: limit)
    where seen.insert(line.matter.id).inserted && may(viewer, .press, on: line.matter) {
      rows.append(
        TurnRow(
          row: row(line.matter), act: .press, since: line.matter.lastActAt.civilDate, by: line.due.map(dueLine),
          wait: TurnRow.Wait(kind: .milestone, unit: unit(line.unit))))
    }
    return rows
  }

  /// Matters that others must move and the viewer waits for.
  private func othersTurn(_ viewer: Officer) throws(StorageError) -> [TurnRow] {
    var waiting: [Matter] = []
    if viewer.roles.contains(.coordinator) {
      waiting = try matters([.assigned, .underway], limit: MyDay.othersShown)
    } else if viewer.roles.contains(.leader) {
      waiting = try matters(Phase.allCases.filter(\.isOpen), leader: viewer.id, limit: MyDay.othersShown)
    } else if viewer.isUnitOfficer {
      waiting = try matters([.submitted], lead: viewer.unit, limit: MyDay.othersShown)
    }
    return waiting.compactMap(turn)
  }

  /// Soonest due first. One read a phase, each in the order of its index, so that none sorts what it does not show; of a
  /// leader what is in their charge, and what they took (包案).
  func matters(
    _ phases: [Phase], lead: UnitID? = nil, leader: OfficerID? = nil, limit: Int
  ) throws(StorageError) -> [Matter] {
    var found: [Matter] = []
    for phase in phases {
      let filter = MatterSelection(phases: [phase], lead: lead, leader: leader)
      found += try MatterStore(session, district).page(filter, after: nil, limit: limit)
      guard let leader else { continue }
      let taken = MatterSelection(phases: [phase], lead: lead, adopter: leader)
      found += try MatterStore(session, district).page(taken, after: nil, limit: limit).filter { $0.leader != leader }
    }
    found.sort { (MatterStore.dueKey($0), $0.id) < (MatterStore.dueKey($1), $1.id) }
    return Array(found.prefix(limit))
  }

  private func turn(_ matter: Matter) -> TurnRow? {
    let wait = matter.waiting.first { $0.kind == .verification || $0.kind == .notice }
    return MatterAct.inPhase(matter).first.map {
      TurnRow(
        row: row(matter), act: $0, since: matter.phaseSince.civilDate, by: wait?.due.map(dueLine),
        wait: wait.map { TurnRow.Wait(kind: $0.kind, unit: unit($0.unit)) })
    }
  }

  func may(_ viewer: Officer, _ act: MatterAct, on matter: Matter) -> Bool {
    guard let context = context(matter) else { return false }
    return allowed(act.kind, on: matter, by: .officer(viewer), in: context).isEmpty
  }
}
