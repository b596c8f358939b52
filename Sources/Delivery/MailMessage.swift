package import Ground

/// One mail to one mailbox, as it goes over the wire (RFC 5322): ASCII, lines of at most 76 bytes but for addresses.
package struct MailMessage: Hashable, Sendable {
  package let from: Mailbox
  package let to: Mailbox
  package let bytes: [UInt8]

  /// - Parameters:
  ///   - id: unique for this message, so that servers and readers know it again when it is sent twice.
  ///   - domain: the office's; with `id` it makes the Message-ID.
  ///   - invitation: an iCalendar text with METHOD:REQUEST, for those who keep a calendar.
  package init(
    _ message: OutgoingMessage, from: Mailbox, to: Mailbox, id: String, domain: String, at now: Instant,
    invitation: String? = nil
  ) throws(Problem) {
    // RFC 5322 §3.6.4: a Message-ID has the form of an address.
    let name = try MailAddress("\(id)@\(domain)")
    let head = [
      MailMessage.mailbox("From", from), MailMessage.mailbox("To", to),
      MailText.field("Subject", text: message.subject),
      "Date: \(MailText.date(now))\r\n", "Message-ID: <\(name.text)>\r\n",
      // RFC 3834 §5: nobody's program answers it.
      "Auto-Submitted: auto-generated\r\n", "MIME-Version: 1.0\r\n",
    ].joined()
    let text = message.lines.map { line in line.text + (line.link.map { " " + $0 } ?? "") + "\r\n" }.joined()
    let plain = MailMessage.part("text/plain; charset=utf-8", text)
    (self.from, self.to) = (from, to)
    guard let invitation else {
      bytes = Array((head + plain).utf8)
      return
    }
    // RFC 6047 §2.4: the method stands in the type too. RFC 2046 §5.1.4: the best alternative comes last.
    let calendar = MailMessage.part("text/calendar; charset=utf-8; method=REQUEST", invitation)
    let boundary = MailMessage.boundary
    let parts = "\r\n--\(boundary)\r\n\(plain)--\(boundary)\r\n\(calendar)--\(boundary)--\r\n"
    bytes = Array(
      (head + "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n" + parts).utf8)
  }

  /// `=_` occurs in no base64 (RFC 2045 §6.7).
  private static let boundary = "=_bihuan"

  private static func mailbox(_ field: String, _ mailbox: Mailbox) -> String {
    mailbox.name.isEmpty
      ? "\(field): \(mailbox.address.text)\r\n"
      : MailText.field(field, text: mailbox.name, tail: "<\(mailbox.address.text)>")
  }

  private static func part(_ type: String, _ text: String) -> String {
    "Content-Type: \(type)\r\nContent-Transfer-Encoding: base64\r\n\r\n\(MailText.base64(text))"
  }
}
