package import Ground

/// What can be wrong with a term that is reckoned by itself.
extension ProblemCode {
  package static let termNotInForce = ProblemCode(
    "term.not_in_force", status: 422,
    message: Bilingual("规则“{term}”在{day}没有有效版本。", "No version of the rule \"{term}\" holds on {day}."),
    hint: Bilingual(
      "请核对起算日；规则的有效期在“时限规则”页面。", "Check the start day; the page of the rules shows from when to when each holds."))
  package static let startUnread = ProblemCode(
    "term.start_unread", status: 422,
    message: Bilingual("看不懂起算日“{from}”。", "\"{from}\" is no day to start from."),
    hint: Bilingual("请写成 2026-02-13，或 2026-02-13 09:30。", "Write it like 2026-02-13, or 2026-02-13 09:30."))
  package static let pauseUnread = ProblemCode(
    "term.pause_unread", status: 422,
    message: Bilingual("看不懂停走的日期“{pause}”。", "\"{pause}\" names no days."),
    hint: Bilingual("请写成 2026-03-01..2026-03-05，首尾都停。", "Write it like 2026-03-01..2026-03-05, both included."))

  package static let mergeUnknown = ProblemCode(
    "matter.merge_unknown", status: 422,
    message: Bilingual("没有编号为“{number}”的事项。", "There is no matter numbered \"{number}\"."),
    hint: Bilingual("请填写完整的登记编号。", "Give the whole register number."))
  package static let clocksRange = ProblemCode(
    "clocks.range", status: 422,
    message: Bilingual("临期应为0至30个工作日，沉寂应为1至250个工作日。", "Near is 0 to 30 workdays, quiet is 1 to 250."),
    hint: Bilingual("请填写整数。", "Give whole numbers."))

  package static let clockCatalogue: [ProblemCode] = [
    .termNotInForce, .startUnread, .pauseUnread, .mergeUnknown, .clocksRange,
  ]
}
