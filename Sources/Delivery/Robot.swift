import Crypto
import FoundationEssentials
package import Ground

/// A group robot of one of the three work chats (DOMAIN §6.9).
package struct Robot: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case wecom, dingtalk, feishu
  }

  package let kind: Kind
  package let address: RobotAddress
  private let key: Secret
  private let signing: Secret?

  /// - Parameters:
  ///   - address: another deployment than the vendor's.
  ///   - key: WeCom's `key`, DingTalk's `access_token`, or what follows `hook/` for Feishu.
  ///   - signing: the secret behind 加签 or 签名校验, where the robot asks for one; WeCom has none.
  package init(
    kind: Kind, address: RobotAddress? = nil, key: Secret, signing: Secret? = nil
  ) throws(Problem) {
    guard (1...200).contains(key.text.utf8.count),
      key.text.utf8.allSatisfy({ isLetterOrDigit($0) || "-._~".utf8.contains($0) })
    else { throw Problem(.robotKey, at: "key") }
    if let signing {
      guard kind != .wecom, (1...200).contains(signing.text.utf8.count),
        signing.text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
      else { throw Problem(.robotSigning, at: "signing") }
    }
    (self.kind, self.address) = (kind, address ?? kind.vendorAddress)
    (self.key, self.signing) = (key, signing)
  }

  /// The request that posts a text, signed for this moment; vendors refuse a signature that is an hour old.
  package func request(_ text: RobotText, at now: Instant) -> RobotRequest {
    let content = JSONText.string(text.text)
    switch kind {
    case .wecom:
      return RobotRequest(
        kind: kind, url: Secret("\(address.text)/cgi-bin/webhook/send?key=\(key.text)"),
        body: "{\"msgtype\":\"text\",\"text\":{\"content\":\(content)}}")
    case .dingtalk:
      let url = "\(address.text)/robot/send?access_token=\(key.text)"
      return RobotRequest(
        kind: kind, url: Secret(url + dingtalkSignature(at: now)),
        body: "{\"msgtype\":\"text\",\"text\":{\"content\":\(content)}}")
    case .feishu:
      return RobotRequest(
        kind: kind, url: Secret("\(address.text)/open-apis/bot/v2/hook/\(key.text)"),
        body: "{\(feishuSignature(at: now))\"msg_type\":\"text\",\"content\":{\"text\":\(content)}}")
    }
  }

  /// The secret is the key and stands in the message too; the time is in milliseconds.
  private func dingtalkSignature(at now: Instant) -> String {
    guard let signing else { return "" }
    let time = String(now.milliseconds)
    let sign = Robot.hmac(key: signing.text, message: "\(time)\n\(signing.text)")
    let encoded = sign.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
    return "&timestamp=\(time)&sign=\(encoded)"
  }

  /// The secret is in the key and the message is empty; the time is in seconds.
  private func feishuSignature(at now: Instant) -> String {
    guard let signing else { return "" }
    let time = String(now.milliseconds / 1000)
    let sign = Robot.hmac(key: "\(time)\n\(signing.text)", message: "")
    return "\"timestamp\":\"\(time)\",\"sign\":\"\(sign)\","
  }

  /// HMAC-SHA256 in base64.
  private static func hmac(key: String, message: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(message.utf8), using: SymmetricKey(data: Array(key.utf8)))
    return Data(code).base64EncodedString()
  }
}

extension Robot.Kind {
  var vendorAddress: RobotAddress {
    switch self {
    case .wecom: RobotAddress(vendor: "https://qyapi.weixin.qq.com")
    case .dingtalk: RobotAddress(vendor: "https://oapi.dingtalk.com")
    case .feishu: RobotAddress(vendor: "https://open.feishu.cn")
    }
  }

  /// How long a text may be, in bytes of UTF-8.
  ///
  /// WeCom counts the text (2048). DingTalk and Feishu count the request (20 000 bytes); half of that less some room
  /// holds whatever is doubled by escaping in JSON.
  package var textLimit: Int {
    switch self {
    case .wecom: 2048
    case .dingtalk, .feishu: 9_000
    }
  }
}

/// What is posted to a robot. The address is secret: it holds the robot's key.
package struct RobotRequest: Hashable, Sendable {
  package let kind: Robot.Kind
  let url: Secret
  package let body: [UInt8]

  init(kind: Robot.Kind, url: Secret, body: String) { (self.kind, self.url, self.body) = (kind, url, Array(body.utf8)) }
}
