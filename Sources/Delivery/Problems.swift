package import Ground

extension ProblemCode {
  package static let deliveryPersonalNumber = ProblemCode(
    "delivery.personal_number", status: 422,
    message: Bilingual(
      "消息里有身份证号、手机号或银行卡号，未发送。", "The message holds an id, mobile or bank card number and was not sent."),
    hint: Bilingual("消息只写事项和链接，个人信息请在系统内查看。", "Write the matter and a link; personal data stays in the system."))
  package static let deliveryText = ProblemCode(
    "delivery.text", status: 422,
    message: Bilingual(
      "消息的标题为空，或文字中有换行等控制字符。", "The subject is empty, or a text holds line breaks or other control characters."),
    hint: Bilingual("请把每一行分开，去掉控制字符。", "Give each line by itself, without control characters."))
  package static let deliveryLink = ProblemCode(
    "delivery.link", status: 422,
    message: Bilingual("消息里的链接不是可用的网址。", "A link of the message is no web address."),
    hint: Bilingual(
      "链接以 https:// 或 http:// 开头，只含可见的英文字符，不超过 1000 字节。",
      "It begins with https:// or http://, in visible ASCII, of at most 1000 bytes."))
  package static let robotAddress = ProblemCode(
    "robot.address", status: 422,
    message: Bilingual("机器人服务地址不能用。", "The address of the robots' service cannot be used."),
    hint: Bilingual(
      "请填写 https:// 开头的地址，不带账号、参数；http:// 只用于本机或内网 IP。",
      "Give one with https:// and without account or query; http:// only for this machine or a private IP address."
    ))
  package static let robotKey = ProblemCode(
    "robot.key", status: 422,
    message: Bilingual("机器人的密钥格式不对。", "The robot's key has the wrong form."),
    hint: Bilingual(
      "请从群机器人的设置里重新复制：密钥是地址里 key=、access_token= 或 hook/ 之后的部分。",
      "Copy it again from the robot's settings: what follows key=, access_token= or hook/ in its address."))
  package static let robotSigning = ProblemCode(
    "robot.signing", status: 422,
    message: Bilingual("加签密钥不能用。", "The signing secret cannot be used."),
    hint: Bilingual(
      "企业微信机器人不加签，请留空；钉钉、飞书请从“加签”“签名校验”处重新复制。",
      "A WeCom robot has none: leave it empty. For DingTalk and Feishu copy it again from the security settings."))
  package static let mailAddress = ProblemCode(
    "mail.address", status: 422,
    message: Bilingual("邮箱地址的格式不对。", "The mail address has the wrong form."),
    hint: Bilingual("请写成 name@example.cn 的样子，只用英文字符。", "Write it like name@example.cn, in ASCII."))
  package static let mailName = ProblemCode(
    "mail.name", status: 422,
    message: Bilingual("邮件里的显示名称含有控制字符或过长。", "A display name holds control characters or is too long."),
    hint: Bilingual("请填写单位或岗位名称，不超过 200 字节。", "Give the name of a unit or post, of at most 200 bytes."))
  package static let mailServer = ProblemCode(
    "mail.server", status: 422,
    message: Bilingual("邮件服务器的设置不能用。", "The settings of the mail server cannot be used."),
    hint: Bilingual(
      "请核对主机名、端口和账号；不加密只用于本机的邮件服务。",
      "Check host, port, user and password; without encryption only a mail server on this machine is used."))

  package static let deliveryCatalogue: [ProblemCode] = [
    .deliveryPersonalNumber, .deliveryText, .deliveryLink, .robotAddress, .robotKey, .robotSigning, .mailAddress,
    .mailName, .mailServer,
  ]
}
