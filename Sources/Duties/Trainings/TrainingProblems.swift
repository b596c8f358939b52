package import Ground

extension ProblemCode {
  package static let trainingUnknown = ProblemCode(
    "training.unknown", status: 404,
    message: Bilingual("没有找到这次培训。", "There is no such training session."),
    hint: Bilingual("请从培训台账重新进入。", "Open it from the list of trainings."))
  package static let trainingCourse = ProblemCode(
    "training.course", status: 422,
    message: Bilingual(
      "业务包中没有“{course}”这门课程，或培训当日不在其有效期内。", "No pack has the course “{course}”, or it is not in force on that day."),
    hint: Bilingual("请从列出的课程中选择，或修改业务包。", "Choose one of the courses listed, or write it into a pack."))
  package static let trainingOrganiser = ProblemCode(
    "training.organiser", status: 422,
    message: Bilingual("“{unit}”不是现有单位，不能组织培训。", "“{unit}” is no unit in being and cannot hold a session."),
    hint: Bilingual("请选择现有的单位。", "Choose a unit in being."))
  package static let trainingClerk = ProblemCode(
    "training.clerk", status: 403,
    message: Bilingual(
      "培训由组织单位的经办人登记，或由安委办代录。",
      "A session is written down by the officers of the unit that holds it, or by the office for it."),
    hint: Bilingual("请联系组织单位或安委办。", "Ask that unit or the office."))
  package static let trainingOutOfScope = ProblemCode(
    "training.out_of_scope", status: 403,
    message: Bilingual("这次培训不由您的单位组织，也没有您的单位参加。", "Your unit neither holds this session nor takes part in it."),
    hint: Bilingual("请从培训台账进入看得到的培训。", "Open one that you may see from the list of trainings."))
  package static let trainingPlanDay = ProblemCode(
    "training.plan_day", status: 422,
    message: Bilingual("计划日期应在{first}至{last}之间。", "A session is planned for a day from {first} to {last}."),
    hint: Bilingual("已经办过的培训请直接登记。", "Record a session that has taken place as such."))
  package static let trainingDay = ProblemCode(
    "training.day", status: 422,
    message: Bilingual("培训日期应在{first}至{last}之间。", "A session that took place has a day from {first} to {last}."),
    hint: Bilingual("还没有办的培训请列入计划。", "Plan a session that is to come."))
  package static let trainingHours = ProblemCode(
    "training.hours", status: 422,
    message: Bilingual("学时填1至{limit}的整数。", "Class hours are a whole number from 1 to {limit}."),
    hint: Bilingual("不足一学时的按一学时填。", "Write 1 for less than one."))
  package static let trainingLines = ProblemCode(
    "training.lines", status: 422,
    message: Bilingual("至少填写一个单位的一个岗位，最多{limit}行。", "Name at least one unit's post, and {limit} at most."),
    hint: Bilingual("在参训单位中填写人数。", "Enter numbers for the units that take part."))
  package static let trainingNobody = ProblemCode(
    "training.nobody", status: 422,
    message: Bilingual("没有一个岗位有人参加，不能登记为已办。", "Nobody was there, so it was not held."),
    hint: Bilingual("填写实训人数；没有办成的请作废计划。", "Enter how many were there, or annul the plan."))
  package static let trainingTwice = ProblemCode(
    "training.twice", status: 422,
    message: Bilingual("“{unit}”的同一岗位填了两行。", "The same post of “{unit}” stands on two lines."),
    hint: Bilingual("请合并为一行。", "Put them on one line."))
  package static let trainingUnit = ProblemCode(
    "training.unit", status: 422,
    message: Bilingual("“{unit}”不是现有单位。", "“{unit}” is no unit in being."),
    hint: Bilingual("请选择现有的单位。", "Choose a unit in being."))
  package static let trainingReach = ProblemCode(
    "training.reach", status: 422,
    message: Bilingual(
      "“{unit}”不属于组织单位，其人次由该单位、主管部门或安委办登记。",
      "“{unit}” does not belong to the unit that holds the session; it, a department or the office counts its people."),
    hint: Bilingual("请只填写本单位及下属单位。", "Name your own unit and those beneath it only."))
  package static let trainingPost = ProblemCode(
    "training.post", status: 422,
    message: Bilingual("这门课程没有“{post}”这个岗位。", "The course has no post “{post}”."),
    hint: Bilingual("请从课程的岗位中选择。", "Choose one of the course's posts."))
  package static let trainingCount = ProblemCode(
    "training.count", status: 422,
    message: Bilingual(
      "“{unit}”的实训人数填0至{limit}、应训人数填1至{limit}的整数。",
      "For “{unit}”, those present are a whole number from 0 to {limit}, those owed one from 1 to {limit}."),
    hint: Bilingual("不知道应训人数时留空。", "Leave the number owed empty where it is not known."))
  package static let trainingMore = ProblemCode(
    "training.more", status: 422,
    message: Bilingual(
      "“{unit}”实训{attended}人，多于应训{owed}人。", "“{unit}” has {attended} present, which is more than the {owed} owed."),
    hint: Bilingual("请核对两个数。", "Look at both numbers once more."))
  package static let trainingHeld = ProblemCode(
    "training.held", status: 409,
    message: Bilingual("这次培训已经登记为已办。", "This session is recorded as held already."),
    hint: Bilingual("有误的请更正。", "Correct it where it is wrong."))
  package static let trainingNotHeld = ProblemCode(
    "training.not_held", status: 409,
    message: Bilingual(
      "培训还没有办，不能填写实训人数或上传签到表。", "It has not been held; there are no numbers present and no signed sheet yet."),
    hint: Bilingual("办完后再登记。", "Record it once it was held."))
  package static let trainingAnnulled = ProblemCode(
    "training.annulled", status: 409,
    message: Bilingual("这次培训已经作废。", "This session was annulled."),
    hint: Bilingual("需要的请重新登记。", "Record it anew where it is needed."))
  package static let trainingSheetType = ProblemCode(
    "training.sheet_type", status: 422,
    message: Bilingual(
      "“{name}”不是签到表的照片或扫描件。签到表只作凭证留存，系统不读取、不收人员名单表格。",
      "“{name}” is no photo or scan of a signed sheet. The sheet is kept as evidence and not read; tables of persons are not taken in."
    ),
    hint: Bilingual("请上传手签签到表的照片或PDF扫描件。", "Upload a photo, or a scan as PDF, of the sheet that was signed by hand."))
  package static let trainingSheets = ProblemCode(
    "training.sheets", status: 422,
    message: Bilingual("一次培训最多留存{limit}个签到表文件。", "A session keeps {limit} files of its signed sheet at most."),
    hint: Bilingual("请把多页合并为一个PDF。", "Put several pages into one PDF."))
  package static let trainingBlank = ProblemCode(
    "training.blank", status: 422,
    message: Bilingual("此处不能为空。", "This cannot be empty."),
    hint: Bilingual("请填写。", "Write something here."))
  package static let trainingLong = ProblemCode(
    "training.long", status: 422,
    message: Bilingual("此处最多{limit}字。", "This holds at most {limit} characters."),
    hint: Bilingual("请精简文字。", "Shorten it."))

  package static let trainingsCatalogue: [ProblemCode] = [
    .trainingUnknown, .trainingCourse, .trainingOrganiser, .trainingClerk, .trainingOutOfScope, .trainingPlanDay,
    .trainingDay,
    .trainingHours, .trainingLines, .trainingNobody, .trainingTwice, .trainingUnit, .trainingReach, .trainingPost,
    .trainingCount, .trainingMore, .trainingHeld, .trainingNotHeld, .trainingAnnulled, .trainingSheetType,
    .trainingSheets, .trainingBlank, .trainingLong,
  ]
}
