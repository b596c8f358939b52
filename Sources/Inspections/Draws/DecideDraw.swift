package import Directory
package import Ground
package import Packs

/// How much a draw holds.
package enum DrawLimit {
  /// Subjects in one population; more are drawn from by area or type.
  package static let population = 2000
  /// Inspections or subjects that are looked at for one population, so that gathering it stays short.
  package static let read = 20_000
  /// Inspectors for one subject.
  package static let inspectors = 4
  /// In Unicode scalars.
  package static let text = 200
  /// Digits of a public number.
  package static let digits = 40
  /// An inspection of these fields is made by two at least: 特种设备安全监督检查办法 (2022) art. 19, 食品生产经营监督检查管理办法
  /// (2022) art. 23. Whether others ask for it too was read in no statute (待核), so there it is the district's choice.
  package static let two: Set<Field> = [.equipment, .foodDrug]
}

package enum DrawCommand: Sendable {
  case commit(DrawCommitment)
  case reveal(DrawRevelation)
  case replace(by: DrawID)
}

/// Whether the officer may draw for a unit: a coordinator for any, whoever leads a unit for their own. An auditor reads and
/// recomputes every draw, and changes nothing.
package func mayDraw(for unit: UnitID, _ officer: Officer, in directory: Directory) -> Bool {
  guard !officer.hasLeft else { return false }
  return officer.roles.contains(.coordinator)
    || (officer.roles.contains(.unitLead) && directory.circle(of: officer.unit).contains(unit))
}

/// Answers a command with what happens, or with every reason why it may not.
///
/// - Parameter last: the last draw of the same slot; nil where there was none.
package func decide(
  _ command: DrawCommand, on draw: Draw?, last: Draw? = nil, by actor: Actor, at now: Instant, in directory: Directory,
  packs: PackLibrary
) throws(Refusal) -> [DrawEvent] {
  let rules = DrawRules(actor: actor, directory: directory, work: packs.work)
  let change: DrawChange
  switch command {
  case .commit(let new):
    guard draw == nil else { throw Refusal(.drawExists) }
    try rules.require(new.unit)
    try refuse(rules.problems(of: new, after: last))
    change = .committed(new)
  case .reveal(let shown):
    guard let draw else { throw Refusal(.drawUnknown) }
    try rules.require(draw.commitment.unit)
    guard draw.replacedBy == nil else { throw Refusal(.drawReplaced) }
    guard draw.revelation == nil else { throw Refusal(.drawRevealed) }
    try refuse(rules.problems(of: shown, under: draw.commitment))
    change = .revealed(shown)
  case .replace(let other):
    guard let draw else { throw Refusal(.drawUnknown) }
    guard draw.replacedBy == nil else { throw Refusal(.drawReplaced) }
    change = .replaced(by: other)
  }
  return [DrawEvent(change, by: actor.code, at: now)]
}

private struct DrawRules {
  let actor: Actor
  let directory: Directory
  let work: StandingWork

  func require(_ unit: UnitID) throws(Refusal) {
    guard let officer = actor.officer, mayDraw(for: unit, officer, in: directory) else {
      throw Refusal(.drawActor, at: "actor")
    }
  }

  func problems(of new: DrawCommitment, after last: Draw?) -> [Problem] {
    var problems: [Problem] = []
    guard let unit = directory.units[new.unit], unit.ended == nil, unit.kind != .government else {
      return [Problem(.drawUnit, at: "unit", ["unit": directory.shownName(of: new.unit)])]
    }
    if new.population.isEmpty { problems.append(Problem(.drawEmpty)) }
    if new.population.count > DrawLimit.population {
      problems.append(Problem(.drawLarge, ["limit": "\(DrawLimit.population)"]))
    }
    if !new.population.isEmpty, !(1...new.population.count).contains(new.count) {
      problems.append(Problem(.drawCount, at: "count", ["limit": "\(new.population.count)"]))
    }
    problems += inspectors(new)
    if last != nil {
      // Again and again until the outcome suits: that is the office's to answer for, and each time it says why.
      if new.reason?.isBlank != false {
        problems.append(Problem(.drawAgain, at: "again"))
      } else if actor.officer?.roles.contains(.coordinator) != true {
        problems.append(Problem(.drawAgainActor, at: "again"))
      }
    }
    if let reason = new.reason, reason.length > DrawLimit.text {
      problems.append(Problem(.drawLong, at: "again", ["limit": "\(DrawLimit.text)"]))
    }
    return problems
  }

  private func inspectors(_ new: DrawCommitment) -> [Problem] {
    let inspectors = new.inspectors
    guard (0...DrawLimit.inspectors).contains(inspectors.each) else {
      return [Problem(.drawInspectors, at: "each", ["limit": "\(DrawLimit.inspectors)"])]
    }
    var problems: [Problem] = []
    if inspectors.each == 1, needsTwo(new.checklist) { problems.append(Problem(.drawTwo, at: "each")) }
    if inspectors.each > inspectors.candidates.count {
      problems.append(Problem(.drawCandidates, at: "each", ["there": "\(inspectors.candidates.count)"]))
    }
    return problems
  }

  private func needsTwo(_ checklist: String) -> Bool {
    (work.checklists[checklist]?.subjects ?? []).contains { type in
      work.subjectTypes[type].map { DrawLimit.two.contains($0.field) } ?? false
    }
  }

  func problems(of shown: DrawRevelation, under commitment: DrawCommitment) -> [Problem] {
    var problems: [Problem] = []
    if shown.size <= commitment.after { problems.append(Problem(.drawTooSoon)) }
    let isNumber = shown.number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if !isNumber || shown.number.utf8.count > DrawLimit.digits {
      problems.append(Problem(.drawNumber, at: "number", ["limit": "\(DrawLimit.digits)"]))
    }
    if (shown.witness?.isBlank ?? true) != shown.number.isEmpty {
      problems.append(Problem(.drawWitness, at: "witness"))
    }
    if let witness = shown.witness, witness.length > DrawLimit.text {
      problems.append(Problem(.drawLong, at: "witness", ["limit": "\(DrawLimit.text)"]))
    }
    return problems
  }
}
