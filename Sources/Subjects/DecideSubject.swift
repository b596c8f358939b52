package import Directory
package import Ground
package import Packs

/// How much a subject holds, in Unicode scalars.
package enum SubjectLimit {
  package static let name = 100
  package static let address = 200
  package static let reason = 500
}

/// Answers a command with what happens, or with every reason why it may not.
package func decide(
  _ command: SubjectCommand, on subject: Subject?, by actor: Actor, at now: Instant, in directory: Directory,
  packs: PackLibrary
) throws(Refusal) -> [SubjectEvent] {
  let rules = SubjectRules(
    subject: subject, actor: actor, today: now.civilDate, directory: directory, work: packs.work)
  return [SubjectEvent(try rules.change(for: command), by: actor.code, at: now)]
}

/// Whether the officer may write down what concerns a subject of these units: a coordinator, or who works for one of them.
package func mayKeep(_ details: SubjectDetails, _ actor: Actor, in directory: Directory) -> Bool {
  guard let officer = actor.officer, !officer.hasLeft else { return false }
  if officer.roles.contains(.coordinator) { return true }
  guard officer.isUnitOfficer else { return false }
  let circle = directory.circle(of: officer.unit)
  return details.units.contains(where: circle.contains)
}

/// Whether the officer may let a subject resume, or retire it: a coordinator, or who works for the unit that supervises its
/// trade or for the town where it lies, but never whoever runs it (DESIGN §3.3).
package func mayOversee(_ details: SubjectDetails, _ actor: Actor, in directory: Directory) -> Bool {
  guard let officer = actor.officer, !officer.hasLeft else { return false }
  if officer.roles.contains(.coordinator) { return true }
  guard officer.isUnitOfficer else { return false }
  let circle = directory.circle(of: officer.unit)
  let runs = details.responsible.map(circle.contains) ?? false
  return !runs && (circle.contains(details.supervising) || circle.contains(details.territorial))
}

extension Scope {
  /// Whether what is known of a subject may be seen: that of the own units, in whichever role.
  package func covers(_ details: SubjectDetails) -> Bool {
    covers(lead: details.supervising, supporting: [details.territorial] + [details.responsible].compactMap { $0 })
  }
}

private struct SubjectRules {
  let subject: Subject?
  let actor: Actor
  let today: CivilDate
  let directory: Directory
  let work: StandingWork

  func change(for command: SubjectCommand) throws(Refusal) -> SubjectChange {
    if case .register(let new, let isAwake) = command { return try registered(new, isAwake: isAwake) }
    guard let subject else { throw Refusal(.subjectUnknown) }
    try requireKeeper(of: subject.details)
    if case .giveBack = command {
      guard subject.imported != nil, subject.version == 1 else {
        throw Refusal(.subjectMoved, ["name": subject.details.name.shown])
      }
      return .givenBack
    }
    if case .retired = subject.status { throw Refusal(.subjectRetired, ["name": subject.details.name.shown]) }
    switch command {
    case .register, .giveBack: preconditionFailure("answered above")
    case .amend(let details, let reason):
      try requireKeeper(of: details)
      // Nobody opens its own gate by striking itself off as the one that runs it.
      if details.responsible != subject.details.responsible { try requireOverseer(of: subject.details) }
      try refuse(problems(of: details, type: subject.type) + typed(reason, SubjectLimit.reason, at: "reason"))
      guard details != subject.details else { throw Refusal(.subjectSame) }
      return .amended(details, reason: reason)
    case .grade(let grade, let reason):
      try refuse(typed(reason, SubjectLimit.reason, at: "reason"))
      return .graded(RiskGrading(grade: grade, reason: reason, on: today))
    case .suspend(let reason):
      try refuse(typed(reason, SubjectLimit.reason, at: "reason"))
      guard case .active = subject.status else { throw Refusal(.subjectSuspended) }
      return .suspended(reason: reason)
    case .resume(let passed, let reason):
      try requireOverseer(of: subject.details)
      try refuse(typed(reason, SubjectLimit.reason, at: "reason"))
      guard case .suspended = subject.status else { throw Refusal(.subjectActive) }
      if passed == nil, let gate = work.subjectTypes[subject.type]?.gate {
        throw Refusal(.subjectGate, ["checklist": work.checklists[gate]?.title.chinese ?? gate])
      }
      return .resumed(passed: passed, reason: reason)
    case .retire(let reason):
      try requireOverseer(of: subject.details)
      try refuse(typed(reason, SubjectLimit.reason, at: "reason"))
      return .retired(reason: reason)
    }
  }

  private func registered(_ new: NewSubject, isAwake: Bool) throws(Refusal) -> SubjectChange {
    guard subject == nil else { throw Refusal(.subjectExists) }
    try requireKeeper(of: new.details)
    guard let type = work.subjectTypes[new.type] else {
      throw Refusal(.subjectType, at: "type", ["type": new.type])
    }
    if type.isDormant, !isAwake { throw Refusal(.subjectAsleep, at: "type", ["type": type.title.chinese]) }
    let reason = new.risk.map { typed($0.reason, SubjectLimit.reason, at: "risk_reason") } ?? []
    try refuse(problems(of: new.details, type: new.type) + reason)
    return .registered(new)
  }

  private func problems(of details: SubjectDetails, type code: String) -> [Problem] {
    guard let type = work.subjectTypes[code] else { return [Problem(.subjectType, at: "type", ["type": code])] }
    return typed(details.name, SubjectLimit.name, at: "name")
      + (details.address.map { typed($0, SubjectLimit.address, at: "address") } ?? [])
      + place(details, type) + units(details) + AttributeRules(type: type).problems(details.attributes)
  }

  private func place(_ details: SubjectDetails, _ type: SubjectType) -> [Problem] {
    switch type.place {
    case .required where details.address == nil: [Problem(.subjectAddress, at: "address")]
    case .none where details.position != nil: [Problem(.subjectMobile, at: "position", ["type": type.title.chinese])]
    case .required, .optional, .none: []
    }
  }

  private func units(_ details: SubjectDetails) -> [Problem] {
    DutyRule.UnitRole.allCases.flatMap { role in details.unit(role).map { unit($0, as: role) } ?? [] }
  }

  private func unit(_ id: UnitID, as role: DutyRule.UnitRole) -> [Problem] {
    let place = role.rawValue
    guard let unit = directory.units[id] else { return [Problem(.subjectUnit, at: place, ["unit": id.text])] }
    if unit.ended != nil { return [Problem(.subjectUnitEnded, at: place, ["unit": unit.name.shown])] }
    return role.isOpen(to: unit.kind) ? [] : [Problem(.subjectUnitKind, at: place, ["unit": unit.name.shown])]
  }

  private func requireOverseer(of details: SubjectDetails) throws(Refusal) {
    guard mayOversee(details, actor, in: directory) else { throw Refusal(.subjectOverseer, at: "actor") }
  }

  private func requireKeeper(of details: SubjectDetails) throws(Refusal) {
    guard mayKeep(details, actor, in: directory) else { throw Refusal(.subjectKeeper, at: "actor") }
  }
}

extension DutyRule.UnitRole {
  /// Whether a unit of this kind can have the role.
  package func isOpen(to kind: UnitKind) -> Bool {
    switch self {
    case .supervising: kind == .department || kind == .office
    case .territorial: kind == .town || kind == .community
    case .responsible: kind != .government
    }
  }
}

/// Typed words: neither blank nor too long.
func typed(_ words: Words, _ limit: Int, at place: String) -> [Problem] {
  // What the law had erased said something once.
  if words.isErased { return [] }
  if words.isBlank { return [Problem(.subjectBlank, at: place)] }
  return words.length > limit ? [Problem(.subjectLong, at: place, ["limit": "\(limit)"])] : []
}
