import Directory
import Ground
import Packs

/// What must hold before a matter is issued (交办).
struct IssueRules {
  let issue: Issue
  let actor: Actor
  let today: CivilDate
  let context: Context

  func problems() -> [Problem] {
    person() + TypedWords.problems(issue.text, at: "text")
      + ResponsibleUnits(directory: context.directory).problems(lead: issue.lead, supporting: issue.supporting)
      + register() + due() + leader() + fanOut()
  }

  private func person() -> [Problem] {
    guard let officer = actor.officer else { return [] }
    let left = officer.hasLeft ? [Problem(.hasLeft, at: "actor")] : []
    // What an inspection finds is issued by whoever inspected.
    let mayFind = issue.hazard != nil && (officer.isUnitOfficer || officer.roles.contains(.verifier))
    guard !officer.roles.contains(.coordinator), !mayFind else { return left }
    let who = WhoCould(matter: nil, directory: context.directory)
    return left + who.problems(.coordinatorOnly, who.coordinators())
  }

  private func register() -> [Problem] {
    var problems: [Problem] = []
    if issue.number.isEmpty { problems.append(Problem(.numberMissing, at: "number")) }
    if issue.procedure.isEmpty { problems.append(Problem(.procedureMissing, at: "procedure")) }
    if issue.standard.isEmpty || issue.standard != context.standard.code {
      problems.append(Problem(.standardMissing, at: "standard"))
    }
    return problems
  }

  /// A hazard's term runs from the day on which it was found, however late that is written down.
  private func due() -> [Problem] {
    guard let due = issue.due, due.day < today, actor != .importing, issue.hazard == nil else { return [] }
    return [Problem(.duePast, at: "due", ["day": due.day.iso, "today": today.iso])]
  }

  private func leader() -> [Problem] {
    guard let id = issue.leader else { return [] }
    let known = context.directory.officers[id]?.roles.contains(.leader) ?? false
    return known ? [] : [Problem(.leaderUnknown, at: "leader")]
  }

  /// Children are new, distinct, of known units, and have no children of their own.
  private func fanOut() -> [Problem] {
    guard !issue.children.isEmpty else { return [] }
    let ids = Set(issue.children.map(\.matter))
    let units = Set(issue.children.map(\.unit))
    let sound =
      ids.count == issue.children.count && units.count == issue.children.count && !ids.contains(issue.id)
      && issue.parent == nil && issue.children.allSatisfy { $0.phase == .assigned }
      && units.allSatisfy { context.directory.units[$0] != nil }
    return sound ? [] : [Problem(.fanOutUnsound, at: "children")]
  }
}
