import Crypto
package import Directory
package import Ground
import Ledger
import Storage

/// Somebody who is logged in.
package struct LoggedIn: Sendable {
  /// By whose unit and roles everything is judged: the person's own, or of whom they stand in for.
  package let officer: Officer
  /// Who sits at the keyboard.
  package let person: Officer
  /// Every form carries it; a form without it is refused.
  package let csrf: String
  /// What the cookie holds.
  package let token: String
  /// Somebody else set the password; nothing else is open before another is chosen.
  package let mustChange: Bool
  /// How many messages the person has not opened; counted no further than `messageCountLimit`.
  package let newMessages: Int

  package static let messageCountLimit = 100

  package init(
    officer: Officer, person: Officer, csrf: String, token: String, mustChange: Bool = false, newMessages: Int = 0
  ) {
    (self.officer, self.person, self.csrf, self.token) = (officer, person, csrf, token)
    (self.mustChange, self.newMessages) = (mustChange, newMessages)
  }

  package var isStandIn: Bool { officer.id != person.id }

  /// In whose name acts are recorded.
  package var reference: ActorReference {
    isStandIn ? .standIn(person.id, for: officer.id) : .officer(person.id)
  }
}

extension Office {
  /// Twelve hours: a working day and its evening.
  package static let sessionLength: Int64 = 12 * 3_600_000
  package static let failureLimit = 5
  private static let lockLength: Int64 = 15 * 60_000

  /// Opens a session.
  ///
  /// - Parameter device: what kind of browser it is, for the list of one's own sessions.
  /// - Throws: `login.wrong`, also for an account that does not exist; `login.locked` after five failures.
  package func logIn(_ login: String, password: String, device: String = "") async throws(Refusal) -> LoggedIn {
    let district = district
    let name = login.lowercased()
    // Only what could be an account's name is counted: nobody's typing is kept, and no other counter can be reached.
    let isName = (2...32).contains(name.utf8.count) && OfficerID(name) != nil
    if isName { try await countAttempt(name) }
    let (account, stored) = try await ask { (session: any SQLSession) throws(StorageError) in
      let account = try DirectoryStore(session, district).accounts().first { $0.login.text == name }
      return (
        account,
        try account.flatMap { (account) throws(StorageError) in
          try PasswordStore(session, district).load(account.officer)
        }
      )
    }
    // An unknown account costs the same time as a wrong password.
    let matches = await passwords.verify(password, against: stored?.hash ?? Office.nobody)
    guard matches, let account, let officer = try await directory()?.officers[account.officer], !officer.hasLeft else {
      throw Refusal(.loginWrong)
    }
    return try await open(officer, login: name, device: device, mustChange: stored?.mustChange ?? false)
  }

  /// Counts an attempt before its password is looked at, so that many at once are no more than many in a row. Whoever
  /// gets in has the count forgotten.
  private func countAttempt(_ login: String) async throws(Refusal) {
    let (district, now) = (district, now)
    let failures = try await ask { (session: any SQLSession) throws(StorageError) in
      try LoginFailureStore(session, district).load(login: login, at: now)?.amount ?? 0
    }
    guard failures < Office.failureLimit else { throw Refusal(.loginLocked) }
    let amount: Int
    do throws(StorageError) {
      amount = try await engine.write { (session: any SQLSession) throws(StorageError) in
        try LoginFailureStore(session, district).count(
          login: login, at: now, until: now.adding(milliseconds: Office.lockLength))
      }
    } catch { throw Refusal(storage: error) }
    guard amount <= Office.failureLimit else { throw Refusal(.loginLocked) }
  }

  private func open(
    _ officer: Officer, login: String, device: String, mustChange: Bool
  ) async throws(Refusal) -> LoggedIn {
    let (token, csrf) = (Hex.encode(secret(count: 32)), Hex.encode(secret(count: 16)))
    let (district, now) = (district, now)
    try await change { (session: any SQLSession) throws(StorageError) in
      let store = SessionStore(session, district)
      try store.forgetExpired(at: now)
      try LoginFailureStore(session, district).forget(login: login)
      try store.insert(
        token: Office.stored(token), officer: officer.id, csrf: csrf, started: now,
        expires: now.adding(milliseconds: Office.sessionLength), device: device)
    }
    return LoggedIn(officer: officer, person: officer, csrf: csrf, token: token, mustChange: mustChange)
  }

  /// Who the cookie belongs to; nil when the session has ended or the officer has left. One who chose to stand in for
  /// another does so while that holds today, and is themselves again afterwards.
  package func session(_ token: String) async throws(Refusal) -> LoggedIn? {
    let (district, now) = (district, now)
    let (stored, newMessages) = try await ask { (session: any SQLSession) throws(StorageError) in
      guard let stored = try SessionStore(session, district).load(token: Office.stored(token), at: now) else {
        return (SessionStore.Stored?.none, 0)
      }
      let seen = try ReachStore(session, district).seen(by: stored.officer)
      let fresh = try NoticeStore(session, district)
        .count(of: stored.officer, after: seen, limit: LoggedIn.messageCountLimit)
      return (stored, fresh)
    }
    guard let stored, let directory = try await directory(), let person = directory.officers[stored.officer],
      !person.hasLeft
    else { return nil }
    let actor = stored.standingFor.flatMap { directory.standIn(person.id, for: $0, on: now.civilDate) }
    return LoggedIn(
      officer: actor?.officer ?? person, person: person, csrf: stored.csrf, token: token,
      mustChange: stored.mustChange, newMessages: newMessages)
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

  /// Sets an officer's account name and password, and ends the officer's sessions. A password that an administrator set
  /// is changed at the next login.
  package func setPassword(
    _ password: String, login: String, of officer: OfficerID, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    let mustChange = if case .rule = reference { false } else { reference != .officer(officer) }
    try await set(
      password, login: login.lowercased(), of: officer, mustChange: mustChange, by: reference, operation: operation)
  }

  /// An officer chooses another password; the session in which that is done goes on, all others end.
  package func changePassword(
    from current: String, to password: String, of officer: OfficerID, in token: String, operation: OperationID
  ) async throws(Refusal) {
    let district = district
    let (account, stored) = try await ask { (session: any SQLSession) throws(StorageError) in
      (
        try DirectoryStore(session, district).account(of: officer),
        try PasswordStore(session, district).load(officer)
      )
    }
    guard let account, let stored else { throw Refusal(.directoryUnknown, ["id": officer.text]) }
    // A session that was left open is no way to find the password out.
    try await countAttempt(account.login.shown)
    guard await passwords.verify(current, against: stored.hash) else {
      throw Refusal(.passwordCurrent, at: "current")
    }
    try await change { (session: any SQLSession) throws(StorageError) in
      try LoginFailureStore(session, district).forget(login: account.login.shown)
    }
    guard password != current else { throw Refusal(.passwordSame, at: "password") }
    try await set(
      password, login: account.login.shown, of: officer, mustChange: false, keeping: Office.stored(token),
      by: .officer(officer), operation: operation)
  }

  private func set(
    _ password: String, login: String, of officer: OfficerID, mustChange: Bool, keeping: String? = nil,
    by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    let name = try await directory()?.officers[officer]?.name.text ?? ""
    let problems = PasswordRules.problems(password, login: login, name: name)
    guard problems.isEmpty else { throw Refusal(problems) }
    let hash = await passwords.hash(password, salt: secret(count: 16))
    _ = try await perform(
      SetAccount(officer: officer, login: login, passwordHash: hash, mustChange: mustChange, keeping: keeping),
      by: reference, operation: operation)
    // The same form sent again with another password was answered as done before: say that it was not.
    let district = district
    let stored = try await ask { (session: any SQLSession) throws(StorageError) in
      try PasswordStore(session, district).load(officer)
    }
    if let stored, stored.hash != hash, !(await passwords.verify(password, against: stored.hash)) {
      throw Refusal(.operationConflict)
    }
  }

  /// For what is not in the ledger: sessions, lock-outs, leases.
  func change(_ body: @escaping @Sendable (any SQLSession) throws(StorageError) -> Void) async throws(Refusal) {
    do throws(StorageError) { try await engine.write(body) } catch { throw Refusal(storage: error) }
  }

  static func stored(_ token: String) -> String { Hex.encode(SHA256.hash(data: Array(token.utf8))) }

  /// The hash of a password that nobody has.
  private static let nobody =
    "$argon2id$v=19$m=65536,t=3,p=4$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
