package import Ground

/// What is wrong with an office's list of subjects, or with a row of it.
extension ProblemCode {
  package static let listOfSubjectsTitles = ProblemCode(
    "subject_list.titles_missing", status: 422,
    message: Bilingual("没有找到栏目行（如“名称”“地址”“属地单位”）。", "No row of column titles was found (名称, 地址, 属地单位 …)."),
    hint: Bilingual(
      "请确认选对了类型和工作表，并保留栏目行。", "Check that it is the right type and sheet, and keep the row of titles."))
  package static let listOfSubjectsEmpty = ProblemCode(
    "subject_list.empty", status: 422,
    message: Bilingual("栏目行下面没有监管对象。", "There is no subject below the titles."),
    hint: Bilingual("请确认选对了工作表。", "Check that it is the right sheet."))
  package static let listOfSubjectsLong = ProblemCode(
    "subject_list.too_long", status: 413,
    message: Bilingual("表中有{rows}个对象，一个文件最多{limit}个。", "The table has {rows} subjects; a file holds {limit} at most."),
    hint: Bilingual("请按街镇拆成几个文件，逐个导入。", "Split it by town and import the parts one by one."))
  package static let subjectKnown = ProblemCode(
    "subject_list.known", status: 409,
    message: Bilingual("同一属地已登记有“{name}”。", "“{name}” is registered in this town already."),
    hint: Bilingual(
      "已登记的请在对象页修改；确是另一处的，名称请写得可以区分。", "Amend that one on its page; if this is another, give it a name that differs."))
  package static let subjectCodeKnown = ProblemCode(
    "subject_list.code_known", status: 409,
    message: Bilingual("代码或号牌与已登记的“{name}”相同。", "“{name}” is registered with the same code or plate."),
    hint: Bilingual(
      "同一家单位有几处场所的，请勾选“几个对象可以共用一个代码”。",
      "If one company has several places, tick that several subjects may share a code."))
  package static let subjectTwice = ProblemCode(
    "subject_list.twice", status: 409,
    message: Bilingual("与第{row}行同名、同属地。", "Row {row} has the same name in the same town."),
    hint: Bilingual("请删去重复的一行，或把名称写得可以区分。", "Delete one of them, or make the names differ."))
  package static let subjectCodeTwice = ProblemCode(
    "subject_list.code_twice", status: 409,
    message: Bilingual("代码或号牌与第{row}行相同。", "Row {row} has the same code or plate."),
    hint: Bilingual(
      "同一家单位有几处场所的，请勾选“几个对象可以共用一个代码”。",
      "If one company has several places, tick that several subjects may share a code."))
  package static let subjectCoordinates = ProblemCode(
    "subject_list.coordinates", status: 422,
    message: Bilingual("不认识坐标系“{value}”。", "“{value}” is no coordinate system known here."),
    hint: Bilingual("请写 WGS-84、CGCS2000 或 GCJ-02。", "Write WGS-84, CGCS2000 or GCJ-02."))
  package static let subjectRiskUnknown = ProblemCode(
    "subject_list.risk", status: 422,
    message: Bilingual("“{value}”不是四色风险等级。", "“{value}” is none of the four colours of risk."),
    hint: Bilingual("请写红、橙、黄、蓝，或重大、较大、一般、低风险。", "Write red, orange, yellow or blue."))
  package static let subjectRiskReason = ProblemCode(
    "subject_list.risk_reason", status: 422,
    message: Bilingual("写了风险等级，没写定级理由。", "The row grades the risk and gives no reason."),
    hint: Bilingual("请补“定级理由”一栏，或清空风险等级。", "Write the reason, or leave the grade empty."))
  package static let subjectNotInUse = ProblemCode(
    "subject_list.not_in_use", status: 422,
    message: Bilingual("状态为“{value}”，只导入在用的对象。", "It is “{value}”; only what is in use comes in."),
    hint: Bilingual(
      "停用的请先导入再在对象页停用；已注销的不必导入。", "Import what is suspended as in use, then suspend it; leave out what is gone."))

  package static let subjectListsCatalogue: [ProblemCode] = [
    .listOfSubjectsTitles, .listOfSubjectsEmpty, .listOfSubjectsLong, .subjectKnown, .subjectCodeKnown, .subjectTwice,
    .subjectCodeTwice, .subjectCoordinates, .subjectRiskUnknown, .subjectRiskReason, .subjectNotInUse,
  ]
}
