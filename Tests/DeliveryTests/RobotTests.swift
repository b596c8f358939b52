import Delivery
import Foundation
import Ground
import Testing

@Suite("Robots")
struct RobotTests {
  private let now = Instant(milliseconds: 1_599_360_473_123)
  private let key = Secret("key-of-the-robot")

  @Test func bodiesAreThoseOfTheVendors() throws {
    let text = robotText([try message("标题", reminder)], for: .wecom)
    let content =
      #"标题\n石桥镇 2 件，柳湾镇 1 件。\n查看清单 https://bihuan.qinghe.example/matters?due=2026-03-06"#
    func body(_ kind: Robot.Kind, _ signing: String? = nil) throws -> String {
      let robot = try Robot(kind: kind, key: key, signing: signing.map(Secret.init))
      return String(decoding: robot.request(text, at: now).body, as: UTF8.self)
    }
    #expect(try body(.wecom) == #"{"msgtype":"text","text":{"content":"\#(content)"}}"#)
    #expect(try body(.dingtalk, "SEC1") == #"{"msgtype":"text","text":{"content":"\#(content)"}}"#)
    #expect(try body(.feishu) == #"{"msg_type":"text","content":{"text":"\#(content)"}}"#)
    // Reckoned with Python: hmac.new(b"1599360473\ndemo", b"", sha256).
    #expect(
      try body(.feishu, "demo")
        == #"{"timestamp":"1599360473","sign":"l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=","#
        + #""msg_type":"text","content":{"text":"\#(content)"}}"#)
  }

  @Test func everyTextComesBackOutOfItsJSON() throws {
    var dice = Dice()
    for round in 0..<300 {
      // Foundation's reader loses a byte order mark.
      let line = dice.line(upTo: 60).replacing("\u{FEFF}", with: "")
      let text = robotText([try message("题", [.init(line)])], for: .feishu)
      let body = try Robot(kind: .feishu, key: key).request(text, at: now).body
      let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
      let read = (object?["content"] as? [String: String])?["text"]
      #expect(
        read.map { Array($0.utf8) } == Array("题\n\(line.replacing("<", with: "＜"))".utf8),
        "seed \(dice.seed) round \(round)")
    }
  }

  @Test func nobodyIsCalledByATextThatSaysSo() throws {
    let text = robotText([try message("<at user_id=\"all\">所有人</at>", [.init("<@all>")])], for: .feishu)
    #expect(text.text == "＜at user_id=\"all\">所有人＜/at>\n＜@all>")
  }

  @Test func secretsAreNowhereToBeRead() throws {
    let robot = try Robot(kind: .dingtalk, key: key, signing: Secret("SECvery-hidden"))
    let request = robot.request(robotText([try message()], for: .dingtalk), at: now)
    let server = try MailServer(
      host: "mail.example", port: 465, encryption: .implicit, user: "office", password: Secret("very-hidden"),
      from: Mailbox(MailAddress("office@qinghe.example")))
    let things: [Any] = [robot, request, server, Secret("very-hidden")]
    for thing in things {
      var dumped = ""
      dump(thing, to: &dumped)
      for said in ["\(thing)", String(reflecting: thing), dumped] {
        #expect(!said.contains("hidden") && !said.contains("key-of") && !said.contains("sign="), "\(said)")
      }
    }
  }

  @Test(arguments: ["", "a b", "a&x=1", "a/../b", "a#b", "a%20", "会", "a\n", String(repeating: "a", count: 201)])
  func aKeyThatWouldChangeTheAddressIsRefused(_ key: String) {
    for kind in Robot.Kind.allCases { #expect(refusal { try Robot(kind: kind, key: Secret(key)) } == "robot.key") }
  }

  @Test(arguments: ["", "a b", "a\nb", "会"])
  func aSigningSecretOfWrongFormIsRefused(_ secret: String) {
    #expect(refusal { try Robot(kind: .dingtalk, key: key, signing: Secret(secret)) } == "robot.signing")
  }

  @Test func weComHasNoSigningSecret() {
    #expect(refusal { try Robot(kind: .wecom, key: key, signing: Secret("SEC")) } == "robot.signing")
  }

  @Test(arguments: [
    "https://oapi.dingtalk.com", "https://robots.gov.example:8443/ding/", "https://10.1.2.3", "https://[fd00::1]:8443",
  ])
  func addressesWithTLSAreTaken(_ address: String) { #expect(refusal { try RobotAddress(address) } == nil) }

  @Test(arguments: [
    "http://127.0.0.1:8080", "http://localhost", "http://[::1]:80/x", "http://10.0.0.1", "http://172.16.0.1",
    "http://172.31.255.1", "http://192.168.1.1", "http://[fd12::1]",
  ])
  func plainOnesOnlyWhereTheSettingsAllowIt(_ address: String) {
    #expect(refusal { try RobotAddress(address) } == "robot.address")
    #expect(refusal { try RobotAddress(address, allowsPlain: true) } == nil)
  }

  @Test(arguments: [
    "http://oapi.dingtalk.com", "http://172.32.0.1", "http://11.0.0.1", "http://127.0.0.1.evil.example",
    "http://0177.0.0.1", "http://127.1", "http://[2001:db8::1]", "http://2130706433",
    "http://192.168.1.1@evil.example",
    "https://user:pass@a.example", "https://a.example?x", "https://a.example/#x", "https://a.example:0",
    "https://a.example:65536", "https://a.example:+80", "https://a.example:", "https://", "https:///x",
    "ftp://a.example",
    "https://a b", "https://a.example/../x", "https://会.example", "https://a..example", "https://-a.example",
    "https://a.example\r\nX: y", "",
  ])
  func otherAddressesAreRefused(_ address: String) {
    #expect(refusal { try RobotAddress(address, allowsPlain: true) } == "robot.address")
  }

  @Test func noErrorCodeHasTwoRows() {
    #expect(Set(RobotCodes.rows.map { "\($0.kind) \($0.code)" }).count == RobotCodes.rows.count)
    #expect(!RobotCodes.rows.contains { $0.code == 0 })
  }
}
