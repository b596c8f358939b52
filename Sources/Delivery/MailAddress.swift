package import Ground

/// A mail address in the form that everybody accepts: ASCII, a dot-atom (RFC 5322 §3.2.3), one `@`, a host name.
package struct MailAddress: Hashable, Sendable {
  package let text: String

  /// Lengths by RFC 5321 §4.5.3.1: 64 bytes before the `@`; 254 for all, as a path has 256 with its brackets.
  package init(_ text: String) throws(Problem) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
      parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(MailAddress.isAtom),
      !parts[1].hasPrefix("["), HostName.isValid(String(parts[1]))
    else { throw Problem(.mailAddress, at: "address") }
    self.text = text
  }

  var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

  private static func isAtom(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
  }
}

/// A mail address with the name that is shown for it: of a unit or a post.
package struct Mailbox: Hashable, Sendable {
  package let address: MailAddress
  package let name: String

  /// - Parameter name: may be empty; at most 200 bytes of UTF-8.
  package init(_ address: MailAddress, name: String = "") throws(Problem) {
    guard isOneLine(name), name.utf8.count <= 200 else { throw Problem(.mailName, at: "name") }
    (self.address, self.name) = (address, name)
  }
}
