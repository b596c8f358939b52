import Delivery
import Foundation
import Ground
import TestPython
import Testing

/// What Python's email package reads out of a mail.
struct ReadMail: Decodable {
  struct Address: Decodable, Equatable {
    let name: String
    let address: String
  }

  struct Part: Decodable {
    let type: String
    let method: String?
    let text: String
  }

  let subject: String
  let from: Address
  let to: Address
  let seconds: Int64
  let date: String
  let id: String
  let submitted: String
  let headers: [String]
  let type: String
  let parts: [Part]
  let defects: [String]
  let isPlain: Bool
  let longest: Int

  static func read(_ mails: [MailMessage]) throws -> [ReadMail] {
    let input = try JSONEncoder().encode(mails.map { Data($0.bytes).base64EncodedString() })
    return try JSONDecoder().decode(
      [ReadMail].self, from: Python.run([Peers.script("mail_reader.py")], input: input))
  }
}

/// The same characters, whatever Swift takes for equal.
func same(_ left: String, _ right: String) -> Bool { left.unicodeScalars.elementsEqual(right.unicodeScalars) }

@Suite("Mails")
struct MailMessageTests {
  static let office = try? Mailbox(MailAddress("office@qinghe.example"), name: "清河区安委办")
  private let now = Instant(CivilDate(year: 2026, month: 3, day: 6)!, minutes: 9 * 60 + 5).adding(milliseconds: 7_999)

  private func mail(
    _ message: OutgoingMessage, name: String = "", id: String = "outbox-1", domain: String = "qinghe.example",
    invitation: String? = nil
  ) throws -> MailMessage {
    let to = try Mailbox(MailAddress("duty@shiqiao.example"), name: name)
    return try MailMessage(
      message, from: try #require(MailMessageTests.office), to: to, id: id, domain: domain, at: now,
      invitation: invitation)
  }

  @Test func stand() throws {
    let mail = try mail(try message("到期", [.init("甲", link: "https://a.example/")]))
    #expect(
      String(decoding: mail.bytes, as: UTF8.self) == """
        From: =?UTF-8?B?5riF5rKz5Yy65a6J5aeU5Yqe?=\r
         <office@qinghe.example>\r
        To: duty@shiqiao.example\r
        Subject: =?UTF-8?B?5Yiw5pyf?=\r
        Date: Fri, 6 Mar 2026 09:05:07 +0800\r
        Message-ID: <outbox-1@qinghe.example>\r
        Auto-Submitted: auto-generated\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: base64\r
        \r
        55SyIGh0dHBzOi8vYS5leGFtcGxlLw0K\r

        """)
  }

  @Test(arguments: [
    "", "a", "a@", "@b.example", "a@b@c.example", "a b@c.example", "a@b .example", "a\r\n@b.example", "<a@b.example>",
    "会@b.example", "a@会.example", ".a@b.example", "a..b@c.example", "a@-b.example", "a@b..example", "a@[10.0.0.1]",
    "\"a\"@b.example", "a,b@c.example", "\(String(repeating: "a", count: 65))@b.example",
    "a@\(String(repeating: "bcdefgh.", count: 31))example",
  ])
  func otherAddressesAreRefused(_ text: String) { #expect(refusal { try MailAddress(text) } == "mail.address") }

  @Test(arguments: [
    "a@localhost", "first.last+tag@sub.qinghe.example", "\(String(repeating: "a", count: 64))@b.example",
    "a@\(String(repeating: "bcdefgh.", count: 30))example.cn",
  ])
  func addressesAreTaken(_ text: String) { #expect(refusal { try MailAddress(text) } == nil) }

  @Test(arguments: ["安委办\r\nBcc: all@x.example", "a\nb", "a\0", "a\u{2028}b", String(repeating: "会", count: 67)])
  func aNameThatWouldBreakItsFieldIsRefused(_ name: String) {
    #expect(refusal { try Mailbox(MailAddress("a@b.example"), name: name) } == "mail.name")
  }

  @Test(arguments: [
    ("a b", "q.example"), ("a>\r\nBcc: x", "q.example"), ("a", "q.example\r\nX"), ("a", ""), ("", "q.example"),
    ("a", "q example"), ("a@b", "q.example"),
  ])
  func anIdThatIsNoneIsRefused(_ id: String, _ domain: String) throws {
    let message = try message()
    #expect(refusal { try mail(message, id: id, domain: domain) } == "mail.address")
  }

  @Test func anOpenWayToAnotherMachineIsRefused() throws {
    let from = try #require(MailMessageTests.office)
    func server(_ host: String, _ encryption: MailServer.Encryption, port: Int = 25, user: String? = nil) -> String? {
      refusal { try MailServer(host: host, port: port, encryption: encryption, user: user, from: from) }
    }
    #expect(server("mail.example", .none) == "mail.server" && server("10.0.0.1", .none) == "mail.server")
    #expect(server("127.0.0.1", .none) == nil && server("localhost", .none) == nil && server("[::1]", .none) == nil)
    #expect(server("mail.example", .startTLS) == nil && server("mail.example", .implicit) == nil)
    #expect(server("mail.example/x", .implicit) == "mail.server" && server("", .implicit) == "mail.server")
    #expect(server("mail.example", .implicit, port: 0) == "mail.server")
    #expect(server("mail.example", .implicit, user: "office") == "mail.server")
  }

  @Test(.enabled(if: Peers.isAvailable, "skipped: no Python in BIHUAN_PYTHON or .build/venv"))
  func anotherReaderFindsWhatWasWritten() throws {
    var dice = Dice()
    let written = try (0..<300).map { number in
      (
        message: try message(
          "题" + dice.line(upTo: 120),
          (0..<Int.random(in: 0...6, using: &dice)).map { _ in .init(dice.line(upTo: 200)) }),
        name: dice.line(upTo: 10), id: "outbox-\(number)"
      )
    }
    let read = try ReadMail.read(written.map { try mail($0.message, name: $0.name, id: $0.id) })
    for (written, read) in zip(written, read) {
      let place: Comment = "seed \(dice.seed) \(written.id)"
      #expect(same(read.subject, written.message.subject), place)
      #expect(same(read.to.name, written.name) && read.to.address == "duty@shiqiao.example", place)
      #expect(read.from == .init(name: "清河区安委办", address: "office@qinghe.example"), place)
      #expect(same(read.parts[0].text, written.message.lines.map { $0.text + "\r\n" }.joined()), place)
      #expect(read.id == "<\(written.id)@qinghe.example>" && read.submitted == "auto-generated", place)
      #expect(read.seconds == now.milliseconds / 1000, place)
      #expect(read.defects.isEmpty && read.isPlain && read.longest <= 76, "\(read.defects) \(place)")
      #expect(
        read.headers == [
          "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
          "Content-Transfer-Encoding",
        ], place)
    }
  }

  @Test(.enabled(if: Peers.isAvailable, "skipped: no Python in BIHUAN_PYTHON or .build/venv"))
  func anInvitationStandsBesideTheText() throws {
    let invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
    let read = try ReadMail.read([try mail(try message("开会", reminder), invitation: invitation)])[0]
    #expect(read.type == "multipart/alternative" && read.defects.isEmpty && read.isPlain && read.longest <= 76)
    #expect(read.parts.map(\.type) == ["text/plain", "text/calendar"])
    #expect(read.parts[1].text == invitation && read.parts[1].method == "REQUEST")
  }
}
