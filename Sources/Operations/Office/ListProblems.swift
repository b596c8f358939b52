package import Ground

/// What lists refuse.
extension ProblemCode {
  package static let viewName = ProblemCode(
    "view.name", status: 422,
    message: Bilingual("名称应为1至{limit}字。", "A name has 1 to {limit} characters."),
    hint: Bilingual("请起一个简短的名称。", "Choose a short one."))
  package static let viewLimit = ProblemCode(
    "view.limit", status: 409,
    message: Bilingual("常用条件最多保存{limit}个。", "At most {limit} views can be kept."),
    hint: Bilingual("请先删除不再使用的。", "Delete one that is no longer used."))
  package static let bulkNone = ProblemCode(
    "bulk.none", status: 422,
    message: Bilingual("没有选中事项。", "No matter is chosen."),
    hint: Bilingual("请在列表里勾选事项后再操作。", "Tick matters in the list first."))
  package static let bulkTooMany = ProblemCode(
    "bulk.too_many", status: 422,
    message: Bilingual("一次最多办理{limit}件。", "At most {limit} matters can be changed at once."),
    hint: Bilingual("请缩小查询条件，分批办理。", "Narrow the list and do it in parts."))

  package static let figureMonth = ProblemCode(
    "figures.month", status: 422,
    message: Bilingual("“{month}”不是月份。", "{month} is no month."),
    hint: Bilingual("请按“2026-03”的格式写明年份和月份。", "Write the year and the month, such as 2026-03."))
  package static let figureMonths = ProblemCode(
    "figures.months", status: 422,
    message: Bilingual("一次最多统计{most}个月。", "At most {most} months are counted at once."),
    hint: Bilingual("请缩短起止月份，分次查看。", "Choose a shorter time, and look at it in parts."))

  package static let listCatalogue: [ProblemCode] = [
    .viewName, .viewLimit, .bulkNone, .bulkTooMany, .figureMonth, .figureMonths,
  ]
}
