import Directory
import Ground
import Matters
import Packs
import Storage

/// What every question has in hand: one snapshot, the directory as it stood, and the day.
struct Asking {
  let session: any SQLSession
  let district: DistrictID
  let directory: Directory
  let packs: PackLibrary
  let calendar: WorkCalendar
  let now: Instant

  var today: CivilDate { now.civilDate }

  func unit(_ id: UnitID) -> UnitName { UnitName(id: id, name: directory.units[id]?.name ?? Words(id.text)) }

  func name(_ unit: Unit) -> UnitName { UnitName(id: unit.id, name: unit.name) }

  func officer(_ id: OfficerID) -> OfficerName {
    guard let officer = directory.officers[id] else {
      return OfficerName(
        id: id, name: Words(id.text), post: Words(""), unit: UnitName(id: UnitID(trusted: "-"), name: Words("")))
    }
    return name(officer)
  }

  func name(_ officer: Officer) -> OfficerName {
    OfficerName(id: officer.id, name: officer.name, post: officer.post, unit: unit(officer.unit))
  }

  /// Who an entry's actor is: an officer, or a rule.
  func author(_ code: String) -> StoryAuthor {
    guard let people = Actor.officers(in: code), let who = directory.officers[people.who] else { return .rule(code) }
    return people.for.map { .standIn(name(who), for: self.officer($0)) } ?? .officer(name(who))
  }

  /// The last day on which an open matter is near due; overdue is before today (DESIGN §3.5).
  var nearLimit: CivilDate { lights.lastNearDay(from: today) }

  var lights: LightRule { LightRule(calendar: calendar, nearWorkdays: directory.clocks.nearWorkdays) }

  var clock: DueClock { DueClock(calendar: calendar, opening: directory.clocks.opening) }

  /// What deciding about a matter may look at; nil where its standard is gone.
  func context(_ matter: Matter) -> Context? {
    packs.standard(matter.standard, issuedOn: matter.issuedAt.civilDate).map {
      Context(directory: directory, standard: $0, packs: packs, clock: clock, moment: now)
    }
  }

  func standing(_ matter: Matter) -> Standing { standing(phase: matter.phase, due: matter.due?.day) }

  func standing(phase: Phase, due: CivilDate?) -> Standing {
    switch lights.light(phase: phase, due: due, on: today) {
    case nil: phase == .closed ? .closed : .cancelled
    case .red?: .overdue
    case .yellow?: .nearDue
    case .green?: .underway
    case .grey?: .suspended
    }
  }

  func dueLine(_ matter: Matter) -> DueLine? {
    guard let due = matter.due else { return nil }
    return DueLine(
      day: due.day, distance: matter.isOpen ? distance(to: due.day) : .settled,
      isProvisional: !calendar.unknownYears(of: due).isEmpty
    )
  }

  /// A day of its own, as what is waited for has one.
  func dueLine(_ day: CivilDate) -> DueLine {
    DueLine(day: day, distance: distance(to: day), isProvisional: calendar.isUnknown(day))
  }

  func distance(to day: CivilDate) -> DueDistance {
    if day == today { return .today }
    if isOverdue(due: day, on: today) { return .daysOver(day.days(until: today)) }
    return .workdaysLeft(calendar.workdays(after: today, through: day))
  }

  func row(_ matter: Matter) -> MatterRow {
    MatterRow(
      matter: MatterName(id: matter.id, number: matter.number), text: matter.text, standing: standing(matter),
      phase: matter.phase, urgency: matter.urgency, lead: unit(matter.lead), supporting: matter.supporting.count,
      due: dueLine(matter), lastAct: LastAct(kind: matter.lastAct, day: matter.lastActAt.civilDate),
      progress: matter.isParent
        ? ChildProgress(settled: matter.children.count { !$0.phase.isOpen }, total: matter.children.count) : nil)
  }

  func counts(_ rows: [StandingCount]) -> StandingCounts {
    func sum(_ wanted: (StandingCount) -> Bool) -> Int { rows.filter(wanted).reduce(0) { $0 + $1.amount } }
    return StandingCounts(
      closed: sum { $0.phase == .closed },
      underway: sum { $0.phase.isOpen && $0.phase != .suspended && !$0.isLate && !$0.isNear },
      nearDue: sum { $0.phase.isOpen && $0.phase != .suspended && $0.isNear },
      suspended: sum { $0.phase == .suspended && !$0.isLate }, overdue: sum { $0.phase.isOpen && $0.isLate },
      cancelled: sum { $0.phase == .cancelled })
  }

  func counts(_ matters: [Matter]) -> StandingCounts {
    let standings = matters.map(standing)
    func count(_ wanted: Standing) -> Int { standings.count { $0 == wanted } }
    return StandingCounts(
      closed: count(.closed), underway: count(.underway), nearDue: count(.nearDue), suspended: count(.suspended),
      overdue: count(.overdue),
      cancelled: count(.cancelled))
  }
}

extension Office {
  /// Asks one question on one snapshot; refused while the district has not been set up.
  func answer<Answer: Sendable>(
    _ question: @escaping @Sendable (Asking) throws(StorageError) -> Answer
  ) async throws(Refusal) -> Answer {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let (district, packs) = (district, packDesk.packs(of: directory))
    let (calendar, now) = (directory.calendar(over: shippedCalendar), now)
    return try await ask { (session: any SQLSession) throws(StorageError) in
      try question(
        Asking(
          session: session, district: district, directory: directory, packs: packs, calendar: calendar, now: now))
    }
  }
}
