package import Ground

/// Why an act on a project plan may not be done.
extension ProblemCode {
  package static let noMilestoneOpen = ProblemCode(
    "matter.no_milestone_open", status: 409,
    message: Bilingual("没有未完成的节点。", "No milestone is left to finish."),
    hint: Bilingual("请先制定或调整项目计划。", "Set the project plan, or change it, first."))
  package static let noCondition = ProblemCode(
    "matter.no_condition", status: 409,
    message: Bilingual("项目计划没有列常设条件。", "The project plan has no standing condition."),
    hint: Bilingual("请先把条件写进项目计划。", "Write the condition into the plan first."))
  package static let noMeasure = ProblemCode(
    "matter.no_measure", status: 409,
    message: Bilingual("项目计划没有列临时管控措施。", "The project plan has no interim measure."),
    hint: Bilingual("请先把措施写进项目计划。", "Write the measure into the plan first."))
  package static let projectRow = ProblemCode(
    "matter.project_row", status: 422,
    message: Bilingual("项目计划里没有这一项，或者节点已经完成。", "The plan has no such row, or the milestone is finished."),
    hint: Bilingual("请重新打开页面再选。", "Open the page again and choose."))
  package static let projectRowOfUnit = ProblemCode(
    "matter.project_row_of_unit", status: 422,
    message: Bilingual("这一项由“{unit}”负责，只有该单位或牵头单位可以登记。", "This is \"{unit}\"'s; that unit or the lead unit says so."),
    hint: Bilingual("请核对单位。", "Check the unit."))
  package static let projectDay = ProblemCode(
    "matter.project_day", status: 422,
    message: Bilingual("日期应在{first}至{last}之间。", "The day lies between {first} and {last}."),
    hint: Bilingual("请核对日期；没有发生的事不能登记。", "Check the day; what has not happened is not recorded."))
  package static let projectSize = ProblemCode(
    "matter.project_size", status: 422,
    message: Bilingual(
      "项目计划至少写一个节点或一项临时管控措施，每类至多{most}项。",
      "A plan has one milestone or interim measure at least, and {most} rows of a kind at most."),
    hint: Bilingual("请补上节点或措施，或把相近的合并。", "Add a milestone or a measure, or put alike ones together."))
  package static let milestoneDay = ProblemCode(
    "matter.project_milestone_day", status: 422,
    message: Bilingual(
      "节点日期应在{first}与事项期限{last}之间。", "A milestone's day lies between {first} and the matter's due day {last}."),
    hint: Bilingual("请核对日期；期限不够的，先申请延期。", "Check the day; where the time is too short, ask for more first."))
  package static let milestoneMoves = ProblemCode(
    "matter.project_milestone_moves", status: 422,
    message: Bilingual("节点“{name}”的日期不能在计划里直接改。", "The day of \"{name}\" is not changed in the plan."),
    hint: Bilingual("请用“调整节点日期”，写明原因，原日期保留。", "Move the milestone and say why; the first day stays on record."))
  package static let milestoneFinished = ProblemCode(
    "matter.project_milestone_finished", status: 409,
    message: Bilingual("节点“{name}”已经完成，不能改动或去掉。", "\"{name}\" is finished and stays as it is."),
    hint: Bilingual("请保留这一行原样。", "Leave the row as it was."))
  package static let projectUnit = ProblemCode(
    "matter.project_unit", status: 422,
    message: Bilingual("“{unit}”不是牵头或协办单位。", "The unit \"{unit}\" neither leads nor supports."),
    hint: Bilingual("请从本事项的单位中选择。", "Choose among the matter's own units."))
  package static let conditionCount = ProblemCode(
    "matter.project_condition_count", status: 422,
    message: Bilingual("岗位数、人数应为1至10000的整数。", "Posts and people are counts from 1 to 10,000."),
    hint: Bilingual("只填数量，不填姓名。", "Give counts, never names."))
  package static let measureInterval = ProblemCode(
    "matter.project_measure_interval", status: 422,
    message: Bilingual("检查间隔应为1至{most}天。", "A measure is looked at every 1 to {most} days."),
    hint: Bilingual("请写明几天检查一次。", "Say after how many days it is looked at again."))
  package static let milestoneSlipped = ProblemCode(
    "matter.project_milestone_slipped", status: 422,
    message: Bilingual(
      "节点“{name}”已过期或调整过日期，不能从计划中删去。",
      "The milestone \"{name}\" is late or was moved, and is not taken out of the plan."),
    hint: Bilingual("改日期请用“调整节点日期”。", "To plan another day, move it."))
  package static let milestonesOpen = ProblemCode(
    "matter.project_milestones_open", status: 422,
    message: Bilingual("还有节点没有完成：{names}。", "These milestones are not finished: {names}."),
    hint: Bilingual("请先登记节点完成，或调整项目计划。", "Record that they are finished, or change the plan."))
  package static let measuresNotKept = ProblemCode(
    "matter.project_measures_not_kept", status: 422,
    message: Bilingual("临时管控措施最近一次检查没有落实：{names}。", "These interim measures were last seen not kept: {names}."),
    hint: Bilingual("请落实后重新检查登记，再申请销号。", "Keep them, look again and record it, then submit."))
  package static let measuresUnseen = ProblemCode(
    "matter.project_measures_unseen", status: 422,
    message: Bilingual("临时管控措施超过检查间隔没有检查：{names}。", "These interim measures were not looked at in time: {names}."),
    hint: Bilingual("请检查并登记，再申请销号。", "Look at them and record it, then submit."))
  package static let measureOwnKeeper = ProblemCode(
    "matter.project_measure_own_keeper", status: 422,
    message: Bilingual(
      "这项措施由“{unit}”落实，应由本事项的其他单位检查。",
      "\"{unit}\" keeps this measure; another unit of the matter looks at it."),
    hint: Bilingual("请由其他单位检查登记；安委办可以代录。", "Let another unit look and record it; the office may record it for them."))
  package static let measuresMissing = ProblemCode(
    "matter.project_measures_missing", status: 409,
    message: Bilingual("重大隐患还没有临时管控措施。", "No interim measures are planned for this major hazard."),
    hint: Bilingual(
      "请在“项目计划”中写明整改期间的临时管控措施、落实单位和检查间隔。",
      "Write into the plan what keeps it in check, who keeps that, and how often it is looked at."))
  package static let conditionsNotMet = ProblemCode(
    "matter.project_conditions_not_met", status: 409,
    message: Bilingual("常设条件最近一次检查没有达到：{names}。", "These standing conditions were last seen not met: {names}."),
    hint: Bilingual("请达到后重新检查登记，再申请销号。", "Meet them, look again and record it, then submit."))
  package static let conditionsUnseen = ProblemCode(
    "matter.project_conditions_unseen", status: 409,
    message: Bilingual("常设条件还没有检查过：{names}。", "Nobody has looked at these standing conditions yet: {names}."),
    hint: Bilingual("请检查并登记，再申请销号。", "Look at them and record it, then submit."))
  package static let projectDivides = ProblemCode(
    "matter.project_divides", status: 409,
    message: Bilingual("事项有项目计划，不能再分解。", "The matter has a project plan and is not divided."),
    hint: Bilingual("请把各单位的任务写成节点。", "Make each unit's share a milestone."))

  static let projectCatalogue: [ProblemCode] = [
    .noMilestoneOpen, .noCondition, .noMeasure, .projectRow, .projectRowOfUnit, .projectDay, .projectSize,
    .milestoneDay, .milestoneMoves, .milestoneFinished, .projectUnit, .conditionCount, .measureInterval,
    .milestoneSlipped, .milestonesOpen, .measuresNotKept, .measuresUnseen, .measureOwnKeeper,
    .measuresMissing, .conditionsNotMet, .conditionsUnseen, .projectDivides,
  ]
}
