import Directory
package import Ground
import Storage

/// An administrator gives an officer an account name and a password.
package struct SetAccount: Act {
  package let officer: OfficerID
  package let login: String
  package let passwordHash: Words

  package init(officer: OfficerID, login: String, passwordHash: Words) {
    (self.officer, self.login, self.passwordHash) = (officer, login, passwordHash)
  }

  package func perform(in room: ActRoom) throws -> Done {
    // An officer may change the own password; anything else is an administrator's.
    if room.actor.officer?.id != officer { try room.require(.administrator) }
    guard try room.directory().officers[officer] != nil else { throw Refusal(.directoryUnknown, ["id": officer.text]) }
    let accounts = try DirectoryStore(room.open.session, room.open.district).accounts()
    let allowed = (2...32).contains(login.utf8.count) && Identifier<OfficerTag>(login) != nil
    guard allowed, !accounts.contains(where: { $0.login.text == login && $0.officer != officer }) else {
      throw Refusal(.loginTaken, at: "login", ["login": login])
    }
    let account = Account(officer: officer, login: Words(login), passwordHash: passwordHash)
    try room.open.append(.directory(.accountSet(account)), by: room.actor.code)
    return Done()
  }
}
