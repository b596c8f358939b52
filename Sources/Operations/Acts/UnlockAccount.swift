import Directory
package import Ground
import Storage

/// An administrator lifts the lock that wrong passwords brought about.
package struct UnlockAccount: Act {
  package let officer: OfficerID

  package init(officer: OfficerID) { self.officer = officer }

  package func perform(in room: ActRoom) throws -> Done {
    try room.require(.administrator)
    let store = DirectoryStore(room.open.session, room.open.district)
    guard let account = try store.account(of: officer) else {
      throw Refusal(.directoryUnknown, ["id": officer.text])
    }
    try room.open.append(.directory(.accountUnlocked(officer)), by: room.actor.code)
    try LoginFailureStore(room.open.session, room.open.district).forget(login: account.login.shown)
    return Done()
  }
}
