import Directory
package import Ground

/// A matter as an office's old register had it on the day it was taken over.
package struct TakenOver: Hashable, Codable, Sendable {
  /// The act of import that brought it, with all the others of its file.
  package let importing: OperationID
  /// The row of the file.
  package let row: Int
  package let issue: Issue
  /// The day on which the office issued it.
  package let issuedOn: CivilDate
  /// Who handles it, where the old register names an officer of the lead unit.
  package let handler: OfficerID?
  package let formerNumber: Words?
  /// Which meeting, instruction or document it came from, as the old register says.
  package let origin: Words?
  package let progress: Words?
  /// How the old register closed it; nil for one that is open. Nobody verified it here.
  package let closure: Closure?

  package init(
    importing: OperationID, row: Int, issue: Issue, issuedOn: CivilDate, handler: OfficerID?, formerNumber: Words?,
    origin: Words?, progress: Words?, closure: Closure?
  ) {
    (self.importing, self.row, self.issue, self.issuedOn) = (importing, row, issue, issuedOn)
    (self.handler, self.formerNumber, self.origin) = (handler, formerNumber, origin)
    (self.progress, self.closure) = (progress, closure)
  }

  /// Work had begun where the old register tells of progress or names a handler.
  var phase: Phase { closure != nil ? .closed : progress != nil || handler != nil ? .underway : .assigned }
}

/// What a matter keeps of having been taken over.
package struct ImportMark: Hashable, Codable, Sendable {
  package let importing: OperationID
  package let row: Int
  package let formerNumber: Words?
}

/// What must hold before a matter is taken over.
struct TakeOverRules {
  let taken: TakenOver
  let actor: Actor
  let today: CivilDate
  let context: Context

  func problems() -> [Problem] {
    // What was due in the past is the rule in an old register.
    let issued = IssueRules(issue: taken.issue, actor: actor, today: today, context: context).problems()
    var problems = issued.filter { $0.code != .duePast } + days()
    for (words, place) in [
      (taken.formerNumber, "number"), (taken.origin, "origin"), (taken.progress, "progress"),
      (taken.closure?.conclusion, "conclusion"),
    ] {
      if let words { problems += TypedWords.problems(words, at: place) }
    }
    if let handler = taken.handler, context.directory.officers[handler]?.unit != taken.issue.lead {
      let unit = context.directory.shownName(of: taken.issue.lead)
      problems.append(Problem(.handlerNotOfUnit, at: "handler", ["unit": unit]))
    }
    return problems
  }

  private func days() -> [Problem] {
    let closed = taken.closure?.at.civilDate
    let fits = taken.issuedOn <= today && closed.map { $0 >= taken.issuedOn && $0 <= today } ?? true
    return fits
      ? [] : [Problem(.takenDays, at: "issued", ["issued": taken.issuedOn.iso, "closed": closed?.iso ?? "—"])]
  }
}
