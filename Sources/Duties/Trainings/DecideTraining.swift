package import Directory
package import Ground
package import Matters
package import Packs

package enum TrainingLimit {
  /// In Unicode scalars.
  package static let place = 100
  package static let reason = 500
  package static let hours = 200
  /// Units and posts of one session: as many as one form can hold.
  package static let lines = 150
  /// People of one unit and post.
  package static let people = 9999
  package static let sheets = 5
  /// So far back a session may be written down, so that the first refreshers can be counted.
  package static let daysBack = 1096
  /// So far ahead one may be planned.
  package static let daysAhead = 366
}

package enum TrainingCommand: Sendable {
  case plan(TrainingStart)
  case record(TrainingStart)
  case hold(TrainingTerms)
  case addSheet(Evidence)
  case correct(TrainingTerms, reason: Words)
  case annul(reason: Words)
}

/// Answers a command with what happens, or with every reason why it may not.
///
/// - Parameter course: as the packs have it today; nil where none of them does.
package func decide(
  _ command: TrainingCommand, on training: Training?, _ course: Course?, by actor: Actor, at now: Instant,
  in directory: Directory
) throws(Refusal) -> [TrainingEvent] {
  let rules = TrainingRules(actor: actor, today: now.civilDate, directory: directory, course: course)
  let change: TrainingChange
  switch command {
  case .plan(let start):
    try rules.requireClerk(of: start.organiser)
    try refuse(rules.problems(of: start) + rules.problems(ofPlan: start.terms, by: start.organiser, nil))
    change = .planned(start)
  case .record(let start):
    try rules.requireClerk(of: start.organiser)
    try refuse(rules.problems(of: start) + rules.problems(ofHeld: start.terms, by: start.organiser, nil))
    change = .recorded(start)
  case .hold(let terms):
    let training = try rules.standing(training)
    guard training.stage == .planned else { throw Refusal(.trainingHeld) }
    try refuse(rules.problems(ofHeld: terms, by: training.organiser, training))
    change = .held(terms)
  case .addSheet(let sheet):
    let training = try rules.standing(training)
    guard training.stage == .held else { throw Refusal(.trainingNotHeld, at: "file") }
    try refuse(rules.problems(of: sheet, beside: training.sheets))
    change = .sheetAdded(sheet)
  case .correct(let terms, let reason):
    let training = try rules.standing(training)
    let problems =
      training.isHeld
      ? rules.problems(ofHeld: terms, by: training.organiser, training)
      : rules.problems(ofPlan: terms, by: training.organiser, training)
    try refuse(problems + rules.words(reason, TrainingLimit.reason, at: "reason"))
    change = .corrected(terms, reason: reason)
  case .annul(let reason):
    _ = try rules.standing(training)
    try refuse(rules.words(reason, TrainingLimit.reason, at: "reason"))
    change = .annulled(reason: reason)
  }
  return [TrainingEvent(change, by: actor.code, at: now)]
}

/// Whether an officer may write down the sessions of a unit: whoever works for it, and the coordinating office for all.
package func mayRecordTrainings(of organiser: UnitID, _ officer: Officer) -> Bool {
  guard !officer.hasLeft else { return false }
  return officer.roles.contains(.coordinator) || officer.isUnitOfficer && officer.unit == organiser
}

/// Whether an officer may open the signed sheets, which bear names: who may write the session down, and an auditor.
package func mayOpenSheets(of training: Training, _ officer: Officer) -> Bool {
  mayRecordTrainings(of: training.organiser, officer) || !officer.hasLeft && officer.roles.contains(.auditor)
}

extension Directory {
  /// Whose people a unit's session may count: departments and the office train everybody's, any other unit its own circle's.
  package func trainees(of organiser: UnitID) -> Set<UnitID>? {
    switch units[organiser]?.kind {
    case .office, .department, .government: nil
    case .town, .community, .contractor, nil: circle(of: organiser)
    }
  }
}

private struct TrainingRules {
  let actor: Actor
  let today: CivilDate
  let directory: Directory
  let course: Course?

  /// Of what is there and counts, and whose sessions the actor may write down.
  func standing(_ training: Training?) throws(Refusal) -> Training {
    guard let training else { throw Refusal(.trainingUnknown) }
    try requireClerk(of: training.organiser)
    guard training.annulled == nil else { throw Refusal(.trainingAnnulled) }
    return training
  }

  func requireClerk(of organiser: UnitID) throws(Refusal) {
    guard let officer = actor.officer, mayRecordTrainings(of: organiser, officer) else {
      throw Refusal(.trainingClerk, at: "actor")
    }
  }

  func problems(of start: TrainingStart) -> [Problem] {
    var problems: [Problem] = []
    if course?.holds(on: start.terms.day) != true {
      problems.append(Problem(.trainingCourse, at: "course", ["course": start.course]))
    }
    let unit = directory.units[start.organiser]
    if unit == nil || unit?.ended != nil {
      problems.append(
        Problem(.trainingOrganiser, at: "organiser", ["unit": directory.shownName(of: start.organiser)]))
    }
    return problems
  }

  func problems(ofPlan terms: TrainingTerms, by organiser: UnitID, _ before: Training?) -> [Problem] {
    let last = today.adding(days: TrainingLimit.daysAhead)
    let day =
      (today...last).contains(terms.day)
      ? [] : [Problem(.trainingPlanDay, at: "day", ["first": today.iso, "last": last.iso])]
    let early =
      terms.lines.contains { $0.attended != nil } ? [Problem(.trainingNotHeld, at: "lines")] : []
    return day + early + problems(of: terms, by: organiser, before)
  }

  func problems(ofHeld terms: TrainingTerms, by organiser: UnitID, _ before: Training?) -> [Problem] {
    let first = today.adding(days: -TrainingLimit.daysBack)
    let isKept = before?.isHeld == true && before?.terms.day == terms.day
    let day =
      isKept || (first...today).contains(terms.day)
      ? [] : [Problem(.trainingDay, at: "day", ["first": first.iso, "last": today.iso])]
    let nobody =
      terms.lines.contains { ($0.attended ?? 0) > 0 } ? [] : [Problem(.trainingNobody, at: "lines")]
    return day + nobody + problems(of: terms, by: organiser, before)
  }

  private func problems(of terms: TrainingTerms, by organiser: UnitID, _ before: Training?) -> [Problem] {
    let hours =
      (1...TrainingLimit.hours).contains(terms.hours)
      ? [] : [Problem(.trainingHours, at: "hours", ["limit": "\(TrainingLimit.hours)"])]
    return words(terms.place, TrainingLimit.place, at: "place") + hours + lines(terms.lines, by: organiser, before)
  }

  /// What was written down before may stay, whatever became of units and packs since.
  private func lines(_ lines: [TrainingTerms.Line], by organiser: UnitID, _ before: Training?) -> [Problem] {
    guard !lines.isEmpty, lines.count <= TrainingLimit.lines else {
      return [Problem(.trainingLines, at: "lines", ["limit": "\(TrainingLimit.lines)"])]
    }
    let (kept, trainees) = (before?.terms.lines ?? [], directory.trainees(of: organiser))
    var (problems, seen): ([Problem], Set<[String]>) = ([], [])
    for (index, line) in lines.enumerated() {
      let (place, name) = ("lines.\(index)", directory.shownName(of: line.unit))
      if !seen.insert([line.unit.text, line.post]).inserted {
        problems.append(Problem(.trainingTwice, at: place, ["unit": name]))
      }
      if !kept.contains(where: { $0.unit == line.unit }) {
        if directory.units[line.unit] == nil || directory.units[line.unit]?.ended != nil {
          problems.append(Problem(.trainingUnit, at: place, ["unit": name]))
        } else if trainees?.contains(line.unit) == false {
          problems.append(Problem(.trainingReach, at: place, ["unit": name]))
        }
      }
      if course?.post(line.post) == nil, !kept.contains(where: { $0.post == line.post }) {
        problems.append(Problem(.trainingPost, at: place, ["post": line.post]))
      }
      problems += numbers(of: line, name, at: place)
    }
    return problems
  }

  private func numbers(of line: TrainingTerms.Line, _ name: String, at place: String) -> [Problem] {
    let limit = TrainingLimit.people
    guard line.attended.map({ (0...limit).contains($0) }) ?? true, line.owed.map({ (1...limit).contains($0) }) ?? true
    else { return [Problem(.trainingCount, at: place, ["unit": name, "limit": "\(limit)"])] }
    guard let attended = line.attended, let owed = line.owed, attended > owed else { return [] }
    return [
      Problem(.trainingMore, at: place, ["unit": name, "attended": "\(attended)", "owed": "\(owed)"])
    ]
  }

  /// A picture or a scan of what was signed by hand; a table of names is none.
  func problems(of sheet: Evidence, beside others: [Evidence]) -> [Problem] {
    if others.count >= TrainingLimit.sheets {
      return [Problem(.trainingSheets, at: "file", ["limit": "\(TrainingLimit.sheets)"])]
    }
    guard sheet.type.hasPrefix("image/") || sheet.type == "application/pdf" else {
      return [Problem(.trainingSheetType, at: "file", ["name": sheet.name.shown])]
    }
    return []
  }

  func words(_ words: Words, _ limit: Int, at place: String) -> [Problem] {
    if words.isBlank { return [Problem(.trainingBlank, at: place)] }
    return words.length > limit ? [Problem(.trainingLong, at: place, ["limit": "\(limit)"])] : []
  }
}
