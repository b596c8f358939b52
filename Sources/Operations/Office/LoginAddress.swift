package import Ground
import Storage

extension Office {
  /// So many people may sit behind one address of an office building; fifty failures are no longer typing errors.
  private static let addressLimit = 50
  private static let addressLock: Int64 = 15 * 60_000

  /// Opens a session for somebody at a network address, unless too many logins from there have failed.
  package func logIn(
    _ login: String, password: String, from address: String, device: String = ""
  ) async throws(Refusal) -> LoggedIn {
    let (district, now) = (district, now)
    // No account name holds an `@`.
    let key = "@\(address)"
    let failures = try await ask { (session: any SQLSession) throws(StorageError) in
      try LoginFailureStore(session, district).load(login: key, at: now)?.amount ?? 0
    }
    guard failures < Office.addressLimit else { throw Refusal(.loginLocked) }
    do throws(Refusal) { return try await logIn(login, password: password, device: device) } catch {
      if error.problems.contains(where: { $0.code == .loginWrong }) {
        try await change { (session: any SQLSession) throws(StorageError) in
          try LoginFailureStore(session, district).count(
            login: key, until: now.adding(milliseconds: Office.addressLock))
        }
      }
      throw error
    }
  }
}
