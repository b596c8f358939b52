package import Ground

/// What is wrong with what an act carries.
extension ProblemCode {
  package static let wordsBlank = ProblemCode(
    "matter.words_blank", status: 422,
    message: Bilingual("此处不能为空。", "This must not be blank."),
    hint: Bilingual("请填写具体内容。", "Write what there is to say."))
  package static let wordsLong = ProblemCode(
    "matter.words_long", status: 422,
    message: Bilingual("此处不能超过{limit}字。", "This must not exceed {limit} characters."),
    hint: Bilingual("请写要点，详细材料作为佐证上传。", "Write the main points and add the rest as evidence."))
  package static let unitUnknown = ProblemCode(
    "matter.unit_unknown", status: 422,
    message: Bilingual("名录中没有单位“{unit}”。", "The directory has no unit \"{unit}\"."),
    hint: Bilingual("请从名录中选择单位。", "Choose a unit of the directory."))
  package static let governmentNotResponsible = ProblemCode(
    "matter.government_not_responsible", status: 422,
    message: Bilingual(
      "“{unit}”是区政府本级，不能作为责任单位。", "\"{unit}\" is the government itself and cannot be made responsible."),
    hint: Bilingual("请落实到部门、乡镇街道、村居或其他具体单位。", "Name a department, town, community, contractor or office."))
  package static let unitEnded = ProblemCode(
    "matter.unit_ended", status: 422,
    message: Bilingual("“{unit}”已撤并，不能再作为责任单位。", "\"{unit}\" was merged or dissolved and cannot be made responsible."),
    hint: Bilingual("请选择承接其职责的单位。", "Name the unit that took over its duties."))
  package static let supportingRepeats = ProblemCode(
    "matter.supporting_repeats", status: 422,
    message: Bilingual("单位“{unit}”重复列入。", "The unit \"{unit}\" is named twice."),
    hint: Bilingual("牵头单位不再列为协办，协办单位各列一次。", "Name each unit once; the lead unit does not support itself."))
  package static let numberMissing = ProblemCode(
    "matter.number_missing", status: 422,
    message: Bilingual("缺少登记编号。", "The register number is missing."),
    hint: Bilingual("请重新交办，由系统编号。", "Issue it again; the system gives the number."))
  package static let procedureMissing = ProblemCode(
    "matter.procedure_missing", status: 422,
    message: Bilingual("缺少办理程序。", "The procedure is missing."),
    hint: Bilingual("请选择办理程序。", "Choose a procedure."))
  package static let standardMissing = ProblemCode(
    "matter.standard_missing", status: 422,
    message: Bilingual("缺少销号标准，或者没有这一标准。", "The close-out standard is missing or unknown."),
    hint: Bilingual("请选择销号标准。", "Choose a close-out standard."))
  package static let duePast = ProblemCode(
    "matter.due_past", status: 422,
    message: Bilingual("期限{day}早于今天{today}。", "The due day {day} lies before today, {today}."),
    hint: Bilingual("请核对年份和日期。", "Check the year and the day."))
  package static let leaderUnknown = ProblemCode(
    "matter.leader_unknown", status: 422,
    message: Bilingual("名录中没有这位分管领导。", "The directory has no such leader in charge."),
    hint: Bilingual("请从分管领导中选择，或者留空。", "Choose one of the leaders, or leave it empty."))
  package static let fanOutUnsound = ProblemCode(
    "matter.fan_out_unsound", status: 422,
    message: Bilingual("分解到各单位的子事项有重复或不全。", "The child matters are repeated or incomplete."),
    hint: Bilingual("请重新选择单位，每个单位一件，分解一次为止。", "Choose the units again, one matter each, fanned out once only."))
  package static let notAChild = ProblemCode(
    "matter.not_a_child", status: 422,
    message: Bilingual("事项{child}不是本事项的子事项。", "Matter {child} is no child of this one."),
    hint: Bilingual("请核对总事项与子事项。", "Check which matter fanned out into it."))
  package static let onBehalfMissing = ProblemCode(
    "matter.on_behalf_missing", status: 422,
    message: Bilingual("统筹人员代录须写明代哪个单位。", "A coordinator must say on whose behalf this is recorded."),
    hint: Bilingual("请填写单位、渠道（电话、纸质、群聊）和日期。", "Give the unit, the channel (phone, paper, chat) and the day."))
  package static let onBehalfUnit = ProblemCode(
    "matter.on_behalf_unit", status: 422,
    message: Bilingual("不能代这个单位录入这一步。", "This cannot be recorded on behalf of that unit."),
    hint: Bilingual("可选的单位：{units}。", "The units to choose from: {units}."))
  package static let onBehalfDay = ProblemCode(
    "matter.on_behalf_day", status: 422,
    message: Bilingual("代录的日期不在交办日和今天之间。", "The day recorded does not lie between the day of issue and today."),
    hint: Bilingual("请填写{first}至{last}之间的日期。", "Give a day from {first} to {last}."))
  package static let handlerNotOfUnit = ProblemCode(
    "matter.handler_not_of_unit", status: 422,
    message: Bilingual("承办人须是{unit}的在任人员。", "The handler must serve in {unit}."),
    hint: Bilingual("请从该单位人员中选择，或者留空。", "Choose one of its officers, or leave it empty."))
  package static let evidenceRepeated = ProblemCode(
    "matter.evidence_repeated", status: 409,
    message: Bilingual("这份佐证已经登记。", "This piece of evidence is on record already."),
    hint: Bilingual("不必再传；如是另一份，请重新上传。", "It need not be sent again; upload another one afresh."))
  package static let evidenceTooMany = ProblemCode(
    "matter.evidence_too_many", status: 409,
    message: Bilingual(
      "一个事项最多登记{limit}份佐证，已经满了。", "A matter holds at most {limit} pieces of evidence, and it is full."),
    hint: Bilingual("请把几张照片拼成一份 PDF，只传能说明结果的。", "Put several pictures into one PDF; hand in what shows the result."))
  package static let evidenceMissing = ProblemCode(
    "matter.evidence_missing", status: 422,
    message: Bilingual(
      "销号标准要求{needed}份佐证，现有{count}份。", "The close-out standard asks for {needed} pieces of evidence; there are {count}."
    ),
    hint: Bilingual("请先补传佐证，再申请销号。", "Add the evidence first, then submit."))
  package static let onSiteMissing = ProblemCode(
    "matter.on_site_missing", status: 422,
    message: Bilingual("销号标准要求现场核查。", "The close-out standard asks for a visit on site."),
    hint: Bilingual("请到现场核查后再销号，并勾选“已现场核查”。", "Go and see, then close it and tick that you were there."))
  package static let nothingChanges = ProblemCode(
    "matter.nothing_changes", status: 422,
    message: Bilingual("与现在的内容相同，没有变化。", "This is what it is already; nothing would change."),
    hint: Bilingual("请填写新的内容，或者取消这一步。", "Give something new, or leave it as it is."))

  package static let takenDays = ProblemCode(
    "matter.taken_days", status: 422,
    message: Bilingual(
      "交办日期{issued}、办结日期{closed}前后不符，或晚于今天。",
      "The day of issue {issued} and of closing {closed} do not fit, or lie after today."),
    hint: Bilingual("请核对原台账的日期。", "Check the days in the old register."))
  package static let notTaken = ProblemCode(
    "matter.not_taken_over", status: 409,
    message: Bilingual("事项{number}不是导入的，不能随导入撤回。", "Matter {number} was not imported and cannot be given back."),
    hint: Bilingual("请用“撤销”办理。", "Cancel it instead."))
  package static let movedOn = ProblemCode(
    "matter.moved_on", status: 409,
    message: Bilingual(
      "事项{number}导入之后已有办理记录，不能撤回。",
      "Something has happened on matter {number} since its import; it cannot be given back."),
    hint: Bilingual("整批都没有撤回。请对这些事项分别更正或撤销。", "Nothing was given back. Amend or cancel these matters one by one."))

  static let contentCatalogue: [ProblemCode] = [
    .wordsBlank, .wordsLong, .unitUnknown, .governmentNotResponsible, .unitEnded, .supportingRepeats,
    .numberMissing,
    .procedureMissing, .standardMissing, .duePast, .leaderUnknown, .fanOutUnsound, .notAChild, .onBehalfMissing,
    .onBehalfUnit, .onBehalfDay, .handlerNotOfUnit, .evidenceRepeated, .evidenceTooMany, .evidenceMissing,
    .onSiteMissing,
    .nothingChanges, .takenDays, .notTaken, .movedOn,
  ]
}
