import Directory
package import Ground
package import Inspections
import Ledger
import Packs
import Storage

/// The outcome of a draw is shown (抽取揭晓): the secret, the root of the first checkpoint after the commitment, the public
/// number where somebody gave one, and what follows from them.
package struct RevealDraw: Act {
  package let draw: DrawID
  /// Digits; empty where nobody gave any.
  package let number: String
  /// Who gave them, or where they are published.
  package let witness: Words?

  package init(draw: DrawID, number: String, witness: Words?) {
    (self.draw, self.number, self.witness) = (draw, number, witness)
  }

  package func perform(in room: ActRoom) throws -> Done {
    try room.inspect([witness])
    guard let draw = try room.open.draw(draw) else { throw Refusal(.drawUnknown) }
    // Of one that is over the secret is gone, which is no loss.
    guard draw.replacedBy == nil else { throw Refusal(.drawReplaced) }
    guard draw.revelation == nil else { throw Refusal(.drawRevealed) }
    let (session, district, commitment) = (room.open.session, room.open.district, draw.commitment)
    let secrets = DrawSecretStore(session, district)
    guard let nonce = try secrets.load(draw.id).flatMap({ Digest32(hex: $0) }),
      DrawStream.commitment(to: nonce).hex == commitment.nonceDigest
    else { throw Refusal(.drawSecret) }
    guard let (size, root) = try TreeStore(session, district).seal(after: commitment.after) else {
      throw Refusal(.drawTooSoon)
    }
    let lot = DrawLot(commitment, nonce: nonce, root: root, number: number)
    let shown = DrawRevelation(
      nonce: nonce.hex, size: size, root: root.hex, number: number, witness: witness, seed: lot.seed,
      choices: lot.choices)
    let events = try decide(
      .reveal(shown), on: draw, by: room.actor, at: room.now, in: try room.directory(), packs: room.packs)
    try room.open.append(events, to: draw.id)
    try secrets.drop(draw.id)
    return Done()
  }
}
