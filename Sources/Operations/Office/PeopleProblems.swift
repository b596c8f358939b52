package import Ground

/// What can be wrong with acts on units, officers, stand-ins, passwords, and with looking where one may not.
extension ProblemCode {
  package static let matterOutOfScope = ProblemCode(
    "matter.out_of_scope", status: 403,
    message: Bilingual(
      "这个事项不在您的查看范围内：它不由您的单位牵头或协办。",
      "This matter is not within your sight: your unit neither leads nor supports it."),
    hint: Bilingual(
      "确因工作需要查看的，请联系：{who}。您能看什么、为什么，见“我的权限”。",
      "If your work needs it, ask: {who}. What you may see and why is said under “My permissions”."))
  package static let callDay = ProblemCode(
    "meeting.call_day", status: 422,
    message: Bilingual("下次会议不能在过去的一天：{day}。", "A meeting cannot be called for a day that is past: {day}."),
    hint: Bilingual("请选择今天或以后的日期。", "Choose today or a later day."))
  package static let callFar = ProblemCode(
    "meeting.call_far", status: 422,
    message: Bilingual("会议最远可以定在{last}。", "A meeting is called for {last} at the latest."),
    hint: Bilingual("请选择更近的日期。", "Choose a nearer day."))
  package static let callTime = ProblemCode(
    "meeting.call_time", status: 422,
    message: Bilingual("“{time}”不是时间。", "“{time}” is no time."),
    hint: Bilingual("请写成09:30这样的24小时制时间，或留空。", "Write it like 09:30, or leave it empty."))
  package static let directoryStale = ProblemCode(
    "directory.stale", status: 409,
    message: Bilingual(
      "您打开页面之后，别人已经改过这一项，本次没有保存。", "Somebody changed this after you opened the page; nothing was saved."),
    hint: Bilingual(
      "页面现在显示的是最新内容，谁在什么时候改了什么见“经过”；看过后再改。",
      "The page now shows how it stands; its story says who changed what and when. Look, and change it then."))
  package static let directoryCircle = ProblemCode(
    "directory.circle", status: 422,
    message: Bilingual("“{unit}”不能归到自己或自己的下级之下。", "“{unit}” cannot lie beneath itself or a unit of its own."),
    hint: Bilingual("请选择别的上级单位。", "Choose another parent."))
  package static let aliasesMany = ProblemCode(
    "directory.aliases", status: 422,
    message: Bilingual("别名最多30个，且不能重复。", "At most 30 other names, each once."),
    hint: Bilingual("请每行写一个，删去重复的。", "Write one to a line and drop the repeated ones."))
  package static let aliasTaken = ProblemCode(
    "directory.alias_taken", status: 422,
    message: Bilingual("“{name}”已是“{unit}”的名称。", "“{name}” is a name of “{unit}” already."),
    hint: Bilingual("一个名称只能指一个单位，请换一个写法。", "A name means one unit; write another."))
  package static let orderIncomplete = ProblemCode(
    "directory.order", status: 409,
    message: Bilingual(
      "位次里的单位或人员与目录不一致，没有保存。", "The order does not name exactly those who are there; nothing was saved."),
    hint: Bilingual("请刷新页面后重新排列。", "Reload and order them again."))
  package static let unitEndDay = ProblemCode(
    "unit.end", status: 422,
    message: Bilingual("这个单位已经撤并，或撤并日期在今天之后。", "The unit has ended already, or the day lies after today."),
    hint: Bilingual("请核对日期；撤并生效后再办理。", "Check the day; record it once it has taken effect."))
  package static let unitOccupied = ProblemCode(
    "unit.occupied", status: 409,
    message: Bilingual(
      "撤销前还有{officers}名在任人员、{units}个下级单位需要安排。",
      "{officers} officers still serve and {units} units still stand beneath it."),
    hint: Bilingual("请先调走人员和下级单位，或选择并入的单位。", "Move them first, or name the unit it was merged into."))
  package static let unitHasNoHeir = ProblemCode(
    "unit.no_heir", status: 409,
    message: Bilingual("这个单位没有承接单位。", "No unit took over from this one."),
    hint: Bilingual("请在事项页面逐件改派。", "Reassign its matters one by one on their pages."))
  package static let nothingToMove = ProblemCode(
    "unit.nothing_to_move", status: 409,
    message: Bilingual("没有可以移交的在办事项。", "There is no open matter to move."),
    hint: Bilingual(
      "待核查的事项先办完核查；已分解的事项由各分项分别移交。",
      "Those that wait for verification are verified first; those that fanned out move by their parts."))
  package static let lastAdministrator = ProblemCode(
    "officer.last_administrator", status: 409,
    message: Bilingual("这是最后一名管理员，不能撤下。", "This is the last administrator."),
    hint: Bilingual("请先把管理员角色交给别人。", "Give the role to somebody else first."))
  package static let notALeader = ProblemCode(
    "portfolio.leader", status: 422,
    message: Bilingual("只有在任的分管领导才有分管领域。", "Only leaders who serve have a portfolio."),
    hint: Bilingual("请先给这名人员“分管领导”角色。", "Give the officer the role “leader” first."))
  package static let portfolioDay = ProblemCode(
    "portfolio.day", status: 422,
    message: Bilingual("分工起始日不能在今天之后。", "The day from which it holds cannot lie after today."),
    hint: Bilingual("请在分工生效当天或之后登记。", "Record it on that day or later."))
  package static let standInSelf = ProblemCode(
    "stand_in.self", status: 403,
    message: Bilingual("不能指定自己代行别人的职责。", "Nobody entrusts another's duties to oneself."),
    hint: Bilingual("请由另一名督办员或管理员登记。", "Let another coordinator or an administrator record it."))
  package static let standInPeriod = ProblemCode(
    "stand_in.period", status: 422,
    message: Bilingual(
      "代行期间应从起始日到今天或以后，最长366天。", "The period ends today or later, after its first day, and lasts at most 366 days."),
    hint: Bilingual("请核对起止日期。", "Check both days."))
  package static let standInOver = ProblemCode(
    "stand_in.over", status: 403,
    message: Bilingual("代行职责已经结束或尚未开始，本次没有保存。", "The standing-in is over or has not begun; nothing was saved."),
    hint: Bilingual("请以本人身份办理，或联系督办员登记新的代行期间。", "Act for yourself, or ask a coordinator to record another period."))
  package static let standInToken = ProblemCode(
    "stand_in.token", status: 403,
    message: Bilingual("代行职责期间不能生成令牌：令牌会比代行期间更长久。", "No token is made while standing in: it would outlast the period."),
    hint: Bilingual("请回到本人身份后再生成。", "Act for yourself again and make it then."))
  package static let standInRoles = ProblemCode(
    "stand_in.roles", status: 403,
    message: Bilingual(
      "代行职责期间不能改角色、账号和目录：改动会比代行期间更长久。",
      "Roles, accounts and the directory are not changed while standing in: it would outlast the period."),
    hint: Bilingual("请由管理员本人办理。", "Let an administrator do it in person."))
  package static let passwordCommon = ProblemCode(
    "password.common", status: 422,
    message: Bilingual("这个密码太常见，一猜就中。", "This password is among the first that anybody tries."),
    hint: Bilingual(
      "请换一个别人想不到的，可以用几个不相关的词连起来。", "Choose one that nobody thinks of; a few unrelated words in a row do well."))
  package static let passwordPersonal = ProblemCode(
    "password.personal", status: 422,
    message: Bilingual("密码里不能含有账号名或姓名。", "A password may not hold the account's or the owner's name."),
    hint: Bilingual("请去掉账号名和姓名。", "Leave them out."))
  package static let passwordSame = ProblemCode(
    "password.same", status: 422,
    message: Bilingual("新密码和原密码相同。", "The new password is the old one."),
    hint: Bilingual("请换一个新的。", "Choose another."))
  package static let passwordCurrent = ProblemCode(
    "password.current", status: 422,
    message: Bilingual("原密码不对。", "The present password is wrong."),
    hint: Bilingual("请核对后重试；连续输错会锁定账号。", "Check it and try again; too many wrong ones lock the account."))
  package static let passwordTwice = ProblemCode(
    "password.twice", status: 422,
    message: Bilingual("两次输入的新密码不一样。", "The two new passwords differ."),
    hint: Bilingual("请重新输入两遍。", "Type it twice again."))

  static let peopleCatalogue: [ProblemCode] = [
    .matterOutOfScope, .directoryStale, .directoryCircle, .aliasesMany, .aliasTaken, .orderIncomplete, .unitEndDay,
    .unitOccupied, .unitHasNoHeir, .nothingToMove, .callDay, .callFar, .callTime, .lastAdministrator, .notALeader,
    .portfolioDay,
    .standInSelf,
    .standInPeriod, .standInOver, .standInToken, .standInRoles, .passwordCommon, .passwordPersonal, .passwordSame,
    .passwordCurrent, .passwordTwice,
  ]
}
