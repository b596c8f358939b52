import CCurl
import Dispatch

/// Sends what is ready to go, and says what became of it. It tries once; when to try again is for others to decide.
///
/// libcurl blocks, so each kind of peer has a queue of its own beside the cooperative pool; a mail server that hangs holds
/// up no robot.
package final class Sender: Sendable {
  private let caFile: String?
  private let limits: TransferLimits
  private let robots = DispatchQueue(label: "bihuan.delivery.robots")
  private let mails = DispatchQueue(label: "bihuan.delivery.mails")

  /// - Parameter caFile: certificates (PEM) that are trusted beside the system's, for a private authority.
  package init(caFile: String? = nil, limits: TransferLimits = .standard) {
    (self.caFile, self.limits) = (caFile, limits)
  }

  /// After `later` the text may stand in the group all the same, when only the answer was lost.
  package func send(_ request: RobotRequest) async -> Outcome {
    await onThread(of: robots) { [self] in post(request) }
  }

  /// After `later` the mail may have arrived all the same, when only the server's last answer was lost; its Message-ID
  /// stays the same.
  package func send(_ mail: MailMessage, through server: MailServer) async -> Outcome {
    await onThread(of: mails) { [self] in hand(mail, to: server) }
  }

  private func onThread(of queue: DispatchQueue, _ work: @escaping @Sendable () -> Outcome) async -> Outcome {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }

  private func post(_ request: RobotRequest) -> Outcome {
    guard
      var transfer = Transfer(url: request.url.text, protocols: "https,http", caFile: caFile, limits: limits)
    else { return .later(.transfer(Int(CURLE_OUT_OF_MEMORY.rawValue))) }
    transfer.set(CURLOPT_HTTPHEADER, ["Content-Type: application/json; charset=utf-8", "Expect:"])
    transfer.post(request.body)
    let result = transfer.perform()
    if result.isTooLong { return .later(.answerTooLong) }
    guard result.code == CURLE_OK else { return .later(Reason(result.code)) }
    return RobotAnswer(status: result.response, body: result.body).outcome(for: request.kind)
  }

  private func hand(_ mail: MailMessage, to server: MailServer) -> Outcome {
    guard var transfer = Transfer(url: server.url, protocols: "smtp,smtps", caFile: caFile, limits: limits) else {
      return .later(.transfer(Int(CURLE_OUT_OF_MEMORY.rawValue)))
    }
    if server.encryption == .startTLS { transfer.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
    if let user = server.user, let password = server.password {
      transfer.set(CURLOPT_USERNAME, user)
      transfer.set(CURLOPT_PASSWORD, password.text)
    }
    transfer.set(CURLOPT_MAIL_FROM, "<\(mail.from.address.text)>")
    transfer.set(CURLOPT_MAIL_RCPT, ["<\(mail.to.address.text)>"])
    transfer.send(mail.bytes)
    let result = transfer.perform()
    return MailAnswer(code: result.code, reply: result.response, isUnderway: result.hasUploaded).outcome
  }
}

extension Reason {
  /// What kept an exchange from its end (libcurl-errors(3)).
  init(_ code: CURLcode) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING:
      self = .unreachable
    case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: self = .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE: self = .notTrusted
    case CURLE_USE_SSL_FAILED: self = .notEncrypted
    case CURLE_LOGIN_DENIED: self = .loginRefused
    default: self = .transfer(Int(code.rawValue))
    }
  }
}
