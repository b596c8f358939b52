import Directory
import Ground
import Operations
import Web

extension Pages {
  static let messages = MessagePage(
    lines: [
      sitting(12, "report_asked", due: "2026-03-18"), sitting(11, "report_submitted", unit: Qinghe.shiqiao),
      message(9, "returned", 1, .waiting, Sending(""), isNew: true),
      message(8, "escalated", 2, .held, Sending("mail", "unreachable"), isNew: true),
      message(7, "issued", 3, .sent, Sending("wecom")), message(6, "pressed", 1, .failed, Sending("mail", "mail.550")),
      message(5, "issued", nil, .kept, Sending("")), message(4, "reopened", 2, .failed, Sending("feishu", "odd")),
    ], next: "4")

  private static func message(
    _ position: Int64, _ kind: String, _ matter: Int?, _ state: MessageLine.State, _ sending: Sending,
    isNew: Bool = false
  ) -> MessageLine {
    MessageLine(
      position: position, kind: kind, detail: kind == "raised" ? "returned_twice" : "",
      step: kind == "escalated" ? Bilingual("亮红牌", "Red card") : nil, matter: matter.map(Qinghe.name),
      at: Instant(Qinghe.day("2026-03-11"), minutes: 600), state: state, sending: sending,
      due: Instant(Qinghe.day("2026-03-12"), minutes: 510), isNew: isNew)
  }

  private static func sitting(
    _ position: Int64, _ kind: String, due: String? = nil, unit: UnitName? = nil
  ) -> MessageLine {
    MessageLine(
      position: position, kind: kind, detail: due ?? unit?.id.text ?? "", matter: nil,
      sitting: MessageLine.SittingLine(
        sitting: SittingName(
          id: SittingID("sitting-8")!, title: Words("清河区安全稳定工作调度会议"), day: Qinghe.day("2026-03-20")),
        due: due.map(Qinghe.day), unit: unit),
      at: Instant(Qinghe.day("2026-03-11"), minutes: 600), state: .kept, sending: Sending(""),
      due: Instant(Qinghe.day("2026-03-12"), minutes: 510), isNew: true)
  }

  static func reach(_ channel: Reach.Channel, hasMail: Bool = false, hasRobot: Bool = false) -> ReachSheet {
    ReachSheet(
      reach: Reach(
        channel: channel, address: channel == .mail ? "zhou@qinghe.example" : "", rhythm: .digest, quiet: .usual),
      hasMail: hasMail, unit: Qinghe.emergency, hasRobot: hasRobot)
  }

  static let delivery = DeliverySheet(
    site: setting("https://bihuan.qinghe.example"),
    mail: setting(
      MailSettings(
        host: "smtp.qinghe.example", port: 465, encryption: .implicit, user: "anwei",
        address: "anwei@qinghe.example", name: "清河区安委办"), isLost: true),
    robots: [
      DeliverySheet.RobotLine(
        unit: Qinghe.emergency,
        setting: setting(
          RobotSettings(
            unit: Qinghe.emergency.id, kind: .dingtalk, address: "https://ding.qinghe.example", isSigned: true))
      ),
      DeliverySheet.RobotLine(
        unit: Qinghe.shiqiao,
        setting: setting(
          RobotSettings(unit: Qinghe.shiqiao.id, kind: .wecom, address: "", isSigned: false), isLost: true)),
    ], units: [Qinghe.emergency, Qinghe.shiqiao], waiting: 12,
    held: [DeliverySheet.HeldLine(sending: Sending("mail", "timed_out"), count: 3, next: moment)],
    failures: [
      DeliverySheet.FailureLine(
        unit: Qinghe.shiqiao, sending: Sending("wecom", "robot.93000"), count: 2, last: moment),
      DeliverySheet.FailureLine(
        unit: Qinghe.emergency, sending: Sending("mail", "secret_lost"), count: 1, last: moment),
    ])

  static let noDelivery = DeliverySheet(
    site: nil, mail: nil, robots: [], units: [Qinghe.emergency], waiting: 1, held: [], failures: [])

  private static let moment = Instant(Qinghe.day("2026-03-12"), minutes: 545)

  private static func setting<Value>(_ value: Value, isLost: Bool = false) -> DeliverySheet.Setting<Value> {
    DeliverySheet.Setting(value: value, isSecretLost: isLost, by: Qinghe.he, at: moment)
  }
}

extension Qinghe {
  /// Somebody with messages that are new.
  static let told = Viewer(
    officer: zhou, roles: [.coordinator], district: Words("清河区"), today: today, path: "/", csrf: "csrf-token",
    operations: "op-1", newMessages: 3)
}
