import Crypto
package import Ground
import Ledger
import Matters
import Storage

/// The unit hands in a last file and asks for verification, both or neither.
struct SubmitWithEvidence: Act {
  let evidence: AddEvidence
  let submit: Submit

  var files: [Evidence] { evidence.files }

  func fingerprint() -> String { evidence.sent }

  func perform(in room: ActRoom) throws -> Done {
    _ = try evidence.perform(in: room)
    return try submit.perform(in: room)
  }
}

extension Office {
  /// Takes in a file with the request to strike a matter off; where either is refused, neither is kept.
  package func submit(
    _ submit: Submit, with bytes: [UInt8], name: String, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    let file = try await admit(bytes, name: name)
    let stored = try evidence.store(
      file.bytes, name: file.name, note: nil, type: file.type, id: EvidenceID(trusted: newIdentifier()),
      salt: secret(count: 16))
    let note = submit.note.text ?? ""
    let sent =
      "\(submit.matter) \(Hex.encode(SHA256.hash(data: bytes))) \(name) \(note) \(String(describing: submit.onBehalf))"
    let add = AddEvidence(
      matter: submit.matter, seen: submit.seen, evidence: stored, onBehalf: submit.onBehalf, sent: sent)
    // The file's own act has moved the matter on by then.
    let rest = Submit(matter: submit.matter, seen: nil, note: submit.note, onBehalf: submit.onBehalf)
    _ = try await perform(SubmitWithEvidence(evidence: add, submit: rest), by: reference, operation: operation)
  }
}
