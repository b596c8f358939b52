import Crypto
import Formats
package import Ground
import Ledger
package import Matters
import Storage

extension Office {
  /// Takes in a file as evidence on a matter: looked at, written to the folder, then named by the act.
  ///
  /// - Throws: a problem where the file is empty, too large, of another type, secret, or a roster of persons.
  package func attach(
    _ bytes: [UInt8], name: String, note: String?, to matter: MatterID, seen: Int?, onBehalf: OnBehalf?,
    by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    let type = try await inspect(bytes, name: name)
    let evidence = try evidence.store(
      bytes, name: name, note: note, type: type, id: EvidenceID(trusted: newIdentifier()), salt: secret(count: 16))
    let sent = Hex.encode(SHA256.hash(data: bytes)) + (note ?? "") + name + String(describing: onBehalf)
    _ = try await perform(
      AddEvidence(matter: matter, seen: seen, evidence: evidence, onBehalf: onBehalf, sent: "\(matter) \(sent)"),
      by: reference, operation: operation)
  }

  /// The one door for uploads (DESIGN §7): type by content, size, marks of secrecy, rosters of persons.
  ///
  /// - Returns: the MIME type.
  func inspect(_ bytes: [UInt8], name: String) async throws(Refusal) -> String {
    guard !bytes.isEmpty else { throw Refusal(.evidenceEmpty, at: "file") }
    guard bytes.count <= EvidenceFolder.sizeLimit else {
      throw Refusal(
        .evidenceSize, at: "file",
        [
          "name": name, "size": String(bytes.count / 1_048_576),
          "limit": String(EvidenceFolder.sizeLimit / 1_048_576),
        ])
    }
    guard let kind = FileKind.sniff(bytes) else { throw Refusal(.evidenceType, at: "file", ["name": name]) }
    let pdf = kind == .pdf ? try await PDFText.read(bytes, name: name) : ""
    do throws(Problem) {
      try SecrecyDoor.inspect(text: pdf, name: name)
      try rosterDoor.inspect(text: pdf)
      try SecrecyDoor.inspect(bytes, kind, name: name)
      try rosterDoor.inspect(bytes, kind)
    } catch { throw Refusal([error]) }
    return kind.mediaType
  }
}
