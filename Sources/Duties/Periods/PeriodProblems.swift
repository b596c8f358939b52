package import Ground

extension ProblemCode {
  package static let periodUnknown = ProblemCode(
    "period.unknown", status: 404,
    message: Bilingual("没有找到这个重点时段或预警。", "There is no such key period or alert."),
    hint: Bilingual("请从重点时段和预警列表重新进入。", "Open it from the list of key periods and alerts."))
  package static let periodExists = ProblemCode(
    "period.exists", status: 409,
    message: Bilingual("这个重点时段或预警已经设定。", "This key period or alert is set already."),
    hint: Bilingual("请打开已有的继续办理。", "Open it and go on from there."))
  package static let periodCoordinator = ProblemCode(
    "period.coordinator", status: 403,
    message: Bilingual("重点时段和预警由安委办设定和修改。", "Key periods and alerts are set and changed by the office."),
    hint: Bilingual("请联系安委办。", "Ask the office."))
  package static let periodWithdrawn = ProblemCode(
    "period.withdrawn", status: 409,
    message: Bilingual("它已作为错误登记撤销。", "It was withdrawn as entered wrongly."),
    hint: Bilingual("需要的，请重新设定。", "Set it anew where it is needed."))
  package static let periodOver = ProblemCode(
    "period.over", status: 409,
    message: Bilingual("它已经结束，应查和应报的都已确定。", "It is over; what was owed in it is settled."),
    hint: Bilingual("仍需加密的，请另设一个。", "Set another one where closer work goes on."))
  package static let periodNotBegun = ProblemCode(
    "period.not_begun", status: 409,
    message: Bilingual("它还没有开始，不能提前结束。", "It has not begun, so it cannot end early."),
    hint: Bilingual("请修改日期，或撤销。", "Amend its days, or withdraw it."))
  package static let periodFirstDay = ProblemCode(
    "period.first_day", status: 422,
    message: Bilingual(
      "首日不能早于{first}；已经开始多日的，首日不再改动。",
      "It begins on {first} at the earliest; once it began days ago, its first day stays."),
    hint: Bilingual("此前的应查不能事后增加，请改用较晚的日期。", "Nothing is owed in hindsight; choose a later day."))
  package static let periodLastDay = ProblemCode(
    "period.last_day", status: 422,
    message: Bilingual("末日不能早于今天（{today}）。", "Its last day is today ({today}) or later."),
    hint: Bilingual("请核对日期；要在今天之前结束的，请用“提前结束”。", "Look at the days once more; to end it, use “end early”."))
  package static let periodOrder = ProblemCode(
    "period.order", status: 422,
    message: Bilingual("末日早于首日。", "The last day lies before the first."),
    hint: Bilingual("请核对两个日期。", "Look at both days once more."))
  package static let periodHalf = ProblemCode(
    "period.half", status: 422,
    message: Bilingual("值班人员和带班领导要一起填。", "The officer on duty and the leader in charge go together."),
    hint: Bilingual("两栏都选，或都不选。", "Choose both, or neither."))
  package static let periodLength = ProblemCode(
    "period.length", status: 422,
    message: Bilingual("一个时段最多{limit}天。", "It lasts at most {limit} days."),
    hint: Bilingual("长期的要求请写进检查职责。", "What holds for longer belongs in a duty."))
  package static let periodEndDay = ProblemCode(
    "period.end_day", status: 422,
    message: Bilingual(
      "提前结束的末日应在{first}至{last}之间，且早于原定末日。",
      "The day it ends early lies between {first} and {last}, and before the day that was set."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let periodLevel = ProblemCode(
    "period.level", status: 409,
    message: Bilingual("预警等级和类别不能修改，升级或降级是另一份通知。", "The level and the kind stay; another level is another notice."),
    hint: Bilingual("请先解除本预警，再按新的通知设定。", "Lift this alert, and set the new one from its notice."))
  package static let periodKind = ProblemCode(
    "period.kind", status: 422,
    message: Bilingual("预警须写明类别，重点时段不写。", "An alert says of what it warns; a key period does not."),
    hint: Bilingual("照通知选择，如大风、暴雨、重污染天气。", "Choose as the notice has it, such as gale or heavy pollution."))
  package static let periodType = ProblemCode(
    "period.type", status: 409,
    message: Bilingual("业务包中没有“{type}”这类对象。", "No pack has the type of subjects “{type}”."),
    hint: Bilingual("请从列出的对象类型中选择。", "Choose from the types that are listed."))
  package static let periodNotice = ProblemCode(
    "period.notice", status: 422,
    message: Bilingual("预警须写明由谁发布。", "An alert says who announced it."),
    hint: Bilingual("照通知填写发布单位、文号和时间。", "Write the issuer, the number and the time as the notice has them."))
  package static let periodNoticeDay = ProblemCode(
    "period.notice_day", status: 422,
    message: Bilingual("通知的日期不能晚于今天。", "The notice is not from a day to come."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let periodTime = ProblemCode(
    "period.time", status: 422,
    message: Bilingual("时间应在00:00至23:59之间。", "A time lies between 00:00 and 23:59."),
    hint: Bilingual("请按“17:00”的写法填写。", "Write it like “17:00”."))
  package static let periodArea = ProblemCode(
    "period.area", status: 422,
    message: Bilingual("“{unit}”不是街镇或村居。", "“{unit}” is neither a town nor a community."),
    hint: Bilingual("范围请选街镇或村居；不选即全区。", "Choose towns or communities; none means the whole district."))
  package static let periodTwice = ProblemCode(
    "period.twice", status: 422,
    message: Bilingual("同一项选了两次。", "Something is chosen twice."),
    hint: Bilingual("请各选一次。", "Choose each once."))
  package static let periodUnits = ProblemCode(
    "period.units", status: 422,
    message: Bilingual("要求值班或每日报告的，须选定值守单位。", "A roster or daily reports need units that stand by."),
    hint: Bilingual("请勾选值守单位。", "Tick the units that stand by."))
  package static let periodUnitEnded = ProblemCode(
    "period.unit_ended", status: 422,
    message: Bilingual("“{unit}”不能值守，或已撤并。", "“{unit}” cannot stand by, or has ended."),
    hint: Bilingual("请改为接续其职责的单位。", "Choose the unit that took over its duties."))
  package static let periodShiftsFixed = ProblemCode(
    "period.shifts_fixed", status: 409,
    message: Bilingual("已有单位排班，班次不再改动。", "Units have filled in the roster; its shifts stay."),
    hint: Bilingual("请保留原来的班次。", "Leave the shifts as they were."))
  package static let periodUnit = ProblemCode(
    "period.unit", status: 403,
    message: Bilingual(
      "由“{unit}”的人员填写，或由安委办注明渠道后代录。",
      "It is entered by somebody of “{unit}”, or by the office saying how it was told."),
    hint: Bilingual("请由该单位填写，或联系安委办代录。", "Let the unit enter it, or ask the office to."))
  package static let periodNotStandby = ProblemCode(
    "period.not_standby", status: 422,
    message: Bilingual("“{unit}”在{day}不是值守单位。", "“{unit}” does not stand by on {day}."),
    hint: Bilingual("请核对单位；需要的，请安委办修改值守单位。", "Look at the unit, or ask the office to add it."))
  package static let periodDay = ProblemCode(
    "period.day", status: 422,
    message: Bilingual("日期应在{first}至{last}之间。", "The day lies between {first} and {last}."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let periodNoRoster = ProblemCode(
    "period.no_roster", status: 409,
    message: Bilingual("它不要求值班表。", "No roster is kept for it."),
    hint: Bilingual("需要的，请安委办修改。", "Ask the office to amend it where one is needed."))
  package static let periodNoReports = ProblemCode(
    "period.no_reports", status: 409,
    message: Bilingual("它不要求每日报告。", "No daily report is owed for it."),
    hint: Bilingual("不用填报。", "There is nothing to send."))
  package static let periodShift = ProblemCode(
    "period.shift", status: 422,
    message: Bilingual(
      "{day}的这一班不能填写：不在时段内、过去太久，或填了两次。",
      "This shift of {day} cannot be filled in: outside the period, too long ago, or there twice."),
    hint: Bilingual("请重新打开页面填写。", "Open the page again and fill it in."))
  package static let periodPeople = ProblemCode(
    "period.people", status: 422,
    message: Bilingual(
      "值班人员须为“{unit}”在任人员，带班领导须为本单位或区政府在任领导，两栏都要选。",
      "On duty is a serving officer of “{unit}”, in charge one of the unit or a leader of the government; both are chosen."
    ),
    hint: Bilingual("请从名单中选择；要空出这一班的，两栏都不选。", "Choose from the lists, or choose neither to leave the shift open."))
  package static let periodLines = ProblemCode(
    "period.lines", status: 422,
    message: Bilingual("一次最多填{limit}班。", "At most {limit} shifts are entered at once."),
    hint: Bilingual("请分次填写。", "Enter them in several."))
  package static let periodHandedOver = ProblemCode(
    "period.handed_over", status: 409,
    message: Bilingual("这一班已经交班，不能空出。", "This shift was handed over and cannot be left open."),
    hint: Bilingual("可改换人员。", "Change its people instead."))
  package static let periodNobody = ProblemCode(
    "period.nobody", status: 409,
    message: Bilingual("{day}的这一班没有排人，不能交班。", "Nobody is on duty in this shift of {day}, so nobody hands over."),
    hint: Bilingual("请先填好值班表。", "Fill in the roster first."))
  package static let periodWider = ProblemCode(
    "period.wider", status: 422,
    message: Bilingual(
      "{first}以前开始的时段不能再扩大范围或领域，否则会凭空产生未查。",
      "What began before {first} is made no wider; what nobody was asked for would have been missed."),
    hint: Bilingual("请为新增的街镇或领域另设一个时段。", "Set another one for the areas or fields that are new."))
  package static let periodRosterMoved = ProblemCode(
    "period.roster_moved", status: 409,
    message: Bilingual(
      "您打开页面之后，这一班已由他人改为：{name}。", "After you opened the page somebody else changed this shift to: {name}."),
    hint: Bilingual("请与对方核对；仍要改的，再保存一次。", "Agree on it; to change it all the same, save once more."))
  package static let periodHotline = ProblemCode(
    "period.hotline", status: 422,
    message: Bilingual("值班电话属于单位，不能填个人手机号。", "The number is the unit's post, not a person's mobile phone."),
    hint: Bilingual("请填写值班室固定电话或总机。", "Give the duty room's line or the switchboard."))
  package static let periodBlank = ProblemCode(
    "period.blank", status: 422,
    message: Bilingual("此处不能为空。", "This cannot be empty."), hint: Bilingual("请填写。", "Write something here."))
  package static let periodLong = ProblemCode(
    "period.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))

  package static let periodsCatalogue: [ProblemCode] = [
    .periodUnknown, .periodExists, .periodCoordinator, .periodWithdrawn, .periodOver, .periodNotBegun, .periodFirstDay,
    .periodLastDay, .periodOrder, .periodHalf, .periodLength, .periodEndDay, .periodLevel, .periodNotice,
    .periodNoticeDay, .periodTime,
    .periodArea, .periodTwice, .periodUnits, .periodUnitEnded, .periodShiftsFixed, .periodUnit, .periodNotStandby,
    .periodDay, .periodNoRoster, .periodNoReports, .periodShift, .periodPeople, .periodLines, .periodHandedOver,
    .periodNobody, .periodWider, .periodRosterMoved, .periodHotline, .periodKind, .periodType,
    .periodBlank, .periodLong,
  ]
}
