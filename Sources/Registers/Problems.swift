package import Ground

/// What is wrong with a row of an office's register; `{value}` is what stands there.
extension ProblemCode {
  package static let rowText = ProblemCode(
    "register.text_missing", status: 422,
    message: Bilingual("没有写事项内容。", "The row does not say what is to be done."),
    hint: Bilingual("请在“事项”一栏补写；不是事项的行请删去。", "Write the matter, or delete a row that is none."))
  package static let rowTextLong = ProblemCode(
    "register.text_long", status: 422,
    message: Bilingual("内容超过{limit}字。", "The text is longer than {limit} characters."),
    hint: Bilingual("请精简后重新上传。", "Shorten it and upload the file again."))
  package static let rowUnitMissing = ProblemCode(
    "register.unit_missing", status: 422,
    message: Bilingual("没有牵头或责任单位。", "No lead or responsible unit is named."),
    hint: Bilingual("请写明由哪个单位负责。", "Name the unit that is responsible."))
  package static let rowUnitUnknown = ProblemCode(
    "register.unit_unknown", status: 422,
    message: Bilingual("名录中没有单位“{value}”。", "The directory has no unit “{value}”."),
    hint: Bilingual(
      "相近的单位：{near}。请改成名录中的名称或别名，或先在名录中添加该单位。",
      "Units with a similar name: {near}. Use the directory's name or alias, or add the unit to the directory first."))
  package static let rowUnitCollective = ProblemCode(
    "register.unit_collective", status: 422,
    message: Bilingual("“{value}”泛指多个单位，不能牵头。", "“{value}” means several units and cannot lead."),
    hint: Bilingual("请写明一个牵头单位。", "Name the one unit that leads."))
  package static let rowUnitGovernment = ProblemCode(
    "register.unit_government", status: 422,
    message: Bilingual("“{value}”是政府本级，不能作为责任单位。", "“{value}” is the government itself and cannot be responsible."),
    hint: Bilingual("请写明具体部门或街镇。", "Name a department or a town."))
  package static let rowDay = ProblemCode(
    "register.day_unclear", status: 422,
    message: Bilingual("“{value}”读不出是哪一天。", "“{value}” does not say which day is meant."),
    hint: Bilingual("请写成2026-03-12这样的日期。", "Write a day such as 2026-03-12."))
  package static let rowDayAmbiguous = ProblemCode(
    "register.day_ambiguous", status: 422,
    message: Bilingual("“{value}”可以读成{first}，也可以读成{second}。", "“{value}” may mean {first} or {second}."),
    hint: Bilingual("请写成2026-03-12这样的日期，系统不猜。", "Write a day such as 2026-03-12; nothing is guessed here."))
  package static let rowYear = ProblemCode(
    "register.year_missing", status: 422,
    message: Bilingual("“{value}”没有写年份。", "“{value}” does not say the year."),
    hint: Bilingual(
      "请补写年份，或在“怎样读这份表”中填写“台账年份”。",
      "Write the year, or fill in the register's year under “How the table is read”."))
  package static let rowYearShort = ProblemCode(
    "register.year_short", status: 422,
    message: Bilingual("“{value}”的年份只有两位，可能读错。", "“{value}” has a year of two digits and may be misread."),
    hint: Bilingual("请写四位年份。", "Write the year with four digits."))
  package static let rowDayNumber = ProblemCode(
    "register.day_number", status: 422,
    message: Bilingual(
      "“{value}”在文件里是一个数，分不清是3月1日还是3月10日这样的日期。",
      "“{value}” is a number in the file; it cannot be told whether 3.1 was 1 March or 10 March."),
    hint: Bilingual("请把单元格改成日期或文本格式后重填。", "Set the cell's format to date or text and type it again."))
  package static let rowIssuedMissing = ProblemCode(
    "register.issued_missing", status: 422,
    message: Bilingual("没有交办日期。", "The day of issue is missing."),
    hint: Bilingual(
      "请补写，或在“怎样读这份表”中填写“统一的交办日期”。",
      "Write it, or fill in one day of issue under “How the table is read”."))
  package static let rowFuture = ProblemCode(
    "register.day_future", status: 422,
    message: Bilingual("{day}晚于今天{today}。", "{day} lies after today, {today}."),
    hint: Bilingual("请核对年份和日期。", "Check the year and the day."))
  package static let rowOrder = ProblemCode(
    "register.day_order", status: 422,
    message: Bilingual("{day}早于交办日期{issued}。", "{day} lies before the day of issue, {issued}."),
    hint: Bilingual("请核对这两个日期。", "Check the two days."))
  package static let rowClosedMissing = ProblemCode(
    "register.closed_missing", status: 422,
    message: Bilingual("状态写着“{value}”，但没有办结日期。", "The row says “{value}” and gives no day of closing."),
    hint: Bilingual("请补写办结日期；尚未办结的请改状态。", "Write the day it was closed, or change the status."))
  package static let rowNothingAbove = ProblemCode(
    "register.nothing_above", status: 422,
    message: Bilingual("写着“{value}”，但上一行没有内容可用。", "“{value}” refers to the row above, which has nothing to take."),
    hint: Bilingual("请直接写明内容。", "Write it out."))
  package static let rowPersons = ProblemCode(
    "register.persons", status: 422,
    message: Bilingual(
      "“{word}”以人为管控对象，不能列为事项。", "“{word}” makes persons the object of control; it cannot become a matter."),
    hint: Bilingual(
      "请改写为单位依法应尽的职责，或删去这一行。依据：《信访工作条例》第三十条、《个人信息保护法》第三十四条（条文待核）。",
      "Write a lawful duty of the agency instead, or delete the row. Basis: Regulation on Petitions art. 30; Personal Information Protection Law art. 34 (articles to be confirmed)."
    ))
  package static let rowPersonalNumber = ProblemCode(
    "register.personal_number", status: 422,
    message: Bilingual("文字中有身份证号或手机号。", "The text holds an id or mobile number."),
    hint: Bilingual("请删去个人号码。", "Remove personal numbers."))
  package static let rowFormula = ProblemCode(
    "register.formula_empty", status: 422,
    message: Bilingual(
      "单元格是公式，文件里没有存下结果；或者公式出错（{value}）。", "The cell is a formula without a stored result, or with an error ({value})."),
    hint: Bilingual(
      "请在WPS或Excel中打开、重新计算并保存，或改成固定内容。",
      "Open the file in WPS or Excel, let it calculate and save it, or type the value."))

  // MARK: The whole table

  package static let registerTitles = ProblemCode(
    "register.titles_missing", status: 422,
    message: Bilingual("没有找到栏目行（如“事项”“责任单位”“完成时限”）。", "No row of column titles was found (事项, 责任单位, 完成时限 …)."),
    hint: Bilingual("请确认选对了工作表，并保留栏目行。", "Check that it is the right sheet, and keep the row of titles."))
  package static let registerColumn = ProblemCode(
    "register.column_missing", status: 422,
    message: Bilingual("没有“{column}”一栏。", "No column is the {column}."),
    hint: Bilingual("请在下面为它指定一栏。", "Choose the column for it below."))
  package static let registerTooLong = ProblemCode(
    "register.too_long", status: 413,
    message: Bilingual("表中有{rows}个事项，一次最多导入{limit}个。", "The table has {rows} matters; {limit} come in at once."),
    hint: Bilingual(
      "请按年度或来源拆成几个文件，逐个导入；每次导入要么全部生效，要么全不生效。",
      "Split it by year or origin and import the parts one by one; each comes in whole or not at all."))
  package static let registerEmpty = ProblemCode(
    "register.empty", status: 422,
    message: Bilingual("栏目行下面没有事项。", "There is no matter below the titles."),
    hint: Bilingual("请确认选对了工作表。", "Check that it is the right sheet."))

  // MARK: Units and officers in a table

  package static let listTitles = ProblemCode(
    "list.titles_missing", status: 422,
    message: Bilingual("没有找到栏目行；至少要有“{column}”一栏。", "No row of titles was found; a column “{column}” is needed."),
    hint: Bilingual("请使用下载的模板，或保留栏目行。", "Use the template, or keep the row of titles."))
  package static let listName = ProblemCode(
    "list.name", status: 422,
    message: Bilingual("第{row}行的名称为空或过长。", "Row {row} has an empty or overlong name."),
    hint: Bilingual("请填写1至50字的名称。", "Give a name of 1 to 50 characters."))
  package static let listKind = ProblemCode(
    "list.kind", status: 422,
    message: Bilingual("第{row}行“{value}”看不出是哪类单位。", "Row {row}: it is not clear what kind of unit “{value}” is."),
    hint: Bilingual(
      "请在“类别”一栏写：政府、安委办、部门、街镇、村居或承包单位。",
      "Write the kind: 政府, 安委办, 部门, 街镇, 村居 or 承包单位."))
  package static let listTwice = ProblemCode(
    "list.twice", status: 422,
    message: Bilingual("第{row}行的“{value}”与第{first}行重复。", "Row {row} repeats “{value}” of row {first}."),
    hint: Bilingual("请删去重复的一行或改用全称。", "Delete one of them, or use full names."))
  package static let noticeEmpty = ProblemCode(
    "notice.empty", status: 422,
    message: Bilingual("没有读出{year}年的放假或上班日期。", "No day off and no make-up workday of {year} was found."),
    hint: Bilingual(
      "请粘贴节假日安排通知的正文，例如“1月1日（周四）至3日（周六）放假”。",
      "Paste the text of the notice, for example “1月1日（周四）至3日（周六）放假”."))
  package static let noticeDay = ProblemCode(
    "notice.day", status: 422,
    message: Bilingual("“{value}”不是一个日期。", "“{value}” is no day."),
    hint: Bilingual("请对照通知原文核对。", "Check it against the notice."))
  package static let noticeWeekday = ProblemCode(
    "notice.weekday", status: 422,
    message: Bilingual("{day}写作{said}，实际是{is}。", "{day} is called {said}; it is {is}."),
    hint: Bilingual("请核对年份选得对不对，日期是否抄错。", "Check that the year is the right one and that the day was copied correctly.")
  )
  package static let listUnit = ProblemCode(
    "list.unit", status: 422,
    message: Bilingual("第{row}行的单位“{value}”不在名录中。", "Row {row}: the directory has no unit “{value}”."),
    hint: Bilingual("相近的单位：{near}。请改写，或先添加单位。", "Units with a similar name: {near}. Correct it, or add the unit first.")
  )
  package static let listRole = ProblemCode(
    "list.role", status: 422,
    message: Bilingual("第{row}行的角色“{value}”不认识。", "Row {row} names an unknown role “{value}”."),
    hint: Bilingual(
      "可用的角色：督办员、分管领导、单位负责人、承办人、核查人、审计、管理员；多个用顿号隔开。",
      "Roles: 督办员, 分管领导, 单位负责人, 承办人, 核查人, 审计, 管理员; several with 、 between."))
  package static let listLogin = ProblemCode(
    "list.login", status: 422,
    message: Bilingual("第{row}行的账号“{value}”不能用。", "Row {row}: the account name “{value}” cannot be used."),
    hint: Bilingual(
      "账号为2至32位小写字母、数字、点或短横线，不得重复。",
      "2 to 32 lower-case letters, digits, dots or hyphens, each used once."))
  package static let listTooLong = ProblemCode(
    "list.too_long", status: 413,
    message: Bilingual("一次最多{limit}行，这里有{rows}行。", "At most {limit} rows at once; there are {rows}."),
    hint: Bilingual("请分几次录入。", "Enter them in several parts."))

  package static let registersCatalogue: [ProblemCode] =
    [
      .rowText, .rowTextLong, .rowUnitMissing, .rowUnitUnknown, .rowUnitCollective, .rowUnitGovernment, .rowDay,
      .rowDayAmbiguous, .rowYear, .rowYearShort, .rowDayNumber, .rowIssuedMissing, .rowFuture, .rowOrder,
      .rowClosedMissing, .rowNothingAbove, .rowPersons, .rowPersonalNumber, .rowFormula, .registerTitles,
      .registerColumn, .registerTooLong, .registerEmpty, .listTitles, .listName, .listKind, .listTwice, .listUnit,
      .noticeEmpty,
      .noticeDay, .noticeWeekday,
      .listRole, .listLogin, .listTooLong,
    ] + subjectListsCatalogue
}
