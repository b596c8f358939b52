import Directory
import Ground
import Operations

extension Wires {
  static let messages = Wire<MessagePage>.record(
    "Messages", [Member("messages", .list(message)) { $0.lines }])

  private static let message = Wire<MessageLine>.record(
    "Message",
    [
      Member("position", .count) { Int($0.position) }, Member("kind", .text) { $0.kind },
      Member("detail", .text) { $0.detail },
      Member("step", .optional(.both)) { $0.step }, Member("matter", .optional(matter)) { $0.matter },
      Member("sitting", .optional(sittingName)) { $0.sitting?.sitting },
      Member("report_due", .optional(.day)) { $0.sitting?.due },
      Member("report_unit", .optional(unit)) { $0.sitting?.unit },
      Member("period", .optional(.id())) { $0.period?.id },
      Member("at", .moment) { $0.at }, Member("state", .choice()) { $0.state },
      Member("way", .text) { $0.sending.way }, Member("reason", .optional(.both)) { $0.sending.said },
      Member("due", .moment) { $0.due }, Member("is_new", .flag) { $0.isNew },
    ])

  static let reach = Wire<ReachSheet>.record(
    "Reach",
    [
      Member("channel", .choice()) { $0.reach.channel }, Member("address", .text) { $0.reach.address },
      Member("rhythm", .choice()) { $0.reach.rhythm },
      Member("quiet_from", .text) { WorkHours.clock($0.reach.quiet.from) },
      Member("quiet_to", .text) { WorkHours.clock($0.reach.quiet.to) }, Member("has_mail", .flag) { $0.hasMail },
      Member("has_robot", .flag) { $0.hasRobot },
    ])

  static let delivery = Wire<DeliverySheet>.record(
    "Delivery",
    [
      Member("site", .optional(.text)) { $0.site?.value },
      Member("mail", .optional(mail)) { $0.mail }, Member("robots", .list(robot)) { $0.robots },
      Member("waiting", .count) { $0.waiting }, Member("held", .list(held)) { $0.held },
      Member("failures", .list(failure)) { $0.failures },
    ])

  private static let mail = Wire<DeliverySheet.Setting<MailSettings>>.record(
    "MailServer",
    [
      Member("host", .text) { $0.value.host }, Member("port", .count) { $0.value.port },
      Member("encryption", .choice()) { $0.value.encryption }, Member("user", .text) { $0.value.user },
      Member("address", .text) { $0.value.address }, Member("name", .text) { $0.value.name },
      Member("is_secret_lost", .flag) { $0.isSecretLost }, Member("set_at", .moment) { $0.at },
    ])

  private static let robot = Wire<DeliverySheet.RobotLine>.record(
    "Robot",
    [
      Member("unit", unit) { $0.unit }, Member("kind", .choice()) { $0.setting.value.kind },
      Member("address", .text) { $0.setting.value.address }, Member("is_signed", .flag) { $0.setting.value.isSigned },
      Member("is_secret_lost", .flag) { $0.setting.isSecretLost }, Member("set_at", .moment) { $0.setting.at },
    ])

  private static let held = Wire<DeliverySheet.HeldLine>.record(
    "HeldMessages",
    [
      Member("way", .text) { $0.sending.way }, Member("reason", .optional(.both)) { $0.sending.said },
      Member("count", .count) { $0.count }, Member("next", .moment) { $0.next },
    ])

  private static let failure = Wire<DeliverySheet.FailureLine>.record(
    "FailedMessages",
    [
      Member("unit", unit) { $0.unit }, Member("code", .text) { $0.code }, Member("way", .text) { $0.sending.way },
      Member("reason", .optional(.both)) { $0.sending.said }, Member("count", .count) { $0.count },
      Member("last", .moment) { $0.last },
    ])
}
