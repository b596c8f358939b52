package import Ground

/// What became of one attempt to send.
package enum Outcome: Hashable, Sendable {
  /// The robot's service or the mail server took it over.
  case delivered
  /// Worth another attempt.
  case later(Reason)
  /// Another attempt would end the same way.
  case never(Reason)
}

/// Why a message is not out. It holds numbers only, nothing of the message, its address or a secret.
package enum Reason: Hashable, Sendable {
  case unreachable, timedOut, notTrusted, notEncrypted, loginRefused, redirected
  /// More than 64 KB, or not what the service's documents say.
  case answerTooLong, answerUnreadable
  /// An HTTP status.
  case status(Int)
  /// A robot's error code.
  case robot(Int)
  /// A mail server's reply code (RFC 5321 §4.2).
  case mail(Int)
  /// Any other result of libcurl (libcurl-errors(3)).
  case transfer(Int)

  /// For logs and tables, e.g. `mail.550`.
  package var code: String {
    switch self {
    case .unreachable: "unreachable"
    case .timedOut: "timed_out"
    case .notTrusted: "not_trusted"
    case .notEncrypted: "not_encrypted"
    case .loginRefused: "login_refused"
    case .redirected: "redirected"
    case .answerTooLong: "answer_too_long"
    case .answerUnreadable: "answer_unreadable"
    case .status(let number): "status.\(number)"
    case .robot(let number): "robot.\(number)"
    case .mail(let number): "mail.\(number)"
    case .transfer(let number): "transfer.\(number)"
    }
  }

  /// The reason that a code stands for; nil for anything else.
  package init?(code: String) {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    switch (parts.first, parts.count == 2 ? Int(parts[1]) : nil) {
    case ("status", let number?): self = .status(number)
    case ("robot", let number?): self = .robot(number)
    case ("mail", let number?): self = .mail(number)
    case ("transfer", let number?): self = .transfer(number)
    default:
      let plain: [Reason] = [
        .unreachable, .timedOut, .notTrusted, .notEncrypted, .loginRefused, .redirected, .answerTooLong,
        .answerUnreadable,
      ]
      guard let reason = plain.first(where: { $0.code == code }) else { return nil }
      self = reason
    }
  }

  /// For whoever keeps the settings.
  package var said: Bilingual {
    switch self {
    case .unreachable: Bilingual("连不上服务器。", "The server cannot be reached.")
    case .timedOut: Bilingual("服务器没有及时回应。", "The server did not answer in time.")
    case .notTrusted:
      Bilingual("服务器的证书不可信。", "The server's certificate is not trusted.")
    case .notEncrypted: Bilingual("服务器不肯加密。", "The server does not encrypt.")
    case .loginRefused: Bilingual("服务器不认账号或密码。", "The server refuses the user or the password.")
    case .redirected:
      Bilingual("服务器要求转到别的地址，未跟随。", "The server points to another address, which is not followed.")
    case .answerTooLong: Bilingual("服务器的回答过长。", "The server's answer is too long.")
    case .answerUnreadable: Bilingual("服务器的回答看不懂。", "The server's answer cannot be understood.")
    case .status(let number): Bilingual("服务器回答状态 \(number)。", "The server answers with status \(number).")
    case .robot(let number): Bilingual("机器人回答错误码 \(number)。", "The robot answers with error \(number).")
    case .mail(let number): Bilingual("邮件服务器回答 \(number)。", "The mail server answers \(number).")
    case .transfer(let number): Bilingual("传输失败（\(number)）。", "The transfer failed (\(number)).")
    }
  }
}
