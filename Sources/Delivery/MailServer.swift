package import Ground

/// The office's mail server, as its settings name it.
package struct MailServer: Hashable, Sendable {
  package enum Encryption: String, CaseIterable, Codable, Sendable {
    /// For a mail server on this machine alone.
    case none
    /// RFC 3207, required: without it nothing is said.
    case startTLS = "starttls"
    /// From the first byte (RFC 8314 §3).
    case implicit
  }

  package let host: String
  package let port: Int
  package let encryption: Encryption
  package let user: String?
  /// Whom mails are from.
  package let from: Mailbox
  let password: Secret?

  package init(
    host: String, port: Int, encryption: Encryption, user: String? = nil, password: Secret? = nil, from: Mailbox
  ) throws(Problem) {
    guard HostName.isValid(host), (1...65_535).contains(port) else { throw Problem(.mailServer, at: "host") }
    guard encryption != .none || HostName.isLoopback(host) else { throw Problem(.mailServer, at: "encryption") }
    let account = [user, password?.text].compactMap { $0 }
    guard account.count != 1, account.allSatisfy({ (1...200).contains($0.utf8.count) && isOneLine($0) }) else {
      throw Problem(.mailServer, at: "user")
    }
    (self.host, self.port, self.encryption, self.user) = (host, port, encryption, user)
    (self.password, self.from) = (password, from)
  }

  /// The path is what libcurl says in EHLO; the sender's domain is known to be one.
  var url: String { "\(encryption == .implicit ? "smtps" : "smtp")://\(host):\(port)/\(from.address.domain)" }
}
