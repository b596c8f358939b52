import Directory
package import Ground
package import Inspections
import Ledger
import Packs
import Storage
import Subjects

/// A draw begins (抽取承诺): from which subjects and inspectors, how many, and the digest of a secret number, all in one entry.
/// What comes of it nobody can know yet.
package struct CommitDraw: Act {
  package let request: DrawRequest
  /// Why it is drawn again, where it was drawn already.
  package let again: Words?

  package init(_ request: DrawRequest, again: Words?) { (self.request, self.again) = (request, again) }

  package func perform(in room: ActRoom) throws -> DrawID {
    try room.inspect([again])
    // A unit's lead draws the spot checks of the unit; what else is drawn from, the office says.
    if case .filter = request.what, room.actor.officer?.roles.contains(.coordinator) != true {
      throw Refusal(.drawActor, at: "actor")
    }
    let prepared = try room.asking().prepare(request, before: room.open.size).get()
    let id = DrawID(trusted: room.open.identifier())
    guard let nonce = Digest32(bytes: room.open.secret(count: Digest32.byteCount)) else {
      preconditionFailure("a secret has as many bytes as were asked for")
    }
    let last = prepared.last
    let commitment = DrawCommitment(
      serial: try DrawStore(room.open.session, room.open.district).nextSerial(), after: room.open.size,
      slot: prepared.slot, round: (last?.commitment.round ?? 0) + 1, replaces: last?.id,
      reason: last == nil ? nil : again, purpose: prepared.purpose, unit: request.unit, checklist: prepared.checklist,
      due: prepared.due, population: prepared.population, count: prepared.count, inspectors: prepared.inspectors,
      nonceDigest: DrawStream.commitment(to: nonce).hex)
    let directory = try room.directory()
    let events = try decide(
      .commit(commitment), on: nil, last: last, by: room.actor, at: room.now, in: directory, packs: room.packs)
    try room.open.append(events, to: id)
    let secrets = DrawSecretStore(room.open.session, room.open.district)
    try secrets.keep(nonce.hex, of: id)
    if let last {
      let events = try decide(
        .replace(by: id), on: last, by: room.actor, at: room.now, in: directory, packs: room.packs)
      try room.open.append(events, to: last.id)
      try secrets.drop(last.id)
    }
    return id
  }
}

/// What is to be drawn, as somebody asks for it.
package struct DrawRequest: Hashable, Codable, Sendable {
  package let what: What
  /// Whose officers inspect.
  package let unit: UnitID
  /// How many of them for each subject; 0 leaves it to the unit.
  package let each: Int
  /// Who is left out, and why; whoever made the first inspections is left out anyway.
  package let excluded: [DrawCommitment.Exclusion]

  package enum What: Hashable, Codable, Sendable {
    /// A second-line duty's present window.
    case duty(String)
    case filter(DrawFilter, checklist: String, count: Int, due: CivilDate)
  }

  package init(what: What, unit: UnitID, each: Int, excluded: [DrawCommitment.Exclusion]) {
    (self.what, self.unit, self.each, self.excluded) = (what, unit, each, excluded)
  }
}
