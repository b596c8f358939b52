package import Ground

extension ProblemCode {
  package static let drawUnknown = ProblemCode(
    "draw.unknown", status: 404,
    message: Bilingual("没有找到这次抽取。", "There is no such draw."),
    hint: Bilingual("请从随机抽取列表重新进入。", "Open it from the list of draws."))
  package static let drawExists = ProblemCode(
    "draw.exists", status: 409,
    message: Bilingual("这次抽取已经登记。", "This draw is there already."),
    hint: Bilingual("请打开已有的抽取。", "Open the one that is there."))
  package static let drawActor = ProblemCode(
    "draw.actor", status: 403,
    message: Bilingual("抽取由安委办或检查单位负责人进行。", "The office draws, or whoever leads the inspecting unit."),
    hint: Bilingual("请联系安委办，或由检查单位负责人操作。", "Ask the office, or let the unit's lead do it."))
  package static let drawOutOfScope = ProblemCode(
    "draw.out_of_scope", status: 403,
    message: Bilingual("这次抽取由其他单位检查。", "Another unit inspects what is drawn here."),
    hint: Bilingual("需要核对的，请向安委办索取数据文件。", "Ask the office for its data file where you need to recompute it."))
  package static let drawDuty = ProblemCode(
    "draw.duty", status: 422,
    message: Bilingual("“{duty}”不是现行的抽查职责。", "“{duty}” is no spot check in force."),
    hint: Bilingual("请从列出的抽查职责中选择。", "Choose one of the spot checks listed."))
  package static let drawUnit = ProblemCode(
    "draw.unit", status: 422,
    message: Bilingual("“{unit}”不能作为检查单位，或已撤并。", "“{unit}” cannot inspect, or has ended."),
    hint: Bilingual("请从列出的单位中选择。", "Choose one of the units listed."))
  package static let drawChecklist = ProblemCode(
    "draw.checklist", status: 422,
    message: Bilingual(
      "检查表“{checklist}”已停用，或不适用于所选类型。", "The checklist “{checklist}” is out of use, or not for these types."),
    hint: Bilingual("请改用列出的检查表。", "Use one of the checklists listed."))
  package static let drawFilter = ProblemCode(
    "draw.filter", status: 422,
    message: Bilingual(
      "属地、风险等级或属性中有不能选的。", "An area, a risk grade or an attribute is none that can be chosen."),
    hint: Bilingual("请从列出的选项中选择。", "Choose from what is listed."))
  package static let drawEmpty = ProblemCode(
    "draw.empty", status: 422,
    message: Bilingual("没有可抽取的对象。", "There is nothing to draw from."),
    hint: Bilingual(
      "抽查只从已被查过的对象中抽取；自选范围的，请放宽条件。",
      "A spot check is drawn from what was inspected; widen the filter of a draw of your own."))
  package static let drawLarge = ProblemCode(
    "draw.large", status: 422,
    message: Bilingual("一次最多从{limit}个对象中抽取。", "One draw takes from {limit} subjects at most."),
    hint: Bilingual("请按属地或类型分次抽取。", "Draw by area or by type."))
  package static let drawWide = ProblemCode(
    "draw.wide", status: 422,
    message: Bilingual("为这次抽取要查看的对象超过{limit}个。", "More than {limit} subjects would be looked at for this draw."),
    hint: Bilingual("请按类型、属地或风险等级缩小范围。", "Narrow it by type, area or risk grade."))
  package static let drawCount = ProblemCode(
    "draw.count", status: 422,
    message: Bilingual("抽取数量应在1至{limit}之间。", "The number drawn lies between 1 and {limit}."),
    hint: Bilingual("请核对数量。", "Look at the number once more."))
  package static let drawInspectors = ProblemCode(
    "draw.inspectors", status: 422,
    message: Bilingual("每个对象的检查人员为0至{limit}名。", "There are 0 to {limit} inspectors for each subject."),
    hint: Bilingual("填0由检查单位自行安排。", "With 0 the unit sends whom it likes."))
  package static let drawTwo = ProblemCode(
    "draw.two", status: 422,
    message: Bilingual("这类检查须有两名以上检查人员。", "Inspections of this kind are made by two at least."),
    hint: Bilingual("请改为2名以上，或填0由检查单位安排。", "Ask for two or more, or for 0 and let the unit send them."))
  package static let drawCandidates = ProblemCode(
    "draw.candidates", status: 422,
    message: Bilingual("可抽取的检查人员只有{there}名。", "There are only {there} inspectors to draw from."),
    hint: Bilingual("请减少每个对象的人数，或填0由检查单位安排。", "Ask for fewer, or for 0 and let the unit send them."))
  package static let drawOfficer = ProblemCode(
    "draw.officer", status: 422,
    message: Bilingual("要排除的不是这个单位的检查人员。", "Whoever is left out is no inspector of this unit."),
    hint: Bilingual("请重新打开页面后选择。", "Open the page again and choose."))
  package static let drawAgain = ProblemCode(
    "draw.again", status: 409,
    message: Bilingual("本期已经抽取过，不能悄悄重抽。", "This was drawn already; nobody draws again in silence."),
    hint: Bilingual(
      "确需重抽的，由安委办写明理由，轮次和理由都会公开。", "Where it must be, the office says why; the round and the reason show."))
  package static let drawAgainActor = ProblemCode(
    "draw.again_actor", status: 403,
    message: Bilingual("重抽只能由安委办进行。", "Only the office draws again."),
    hint: Bilingual("请联系安委办。", "Ask the office."))
  package static let drawRevealed = ProblemCode(
    "draw.revealed", status: 409,
    message: Bilingual("结果已经揭晓。", "The outcome is shown already."),
    hint: Bilingual("请刷新页面。", "Reload the page."))
  package static let drawReplaced = ProblemCode(
    "draw.replaced", status: 409,
    message: Bilingual("这次抽取已由后一轮取代。", "A later round took the place of this draw."),
    hint: Bilingual("请打开后一轮。", "Open the later one."))
  package static let drawTooSoon = ProblemCode(
    "draw.too_soon", status: 409,
    message: Bilingual("承诺之后的账本校验点还没有发布。", "No checkpoint of the ledger after the commitment is published yet."),
    hint: Bilingual("请等一两秒再揭晓。", "Wait a second or two, then show the outcome."))
  package static let drawSecret = ProblemCode(
    "draw.secret", status: 409,
    message: Bilingual("承诺过的随机数已丢失或被改动，无法揭晓。", "The secret number that was committed is gone or altered."),
    hint: Bilingual("请由安委办写明理由后重抽，并运行 bihuan check。", "Let the office draw again and say why; run bihuan check."))
  package static let drawNumber = ProblemCode(
    "draw.number", status: 422,
    message: Bilingual("公开数字只能是数字，最多{limit}位。", "The public number has digits only, {limit} at most."),
    hint: Bilingual("如当日彩票开奖号码，去掉空格和逗号。", "Such as a lottery's, without blanks and commas."))
  package static let drawWitness = ProblemCode(
    "draw.witness", status: 422,
    message: Bilingual("公开数字和它的来源须同时填写。", "The public number and where it comes from go together."),
    hint: Bilingual("写明由谁给出或在哪里公布。", "Say who gave it or where it is published."))
  package static let drawLong = ProblemCode(
    "draw.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))

  package static let drawsCatalogue: [ProblemCode] = [
    .drawUnknown, .drawExists, .drawActor, .drawOutOfScope, .drawDuty, .drawUnit, .drawChecklist, .drawFilter,
    .drawEmpty,
    .drawLarge, .drawWide, .drawCount, .drawInspectors, .drawTwo, .drawCandidates, .drawOfficer, .drawAgain,
    .drawAgainActor,
    .drawRevealed, .drawReplaced, .drawTooSoon, .drawSecret, .drawNumber, .drawWitness, .drawLong,
  ]
}
