package import Directory
package import Ground

/// How much a period holds: texts in Unicode scalars.
package enum PeriodLimit {
  package static let title = 60
  package static let basis = 300
  package static let issuer = 100
  package static let number = 60
  package static let reason = 500
  package static let plan = 8000
  package static let hotline = 40
  package static let handover = 1000
  package static let report = 500
  /// In days, the first and the last counted.
  package static let length = 366
  /// What is set, ended, rostered or reported lies at most so many days back.
  package static let daysBack = 3
  /// Lines of a roster that are entered at once.
  package static let lines = 62
}

/// What somebody wants done with a key period or an alert.
package enum PeriodCommand: Sendable {
  case set(PeriodID, PeriodTerms)
  case amend(PeriodTerms, reason: Words)
  case end(last: CivilDate, reason: Words)
  case withdraw(reason: Words)
  case plan(Words)
  case setHotline(UnitID, number: Words, recordedFor: StandbyChannel?)
  /// The lines that are to be; those that say what already stands are passed over.
  case roster(UnitID, [RosterLine], shown: [RosterLine], recordedFor: StandbyChannel?)
  case handOver(ShiftKey, text: Words, open: Words?, recordedFor: StandbyChannel?)
  case report(UnitID, day: CivilDate, text: Words?, recordedFor: StandbyChannel?)
}

/// What stands beside a period and decides with it.
package struct PeriodContext: Sendable {
  /// The shifts that a command is about, as far as somebody is on duty.
  package let shifts: [ShiftKey: DutyShift]
  /// Whether any roster was entered for it.
  package let hasRoster: Bool
  /// The report of the unit and day that a command is about.
  package let report: DailyReport?
  /// The types of subjects that the packs know.
  package let types: Set<String>

  package init(
    shifts: [ShiftKey: DutyShift] = [:], hasRoster: Bool = false, report: DailyReport? = nil, types: Set<String> = []
  ) {
    (self.shifts, self.hasRoster, self.report, self.types) = (shifts, hasRoster, report, types)
  }
}

/// Answers a command with what happens, or with every reason why it may not. Nothing happens where it is so already: a
/// second click on "nothing happened".
package func decide(
  _ command: PeriodCommand, on period: RegisteredPeriod?, _ context: PeriodContext, by actor: Actor, at now: Instant,
  in directory: Directory
) throws(Refusal) -> [PeriodEvent] {
  let changes: [PeriodChange]
  if case .set(let id, let terms) = command {
    let rules = PeriodRules(actor: actor, today: now.civilDate, directory: directory)
    guard period == nil else { throw Refusal(.periodExists) }
    try rules.requireCoordinator()
    try refuse(rules.problems(of: terms, before: nil, context))
    changes = [.set(id: id, terms: terms)]
  } else {
    guard let period else { throw Refusal(.periodUnknown) }
    if period.withdrawn != nil { throw Refusal(.periodWithdrawn) }
    switch command {
    case .set, .amend, .end, .withdraw, .plan:
      let rules = PeriodRules(actor: actor, today: now.civilDate, directory: directory)
      changes = [try rules.change(command, on: period, context)]
    case .setHotline, .roster, .handOver, .report:
      let rules = StandbyRules(period: period, actor: actor, today: now.civilDate, directory: directory)
      changes = try rules.changes(for: command, context)
    }
  }
  return changes.map { PeriodEvent($0, by: actor.code, at: now) }
}

/// Whether the officer may enter what a unit enters for itself: whoever works for it or for a unit above it.
package func mayStandBy(for unit: UnitID, _ officer: Officer, in directory: Directory) -> Bool {
  guard !officer.hasLeft else { return false }
  let isOwn = officer.isUnitOfficer || officer.roles.contains(.verifier) || officer.roles.contains(.coordinator)
  return isOwn && directory.circle(of: officer.unit).contains(unit)
}

/// Typed words: neither blank nor too long.
func written(_ words: Words, _ limit: Int, at place: String) -> [Problem] {
  if words.isBlank { return [Problem(.periodBlank, at: place)] }
  return words.length > limit ? [Problem(.periodLong, at: place, ["limit": "\(limit)"])] : []
}
