import Ground
import Matters
import Operations

private let page = "/matters/:id"

/// What is being built, and the acts on a project plan.
let projectRoutes: [Route] = [
  .get("/projects", .officers) { visit in
    let register = try await visit.office.projects(for: try visit.officer())
    return visit.page(projectListPage(register, visit.viewer(), visit.locale))
  },
  .post(page + "/project", on: page, .actors) { visit in
    let form = visit.form
    let act = SetProject(
      matter: try visit.id(), seen: try form.seen(), plan: try form.plan(),
      reason: form.has("reason") ? try form.required("reason") : nil, onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/commitments", on: page, .actors) { visit in
    let form = visit.form
    let act = RecordCommitments(
      matter: try visit.id(), seen: try form.seen(),
      commitments: Commitments(
        responsibility: try form.required("responsibility"), measures: try form.required("measures"),
        funds: try form.required("funds"), until: try form.requiredDay("until"),
        contingency: try form.required("contingency")),
      reason: form.has("reason") ? try form.required("reason") : nil, onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/duties", on: page, .actors) { visit in
    let form = visit.form
    let act = LinkDuties(matter: try visit.id(), seen: try form.seen(), duties: form.values["duty"] ?? [])
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/milestone", on: page, .actors) { visit in
    let form = visit.form
    let act = FinishMilestone(
      matter: try visit.id(), seen: try form.seen(), number: try form.row("milestone"),
      day: try form.requiredDay("day"), note: try form.required("note"), onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/milestone-move", on: page, .actors) { visit in
    let form = visit.form
    let act = MoveMilestone(
      matter: try visit.id(), seen: try form.seen(), number: try form.row("milestone"),
      day: try form.requiredDay("day"), reason: try form.required("reason"), onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/condition", on: page, .actors) { visit in
    let form = visit.form
    let act = CheckCondition(
      matter: try visit.id(), seen: try form.seen(), number: try form.row("condition"), look: try form.look(),
      onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
  .post(page + "/measure", on: page, .actors) { visit in
    let form = visit.form
    let act = RecordInterimCheck(
      matter: try visit.id(), seen: try form.seen(), number: try form.row("measure"), look: try form.look(),
      onBehalf: try form.onBehalf())
    return try await visit.perform(act, saying: .acted)
  },
]

extension SubmittedForm {
  /// The number of the row that was chosen.
  fileprivate func row(_ name: String) throws(Refusal) -> Int {
    guard has(name) else { throw Refusal(.fieldMissing, at: name) }
    guard let number = Int(text(name)) else { throw Refusal(.fieldUnknown, at: name, ["value": text(name)]) }
    return number
  }

  fileprivate func look() throws(Refusal) -> ProjectLook {
    let said = text("holds")
    guard said == "yes" || said == "no" else { throw Refusal(.fieldMissing, at: "holds") }
    return ProjectLook(day: try requiredDay("day"), holds: said == "yes", note: try required("note"))
  }

  /// A row is there where its first field says something.
  fileprivate func plan() throws(Refusal) -> ProjectPlan {
    var plan = (milestones: [Milestone](), conditions: [StandingCondition](), measures: [InterimMeasure]())
    for number in rows("milestone") {
      let name = "milestone.\(number)"
      plan.milestones.append(
        Milestone(
          number: number, title: try required(name), planned: try requiredDay("\(name).day"),
          unit: try requiredID("\(name).unit")))
    }
    for number in rows("condition") {
      let name = "condition.\(number)"
      plan.conditions.append(
        StandingCondition(
          number: number, text: try required(name), posts: try count("\(name).posts"),
          people: try count("\(name).people"), unit: try requiredID("\(name).unit")))
    }
    for number in rows("measure") {
      let name = "measure.\(number)"
      guard let every = try count("\(name).every") else { throw Refusal(.fieldMissing, at: "\(name).every") }
      plan.measures.append(
        InterimMeasure(
          number: number, text: try required(name), keeper: try requiredID("\(name).unit"), everyDays: every))
    }
    return ProjectPlan(milestones: plan.milestones, conditions: plan.conditions, measures: plan.measures)
  }

  private func rows(_ kind: String) -> [Int] {
    values.keys.filter { $0.hasPrefix("\(kind).") && has($0) }
      .compactMap { Int($0.dropFirst(kind.count + 1)) }.sorted()
  }

  private func count(_ name: String) throws(Refusal) -> Int? {
    guard has(name) else { return nil }
    guard let count = Int(text(name)) else { throw Refusal(.fieldUnknown, at: name, ["value": text(name)]) }
    return count
  }
}
