package import Ground

/// Where a vendor's robots are reached, without the robot's own key: `https://oapi.dingtalk.com`, or the same service on a
/// private deployment, perhaps behind a path.
package struct RobotAddress: Hashable, Sendable {
  /// Without a slash at its end.
  package let text: String

  /// Fails for anything but `https://host[:port][/path]`; `http` is taken only with `allowsPlain`, and then only for this
  /// machine and private numbers.
  package init(_ text: String, allowsPlain: Bool = false) throws(Problem) {
    guard let address = RobotAddress.checked(text, allowsPlain: allowsPlain) else {
      throw Problem(.robotAddress, at: "address")
    }
    self.text = address
  }

  /// The vendors' own; known to be right.
  init(vendor text: String) { self.text = text }

  private static func checked(_ text: String, allowsPlain: Bool) -> String? {
    let isPlain = text.hasPrefix("http://")
    guard isPlain || text.hasPrefix("https://"), text.utf8.count <= 300 else { return nil }
    let rest = text.dropFirst(isPlain ? 7 : 8)
    let authority = rest.prefix { $0 != "/" }
    guard HostName.isAuthority(String(authority)),
      !isPlain || (allowsPlain && HostName.isPrivate(HostName.split(String(authority)).host))
    else { return nil }
    let path = rest.dropFirst(authority.count)
    guard path.utf8.allSatisfy({ isLetterOrDigit($0) || "/-._~".utf8.contains($0) }), !path.contains("/.") else {
      return nil
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }
}
