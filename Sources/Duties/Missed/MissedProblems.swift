package import Ground

extension ProblemCode {
  package static let missedDuty = ProblemCode(
    "missed.duty", status: 404,
    message: Bilingual("没有找到这项检查职责。", "There is no such standing duty."),
    hint: Bilingual("请从未查清单重新进入。", "Open it from the list of missed windows."))
  package static let missedNone = ProblemCode(
    "missed.none", status: 422,
    message: Bilingual("没有勾选未查项。", "No missed window was chosen."),
    hint: Bilingual("请勾选，或选择“全部未写原因的”。", "Tick some, or choose all those without a reason."))
  package static let missedMany = ProblemCode(
    "missed.many", status: 422,
    message: Bilingual("一次最多写{limit}项，现有{n}项。", "One act takes {limit} windows; these are {n}."),
    hint: Bilingual("请按月份或职责分几次写。", "Do it in parts, by month or by duty."))
  package static let missedChanged = ProblemCode(
    "missed.changed", status: 409,
    message: Bilingual(
      "未写原因的未查现有{n}项，与页面上的不同，一项也没有保存。",
      "There are {n} missed windows without a reason now, not as many as the page said; none was saved."),
    hint: Bilingual("请刷新清单，核对后再写。", "Reload the list, look at it and send it again."))
  package static let missedWindow = ProblemCode(
    "missed.window", status: 422,
    message: Bilingual(
      "{first}至{last}不是这项职责对该对象的检查时段。", "The duty asks nothing of the subject from {first} to {last}."),
    hint: Bilingual(
      "登记或重点时段有变，请刷新清单。", "The register or a key period has changed; reload the list."))
  package static let missedOpen = ProblemCode(
    "missed.open", status: 409,
    message: Bilingual("“{name}”的检查时段还没有结束，不算未查。", "The window of “{name}” is not over; nothing is missed yet."),
    hint: Bilingual("请在时段结束前检查。", "Inspect it before the window ends."))
  package static let missedDone = ProblemCode(
    "missed.done", status: 409,
    message: Bilingual("“{name}”在这一时段已经检查，不需要原因。", "“{name}” was inspected in the window and needs no reason."),
    hint: Bilingual("请刷新清单。", "Reload the list."))
  package static let missedHome = ProblemCode(
    "missed.home", status: 422,
    message: Bilingual(
      "“{name}”有人居住，只能写未到达、未能进入、停业停用。",
      "People live at “{name}”: not reached, no access or closed is all that may be said."),
    hint: Bilingual("请改选这三种原因之一。", "Choose one of the three."))
  package static let missedSame = ProblemCode(
    "missed.same", status: 409,
    message: Bilingual("这些未查已经写明了同样的原因。", "These windows have that reason already."),
    hint: Bilingual("请刷新清单。", "Reload the list."))
  package static let missedNoReason = ProblemCode(
    "missed.no_reason", status: 409,
    message: Bilingual("“{name}”的未查没有写原因，不能撤回。", "The missed window of “{name}” has no reason to withdraw."),
    hint: Bilingual("请刷新清单。", "Reload the list."))
  package static let missedUnit = ProblemCode(
    "missed.unit", status: 403,
    message: Bilingual(
      "未查原因由负责检查的单位填写，或由安委办代录。",
      "Why a window was missed is said by a unit that owes the inspection, or recorded for it by the office."),
    hint: Bilingual("请由该单位填写，或联系安委办代录。", "Let that unit say it, or ask the office to."))
  package static let missedChannel = ProblemCode(
    "missed.channel", status: 422,
    message: Bilingual("代录须写明单位是怎样告知的。", "Recording it for a unit takes how the unit told."),
    hint: Bilingual("请选择电话、书面或工作群。", "Choose phone, paper or chat."))

  package static let missedCatalogue: [ProblemCode] = [
    .missedDuty, .missedNone, .missedMany, .missedChanged, .missedWindow, .missedOpen, .missedDone, .missedHome,
    .missedSame, .missedNoReason, .missedUnit, .missedChannel,
  ]
}
