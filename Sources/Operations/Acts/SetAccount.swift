import Directory
package import Ground
import Storage

/// An administrator gives an officer an account name and a password, or an officer chooses another password.
package struct SetAccount: Act {
  package let officer: OfficerID
  package let login: String
  /// The PHC string.
  package let passwordHash: String
  package let mustChange: Bool
  /// The session in which an officer changes the own password; all others end.
  package let keeping: String?

  package init(officer: OfficerID, login: String, passwordHash: String, mustChange: Bool, keeping: String? = nil) {
    (self.officer, self.login, self.passwordHash) = (officer, login, passwordHash)
    (self.mustChange, self.keeping) = (mustChange, keeping)
  }

  /// Each hash has a salt of its own, so the same form sent twice would look like two.
  package func fingerprint() throws -> String { "\(officer) \(login) \(mustChange)" }

  package func perform(in room: ActRoom) throws -> Done {
    // Only a rule and administrators give accounts; anybody may change the own password.
    let isOwn = room.actor.person?.id == officer
    if !isOwn {
      try room.require(.administrator)
      try room.requireInPerson()
    }
    guard try room.directory().officers[officer] != nil else { throw Refusal(.directoryUnknown, ["id": officer.text]) }
    let accounts = try DirectoryStore(room.open.session, room.open.district).accounts()
    let known = accounts.first { $0.officer == officer }
    if isOwn, known?.login.text != login { try room.require(.administrator) }
    let allowed = (2...32).contains(login.utf8.count) && Identifier<OfficerTag>(login) != nil
    guard allowed, !accounts.contains(where: { $0.login.text == login && $0.officer != officer }) else {
      throw Refusal(.loginTaken, at: "login", ["login": login])
    }
    let account = Account(
      officer: officer, login: known?.login.text == login ? known?.login ?? Words(login) : Words(login),
      passwordDigest: PasswordStore.digest(passwordHash), mustChange: mustChange)
    try room.open.set(account, hash: passwordHash, keeping: keeping, by: room.actor.code)
    // A key may have been made by whoever had the old password.
    if mustChange { try room.revokeTokens(of: officer) }
    return Done()
  }
}
