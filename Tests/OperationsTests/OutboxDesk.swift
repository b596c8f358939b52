import Directory
import Foundation
import Ground
import Operations
import Storage
import TestOffice
import TestPython

/// What tests of telling people share: notices in the outbox, choices, and peers that somebody else's code plays.
struct OutboxDesk {
  let test: TestOffice
  static let guan = ActorReference.officer(OfficerID(trusted: "guan"))

  static func script(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "DeliveryTests/peers/\(name)").path
  }

  static let hasPython = Python.path != nil
  static let hasMailServer = Python.has("aiosmtpd")

  /// As acts write them.
  func tell(_ officer: String, _ position: Int64, _ kind: String = "issued", matter: MatterID? = nil) async throws {
    let (district, now) = (test.office.district, test.clock.now)
    let notice = Notice(
      position: position, officer: OfficerID(trusted: officer), kind: kind, detail: "", matter: matter, at: now)
    try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
      try NoticeStore(session, district).insert(notice)
    }
  }

  func choose(
    _ officer: String, _ channel: Reach.Channel, _ rhythm: Reach.Rhythm = .atOnce, address: String = "",
    quiet: QuietHours = QuietHours(from: 0, to: 0)
  ) async throws {
    try await test.office.setReach(
      Reach(channel: channel, address: address, rhythm: rhythm, quiet: quiet), of: OfficerID(trusted: officer))
  }

  func setMail(port: Int) async throws {
    try await test.office.setMail(
      MailSettings(
        host: "127.0.0.1", port: port, encryption: .none, user: "", address: "office@qinghe.example", name: "清河区安委办"),
      password: nil, by: OutboxDesk.guan)
  }

  func setRobot(
    _ unit: String, _ kind: RobotKind = .wecom, key: String? = "good", signing: String? = nil, port: Int
  ) async throws {
    try await test.office.setRobot(
      of: UnitID(trusted: unit), kind: kind, address: "http://127.0.0.1:\(port)", key: key, signing: signing,
      by: OutboxDesk.guan)
  }

  func states(_ officer: String) async throws -> [MessageLine.State] {
    try await test.office.messages(of: OfficerID(trusted: officer)).lines.map(\.state)
  }

  func sheet() async throws -> DeliverySheet {
    try await test.office.deliverySheet(for: try await test.officer("guan"))
  }

  /// Goes round once a minute for so long.
  func rounds(_ postman: Postman, minutes: Int, every step: Int = 1) async throws {
    for _ in 0..<minutes / step {
      test.clock.advance(minutes: step)
      try await postman.round()
    }
  }

  /// Vendors judge a signature by the time of the day, and so do the peers.
  func moveToWallClock() {
    let wall = Int64(Date().timeIntervalSince1970 * 1000)
    test.clock.advance(minutes: Int((wall - test.clock.now.milliseconds) / 60_000))
  }
}

/// What a mail server has taken.
struct TakenMail: Decodable {
  let subject: String
  let recipients: [String]
  let parts: [Part]
  let id: String

  struct Part: Decodable { let text: String }
}

/// What a robot was sent.
struct TakenText: Decodable {
  let kind: String
  let body: String
}
