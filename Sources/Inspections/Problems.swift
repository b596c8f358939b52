package import Ground

extension ProblemCode {
  package static let inspectionUnknown = ProblemCode(
    "inspection.unknown", status: 404,
    message: Bilingual("没有找到这次检查。", "There is no such inspection."),
    hint: Bilingual("请从监管对象的检查记录重新进入。", "Open it from the subject's inspections."))
  package static let inspectionExists = ProblemCode(
    "inspection.exists", status: 409,
    message: Bilingual("这次检查已经登记。", "This inspection is recorded already."),
    hint: Bilingual("请打开已有的记录。", "Open the record that is there."))
  package static let inspectionAnnulled = ProblemCode(
    "inspection.annulled", status: 409,
    message: Bilingual("这次检查已经作废。", "This inspection was declared void already."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let inspectionSubject = ProblemCode(
    "inspection.subject", status: 404,
    message: Bilingual("没有找到要检查的对象。", "There is no such subject to inspect."),
    hint: Bilingual("请从今日检查或监管对象列表重新进入。", "Open it from today's work or the list of subjects."))
  package static let inspectionRetired = ProblemCode(
    "inspection.retired", status: 409,
    message: Bilingual("“{name}”已注销，不再检查。", "“{name}” is retired and inspected no more."),
    hint: Bilingual("请返回今日检查，选择其他对象。", "Go back to today's work and take another one."))
  package static let inspectionAsleep = ProblemCode(
    "inspection.asleep", status: 409,
    message: Bilingual("“{type}”在检查当日处于休眠，不能登记检查。", "“{type}” was asleep on that day; no inspection is recorded."),
    hint: Bilingual(
      "依法需要启用的，请安委办先启动相应的专项行动，写明法律依据、目的和截止日期。",
      "Where the law asks for it the office first starts its campaign, with the legal ground, the purpose and the end.")
  )
  package static let inspectionTwice = ProblemCode(
    "inspection.twice", status: 409,
    message: Bilingual(
      "“{unit}”已另有一次用这张检查表登记的{day}的检查。",
      "There is another inspection of {day} by “{unit}” with this checklist meanwhile."),
    hint: Bilingual(
      "请先打开该对象的页面，查看最近的检查记录；确实又查了一次的，再提交一次即可。",
      "Look at the latest inspections on the subject's page; if it was inspected once more, send the form again."))
  package static let inspectionHandedTo = ProblemCode(
    "inspection.handed_to", status: 422,
    message: Bilingual("不能移交给“{unit}”。", "It cannot be handed on to “{unit}”."),
    hint: Bilingual(
      "请从提示的名单中选择，相近的有：{near}；重名的要带上级单位，如“东关社区（东关街道）”。",
      "Choose one of the names offered, near are: {near}. Where two are called the same, take the one with the unit above in brackets."
    ))
  package static let inspectionHandedOwn = ProblemCode(
    "inspection.handed_own", status: 422,
    message: Bilingual(
      "“{unit}”就是检查单位或者被检查对象的管理单位，不用移交。", "“{unit}” inspected it or runs it; nothing is handed on to it."),
    hint: Bilingual("请去掉移交单位：管理单位由整改指令书责令整改。", "Leave the unit out: whoever runs the place is ordered to put it right.")
  )
  package static let inspectionHandedOrder = ProblemCode(
    "inspection.handed_order", status: 422,
    message: Bilingual("移交的问题不能同时写责令整改的期限。", "What is handed on has no ordered time limit."),
    hint: Bilingual("请去掉期限和“责令立即整改”，或者去掉移交单位。", "Leave out the limit, or the unit."))
  package static let inspectionHandedFixed = ProblemCode(
    "inspection.handed_fixed", status: 422,
    message: Bilingual("当场整改的问题不用移交。", "What was put right on the spot is not handed on."),
    hint: Bilingual("请去掉移交单位，或者去掉当场整改情况。", "Leave out the unit, or how it was put right."))
  package static let inspectionChecklist = ProblemCode(
    "inspection.checklist", status: 422,
    message: Bilingual("“{checklist}”不适用于这个对象。", "“{checklist}” is not for this subject."),
    hint: Bilingual("请改用列出的检查表。", "Use one of the checklists listed."))
  package static let inspectionChecklistGone = ProblemCode(
    "inspection.checklist_gone", status: 409,
    message: Bilingual(
      "检查表“{checklist}”已换新版或停用。", "The checklist “{checklist}” was replaced or taken out of use."),
    hint: Bilingual("请重新打开检查页面，按现行检查表填写。", "Open the page again and use the checklist in force."))
  package static let inspectionChecklistOver = ProblemCode(
    "inspection.checklist_over", status: 409,
    message: Bilingual(
      "检查表“{checklist}”在检查日期不在有效期内。", "The checklist “{checklist}” did not hold on the day of the inspection."),
    hint: Bilingual("请改用当日有效的检查表，或更正检查日期。", "Use a checklist that held on that day, or correct the day."))
  package static let inspectionUnit = ProblemCode(
    "inspection.unit", status: 403,
    message: Bilingual(
      "检查由检查单位的人员登记，或由安委办代录。",
      "An inspection is recorded by somebody of the inspecting unit, or by the office for it."),
    hint: Bilingual("请由检查单位登记，或联系安委办代录。", "Let the inspecting unit record it, or ask the office to."))
  package static let inspectionChannel = ProblemCode(
    "inspection.channel", status: 409,
    message: Bilingual(
      "选了别的单位，却没有选告知方式。", "Another unit is chosen, but not how it told of the inspection."),
    hint: Bilingual(
      "代录请选告知方式（电话、纸质、聊天）；本人检查请不选单位。",
      "Choose how it was told (phone, paper, chat); for your own inspection choose no unit."))
  package static let inspectionOthers = ProblemCode(
    "inspection.others", status: 403,
    message: Bilingual("“{name}”不归您单位监管，不能登记检查。", "“{name}” is not your unit's to inspect."),
    hint: Bilingual(
      "请由行业主管、属地或责任单位登记，或请安委办代录。",
      "Let the supervising department, the town or the unit that runs it record it, or ask the office to."))
  package static let inspectionNothing = ProblemCode(
    "inspection.nothing", status: 422,
    message: Bilingual("每一项都填了“不适用”，等于没有检查。", "Every item “does not apply”: nothing was looked at."),
    hint: Bilingual("请至少如实填写一项，或改用适用的检查表。", "Answer at least one item, or use a checklist that applies."))
  package static let inspectionUnitEnded = ProblemCode(
    "inspection.unit_ended", status: 422,
    message: Bilingual("“{unit}”不能作为检查单位，或已撤并。", "“{unit}” cannot inspect, or has ended."),
    hint: Bilingual("请改为接续其职责的单位。", "Choose the unit that took over its duties."))
  package static let inspectionInspectors = ProblemCode(
    "inspection.inspectors", status: 422,
    message: Bilingual("检查人员须为在任人员，1至10名，不重复。", "Inspectors are one to ten serving officers, none twice."),
    hint: Bilingual("请核对检查人员。", "Look at the inspectors once more."))
  package static let inspectionCrowded = ProblemCode(
    "inspection.crowded", status: 409,
    message: Bilingual(
      "“{name}”{days}天内已有{visits}检查过，已达{units}个单位的上限，再检查须选一项理由。",
      "“{name}” was inspected by {visits} within {days} days; from {units} units on, one more gives a reason."),
    hint: Bilingual(
      "请选择再次检查的理由；不急的，改日检查，或与其他单位约定同一天上门。",
      "Choose the reason for one more inspection; if it can wait, come another day, or on one day with another unit."))
  package static let inspectionPartners = ProblemCode(
    "inspection.partners", status: 409,
    message: Bilingual(
      "参加联合检查的须为其他现有单位，至多{limit}个，不重复。",
      "Who takes part in a joint inspection is another unit that exists, {limit} at most, none twice."),
    hint: Bilingual("请核对参加单位。", "Look at the units that took part once more."))
  package static let inspectionJoins = ProblemCode(
    "inspection.joins", status: 409,
    message: Bilingual(
      "没有请本单位参加的这次联合检查，或已作废。", "There is no such joint inspection that names your unit, or it was declared void."),
    hint: Bilingual(
      "请从联合检查记录重新进入，或请牵头单位登记时选上本单位。",
      "Open the joint inspection's record again, or have the leading unit name yours when it records."))
  package static let inspectionJointDay = ProblemCode(
    "inspection.joint_day", status: 409,
    message: Bilingual("联合检查是{day}进行的，日期不一致。", "The joint inspection was on {day}; the days differ."),
    hint: Bilingual("请填同一天；不是同一次的，单独登记。", "Enter that day, or record what was another visit by itself."))
  package static let inspectionJointBoth = ProblemCode(
    "inspection.joint_both", status: 409,
    message: Bilingual(
      "不能既参加一次联合检查，又另选参加单位。", "An inspection is a part of a joint one or names who took part, not both."),
    hint: Bilingual("参加单位由牵头单位登记，请去掉一项。", "The leading unit names who took part; take one of the two away."))
  package static let inspectionDay = ProblemCode(
    "inspection.day", status: 422,
    message: Bilingual("检查日期应在{first}至{last}之间。", "The day of an inspection lies between {first} and {last}."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let inspectionAnswer = ProblemCode(
    "inspection.answer", status: 422,
    message: Bilingual("这一项的回答不合要求。", "This is no answer to the item."),
    hint: Bilingual("请按检查表的选项填写，每项一次。", "Answer as the checklist asks, each item once."))
  package static let inspectionUnanswered = ProblemCode(
    "inspection.unanswered", status: 422,
    message: Bilingual("“{item}”还没有填写。", "“{item}” has no answer yet."),
    hint: Bilingual("不适用的，请选“不适用”。", "Choose “does not apply” where it does not."))
  package static let inspectionNotDescribed = ProblemCode(
    "inspection.not_described", status: 422,
    message: Bilingual("“{item}”不合格，请写明问题。", "“{item}” does not pass; say what is wrong."),
    hint: Bilingual("写明位置和情形，如“二楼东侧安全出口上锁”。", "Say where and what, such as “east exit on the second floor locked”."))
  package static let inspectionPassed = ProblemCode(
    "inspection.passed", status: 422,
    message: Bilingual("“{item}”合格，却写了问题。", "“{item}” passes, yet a problem is written."),
    hint: Bilingual("请改为不合格，或删去问题。", "Let it fail, or take the problem away."))
  package static let inspectionMajorFixed = ProblemCode(
    "inspection.major_fixed", status: 422,
    message: Bilingual("重大隐患不能当场整改销号。", "A major hazard is not put right on the spot."),
    hint: Bilingual("请改为一般隐患，或不填当场整改。", "Grade it as ordinary, or leave out the fix."))
  package static let inspectionOrderFixed = ProblemCode(
    "inspection.order_fixed", status: 409,
    message: Bilingual("已当场整改的不再限期。", "What was put right on the spot is given no term."),
    hint: Bilingual("请删去整改期限，或删去当场整改情况。", "Take the term away, or the fix."))
  package static let inspectionOrderBoth = ProblemCode(
    "inspection.order_both", status: 409,
    message: Bilingual("“立即整改”和整改期限只能选一个。", "It is either at once or by a day."),
    hint: Bilingual("请去掉其中一个。", "Take one of them away."))
  package static let inspectionOrderDay = ProblemCode(
    "inspection.order_day", status: 409,
    message: Bilingual(
      "整改期限应在{first}至{last}之间，不能超过该等级隐患的规定期限。",
      "The day lies between {first} and {last}, which is the term of a hazard of this grade."),
    hint: Bilingual("请改早一些；确需更长的，交办后按延期程序申请。", "Name an earlier day; a longer term is asked for as an extension."))
  package static let inspectionOrderNone = ProblemCode(
    "inspection.order_none", status: 409,
    message: Bilingual(
      "业务包没有为该等级隐患写明立即整改的期限。", "The packs have no term for putting a hazard of this grade right at once."),
    hint: Bilingual("请填写整改期限。", "Name a day instead."))
  package static let inspectionCriterion = ProblemCode(
    "inspection.criterion", status: 422,
    message: Bilingual("所选判定依据不适用于这处隐患。", "The rule that was chosen is not for this hazard."),
    hint: Bilingual(
      "判定依据只用于重大隐患；请选择检查当日有效、适用于该类对象的条款，或者不选。",
      "Only a major hazard has one; choose a rule that held on that day for this type of subject, or none."))
  package static let inspectionLoose = ProblemCode(
    "inspection.loose", status: 422,
    message: Bilingual(
      "未当场整改的问题须转为隐患事项，当场整改的不转。", "What was not put right becomes a hazard's matter, what was does not."),
    hint: Bilingual("请重新提交。", "Send it again."))
  package static let inspectionFull = ProblemCode(
    "inspection.full", status: 422,
    message: Bilingual("一次检查最多登记{limit}个问题。", "One inspection holds at most {limit} findings."),
    hint: Bilingual("请分次登记。", "Record them in several."))
  package static let inspectionBlank = ProblemCode(
    "inspection.blank", status: 422,
    message: Bilingual("此处不能为空。", "This cannot be empty."),
    hint: Bilingual("请填写。", "Write something here."))
  package static let inspectionLong = ProblemCode(
    "inspection.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))
  package static let inspectionNotRefused = ProblemCode(
    "inspection.not_refused", status: 409,
    message: Bilingual(
      "写了拒签情况，签字情况却不是“拒签”。", "How signing was refused is written, but nobody is said to have refused."),
    hint: Bilingual("请改选“拒签”，或清空拒签情况。", "Choose that signing was refused, or empty that field."))

  package static let inspectionPictures = ProblemCode(
    "inspection.pictures", status: 422,
    message: Bilingual("照片太多：最多{limit}张。", "Too many pictures: {limit} at most."),
    hint: Bilingual(
      "每处整改前、整改后各不超过3张，一次检查共不超过12张；请留下最能说明问题的。",
      "Three of one thing before and three after, twelve in all; keep those that show it best."))
  package static let inspectionPictureSize = ProblemCode(
    "inspection.picture_size", status: 422,
    message: Bilingual("照片合计超过{limit}。", "The pictures are larger than {limit} together."),
    hint: Bilingual("请减少张数，或用较小的尺寸重拍。", "Send fewer, or smaller ones."))
  package static let inspectionPictureOfNothing = ProblemCode(
    "inspection.picture_of_nothing", status: 422,
    message: Bilingual(
      "照片没有对应的问题，或不是当场整改的。", "The picture belongs to no finding, or to none that was put right at once."),
    hint: Bilingual("请写明问题或当场整改情况，或不附这张照片。", "Say what was found or how it was put right, or leave the picture out."))
  package static let inspectionPictureKind = ProblemCode(
    "inspection.picture_kind", status: 415,
    message: Bilingual("“{name}”不是照片。", "“{name}” is no picture."),
    hint: Bilingual(
      "现场照片请用JPEG、PNG或WebP图片；其他材料在隐患事项中提交。", "Send JPEG, PNG or WebP; other files go with the hazard's matter."))
  package static let inspectionPictureMissing = ProblemCode(
    "inspection.picture_missing", status: 422,
    message: Bilingual(
      "“{item}”的问题没有照片，也没有选未拍照的原因（{why}）。", "There is neither a picture of “{item}” nor a reason why not ({why})."),
    hint: Bilingual("请附照片；不能拍的，选择原因即可提交。", "Add a picture; where none could be taken, choosing the reason is enough."))
  package static let inspectionPictureTaken = ProblemCode(
    "inspection.picture_taken", status: 409,
    message: Bilingual("已附照片，又选了未拍照的原因。", "There is a picture, and a reason why there is none."),
    hint: Bilingual("请清空原因，或不附照片。", "Clear the reason, or leave the picture out."))

  package static let inspectionNoOrder = ProblemCode(
    "inspection.no_order", status: 404,
    message: Bilingual(
      "这次检查没有责令整改的问题，或已作废，不印指令书。",
      "Nothing was ordered at this inspection, or it is void: there is no order to print."),
    hint: Bilingual("可以打印现场检查记录。", "Its record can be printed."))
  package static let inspectionNoOpinion = ProblemCode(
    "inspection.no_opinion", status: 404,
    message: Bilingual(
      "这个事项不是检查发现的隐患，或还没有复查。",
      "This matter is no hazard of an inspection, or nobody has re-inspected it."),
    hint: Bilingual("请在核查销号或退办之后打印。", "Print it once it was closed out or returned."))

  package static let inspectionsCatalogue: [ProblemCode] = [
    .inspectionCriterion,
    .inspectionUnknown, .inspectionExists, .inspectionAnnulled, .inspectionSubject, .inspectionRetired,
    .inspectionHandedTo, .inspectionHandedFixed, .inspectionHandedOwn, .inspectionHandedOrder, .inspectionTwice,
    .inspectionAsleep,
    .inspectionChecklist, .inspectionChecklistGone, .inspectionChecklistOver, .inspectionUnit, .inspectionChannel,
    .inspectionOthers, .inspectionNothing, .inspectionUnitEnded, .inspectionInspectors, .inspectionCrowded,
    .inspectionPartners,
    .inspectionJoins, .inspectionJointDay, .inspectionJointBoth,
    .inspectionDay, .inspectionAnswer, .inspectionUnanswered, .inspectionNotDescribed, .inspectionPassed,
    .inspectionMajorFixed, .inspectionOrderFixed, .inspectionOrderBoth, .inspectionOrderDay, .inspectionOrderNone,
    .inspectionLoose, .inspectionFull, .inspectionBlank, .inspectionLong,
    .inspectionNotRefused, .inspectionPictures, .inspectionPictureSize, .inspectionPictureOfNothing,
    .inspectionPictureKind, .inspectionPictureMissing, .inspectionPictureTaken, .inspectionNoOrder,
    .inspectionNoOpinion,
  ]
}
