package import Ground
import Storage

extension Office {
  /// An IPv6 host has a whole /64 to choose addresses from (RFC 6177 §2), so its first four groups count.
  static func neighbourhood(_ address: String) -> String {
    guard address.contains(":") else { return address }
    return address.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
  }

  /// So many people may sit behind one address of an office building; fifty failures are no longer typing errors.
  private static let addressLimit = 50
  private static let addressLock: Int64 = 15 * 60_000

  /// Opens a session for somebody at a network address, unless too many logins from there have failed.
  package func logIn(
    _ login: String, password: String, from address: String, device: String = ""
  ) async throws(Refusal) -> LoggedIn {
    let (district, now) = (district, now)
    // No account name holds an `@`.
    let key = "@\(Office.neighbourhood(address))"
    let failures = try await ask { (session: any SQLSession) throws(StorageError) in
      try LoginFailureStore(session, district).load(login: key, at: now)?.amount ?? 0
    }
    guard failures < Office.addressLimit else { throw Refusal(.loginLocked) }
    do throws(Refusal) { return try await logIn(login, password: password, device: device) } catch {
      if error.problems.contains(where: { $0.code == .loginWrong }) {
        try await change { (session: any SQLSession) throws(StorageError) in
          try LoginFailureStore(session, district).count(
            login: key, at: now, until: now.adding(milliseconds: Office.addressLock))
        }
      }
      throw error
    }
  }
}
