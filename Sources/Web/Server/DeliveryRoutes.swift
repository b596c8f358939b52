import Directory
import Ground
import Hummingbird
import Operations

private let page = "/delivery"

/// Through whom the district sends, set by administrators; what failed, sent again.
let deliveryRoutes: [Route] = [
  .get(page, .administrators) { visit in
    let sheet = try await visit.office.deliverySheet(for: try visit.officer())
    return visit.page(deliveryPage(sheet, visit.viewer(), visit.locale))
  },
  .post(page + "/site", on: page, .administrators) { visit in
    try await visit.office.setSiteAddress(visit.form.text("site"), by: try visit.actor())
    return visit.redirect(to: page, saying: .saved)
  },
  .post(page + "/mail", on: page, .administrators) { visit in
    let form = visit.form
    guard let port = Int(form.text("port")) else { throw Refusal(.fieldMissing, at: "port") }
    guard let encryption = try form.choice("encryption", MailEncryption.self) else {
      throw Refusal(.fieldMissing, at: "encryption")
    }
    let settings = MailSettings(
      host: form.text("host"), port: port, encryption: encryption, user: form.text("user"),
      address: form.text("address"), name: form.text("name"))
    try await visit.office.setMail(settings, password: form.secret("password"), by: try visit.actor())
    return visit.redirect(to: page, saying: .saved)
  },
  .post(page + "/mail/test", on: page, .administrators) { visit in
    try await visit.desk.postman.sendTestMail(to: visit.form.text("to"), by: try visit.actor())
    return visit.redirect(to: page, saying: .testSent)
  },
  .post(page + "/mail/remove", on: page, .administrators) { visit in
    try await visit.office.removeMail(by: try visit.actor())
    return visit.redirect(to: page, saying: .saved)
  },
  .post(page + "/robots", on: page, .administrators) { visit in
    let form = visit.form
    guard let kind = try form.choice("kind", RobotKind.self) else { throw Refusal(.fieldMissing, at: "kind") }
    try await visit.office.setRobot(
      of: try form.requiredID("unit"), kind: kind, address: form.text("address"), key: form.secret("key"),
      signing: form.secret("signing"), by: try visit.actor())
    return visit.redirect(to: page, saying: .saved)
  },
  .post(page + "/robots/test", on: page, .administrators) { visit in
    try await visit.desk.postman.sendTest(
      toRobotOf: try visit.form.requiredID("unit"), by: try visit.actor())
    return visit.redirect(to: page, saying: .testSent)
  },
  .post(page + "/robots/remove", on: page, .administrators) { visit in
    try await visit.office.removeRobot(of: try visit.form.requiredID("unit"), by: try visit.actor())
    return visit.redirect(to: page, saying: .saved)
  },
  .post(page + "/resend", on: page, .administrators) { visit in
    let failure = visit.form.has("failure") ? visit.form.text("failure") : nil
    try await visit.office.resend(unit: try visit.form.id("unit"), failure: failure, by: try visit.actor())
    return visit.redirect(to: page, saying: .resent)
  },
]

extension SubmittedForm {
  /// Nil where nothing was typed: what is there stays.
  fileprivate func secret(_ name: String) -> String? { has(name) ? text(name) : nil }
}
