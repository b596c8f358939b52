package import Ground

extension ProblemCode {
  package static let campaignUnknown = ProblemCode(
    "campaign.unknown", status: 404,
    message: Bilingual("没有找到这个专项行动。", "There is no such campaign."),
    hint: Bilingual("请从专项行动列表重新进入。", "Open it from the list of campaigns."))
  package static let campaignExists = ProblemCode(
    "campaign.exists", status: 409,
    message: Bilingual("这个专项行动已经启动。", "This campaign has been started already."),
    hint: Bilingual("请打开已有的专项行动。", "Open the one that is there."))
  package static let campaignRule = ProblemCode(
    "campaign.rule", status: 422,
    message: Bilingual("业务包中没有“{rule}”这个专项行动。", "No pack has the campaign “{rule}”."),
    hint: Bilingual("请从列出的专项行动中选择，或修改业务包。", "Choose one of those listed, or write it into a pack."))
  package static let campaignSeason = ProblemCode(
    "campaign.season", status: 422,
    message: Bilingual(
      "这个专项行动只能在{first}至{last}之间开始。", "This campaign may begin between {first} and {last} only."),
    hint: Bilingual(
      "请改开始日期，或修改业务包的 valid_from、valid_to。",
      "Change the first day, or valid_from and valid_to in the pack."))
  package static let campaignOffice = ProblemCode(
    "campaign.office", status: 403,
    message: Bilingual("专项行动由安委办启动和结束。", "Campaigns are started and closed by the office."),
    hint: Bilingual("请联系安委办。", "Ask the office."))
  package static let campaignUnit = ProblemCode(
    "campaign.unit", status: 403,
    message: Bilingual(
      "未检原因由负责检查这一处的单位填写，或由安委办代录。",
      "Why a place was not visited is said by a unit that owes the visit, or recorded for it by the office."),
    hint: Bilingual("请由该单位填写，或联系安委办代录。", "Let that unit say it, or ask the office to."))
  package static let campaignRow = ProblemCode(
    "campaign.row", status: 422,
    message: Bilingual("这个对象不在这次专项行动的范围内。", "This subject is not within the campaign."),
    hint: Bilingual("请刷新名单；已注销或已移出的对象不再列入。", "Reload the list; what left the register is no longer in it."))
  package static let campaignCovered = ProblemCode(
    "campaign.covered", status: 409,
    message: Bilingual("“{name}”已经检查，不需要未检原因。", "“{name}” has been visited and needs no reason."),
    hint: Bilingual("请刷新名单。", "Reload the list."))
  package static let campaignNotBegun = ProblemCode(
    "campaign.not_begun", status: 409,
    message: Bilingual("专项行动{day}才开始，还不能填写未检原因。", "The campaign begins on {day}; nothing has been missed yet."),
    hint: Bilingual("请在开始之后填写。", "Say so once it has begun."))
  package static let campaignClosed = ProblemCode(
    "campaign.closed", status: 409,
    message: Bilingual("这个专项行动已经结束。", "This campaign is closed."),
    hint: Bilingual("请查看结束时的数字。", "Look at the figures of its closing."))
  package static let campaignWithdrawn = ProblemCode(
    "campaign.withdrawn", status: 409,
    message: Bilingual("这个专项行动已经撤销。", "This campaign was withdrawn."),
    hint: Bilingual("已检查的留有记录；需要继续的，请重新启动。", "What was visited stays on record; start a new one to go on."))
  package static let campaignChannel = ProblemCode(
    "campaign.channel", status: 422,
    message: Bilingual("代录须写明单位是怎样告知的。", "Recording it for a unit takes how the unit told."),
    hint: Bilingual("请选择电话、书面或工作群。", "Choose phone, paper or chat."))
  package static let campaignOpen = ProblemCode(
    "campaign.open", status: 409,
    message: Bilingual(
      "还有{n}处既没有检查、也没有写明原因，不能结束。",
      "It cannot be closed: {n} places were neither visited nor given a reason."),
    hint: Bilingual("请在名单中筛选“待检”，逐处检查或注明未检原因。", "Show the open rows; visit each, or say why it was missed."))
  package static let campaignFirst = ProblemCode(
    "campaign.first", status: 422,
    message: Bilingual("开始日期不早于{day}。", "It begins on {day} at the earliest."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let campaignLast = ProblemCode(
    "campaign.last", status: 422,
    message: Bilingual(
      "结束日期不早于开始日期和今天，期间最长{limit}天。",
      "It ends neither before it begins nor before today, and lasts {limit} days at most."),
    hint: Bilingual("请核对日期。", "Look at the day once more."))
  package static let campaignTarget = ProblemCode(
    "campaign.target", status: 422,
    message: Bilingual("目标填1至100的整数。", "The target is a whole number from 1 to 100."),
    hint: Bilingual("100表示全部检查到位。", "100 means that every place is visited."))
  package static let campaignTown = ProblemCode(
    "campaign.town", status: 422,
    message: Bilingual("“{unit}”不是现有的镇街或村（社区）。", "“{unit}” is no town or community in being."),
    hint: Bilingual("不选表示全区。", "Choose none for the whole district."))
  package static let campaignResponsible = ProblemCode(
    "campaign.responsible", status: 422,
    message: Bilingual("“{unit}”不能作为牵头单位。", "“{unit}” cannot answer for a campaign."),
    hint: Bilingual("请选择现有的部门。", "Choose a department in being."))
  package static let campaignMatter = ProblemCode(
    "campaign.matter", status: 422,
    message: Bilingual("没有找到会议交办的事项。", "There is no such matter."),
    hint: Bilingual("请从事项页面启动，或不关联事项。", "Start it from the matter's page, or without one."))
  package static let campaignBasis = ProblemCode(
    "campaign.basis", status: 422,
    message: Bilingual(
      "这项行动平时休眠，启动须写明法律依据和目的。", "This campaign sleeps; starting it asks for its legal basis and its purpose."),
    hint: Bilingual("写明法律名称和条款；依据不再成立时应及时结束。", "Name the law and its article; close it as soon as the ground is gone."))
  package static let campaignBlank = ProblemCode(
    "campaign.blank", status: 422,
    message: Bilingual("此处不能为空。", "This cannot be empty."),
    hint: Bilingual("请填写。", "Write something here."))
  package static let campaignLong = ProblemCode(
    "campaign.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))

  package static let campaignsCatalogue: [ProblemCode] = [
    .campaignUnknown, .campaignExists, .campaignRule, .campaignSeason, .campaignOffice, .campaignUnit, .campaignRow,
    .campaignCovered,
    .campaignNotBegun, .campaignClosed, .campaignWithdrawn, .campaignChannel, .campaignOpen, .campaignFirst,
    .campaignLast, .campaignTarget, .campaignTown,
    .campaignResponsible, .campaignMatter, .campaignBasis, .campaignBlank, .campaignLong,
  ]
}
