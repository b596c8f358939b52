package import Ground

extension ProblemCode {
  package static let subjectUnknown = ProblemCode(
    "subject.unknown", status: 404,
    message: Bilingual("没有找到这个监管对象。", "There is no such subject."),
    hint: Bilingual("请从监管对象列表重新进入。", "Open it from the list of subjects."))
  package static let subjectExists = ProblemCode(
    "subject.exists", status: 409,
    message: Bilingual("这个监管对象已经登记。", "This subject is registered already."),
    hint: Bilingual("请打开已有的对象继续办理。", "Open it and go on from there."))
  package static let subjectKeeper = ProblemCode(
    "subject.keeper", status: 403,
    message: Bilingual(
      "监管对象由安委办或其行业监管、属地、责任单位登记。",
      "Subjects are kept by the office and by their supervising, territorial and responsible units."),
    hint: Bilingual("请联系安委办，或先核对所填单位。", "Ask the office, or look at the units once more."))
  package static let subjectOutOfScope = ProblemCode(
    "subject.out_of_scope", status: 403,
    message: Bilingual(
      "这个监管对象不归本单位行业监管、属地或负责。",
      "Your unit neither supervises this subject nor is it in your area or yours to run."),
    hint: Bilingual("需要查看的，请联系安委办。", "Ask the office where you need to see it."))
  package static let subjectType = ProblemCode(
    "subject.type", status: 422,
    message: Bilingual("没有“{type}”这种监管对象。", "There is no type of subject “{type}”."),
    hint: Bilingual("请从列出的类型中选择。", "Choose one of the types listed."))
  package static let subjectBlank = ProblemCode(
    "subject.blank", status: 422,
    message: Bilingual("此处不能为空。", "This cannot be empty."),
    hint: Bilingual("请填写。", "Write something here."))
  package static let subjectLong = ProblemCode(
    "subject.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))
  package static let subjectOverseer = ProblemCode(
    "subject.overseer", status: 403,
    message: Bilingual(
      "恢复和注销由行业主管部门、属地或安委办办理，运营单位不能自己办理。",
      "Whoever supervises it, its town, or the office lets it resume or retires it; whoever runs it does not."),
    hint: Bilingual("请联系行业主管部门或属地。", "Ask the supervising department or the town."))
  package static let subjectSame = ProblemCode(
    "subject.same", status: 409,
    message: Bilingual("没有任何改动。", "Nothing was changed."),
    hint: Bilingual("请先改动再保存。", "Change something, then save."))
  package static let subjectAddress = ProblemCode(
    "subject.address", status: 422,
    message: Bilingual("这类对象须填写地址。", "A subject of this type needs an address."),
    hint: Bilingual("请填写到门牌或村组。", "Give it down to the house number or the village group."))
  package static let subjectMobile = ProblemCode(
    "subject.mobile", status: 422,
    message: Bilingual("{type}会移动，不登记坐标。", "This type ({type}) moves and is given no coordinates."),
    hint: Bilingual("请清空坐标。", "Leave the coordinates empty."))
  package static let subjectPosition = ProblemCode(
    "subject.position", status: 422,
    message: Bilingual("坐标不在我国陆域范围内，或不是十进制度数。", "These coordinates lie outside of China, or are not decimal degrees."),
    hint: Bilingual(
      "纬度在3至54之间，经度在73至136之间，如 41.15、122.05；请核对是否填反。",
      "Latitude lies between 3 and 54, longitude between 73 and 136, such as 41.15 and 122.05; see whether they are swapped."
    ))
  package static let subjectUnit = ProblemCode(
    "subject.unit", status: 422,
    message: Bilingual("没有找到单位“{unit}”。", "There is no unit “{unit}”."),
    hint: Bilingual("请从单位列表中选择。", "Choose one of the units listed."))
  package static let subjectUnitEnded = ProblemCode(
    "subject.unit_ended", status: 422,
    message: Bilingual("“{unit}”已撤并。", "“{unit}” has ended."),
    hint: Bilingual("请改为接续其职责的单位。", "Choose the unit that took over its duties."))
  package static let subjectUnitKind = ProblemCode(
    "subject.unit_kind", status: 422,
    message: Bilingual("“{unit}”不能担任这一角色。", "“{unit}” cannot have this role."),
    hint: Bilingual(
      "行业监管填部门，属地填街镇或村居，责任单位填运营、养护单位。",
      "Supervising: a department; territorial: a town or community; responsible: the unit that runs or tends it."))
  package static let subjectSuspended = ProblemCode(
    "subject.suspended", status: 409,
    message: Bilingual("这个对象已经停用。", "This subject is suspended already."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let subjectActive = ProblemCode(
    "subject.active", status: 409,
    message: Bilingual("这个对象没有停用。", "This subject is not suspended."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let subjectGate = ProblemCode(
    "subject.gate", status: 409,
    message: Bilingual(
      "恢复前须通过“{checklist}”核查，停用之后还没有合格的记录。",
      "Before it resumes it must pass “{checklist}”; no inspection since it was suspended did."),
    hint: Bilingual(
      "请在停用之后按该检查表到现场核查；必查项填“不适用”的、停用之前登记的不算。",
      "Inspect it by that checklist after the suspension; one recorded before it, or that leaves out an essential item, does not count."
    ))
  package static let subjectRetired = ProblemCode(
    "subject.retired", status: 409,
    message: Bilingual("“{name}”已注销，不能再改。", "“{name}” is retired and changes no more."),
    hint: Bilingual("重新启用的，请另行登记。", "Register it anew if it is in use again."))
  package static let subjectMoved = ProblemCode(
    "subject.moved", status: 409,
    message: Bilingual("“{name}”导入后已有改动，不能撤回。", "“{name}” was changed since it was imported and stays."),
    hint: Bilingual("请逐个注销。", "Retire such subjects one by one."))
  package static let subjectAttribute = ProblemCode(
    "subject.attribute", status: 422,
    message: Bilingual("这类对象没有“{attribute}”这一项。", "A subject of this type has no “{attribute}”."),
    hint: Bilingual("请删除该项。", "Leave it out."))
  package static let subjectAttributeMissing = ProblemCode(
    "subject.attribute_missing", status: 422,
    message: Bilingual("缺少“{attribute}”。", "“{attribute}” is missing."),
    hint: Bilingual("请填写。", "Write it."))
  package static let subjectAttributeKind = ProblemCode(
    "subject.attribute_kind", status: 422,
    message: Bilingual("“{attribute}”填写的内容类型不对。", "“{attribute}” holds something of another kind."),
    hint: Bilingual("数量请填整数，不带单位。", "Write whole numbers without the unit."))
  package static let subjectNumber = ProblemCode(
    "subject.number", status: 422,
    message: Bilingual("“{attribute}”应在{least}至{most}之间。", "“{attribute}” lies between {least} and {most}."),
    hint: Bilingual("请核对数值和单位。", "Look at the number and its unit."))
  package static let subjectChoice = ProblemCode(
    "subject.choice", status: 422,
    message: Bilingual("“{attribute}”只能是：{known}。", "“{attribute}” is one of: {known}."),
    hint: Bilingual("请从列出的选项中选择。", "Choose one of them."))
  package static let subjectFlag = ProblemCode(
    "subject.flag", status: 422,
    message: Bilingual("“{attribute}”请填是或否。", "Write 是 (yes) or 否 (no) for “{attribute}”."),
    hint: Bilingual("留空表示未知。", "Empty means unknown."))
  package static let subjectDay = ProblemCode(
    "subject.day", status: 422,
    message: Bilingual("“{attribute}”不是日期。", "“{attribute}” is no day."),
    hint: Bilingual("请写作 2026-03-12。", "Write it as 2026-03-12."))
  package static let subjectCreditCode = ProblemCode(
    "subject.credit_code", status: 422,
    message: Bilingual(
      "“{attribute}”不是有效的统一社会信用代码。", "“{attribute}” is no valid unified social credit code."),
    hint: Bilingual(
      "共18位，不含字母 I、O、S、V、Z，末位为校验码；请对照营业执照。",
      "It has 18 places without the letters I, O, S, V, Z, the last a check; compare the business licence."))
  package static let subjectPlate = ProblemCode(
    "subject.plate", status: 422,
    message: Bilingual("“{attribute}”不是有效的号牌。", "“{attribute}” is no valid number plate."),
    hint: Bilingual(
      "普通号牌7位，新能源8位，如辽A12345；不含字母 I 和 O。",
      "Seven places, or eight of a new-energy vehicle, such as 辽A12345; without the letters I and O."))
  package static let subjectDivisionCode = ProblemCode(
    "subject.division_code", status: 422,
    message: Bilingual(
      "“{attribute}”不是有效的行政区划代码。", "“{attribute}” is no valid code of an administrative division."),
    hint: Bilingual(
      "县区6位，镇街9位，村居12位，全为数字，前两位为省级代码。",
      "Digits alone: 6 of a county or district, 9 with the town, 12 with the village; the first two are the province's."
    ))
  package static let subjectAsleep = ProblemCode(
    "subject.asleep", status: 409,
    message: Bilingual("“{type}”处于休眠，不能登记。", "“{type}” is asleep; none can be registered."),
    hint: Bilingual(
      "依法需要启用的，请安委办先启动相应的专项行动，写明法律依据、目的和截止日期。",
      "Where the law asks for it the office first starts its campaign, with the legal ground, the purpose and the end.")
  )

  package static let subjectsCatalogue: [ProblemCode] = [
    .subjectUnknown, .subjectExists, .subjectKeeper, .subjectOutOfScope, .subjectType, .subjectBlank, .subjectLong,
    .subjectSame, .subjectOverseer,
    .subjectAddress, .subjectMobile, .subjectPosition, .subjectUnit, .subjectUnitEnded, .subjectUnitKind,
    .subjectSuspended, .subjectActive, .subjectGate, .subjectRetired, .subjectMoved, .subjectAttribute,
    .subjectAttributeMissing, .subjectAttributeKind, .subjectNumber, .subjectChoice, .subjectFlag, .subjectDay,
    .subjectCreditCode, .subjectPlate, .subjectDivisionCode, .subjectAsleep,
  ]
}
