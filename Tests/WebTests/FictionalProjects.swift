import Ground
import Matters
import Operations
import Web

/// A project in every state that its rows may have, and the forms of its acts.
extension Pages {
  private static func milestone(_ number: Int, _ title: String, _ planned: String, _ state: MilestoneState)
    -> MilestoneLine
  {
    let isDone = state == .done
    return MilestoneLine(
      number: number, title: Words(title), unit: Qinghe.shiqiao, planned: Qinghe.day(planned),
      first: Qinghe.day("2026-03-06"), moves: number - 1, finishedOn: isDone ? Qinghe.day("2026-03-08") : nil,
      note: isDone ? Words("用地手续已办妥") : nil, state: state, slippage: number)
  }

  private static let look = ProjectLook(day: Qinghe.day("2026-03-09"), holds: false, note: Words("还差2人"))

  static let project: ProjectLine = {
    let milestones = [
      milestone(1, "完成选址", "2026-03-06", .done), milestone(2, "完成设计", "2026-03-10", .late),
      milestone(3, "站房开工", "2026-03-13", .near), milestone(4, "站房完工", "2026-03-20", .unfit),
      milestone(5, "队伍进驻", "2026-03-16", .open),
    ]
    let states = LookState.allCases
    return ProjectLine(
      milestones: milestones,
      conditions: states.enumerated().map { n, state in
        ConditionLine(
          number: n + 1, text: Words("每站专岗专人"), posts: n == 0 ? nil : n, people: 6, unit: Qinghe.shiqiao,
          last: state == .unseen ? nil : look, state: state)
      },
      measures: states.enumerated().map { n, state in
        MeasureLine(
          number: n + 1, text: Words("库存减半"), keeper: Qinghe.emergency, everyDays: n + 1,
          nextLook: Qinghe.day("2026-03-16"), last: state == .unseen ? nil : look, state: state)
      }, slippage: 6, next: milestones[1])
  }()

  private static var projectSheet: MatterSheet {
    let base = sheet()
    var beside = BesideLine()
    beside.project = project
    let acts: [MatterAct] = [.finishMilestone, .moveMilestone, .checkCondition, .checkMeasure, .setProject]
    return MatterSheet(
      matter: base.matter, text: base.text, source: nil, standing: .underway, phase: .underway, urgency: .normal,
      fields: [.fire], lead: base.lead, supporting: base.supporting, leader: base.leader, handler: nil, due: base.due,
      dueReason: nil, standard: base.standard, parent: nil, children: [], evidence: [], story: [], seal: nil,
      offers: acts.map { ActOffer(act: $0, onBehalf: $0 == .checkMeasure) }, choices: base.choices, beside: beside,
      version: 9)
  }

  static func projectPages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let viewer = Qinghe.viewer()
    let bare = ProjectLine(
      milestones: [milestone(1, "完成选址", "2026-03-06", .done)], conditions: [], measures: [], slippage: 0, next: nil)
    let wrong = Qinghe.viewer(
      notice: .refused([Problem(.projectUnit, at: "milestone.6.unit", ["unit": "柳湾镇"])]),
      typed: TypedForm(
        form: "act-form-project",
        values: ["milestone.6": ["验收"], "milestone.6.day": ["2026-03-18"], "milestone.6.unit": ["liuwan"]]))
    return [
      (
        "projects",
        projectListPage(
          ProjectRegister(rows: [
            ProjectRow(row: row(2), project: project), ProjectRow(row: row(0), project: bare),
          ]), viewer, locale)
      ),
      ("projects-none", projectListPage(ProjectRegister(rows: []), viewer, locale)),
      ("project-matter", matterPage(projectSheet, viewer, locale)),
      ("project-refused", matterPage(projectSheet, wrong, locale)),
    ]
  }
}
