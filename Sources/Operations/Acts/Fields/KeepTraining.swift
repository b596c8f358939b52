import Directory
package import Duties
package import Ground
import Ledger
package import Matters
import Packs
import Storage

/// A session of training is arranged for a day to come (培训计划).
package struct PlanTraining: Act {
  package let start: TrainingStart

  package init(_ start: TrainingStart) { self.start = start }

  package func perform(in room: ActRoom) throws -> TrainingID { try room.begin(.plan(start), start) }
}

/// A session that took place and was not planned here is written down (登记培训), perhaps with its signed sheet.
package struct RecordTraining: Act {
  package let start: TrainingStart
  package let sheet: SignedScan?

  package init(_ start: TrainingStart, sheet: SignedScan?) { (self.start, self.sheet) = (start, sheet) }

  package var files: [Evidence] { sheet.map { [$0.file] } ?? [] }

  package func fingerprint() throws -> String {
    try StateJSON.encode(RecordTraining(start, sheet: nil)) + (sheet?.sent ?? "")
  }

  package func perform(in room: ActRoom) throws -> TrainingID {
    let id = try room.begin(.record(start), start)
    if let sheet { try room.go(on: id, .addSheet(sheet.file)) }
    return id
  }
}

/// What was planned took place (登记实训人数), perhaps with its signed sheet.
package struct HoldTraining: Act {
  package let training: TrainingID
  /// The version that the page showed.
  package let seen: Int?
  package let terms: TrainingTerms
  package let sheet: SignedScan?

  package init(training: TrainingID, seen: Int?, terms: TrainingTerms, sheet: SignedScan?) {
    (self.training, self.seen, self.terms, self.sheet) = (training, seen, terms, sheet)
  }

  package var files: [Evidence] { sheet.map { [$0.file] } ?? [] }

  package func fingerprint() throws -> String {
    try StateJSON.encode(HoldTraining(training: training, seen: seen, terms: terms, sheet: nil)) + (sheet?.sent ?? "")
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect(terms)
    try room.go(on: training, seen: seen, .hold(terms))
    if let sheet { try room.go(on: training, .addSheet(sheet.file)) }
    return Done()
  }
}

/// A scan of the signed sheet is kept with a session (留存签到表).
package struct KeepSheet: Act {
  package let training: TrainingID
  package let sheet: SignedScan

  package init(training: TrainingID, sheet: SignedScan) { (self.training, self.sheet) = (training, sheet) }

  package var files: [Evidence] { [sheet.file] }

  package func fingerprint() -> String { "\(training) \(sheet.sent)" }

  package func perform(in room: ActRoom) throws -> Done {
    try room.go(on: training, .addSheet(sheet.file))
    return Done()
  }
}

/// What was written down wrongly is written down anew, with the reason (更正).
package struct CorrectTraining: Act {
  package let training: TrainingID
  package let seen: Int?
  package let terms: TrainingTerms
  package let reason: Words

  package init(training: TrainingID, seen: Int?, terms: TrainingTerms, reason: Words) {
    (self.training, self.seen, self.terms, self.reason) = (training, seen, terms, reason)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect(terms, reason)
    try room.go(on: training, seen: seen, .correct(terms, reason: reason))
    return Done()
  }
}

/// A session counts no more, or a plan is given up, with the reason (作废). Its sheets stay.
package struct AnnulTraining: Act {
  package let training: TrainingID
  package let seen: Int?
  package let reason: Words

  package init(training: TrainingID, seen: Int?, reason: Words) {
    (self.training, self.seen, self.reason) = (training, seen, reason)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect(nil, reason)
    try room.go(on: training, seen: seen, .annul(reason: reason))
    return Done()
  }
}

extension ActRoom {
  /// What was typed goes through the door, and says nothing of persons.
  fileprivate func inspect(_ terms: TrainingTerms?, _ reason: Words? = nil) throws {
    let typed = [terms?.place, reason].compactMap { $0 }
    try inspect(typed)
    for text in typed { try PersonsRule.check(text, packs: packs) }
  }

  fileprivate func begin(_ command: TrainingCommand, _ start: TrainingStart) throws -> TrainingID {
    try inspect(start.terms)
    let events = try decide(
      command, on: nil, packs.work.courses[start.course], by: actor, at: now, in: try directory())
    let id = TrainingID(trusted: open.identifier())
    try open.append(events, to: id)
    return id
  }

  fileprivate func go(on id: TrainingID, seen: Int? = nil, _ command: TrainingCommand) throws {
    let training = try open.training(id)
    if let seen, let training, seen != training.version { throw Refusal(.pageStale) }
    let events = try decide(
      command, on: training, training.flatMap { packs.work.courses[$0.course] }, by: actor, at: now,
      in: try directory())
    try open.append(events, to: id)
  }
}
