/// The name or number of a host as settings give it: ASCII only, an IPv6 address in brackets.
package enum HostName {
  /// RFC 1123 §2.1 names, dotted quads, and IPv6 addresses by their alphabet; the resolver has the last word.
  static func isValid(_ host: String) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      let inside = host.utf8.dropFirst().dropLast()
      return (2...45).contains(inside.count) && inside.allSatisfy { isHexDigit($0) || $0 == 0x3A || $0 == 0x2E }
    }
    let labels = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return host.utf8.count <= 253 && labels.allSatisfy(isLabel)
  }

  /// `host[:port]` (RFC 3986 §3.2).
  package static func isAuthority(_ text: String) -> Bool {
    let (host, port) = split(text)
    return isValid(host) && port.map(isPort) ?? true
  }

  /// The host, and the text after the colon that follows it.
  static func split(_ text: String) -> (host: String, port: String?) {
    // The colons inside an IPv6 number's brackets are its own.
    let from = text.hasPrefix("[") ? text.firstIndex(of: "]") ?? text.startIndex : text.startIndex
    guard let colon = text[from...].firstIndex(of: ":") else { return (text, nil) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  /// 1 to 65535, in decimal digits.
  static func isPort(_ text: String) -> Bool {
    (1...5).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
      && (1...65_535).contains(Int(text) ?? 0)
  }

  /// This machine: `localhost`, 127.0.0.0/8, ::1.
  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "[::1]" || quad(host)?.first == 127
  }

  /// Loopback, or a number out of RFC 1918 §3 or RFC 4193 §3.1 (fc00::/7). A name may lead anywhere and is not private.
  static func isPrivate(_ host: String) -> Bool {
    if isLoopback(host) { return true }
    if let quad = quad(host) {
      return quad[0] == 10 || (quad[0] == 172 && (16...31).contains(quad[1])) || (quad[0] == 192 && quad[1] == 168)
    }
    let digits = host.utf8.dropFirst().prefix(4)
    return host.hasPrefix("[") && digits.allSatisfy(isHexDigit)
      && ["fc", "fd"].contains(String(decoding: digits.prefix(2), as: UTF8.self).lowercased())
  }

  private static func isLabel(_ label: Substring.UTF8View) -> Bool {
    (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
      && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// Four decimal numbers without leading zeros, so that no resolver reads them as octal.
  private static func quad(_ host: String) -> [UInt8]? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in UInt8(part).flatMap { String($0) == part ? $0 : nil } }
    return parts.count == 4 && numbers.count == 4 ? numbers : nil
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
