import Delivery
package import Ground

/// By what a notice went, or what kept it: closed codes, as the outbox stores them (`mail`, `wecom robot.93000`).
package struct Sending: Hashable, Sendable {
  /// `mail`, or the kind of a robot; empty where there was none.
  package let way: String
  /// Why it is not out; nil where it is.
  package let reason: String?

  package init(_ way: String, _ reason: String? = nil) { (self.way, self.reason) = (way, reason) }

  init(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    (way, reason) = (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
  }

  var text: String { [way, reason].compactMap { $0 }.joined(separator: " ") }

  static let mail = "mail"
  /// The sealed secret does not open: the key's file is gone.
  static let secretLost = "secret_lost"
  /// The message could not be written: an address or a text that its guards refuse.
  static let unsendable = "unsendable"

  /// The reason in words; nil where there is none.
  package var said: Bilingual? {
    guard let reason else { return nil }
    switch reason {
    case Sending.secretLost:
      return Bilingual(
        "密钥文件 sealing.key 丢失或已更换，请重新填写密码或密钥。",
        "The key file sealing.key is lost or another one; type the password or key again.")
    case Sending.unsendable:
      return Bilingual("消息或收件地址不合要求。", "The message or the address does not pass the checks.")
    default: return Reason(code: reason)?.said ?? Bilingual("原因代码 \(reason)", "Reason \(reason)")
    }
  }
}
