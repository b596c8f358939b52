import Ground
import Matters
import Operations

/// Project plans.
extension Wires {
  static let projects = Wire<ProjectRegister>.record(
    "ProjectList", [Member("projects", .list(projectRow)) { $0.rows }])

  private static let projectRow = Wire<ProjectRow>.record(
    "ProjectRow", [Member("matter", row) { $0.row }, Member("project", project) { $0.project }])

  static let project = Wire<ProjectLine>.record(
    "Project",
    [
      Member("milestones", .list(milestone)) { $0.milestones },
      Member("conditions", .list(condition)) { $0.conditions }, Member("measures", .list(measure)) { $0.measures },
      Member("slippage_days", .count) { $0.slippage },
      Member("delay_days", .count) { $0.outlook?.delay ?? 0 },
      Member("expected_on", .optional(.day)) { $0.outlook?.day },
      Member("beyond_due_days", .count) { $0.outlook?.beyondDue ?? 0 },
    ])

  static let dutyFigure = Wire<DutyFigure>.record(
    "DutyFigure",
    [
      Member("duty", .text) { $0.code }, Member("title", .both) { $0.title },
      Member("owed", .optional(.count)) { $0.counts?.owed }, Member("done", .optional(.count)) { $0.counts?.done },
      Member("missed", .optional(.count)) { $0.counts?.missed }, Member("left", .optional(.count)) { $0.counts?.left },
      Member("found", .optional(.count)) { $0.counts?.found },
      Member("reasons", .optional(.list(reasonCount))) { $0.counts?.reasons },
    ])

  static let commitments = Wire<Commitments>.record(
    "Commitments",
    [
      Member("responsibility", .words) { $0.responsibility }, Member("measures", .words) { $0.measures },
      Member("funds", .words) { $0.funds }, Member("until", .day) { $0.until },
      Member("contingency", .words) { $0.contingency },
    ])

  private static let milestone = Wire<MilestoneLine>.record(
    "Milestone",
    [
      Member("number", .count) { $0.number }, Member("title", .words) { $0.title }, Member("unit", unit) { $0.unit },
      Member("planned", .day) { $0.planned }, Member("first_planned", .day) { $0.first },
      Member("moves", .count) { $0.moves }, Member("finished_on", .optional(.day)) { $0.finishedOn },
      Member("note", .optional(.words)) { $0.note }, Member("state", .choice()) { $0.state },
      Member("slippage_days", .count) { $0.slippage },
    ])

  private static let condition = Wire<ConditionLine>.record(
    "StandingCondition",
    [
      Member("number", .count) { $0.number }, Member("text", .words) { $0.text },
      Member("posts", .optional(.count)) { $0.posts }, Member("people", .optional(.count)) { $0.people },
      Member("unit", unit) { $0.unit }, Member("state", .choice()) { $0.state },
      Member("seen_on", .optional(.day)) { $0.last?.day }, Member("note", .optional(.words)) { $0.last?.note },
    ])

  private static let measure = Wire<MeasureLine>.record(
    "InterimMeasure",
    [
      Member("number", .count) { $0.number }, Member("text", .words) { $0.text },
      Member("keeper", unit) { $0.keeper }, Member("every_days", .count) { $0.everyDays },
      Member("next_look", .optional(.day)) { $0.nextLook }, Member("state", .choice()) { $0.state },
      Member("seen_on", .optional(.day)) { $0.last?.day }, Member("note", .optional(.words)) { $0.last?.note },
    ])
}
