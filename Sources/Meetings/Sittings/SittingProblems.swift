package import Ground

extension ProblemCode {
  package static let sittingExists = ProblemCode(
    "sitting.exists", status: 409,
    message: Bilingual("这次会议已经召集。", "This sitting has been called already."),
    hint: Bilingual("请打开已有的会次继续办理。", "Open it and go on from there."))
  package static let sittingUnknown = ProblemCode(
    "sitting.unknown", status: 404,
    message: Bilingual("没有找到这个会次。", "There is no such sitting."),
    hint: Bilingual("请从会次列表重新进入。", "Open it from the list of sittings."))
  package static let sittingCoordinatorOnly = ProblemCode(
    "sitting.coordinator_only", status: 403,
    message: Bilingual("会议的筹备和记录由安委办统筹人员办理。", "Sittings are prepared and kept by a coordinator."),
    hint: Bilingual("请联系安委办。", "Ask the office."))
  package static let sittingNotPlanned = ProblemCode(
    "sitting.not_planned", status: 409,
    message: Bilingual("会议已经开始，这一步只在开会前办理。", "The sitting has begun; this is done before it."),
    hint: Bilingual("请刷新页面查看现在可以办理的事。", "Reload to see what can be done now."))
  package static let sittingNotOpen = ProblemCode(
    "sitting.not_open", status: 409,
    message: Bilingual("会议还没有开始。", "The sitting has not been opened."),
    hint: Bilingual("请先登记到会情况并开会。", "Record who is there and open it first."))
  package static let sittingOver = ProblemCode(
    "sitting.over", status: 409,
    message: Bilingual("这个会次已经结束或取消，不能再改。", "This sitting is over or was called off; it changes no more."),
    hint: Bilingual("需要更正的，请在通报交办时办理。", "Set things right where its minutes are issued."))
  package static let sittingEarly = ProblemCode(
    "sitting.early", status: 409,
    message: Bilingual("会议定在{day}，还没有到日子。", "The sitting is called for {day}, which has not come."),
    hint: Bilingual("提前开会的，请先把会议日期改到今天。", "To meet earlier, move it to today first."))
  package static let sittingText = ProblemCode(
    "sitting.text", status: 422,
    message: Bilingual("这里应填写1至{limit}字。", "Write 1 to {limit} characters here."),
    hint: Bilingual("请补充或精简文字。", "Write it, or shorten it."))
  package static let sittingFull = ProblemCode(
    "sitting.full", status: 422,
    message: Bilingual("最多{limit}项。", "There may be at most {limit}."),
    hint: Bilingual("请合并或删去一些。", "Join some, or leave some out."))
  package static let sittingItem = ProblemCode(
    "sitting.item", status: 404,
    message: Bilingual("没有这一条，可能刚被删去。", "There is no such item; it may just have been dropped."),
    hint: Bilingual("请刷新页面查看。", "Reload to see what stands."))
  package static let sittingLinked = ProblemCode(
    "sitting.linked", status: 409,
    message: Bilingual("这个事项已经关联在这条批示之下。", "This matter stands under the instruction already."),
    hint: Bilingual("请刷新页面查看。", "Reload to see what stands."))
  package static let sittingSettled = ProblemCode(
    "sitting.settled", status: 409,
    message: Bilingual(
      "这条批示已经落实到事项，或已写明无需列为事项。", "A matter follows this instruction, or it is said that none is needed."),
    hint: Bilingual("请刷新页面查看。", "Reload to see what stands."))
  package static let sittingUnit = ProblemCode(
    "sitting.unit", status: 422,
    message: Bilingual("“{unit}”不是可以选择的单位。", "“{unit}” is no unit that can be chosen."),
    hint: Bilingual("请从列表选择现有单位，每个单位一次。", "Choose from the units that exist today, each once."))
  package static let sittingNoUnit = ProblemCode(
    "sitting.no_unit", status: 422,
    message: Bilingual("没有选择单位。", "No unit was chosen."),
    hint: Bilingual("请至少勾选一个单位。", "Tick one at least."))
  package static let sittingOfficer = ProblemCode(
    "sitting.officer", status: 422,
    message: Bilingual("主持人或讲话人不在人员目录中。", "Whoever chairs or speaks is not in the directory."),
    hint: Bilingual("请从列表选择。", "Choose from the list."))
  package static let sittingReportAsked = ProblemCode(
    "sitting.report_asked", status: 409,
    message: Bilingual("已经要求过汇报：{units}。", "These were asked already: {units}."),
    hint: Bilingual("请去掉这些单位再发。", "Leave them out and send again."))
  package static let sittingMatter = ProblemCode(
    "sitting.matter", status: 422,
    message: Bilingual("没有编号为{number}的事项。", "There is no matter with the number {number}."),
    hint: Bilingual("请从事项页面复制编号，如QH-2026-0012。", "Copy the number from the matter's page, like QH-2026-0012."))
  package static let sittingReportLate = ProblemCode(
    "sitting.report_late", status: 422,
    message: Bilingual("按此时限要到{due}，会议在{day}。", "By this term it is due on {due}; the sitting is on {day}."),
    hint: Bilingual("请减少工作日数。", "Give fewer workdays."))
  package static let sittingReportUnknown = ProblemCode(
    "sitting.report_unknown", status: 404,
    message: Bilingual("没有要求{unit}向本次会议汇报。", "{unit} was not asked to report to this sitting."),
    hint: Bilingual("请从会次页面进入。", "Open it from the sitting's page."))
  package static let sittingReportMissing = ProblemCode(
    "sitting.report_missing", status: 409,
    message: Bilingual("{unit}还没有提交汇报。", "{unit} has not submitted its report."),
    hint: Bilingual("可以提醒该单位，或按其来电、来函代录。", "Remind the unit, or record on its behalf what it says."))
  package static let sittingReportIn = ProblemCode(
    "sitting.report_in", status: 409,
    message: Bilingual("{unit}已经提交汇报，不能再撤回要求。", "{unit} has submitted its report; the request stands."),
    hint: Bilingual("请审阅后标记已阅。", "Read it and mark it read."))
  package static let sittingReportRead = ProblemCode(
    "sitting.report_read", status: 409,
    message: Bilingual("{unit}的汇报已阅，不能再改。", "The report of {unit} was read; it changes no more."),
    hint: Bilingual("有补充的，请在会上说明。", "Say at the sitting what is to be added."))
  package static let sittingReportReminded = ProblemCode(
    "sitting.report_reminded", status: 409,
    message: Bilingual("已经提醒过{unit}。", "{unit} was reminded already."),
    hint: Bilingual("每个期限只提醒一次。", "It is reminded once of a due day."))
  package static let sittingReportUnit = ProblemCode(
    "sitting.report_unit", status: 403,
    message: Bilingual("{unit}的汇报由该单位提交，或由统筹人员代录。", "{unit} submits it itself, or a coordinator on its behalf."),
    hint: Bilingual("代录须写明来源方式和日期。", "A coordinator says by which channel and on which day."))
  package static let sittingReportDay = ProblemCode(
    "sitting.report_day", status: 422,
    message: Bilingual("代录日期应在{first}至{last}之间。", "The day must lie between {first} and {last}."),
    hint: Bilingual("请填写单位来电、来函的日期。", "Give the day on which the unit said so."))

  package static let sittingCatalogue: [ProblemCode] = [
    .sittingExists, .sittingUnknown, .sittingCoordinatorOnly, .sittingNotPlanned, .sittingNotOpen, .sittingOver,
    .sittingEarly, .sittingText, .sittingFull, .sittingItem, .sittingLinked, .sittingSettled, .sittingUnit,
    .sittingNoUnit,
    .sittingOfficer, .sittingReportAsked, .sittingMatter, .sittingReportLate, .sittingReportUnknown,
    .sittingReportMissing, .sittingReportIn, .sittingReportRead, .sittingReportReminded, .sittingReportUnit,
    .sittingReportDay,
  ]
}
