import Crypto
import Directory
import Ground
import Ledger
import Storage

/// What the acts on the directory have in common.
extension ActRoom {
  /// Administrators keep the directory; coordinators keep with them what the daily work brings up: order, aliases,
  /// portfolios, stand-ins.
  func requireKeeper() throws(Refusal) {
    if case .rule = actor { return }
    guard actor.has(.administrator) || actor.has(.coordinator) else {
      throw Refusal(.roleMissing, ["role": Role.administrator.rawValue])
    }
  }

  func unit(_ id: UnitID, seen: Int?) throws -> Unit {
    guard let unit = try directory().units[id] else { throw Refusal(.directoryUnknown, at: "unit", ["id": id.text]) }
    try check(seen: seen, of: unit)
    return unit
  }

  func officer(_ id: OfficerID, seen: Int?) throws -> Officer {
    guard let officer = try directory().officers[id] else {
      throw Refusal(.directoryUnknown, at: "officer", ["id": id.text])
    }
    try check(seen: seen, of: officer)
    return officer
  }

  /// Refuses where the page showed another state than stands now.
  func check(seen: Int?, of value: some Encodable) throws {
    guard let seen else { return }
    if try seen != DirectoryMark.of(value) { throw Refusal(.directoryStale) }
  }

  /// Somebody must be left who can let others in.
  func keepsAnAdministrator(without officer: Officer) throws(Refusal) {
    let others = try directory().active(with: .administrator).filter { $0.id != officer.id }
    if officer.roles.contains(.administrator), !officer.hasLeft, others.isEmpty { throw Refusal(.lastAdministrator) }
  }

  func record(_ event: DirectoryEvent) throws {
    try check(event)
    try open.append(.directory(event), by: actor.code)
    try revokeTokens(leftBy: event)
  }
}

/// What a page saw of a part of the directory, as one number that its form carries.
enum DirectoryMark {
  static func of(_ value: some Encodable) throws(FactError) -> Int {
    let digest = SHA256.hash(data: Array(try StateJSON.encode(value).utf8))
    return digest.prefix(6).reduce(0) { $0 << 8 | Int($1) }
  }
}

extension Directory {
  /// The officers of a unit who still serve, in the official order.
  func serving(in unit: UnitID) -> [Officer] { officersInOrder.filter { $0.unit == unit && !$0.hasLeft } }

  func portfolio(of leader: OfficerID) -> Portfolio { portfolios[leader] ?? Portfolio(leader: leader, fields: []) }
}
