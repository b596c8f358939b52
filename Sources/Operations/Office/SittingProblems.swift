package import Ground

extension ProblemCode {
  package static let sittingCarried = ProblemCode(
    "sitting.carried", status: 409,
    message: Bilingual("这个事项已在议程上。", "This matter is on the agenda already."),
    hint: Bilingual("请刷新页面查看议程。", "Reload to see the agenda."))
  package static let askWorkdays = ProblemCode(
    "ask.workdays", status: 422,
    message: Bilingual("汇报时限应为1至60个工作日。", "A report is due within 1 to 60 workdays."),
    hint: Bilingual("请填写工作日数。", "Give the number of workdays."))
  package static let askOverlap = ProblemCode(
    "ask.overlap", status: 409,
    message: Bilingual(
      "这些单位前后两个工作日内已有要报的材料：{what}。", "These units owe a report within two workdays of it already: {what}."),
    hint: Bilingual(
      "能用已有材料的，请不要重复要；确需另报的，勾选“仍然要求”后再发。",
      "Use what they send anyway; where that will not do, tick “ask all the same” and send again."))
  package static let periodOverlap = ProblemCode(
    "period.overlap", status: 409,
    message: Bilingual("这些单位同期已在每日报告：{what}。", "These units report every day in that time already: {what}."),
    hint: Bilingual(
      "能合并的，请不要重复要；确需另报的，勾选“仍然要求”后再保存。",
      "Use what they send anyway; where that will not do, tick “ask all the same” and save again."))
  package static let campaignOverlap = ProblemCode(
    "campaign.overlap", status: 409,
    message: Bilingual("同期已有专项行动检查同类对象：{what}。", "Campaigns go through the same kind of place in that time: {what}."),
    hint: Bilingual(
      "能合并检查的，请合并或错开；确需另行开展的，勾选“仍然启动”后再提交。",
      "Visit together or at another time; where that will not do, tick “start all the same” and send again."))
  package static let callDues = ProblemCode(
    "call.dues", status: 409,
    message: Bilingual(
      "会议提前到{day}，这些汇报的期限要随之提前：{what}。",
      "With the meeting on {day}, these reports fall due earlier: {what}."),
    hint: Bilingual(
      "请看清后勾选“汇报期限一并提前”再提交，单位会收到消息。",
      "Look at them, tick “these due days move too” and send again; the units are told."))
  package static let invitationMany = ProblemCode(
    "sitting.mail", status: 422,
    message: Bilingual("最多填写{limit}个邮箱地址。", "Give at most {limit} mail addresses."),
    hint: Bilingual("请分几次下载邀请。", "Download the invitation several times."))

  static let sittingRoomCatalogue: [ProblemCode] = [
    .sittingCarried, .askWorkdays, .askOverlap, .periodOverlap, .campaignOverlap, .callDues, .invitationMany,
  ]
}
