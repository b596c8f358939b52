package import Ground

extension ProblemCode {
  package static let calendarUID = ProblemCode(
    "calendar_file.uid", status: 422,
    message: Bilingual("日历条目的编号不能用。", "The UID of a calendar entry cannot be used."),
    hint: Bilingual("编号只含可见的英文字符，不超过 255 字节。", "It is visible ASCII of at most 255 bytes."))
  package static let calendarLink = ProblemCode(
    "calendar_file.link", status: 422,
    message: Bilingual("日历条目的链接不是可用的网址。", "The link of a calendar entry is no web address."),
    hint: Bilingual(
      "链接以 https:// 或 http:// 开头，只含可见的英文字符。", "It begins with https:// or http://, in visible ASCII."))
  package static let calendarMail = ProblemCode(
    "calendar_file.mail", status: 422,
    message: Bilingual("日历中单位或岗位的邮箱地址格式不对。", "The mail address of a unit or post in a calendar has the wrong form."),
    hint: Bilingual("请写成 name@example.cn 的样子，只用英文字符。", "Write it like name@example.cn, in ASCII."))

  package static let calendarFileCatalogue: [ProblemCode] = [.calendarUID, .calendarLink, .calendarMail]
}
