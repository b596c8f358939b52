import CCurl

/// How an exchange with a mail server ended.
struct MailAnswer {
  let code: CURLcode
  /// The last reply code (RFC 5321 §4.2.1); 0 where none came.
  let reply: Int
  /// Whether the server was already reading the mail.
  let isUnderway: Bool

  var outcome: Outcome {
    switch code {
    case CURLE_OK: .delivered
    // Neither is the recipient's fault: once the settings are right, the mail goes.
    case CURLE_LOGIN_DENIED, CURLE_USE_SSL_FAILED: .later(Reason(code))
    // Refused at the greeting or at EHLO: that server takes nothing now, whoever it is for.
    case CURLE_WEIRD_SERVER_REPLY where !isUnderway, CURLE_REMOTE_ACCESS_DENIED: .later(.mail(reply))
    // 530: the server wants a login first (RFC 4954 §6).
    case _ where reply == 530: .later(.loginRefused)
    case _ where (400..<500).contains(reply): .later(.mail(reply))
    case _ where (500..<600).contains(reply): .never(.mail(reply))
    default: .later(Reason(code))
    }
  }
}
