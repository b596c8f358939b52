package import Ground

/// What only the web can get wrong.
extension ProblemCode {
  package static let pageMissing = ProblemCode(
    "web.not_found", status: 404,
    message: Bilingual("没有找到这个页面。", "There is no such page."),
    hint: Bilingual("请检查地址，或从首页重新进入。", "Check the address, or start again from the home page."))
  package static let notAllowed = ProblemCode(
    "web.forbidden", status: 403,
    message: Bilingual("您的角色不能查看或办理这一项。", "Your role may not see or do this."),
    hint: Bilingual("如工作需要，请联系管理员调整角色。", "If your work needs it, ask the administrator for the role."))
  package static let stalePage = ProblemCode(
    "web.stale", status: 409,
    message: Bilingual("您打开页面之后，别人已经办理了这一项。", "Somebody else acted on this after you opened the page."),
    hint: Bilingual("请返回查看最新情况，确认后再提交。", "Go back, look at how it stands now, and send it again if it still holds."))
  package static let formForged = ProblemCode(
    "web.csrf", status: 403,
    message: Bilingual("这张表单已失效。", "This form is no longer valid."),
    hint: Bilingual("请返回刷新页面后重新提交。", "Go back, reload the page and send it again."))
  package static let fault = ProblemCode(
    "web.fault", status: 500,
    message: Bilingual("系统出了问题，这次提交没有保存。", "Something went wrong on our side; nothing was saved."),
    hint: Bilingual(
      "请稍后再试；如再次出现，请把时间和页面告诉管理员。", "Try again shortly; if it recurs, tell the administrator the time and the page."))

  package static let bodyTooLarge = ProblemCode(
    "web.too_large", status: 413,
    message: Bilingual("提交的内容超过{limit}的上限，没有保存。", "What was sent is over the limit of {limit}; nothing was saved."),
    hint: Bilingual("请压缩图片或拆分文件后重新提交。", "Shrink the picture or split the file, and send it again."))
  package static let formMalformed = ProblemCode(
    "web.malformed", status: 400,
    message: Bilingual("提交的表单不完整，无法读取。", "The form that was sent cannot be read."),
    hint: Bilingual("请返回刷新页面后重新提交。", "Go back, reload the page and send it again."))
  package static let fieldNotText = ProblemCode(
    "web.not_utf8", status: 422,
    message: Bilingual("“{field}”一栏的文字编码有误。", "The field “{field}” is not text in UTF-8."),
    hint: Bilingual("请重新输入这一栏，不要从乱码中复制。", "Type it again rather than copying damaged text."))
  package static let fieldMissing = ProblemCode(
    "web.field_missing", status: 422,
    message: Bilingual("这一栏还没有填写。", "This field is still empty."),
    hint: Bilingual("请填写后再提交。", "Fill it in and send it again."))
  package static let fieldUnknown = ProblemCode(
    "web.field_unknown", status: 422,
    message: Bilingual("“{value}”不在可选范围内。", "“{value}” is not one of the choices."),
    hint: Bilingual("请刷新页面后从列表中选择。", "Reload the page and choose from the list."))
  package static let sessionResumed = ProblemCode(
    "web.resumed", status: 409,
    message: Bilingual(
      "登录曾经过期，下面是您刚才填写的内容，还没有保存。", "Your login had ended; this is what you had typed, and it is not saved."),
    hint: Bilingual("请核对后再提交一次。", "Look at it and send it again."))
  package static let busy = ProblemCode(
    "web.busy", status: 503,
    message: Bilingual("同时登录的人较多，请稍候。", "Many people are logging in just now."),
    hint: Bilingual("请过几秒再试。", "Try again in a few seconds."))

  package static let webCatalogue: [ProblemCode] =
    [
      .pageMissing, .notAllowed, .stalePage, .formForged, .fault, .bodyTooLarge, .formMalformed, .fieldNotText,
      .fieldMissing, .fieldUnknown, .sessionResumed, .busy,
    ] + apiCatalogue + mapCatalogue
}
