import Crypto
package import Directory
package import Ground
import Ledger
import Storage

/// Somebody who is logged in.
package struct LoggedIn: Sendable {
  package let officer: Officer
  /// Every form carries it; a form without it is refused.
  package let csrf: String
  /// What the cookie holds.
  package let token: String
}

extension Office {
  /// Twelve hours: a working day and its evening.
  package static let sessionLength: Int64 = 12 * 3_600_000
  private static let failureLimit = 5
  private static let lockLength: Int64 = 15 * 60_000

  /// Opens a session.
  ///
  /// - Throws: `login.wrong`, also for an account that does not exist; `login.locked` after five failures.
  package func logIn(_ login: String, password: String) async throws(Refusal) -> LoggedIn {
    let (district, now) = (district, now)
    let name = login.lowercased()
    let (failures, accounts) = try await ask { (session: any SQLSession) throws(StorageError) in
      (
        try SessionStore(session, district).failures(login: name, at: now),
        try DirectoryStore(session, district).accounts()
      )
    }
    guard failures < Office.failureLimit else { throw Refusal(.loginLocked) }
    let account = accounts.first { $0.login.text == name }
    // An unknown account costs the same time as a wrong password.
    let matches = await passwords.verify(password, against: account?.passwordHash.text ?? Office.nobody)
    guard matches, let account, let officer = try await directory()?.officers[account.officer], !officer.hasLeft else {
      let until = now.adding(milliseconds: Office.lockLength)
      try await change { (session: any SQLSession) throws(StorageError) in
        try SessionStore(session, district).countFailure(login: name, until: until)
      }
      throw Refusal(.loginWrong)
    }
    return try await open(officer, login: name)
  }

  private func open(_ officer: Officer, login: String) async throws(Refusal) -> LoggedIn {
    let (token, csrf) = (Hex.encode(secret(count: 32)), Hex.encode(secret(count: 16)))
    let (district, now) = (district, now)
    try await change { (session: any SQLSession) throws(StorageError) in
      let store = SessionStore(session, district)
      try store.forgetExpired(at: now)
      try store.forgetFailures(login: login)
      try store.insert(
        token: Office.stored(token), officer: officer.id, csrf: csrf,
        expires: now.adding(milliseconds: Office.sessionLength))
    }
    return LoggedIn(officer: officer, csrf: csrf, token: token)
  }

  /// Who the cookie belongs to; nil when the session has ended or the officer has left.
  package func session(_ token: String) async throws(Refusal) -> LoggedIn? {
    let (district, now) = (district, now)
    let stored = try await ask { (session: any SQLSession) throws(StorageError) in
      try SessionStore(session, district).load(token: Office.stored(token), at: now)
    }
    guard let stored, let officer = try await directory()?.officers[stored.officer], !officer.hasLeft else {
      return nil
    }
    return LoggedIn(officer: officer, csrf: stored.csrf, token: token)
  }

  package func logOut(_ token: String) async throws(Refusal) {
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try SessionStore(session, district).delete(token: Office.stored(token))
    }
  }

  /// Whose account it is.
  package func officer(login: String) async throws(Refusal) -> OfficerID {
    let district = district
    let accounts = try await ask { (session: any SQLSession) throws(StorageError) in
      try DirectoryStore(session, district).accounts()
    }
    guard let account = accounts.first(where: { $0.login.text == login.lowercased() }) else {
      throw Refusal(.directoryUnknown, at: "login", ["id": login])
    }
    return account.officer
  }

  /// Sets an officer's account name and password, and ends the officer's sessions.
  package func setPassword(
    _ password: String, login: String, of officer: OfficerID, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    guard (10...128).contains(password.unicodeScalars.count) else { throw Refusal(.passwordWeak, at: "password") }
    let hash = await passwords.hash(password, salt: secret(count: 16))
    _ = try await perform(
      SetAccount(officer: officer, login: login.lowercased(), passwordHash: Words(hash)), by: reference,
      operation: operation)
    let district = district
    try await change { (session: any SQLSession) throws(StorageError) in
      try SessionStore(session, district).deleteAll(of: officer)
    }
  }

  /// For what is not in the ledger: sessions, lock-outs, leases.
  func change(_ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> Void) async throws(Refusal) {
    do throws(StorageError) { try await engine.write(body) } catch { throw Refusal(storage: error) }
  }

  private static func stored(_ token: String) -> String { Hex.encode(SHA256.hash(data: Array(token.utf8))) }

  /// The hash of a password that nobody has.
  private static let nobody =
    "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
