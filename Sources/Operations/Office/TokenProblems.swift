package import Ground

/// What can be wrong with a program's key.
extension ProblemCode {
  package static let tokenInvalid = ProblemCode(
    "token.invalid", status: 401,
    message: Bilingual("接口令牌缺失、有误、已到期或已撤销。", "The API token is missing, wrong, expired or revoked."),
    hint: Bilingual(
      "请在“我的账号—接口令牌”新建令牌，并在 Authorization 头中以 Bearer 方式发送。",
      "Make one under My account, API tokens, and send it as `Authorization: Bearer …`."))
  package static let tokenReadsOnly = ProblemCode(
    "token.read_only", status: 403,
    message: Bilingual("这个令牌只能查询，不能办理。", "This token may read and not act."),
    hint: Bilingual("请换用可以办理的令牌。", "Use a token that may act."))
  package static let tokenUnknown = ProblemCode(
    "token.unknown", status: 404,
    message: Bilingual("没有这个令牌。", "There is no such token."),
    hint: Bilingual("请从令牌列表重新进入。", "Start again from the list of tokens."))
  package static let tokenForOther = ProblemCode(
    "token.for_other", status: 403,
    message: Bilingual("令牌只能由本人新建。", "A token is made by the officer whose it is."),
    hint: Bilingual("请本人登录后，在“接口令牌”页新建。", "Let the officer log in and make it on the page of tokens."))
  package static let tokenDay = ProblemCode(
    "token.day", status: 422,
    message: Bilingual("令牌的有效期“{day}”不对。", "A token cannot work until {day}."),
    hint: Bilingual("请选择今天起一年之内的日期。", "Choose a day within a year from today."))
  package static let tokenMany = ProblemCode(
    "token.many", status: 409,
    message: Bilingual("有效令牌已达{limit}个。", "There are {limit} tokens that still work."),
    hint: Bilingual("请先撤销不再使用的令牌。", "Revoke those that are no longer used."))
  package static let tokenShown = ProblemCode(
    "token.shown", status: 409,
    message: Bilingual("这个令牌已经新建，只显示过一次。", "This token was made already, and was shown once."),
    hint: Bilingual("如果没有抄下，请撤销后另建一个。", "If nobody noted it down, revoke it and make another."))
  package static let tokenRate = ProblemCode(
    "token.rate", status: 429,
    message: Bilingual("这个令牌一分钟内的请求超过{limit}次。", "This token sent more than {limit} requests within a minute."),
    hint: Bilingual("请等{seconds}秒后再试。", "Try again in {seconds} seconds."))

  package static let tokenForCalendar = ProblemCode(
    "token.for_calendar", status: 403,
    message: Bilingual("这个令牌只用于订阅日历。", "This token is for the calendar feed alone."),
    hint: Bilingual("请另建一个可读或可办理的令牌。", "Make another one that reads or acts."))

  static let tokenCatalogue: [ProblemCode] = [
    .tokenInvalid, .tokenReadsOnly, .tokenUnknown, .tokenForOther, .tokenDay, .tokenMany, .tokenShown, .tokenRate,
    .tokenForCalendar,
  ]
}
