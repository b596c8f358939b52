import Delivery
import Foundation
import Ground
import TestPython
import Testing

private let why = "skipped: no Python with aiosmtpd in BIHUAN_PYTHON or .build/venv"
private let isAlone = getenv("BIHUAN_ALONE") != nil
private let whyAlone = "skipped: how soon it gives up is measured with nothing beside it; scripts/test does"

/// aiosmtpd, a mail server of somebody else's making, answers in every way.
@Suite("Sending mail", .enabled(if: Python.has("aiosmtpd"), "\(why)"))
struct MailDeliveryTests {
  private struct Received: Decodable {
    let subject: String
    let hello: String
    let sender: String
    let recipients: [String]
    let isEncrypted: Bool
    let defects: [String]
    let parts: [ReadMail.Part]
  }

  private let hasty = Sender(limits: TransferLimits(connecting: 1000, total: 1000))

  private func peer(_ arguments: [String] = []) throws -> PythonPeer {
    try PythonPeer(Peers.script("mails.py"), arguments)
  }

  private func server(
    _ port: Int, _ encryption: MailServer.Encryption = .none, password: String? = nil
  ) throws -> MailServer {
    try MailServer(
      host: "127.0.0.1", port: port, encryption: encryption, user: password.map { _ in "office" },
      password: password.map(Secret.init), from: try #require(MailMessageTests.office))
  }

  private func mail(to name: String = "accept", _ message: OutgoingMessage? = nil) throws -> MailMessage {
    try MailMessage(
      message ?? DeliveryTests.message("到期提醒", reminder), from: try #require(MailMessageTests.office),
      to: Mailbox(MailAddress("\(name)@shiqiao.example")), id: "outbox-1", domain: "qinghe.example", at: .wall)
  }

  @Test func arrivesAsItWasWritten() async throws {
    let peer = try peer()
    let lines = [".", "..a", "", "From x"].map { OutgoingMessage.Line($0) }
    #expect(try await Sender().send(mail(DeliveryTests.message("点", lines)), through: server(peer.port)) == .delivered)
    let received = try peer.received(Received.self)
    #expect(received.count == 1)
    let mail = try #require(received.first)
    #expect(mail.subject == "点" && mail.parts[0].text == ".\r\n..a\r\n\r\nFrom x\r\n" && mail.defects.isEmpty)
    #expect(mail.sender == "office@qinghe.example" && mail.recipients == ["accept@shiqiao.example"])
    #expect(mail.hello == "qinghe.example")
  }

  @Test(arguments: [
    ("later", Outcome.later(.mail(450))), ("never", .never(.mail(550))), ("full", .later(.mail(452))),
    ("spam", .never(.mail(554))),
  ])
  func aRefusalIsReadByItsFirstDigit(_ name: String, _ expected: Outcome) async throws {
    let peer = try peer()
    #expect(try await Sender().send(mail(to: name), through: server(peer.port)) == expected)
  }

  @Test(.enabled(if: isAlone, "\(whyAlone)")) func whoeverHangsOrIsAwayIsTriedLater() async throws {
    let port: Int
    do {
      let peer = try peer()
      port = peer.port
      let start = ContinuousClock.now
      defer { #expect(start.duration(to: .now) < .seconds(9)) }
      #expect(try await hasty.send(mail(to: "hang"), through: server(port)) == .later(.timedOut))
    }
    #expect(try await hasty.send(mail(), through: server(port)) == .later(.unreachable))
    let mute = try peer(["--mute"])
    #expect(try await hasty.send(mail(), through: server(mute.port)) == .later(.timedOut))
  }

  @Test(.enabled(if: isAlone, "\(whyAlone)")) func whoeverHangsAfterTakingTheMailHasIt() async throws {
    let peer = try peer()
    let (mail, server) = (try mail(to: "linger"), try server(peer.port))
    let start = ContinuousClock.now
    #expect(await hasty.send(mail, through: server) == .delivered)
    #expect(start.duration(to: .now) < .seconds(9))
  }

  @Test(arguments: [421, 554])
  func aServerThatTakesNobodysMailIsTriedLater(_ reply: Int) async throws {
    let peer = try peer(["--greeting", "\(reply) no service"])
    #expect(try await hasty.send(mail(), through: server(peer.port)) == .later(.mail(reply)))
  }

  @Test(
    .enabled(if: Certificate.isAvailable, "skipped: no openssl to make a certificate with"),
    arguments: [("--starttls", MailServer.Encryption.startTLS), ("--tls", .implicit)])
  func goesEncryptedToATrustedServerOnly(_ option: String, _ encryption: MailServer.Encryption) async throws {
    let certificate = try Certificate()
    defer { certificate.remove() }
    let peer = try peer([option, certificate.file, certificate.key, "--login", "office", "right-password"])
    let sender = Sender(caFile: certificate.file)
    let right = try server(peer.port, encryption, password: "right-password")
    #expect(try await Sender().send(mail(), through: right) == .later(.notTrusted))
    #expect(try peer.received(Received.self).isEmpty)
    #expect(try await sender.send(mail(), through: right) == .delivered)
    #expect(try peer.received(Received.self).map(\.isEncrypted) == [encryption == .startTLS])
    let wrong = try server(peer.port, encryption, password: "wrong-password")
    #expect(try await sender.send(mail(), through: wrong) == .later(.loginRefused))
    #expect(try await sender.send(mail(), through: server(peer.port, encryption)) == .later(.loginRefused))
  }

  @Test func nothingIsSaidToAServerThatDoesNotEncrypt() async throws {
    let peer = try peer()
    #expect(try await hasty.send(mail(), through: server(peer.port, .startTLS)) == .later(.notEncrypted))
    #expect(try await hasty.send(mail(), through: server(peer.port, .implicit)) == .later(.notTrusted))
    #expect(try peer.received(Received.self).isEmpty)
  }
}
