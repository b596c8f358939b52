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
    let file = try await admit(bytes, name: name)
    let evidence = try evidence.store(
      file.bytes, name: file.name, note: note, type: file.type, id: EvidenceID(trusted: newIdentifier()),
      salt: secret(count: 16))
    let sent = Hex.encode(SHA256.hash(data: bytes)) + (note ?? "") + name + String(describing: onBehalf)
    _ = try await perform(
      AddEvidence(matter: matter, seen: seen, evidence: evidence, onBehalf: onBehalf, sent: "\(matter) \(sent)"),
      by: reference, operation: operation)
  }

  /// The one door for uploads (DESIGN §7): type by content, size, marks of secrecy, rosters of persons. A picture is
  /// written anew without what the camera noted in it, above all the place.
  ///
  /// - Returns: what is kept.
  func admit(_ bytes: [UInt8], name: String) async throws(Refusal) -> AdmittedFile {
    guard !bytes.isEmpty else { throw Refusal(.evidenceEmpty, at: "file") }
    guard bytes.count <= EvidenceFolder.sizeLimit else {
      throw Refusal(
        .evidenceSize, at: "file",
        [
          "name": name, "size": String(bytes.count / 1_048_576),
          "limit": String(EvidenceFolder.sizeLimit / 1_048_576),
        ])
    }
    guard !FileKind.isHEIC(bytes) else { throw Refusal(.imageHEIC, at: "file", ["name": name]) }
    guard let kind = FileKind.sniff(bytes) else { throw Refusal(.evidenceType, at: "file", ["name": name]) }
    let pdf = kind == .pdf ? try await PDFText.read(bytes, name: name) : ""
    let door = try await packs().door
    do throws(Problem) {
      try door.inspect(text: pdf, name: name)
      try door.inspect(bytes, kind, name: name)
    } catch { throw Refusal([error]) }
    if let picture = Picture.Kind(kind) { return try await pictures.renewed(bytes, as: picture, name: name) }
    return AdmittedFile(bytes: bytes, name: name, type: kind.mediaType)
  }
}

/// A file as it is kept, once the door let it in.
struct AdmittedFile: Sendable {
  let bytes: [UInt8]
  let name: String
  /// MIME.
  let type: String
}
