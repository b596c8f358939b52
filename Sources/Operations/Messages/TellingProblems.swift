package import Ground

/// What can be wrong with telling people.
extension ProblemCode {
  package static let tellingSiteAddress = ProblemCode(
    "telling.site_address", status: 422,
    message: Bilingual("站点地址不能用。", "The site's address cannot be used."),
    hint: Bilingual(
      "请填写同事们在浏览器里打开本系统的地址，如 https://bihuan.example.cn，不带路径。",
      "Give the address by which people open this site, such as https://bihuan.example.cn, without a path."))
  package static let tellingSecretAgain = ProblemCode(
    "telling.secret_again", status: 422,
    message: Bilingual("密码或密钥需要重新填写。", "The password or key has to be typed again."),
    hint: Bilingual(
      "服务器、账号或地址改过之后，或密钥文件夹里的 sealing.key 丢失之后，原来的不再使用。",
      "After server, user or address changed, or sealing.key of the keys folder was lost, the old one is not used."))
  package static let tellingQuiet = ProblemCode(
    "telling.quiet", status: 422,
    message: Bilingual("免打扰时段的时间不对。", "The quiet hours are not times of the day."),
    hint: Bilingual(
      "请写成 20:00 和 08:00 的样子；两个时间相同表示不设。", "Write them like 20:00 and 08:00; the same time twice means none."))
  package static let tellingNoWay = ProblemCode(
    "telling.no_way", status: 409,
    message: Bilingual("现在没有可以发送的渠道。", "There is no way to send by now."),
    hint: Bilingual(
      "请先选择渠道并保存；邮件服务器和群机器人由管理员在“消息发送”中设置。",
      "Choose a channel and save it first; an administrator sets the mail server and the robots under Sending."))
  package static let tellingTooSoon = ProblemCode(
    "telling.too_soon", status: 429,
    message: Bilingual("刚刚发过一条测试消息。", "A test message went out just now."),
    hint: Bilingual("请等{seconds}秒后再试。", "Try again in {seconds} seconds."))
  package static let tellingNotSent = ProblemCode(
    "telling.not_sent", status: 409,
    message: Bilingual("测试消息没有发出：{zh}", "The test message did not go out: {en}"),
    hint: Bilingual("请按原因核对设置后再试。", "Check the settings by the reason, and try again."))

  static let tellingCatalogue: [ProblemCode] = [
    .tellingSiteAddress, .tellingSecretAgain, .tellingQuiet, .tellingNoWay, .tellingTooSoon, .tellingNotSent,
  ]
}
