package import Directory
package import Ground
import Storage

/// An officer makes a key for a program, which opens what the officer may see. Nobody makes one for somebody else: its
/// maker would hold it.
package struct MakeToken: Act {
  package let id: TokenID
  package let officer: OfficerID
  package let name: Words
  package let scope: TokenScope
  package let lastDay: CivilDate
  /// SHA-256 of the secret, which is in no entry and in no table.
  package let digest: String

  package init(
    id: TokenID, officer: OfficerID, name: Words, scope: TokenScope, lastDay: CivilDate, digest: String
  ) {
    (self.id, self.officer, self.name) = (id, officer, name)
    (self.scope, self.lastDay, self.digest) = (scope, lastDay, digest)
  }

  /// Id and digest are the server's.
  package func fingerprint() -> String { "\(officer) \(name.text ?? "") \(scope.rawValue) \(lastDay.iso)" }

  /// How many tokens an officer may have that still work.
  private static let limit = 20
  /// A year, so that a forgotten key ends by itself.
  private static let longest = 366

  /// The token's id; the same operation sent again gets the first one's.
  package func perform(in room: ActRoom) throws -> String {
    // A key outlasts a period: whoever stands in makes none.
    guard room.actor.people.count <= 1 else { throw Refusal(.standInToken) }
    guard room.actor.officer?.id == officer else { throw Refusal(.tokenForOther, at: "officer") }
    guard let holder = try room.directory().officers[officer], !holder.hasLeft else {
      throw Refusal(.directoryUnknown, at: "officer", ["id": officer.text])
    }
    let text = name.text ?? ""
    guard text.contains(where: { !$0.isWhitespace }), text.unicodeScalars.count <= 100 else {
      throw Refusal(.directoryName, at: "name")
    }
    try room.inspect([name])
    guard lastDay >= room.today, lastDay <= room.today.adding(days: MakeToken.longest) else {
      throw Refusal(.tokenDay, at: "last_day", ["day": lastDay.iso])
    }
    let known = try TokenStore(room.open.session, room.open.district).all(of: officer)
    guard known.count(where: { !$0.isRevoked && $0.token.lastDay >= room.today }) < MakeToken.limit else {
      throw Refusal(.tokenMany, ["limit": String(MakeToken.limit)])
    }
    let token = APIToken(id: id, officer: officer, name: name, scope: scope, lastDay: lastDay, digest: digest)
    try room.open.append(.token(id, .made(token)), by: room.actor.code)
    return id.text
  }
}
