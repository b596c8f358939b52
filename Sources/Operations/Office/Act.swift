package import Directory
package import Ground
import Ledger
package import Matters
package import Packs
package import Storage

/// One thing that somebody does: load → decide → append, in one transaction. One file an act, under `Acts/`.
package protocol Act: Codable, Sendable {
  associatedtype Outcome: Codable & Sendable

  /// Decides and appends. Throws a `Refusal`, which leaves nothing behind, or a `StorageError`.
  func perform(in room: ActRoom) throws -> Outcome

  /// What makes two requests the same: everything the person sent, nothing that the server added.
  func fingerprint() throws -> String

  /// Matters that it is going to read, where it knows them by their ids.
  var matters: [MatterID] { get }

  /// Files that it brings along, in the evidence folder already; removed again where no entry comes to name them.
  var files: [Evidence] { get }

  /// What has to follow once it is durable; done again when the same operation is sent again.
  func afterCommit(in office: Office) async throws(Refusal)
}

extension Act {
  package func fingerprint() throws -> String { try StateJSON.encode(self) }

  package var matters: [MatterID] { [] }

  package var files: [Evidence] { [] }

  package func afterCommit(in office: Office) async throws(Refusal) {}
}

/// What an act has in hand while its transaction is open.
package struct ActRoom {
  package let open: OpenAct
  package let actor: Actor
  /// The packs as they count in the district now.
  package let packs: PackLibrary
  let packDesk: PackDesk
  let shippedCalendar: WorkCalendar

  /// The calendar as it counts in the district now.
  package var calendar: WorkCalendar { open.directory?.calendar(over: shippedCalendar) ?? shippedCalendar }

  package var now: Instant { open.now }
  package var today: CivilDate { open.now.civilDate }

  /// The district's directory; refused while the district has not been set up.
  package func directory() throws(Refusal) -> Directory {
    guard let directory = open.directory else { throw Refusal(.districtMissing) }
    return directory
  }
}

/// Nothing to say but that it is done.
package struct Done: Codable, Sendable {
  package init() {}
}

/// Who asks for an act: an officer, looked up afresh inside the transaction, one who stands in for another, or a rule.
package enum ActorReference: Hashable, Sendable {
  case officer(OfficerID)
  case standIn(OfficerID, for: OfficerID)
  case rule(String)

  package var code: String {
    switch self {
    case .officer(let id): id.text
    case .standIn(let substitute, let away): "\(substitute)/\(away)"
    case .rule(let rule): rule
    }
  }

  func actor(in directory: Directory?, on today: CivilDate) throws(Refusal) -> Actor {
    switch self {
    case .standIn(let substitute, let away):
      guard let actor = directory?.standIn(substitute, for: away, on: today) else { throw Refusal(.standInOver) }
      return actor
    case .rule(let rule): return .rule(rule)
    case .officer(let id):
      guard let officer = directory?.officers[id], !officer.hasLeft else { throw Refusal(.officerLeft) }
      return .officer(officer)
    }
  }
}
