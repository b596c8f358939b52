package import Directory
package import Ground
import Matters

/// How much a sitting holds.
package enum SittingLimit {
  package static let agenda = 40
  package static let agendaText = 200
  package static let reports = 200
  package static let reportText = 5000
  package static let instructions = 30
  package static let instructionSource = 100
  package static let instructionText = 1000
  package static let decisions = 200
  package static let decisionText = 500
  package static let decisionUnits = 60
  package static let deadline = 40
  package static let presences = 300
  package static let leaders = 50
  package static let post = 60
  package static let reason = 500
}

/// Answers a command with what happens, or with every reason why it may not.
package func decide(
  _ command: SittingCommand, on sitting: Sitting?, by actor: Actor, at now: Instant, in directory: Directory
) throws(Refusal) -> [SittingEvent] {
  let change = try SittingRules(sitting: sitting, actor: actor, today: now.civilDate, directory: directory)
    .change(for: command)
  return [SittingEvent(change, by: actor.code, at: now)]
}

private struct SittingRules {
  let sitting: Sitting?
  let actor: Actor
  let today: CivilDate
  let directory: Directory

  func change(for command: SittingCommand) throws(Refusal) -> SittingChange {
    if case .submitReport(let unit, let text, let onBehalf) = command { return try submitted(unit, text, onBehalf) }
    if case .remind(let units) = command { return try reminded(units) }
    try requireCoordinator()
    if case .call(let id, let plan, let agenda) = command {
      guard sitting == nil else { throw Refusal(.sittingExists) }
      try check(agenda)
      return .called(id: id, plan: plan, agenda: agenda)
    }
    switch command {
    case .call, .submitReport, .remind: preconditionFailure("answered above")
    case .move(let plan, let dues): return try moved(to: plan, dues)
    case .setAgenda(let items):
      try requireGoing()
      try check(items)
      return .agendaSet(items: items)
    case .askReports(let units, let mode, let due): return try asked(units, mode, due)
    case .withdrawReport(let unit):
      guard try report(of: unit).submission == nil else { throw Refusal(.sittingReportIn, ["unit": name(unit)]) }
      return .reportWithdrawn(unit: unit)
    case .readReport(let unit):
      switch try report(of: unit).state {
      case .asked: throw Refusal(.sittingReportMissing, ["unit": name(unit)])
      case .read: throw Refusal(.sittingReportRead, ["unit": name(unit)])
      case .submitted: return .reportRead(unit: unit)
      }
    case .open(let opening): return try opened(opening)
    case .setPresences(let presences):
      try requireOpen()
      try check(presences)
      return .presencesSet(presences: presences)
    case .convey(let instruction): return try conveyed(instruction)
    case .linkInstruction(let number, let matter):
      // What becomes of an instruction is known after the meeting.
      guard let sitting, sitting.stage != .calledOff, sitting.instructions.indices.contains(number) else {
        throw Refusal(.sittingItem)
      }
      guard !sitting.instructions[number].matters.contains(matter) else { throw Refusal(.sittingLinked, at: "matter") }
      return .instructionLinked(number: number, matter: matter)
    case .settleInstruction(let number, let reason):
      guard let sitting, sitting.stage != .calledOff, sitting.instructions.indices.contains(number) else {
        throw Refusal(.sittingItem)
      }
      guard sitting.instructions[number].isOpen else { throw Refusal(.sittingSettled, at: "reason") }
      try check(reason, SittingLimit.instructionText, at: "reason")
      return .instructionSettled(number: number, reason: reason)
    case .dropInstruction(let number):
      guard try requireOpen().instructions.indices.contains(number) else { throw Refusal(.sittingItem) }
      return .instructionDropped(number: number)
    case .decide(let decision): return try decided(decision)
    case .dropDecision(let number):
      guard try requireOpen().decisions.indices.contains(number) else { throw Refusal(.sittingItem) }
      return .decisionDropped(number: number)
    case .minute(let meeting):
      try requireOpen()
      return .minuted(meeting: meeting)
    case .callOff(let reason):
      try requirePlanned()
      try check(reason, SittingLimit.reason, at: "reason")
      return .calledOff(reason: reason)
    }
  }

  /// No report may be left to fall due after the day on which it is to be heard.
  private func moved(to plan: PlannedMeeting, _ dues: [ReportDue]) throws(Refusal) -> SittingChange {
    let sitting = try requirePlanned()
    let new = Dictionary(dues.map { ($0.unit, $0.due.day) }, uniquingKeysWith: { first, _ in first })
    for report in sitting.reports where report.submission == nil {
      let due = new[report.unit] ?? report.due.day
      // Where the day goes back to a later one, a due day that was moved stays where it is.
      guard due <= plan.day || plan.day >= sitting.plan.day else {
        throw Refusal(.sittingReportLate, at: "day", ["due": due.iso, "day": plan.day.iso])
      }
    }
    return .moved(plan: plan, dues: dues.isEmpty ? nil : dues)
  }

  private func asked(_ units: [UnitID], _ mode: Reported.Mode, _ due: DueDate) throws(Refusal) -> SittingChange {
    let sitting = try requirePlanned()
    guard !units.isEmpty else { throw Refusal(.sittingNoUnit, at: "unit") }
    guard sitting.reports.count + units.count <= SittingLimit.reports else {
      throw Refusal(.sittingFull, at: "unit", ["limit": String(SittingLimit.reports)])
    }
    try check(units, at: "unit")
    let again = units.filter { sitting.report(of: $0) != nil }
    guard again.isEmpty else {
      throw Refusal(.sittingReportAsked, at: "unit", ["units": again.map(name).joined(separator: "、")])
    }
    guard due.day <= sitting.plan.day else {
      throw Refusal(.sittingReportLate, at: "days", ["due": due.day.iso, "day": sitting.plan.day.iso])
    }
    return .reportsAsked(units: units, mode: mode, due: due, on: today)
  }

  private func submitted(_ unit: UnitID, _ text: Words, _ onBehalf: OnBehalf?) throws(Refusal) -> SittingChange {
    // Asked first: whether another unit owes a report is not to be found out by trying.
    if onBehalf == nil, actor.officer.map({ $0.isUnitOfficer && $0.unit == unit }) != true {
      throw Refusal(.sittingReportUnit, at: "text", ["unit": name(unit)])
    }
    let report = try report(of: unit)
    if let onBehalf {
      try requireCoordinator()
      guard onBehalf.unit == unit else { throw Refusal(.sittingReportUnit, at: "on_behalf", ["unit": name(unit)]) }
      guard onBehalf.day <= today, onBehalf.day >= report.askedOn else {
        throw Refusal(.sittingReportDay, at: "on_behalf.day", ["first": report.askedOn.iso, "last": today.iso])
      }
    }
    guard report.state != .read else { throw Refusal(.sittingReportRead, ["unit": name(unit)]) }
    try check(text, SittingLimit.reportText, at: "text")
    return .reportSubmitted(unit: unit, text: text, onBehalf: onBehalf)
  }

  /// Once a due day, and by the rule alone.
  private func reminded(_ units: [UnitID]) throws(Refusal) -> SittingChange {
    guard actor.officer == nil else { throw Refusal(.sittingCoordinatorOnly) }
    try requireGoing()
    for unit in units {
      let report = try report(of: unit)
      guard report.submission == nil else { throw Refusal(.sittingReportIn, ["unit": name(unit)]) }
      guard report.remindedOn == nil else { throw Refusal(.sittingReportReminded, ["unit": name(unit)]) }
    }
    return .reportsReminded(units: units, on: today)
  }

  private func opened(_ opening: Opening) throws(Refusal) -> SittingChange {
    let sitting = try requirePlanned()
    guard sitting.plan.day <= today else { throw Refusal(.sittingEarly, ["day": sitting.plan.day.iso]) }
    guard opening.leaders.count <= SittingLimit.leaders, Set(opening.leaders).count == opening.leaders.count else {
      throw Refusal(.sittingFull, at: "leader", ["limit": String(SittingLimit.leaders)])
    }
    for officer in [opening.chair] + opening.leaders {
      guard let known = directory.officers[officer], !known.hasLeft, known.roles.contains(.leader) else {
        throw Refusal(.sittingOfficer, at: "chair")
      }
    }
    try check(opening.presences)
    return .opened(opening)
  }

  private func conveyed(_ instruction: Instruction) throws(Refusal) -> SittingChange {
    guard try requireOpen().instructions.count < SittingLimit.instructions else {
      throw Refusal(.sittingFull, at: "source", ["limit": String(SittingLimit.instructions)])
    }
    try check(instruction.source, SittingLimit.instructionSource, at: "source")
    try check(instruction.text, SittingLimit.instructionText, at: "text")
    return .instructionConveyed(instruction)
  }

  private func decided(_ decision: SittingDecision) throws(Refusal) -> SittingChange {
    guard try requireOpen().decisions.count < SittingLimit.decisions else {
      throw Refusal(.sittingFull, at: "text", ["limit": String(SittingLimit.decisions)])
    }
    try check(decision.text, SittingLimit.decisionText, at: "text")
    if let deadline = decision.deadline { try check(deadline, SittingLimit.deadline, at: "deadline") }
    guard decision.units.count <= SittingLimit.decisionUnits else {
      throw Refusal(.sittingFull, at: "unit", ["limit": String(SittingLimit.decisionUnits)])
    }
    try check(decision.units, at: "unit")
    if let speaker = decision.speaker, directory.officers[speaker] == nil {
      throw Refusal(.sittingOfficer, at: "speaker")
    }
    return .decided(decision)
  }

  private func check(_ items: [AgendaItem]) throws(Refusal) {
    guard items.count <= SittingLimit.agenda else {
      throw Refusal(.sittingFull, at: "agenda", ["limit": String(SittingLimit.agenda)])
    }
    for item in items {
      try check(item.title, SittingLimit.agendaText, at: "agenda")
      // An item is a line; two would come back as two items.
      guard item.title.text?.contains(where: \.isNewline) != true else {
        throw Refusal(.sittingText, at: "agenda", ["limit": String(SittingLimit.agendaText)])
      }
    }
  }

  private func check(_ presences: [Presence]) throws(Refusal) {
    guard presences.count <= SittingLimit.presences else {
      throw Refusal(.sittingFull, at: "presence", ["limit": String(SittingLimit.presences)])
    }
    try check(presences.map(\.unit), at: "presence")
    for post in presences.compactMap(\.post) { try check(post, SittingLimit.post, at: "presence") }
  }

  /// Known, still there, and none twice.
  private func check(_ units: [UnitID], at place: String) throws(Refusal) {
    for unit in units {
      guard let known = directory.units[unit], known.ended == nil, known.kind != .government else {
        throw Refusal(.sittingUnit, at: place, ["unit": name(unit)])
      }
    }
    guard Set(units).count == units.count else { throw Refusal(.sittingUnit, at: place, ["unit": "×2"]) }
  }

  private func check(_ words: Words, _ limit: Int, at place: String) throws(Refusal) {
    // Words that were erased stand in an agenda that is set again; they are nobody's typing.
    guard let text = words.text else { return }
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= limit else {
      throw Refusal(.sittingText, at: place, ["limit": String(limit)])
    }
  }

  private func name(_ unit: UnitID) -> String { directory.shownName(of: unit) }

  private func report(of unit: UnitID) throws(Refusal) -> UnitReport {
    guard let sitting else { throw Refusal(.sittingUnknown) }
    // A report that is late is still one: it is handed in and read after the meeting too.
    guard sitting.stage != .calledOff else { throw Refusal(.sittingOver) }
    guard let report = sitting.report(of: unit) else {
      throw Refusal(.sittingReportUnknown, ["unit": name(unit)])
    }
    return report
  }

  private func requireCoordinator() throws(Refusal) {
    guard actor.has(.coordinator) else { throw Refusal(.sittingCoordinatorOnly) }
  }

  @discardableResult
  private func requirePlanned() throws(Refusal) -> Sitting {
    let sitting = try requireGoing()
    guard sitting.stage == .planned else { throw Refusal(.sittingNotPlanned) }
    return sitting
  }

  @discardableResult
  private func requireOpen() throws(Refusal) -> Sitting {
    let sitting = try requireGoing()
    guard sitting.stage == .open else { throw Refusal(.sittingNotOpen) }
    return sitting
  }

  /// Neither held nor called off.
  @discardableResult
  private func requireGoing() throws(Refusal) -> Sitting {
    guard let sitting else { throw Refusal(.sittingUnknown) }
    guard sitting.stage == .planned || sitting.stage == .open else { throw Refusal(.sittingOver) }
    return sitting
  }
}
