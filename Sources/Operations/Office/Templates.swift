import Crypto
package import Documents
import Formats
package import Ground
import Ledger
import Matters
import Storage

/// A template's file as it is in force.
package struct TemplateFile: Sendable {
  package let bytes: [UInt8]
  /// SHA-256 of the file.
  package let digest: String
}

extension Office {
  /// The template with which a paper is printed: the office's own, or the shipped one.
  package func template(of kind: PaperKind) async throws(Refusal) -> TemplateFile {
    let district = district
    let own = try await ask { (session: any SQLSession) throws(StorageError) in
      guard let row = try TemplateStore(session, district).load(kind.rawValue) else { return FileRecord?.none }
      return try FileStore(session, district).load(row.file)
    }
    let bytes = try own.map { (file) throws(Refusal) in try evidence.load(digest: file.digest, salt: file.salt) }
    return Office.templateFile(bytes ?? shippedTemplates[kind.file] ?? [])
  }

  /// The template in force, to be changed in Word or WPS.
  package func templateDownload(_ kind: PaperKind) async throws(Refusal) -> PaperFile {
    let bytes = try await template(of: kind).bytes
    return PaperFile(name: "\(kind.title.chinese) 模板.docx", type: FileKind.docx.mediaType, bytes: bytes)
  }

  /// Looks an upload over as `adoptTemplate` would, and keeps nothing.
  ///
  /// - Throws: every reason why not, each with the part and the paragraph.
  package func checkTemplate(_ bytes: [UInt8], name: String, kind: PaperKind) async throws(Refusal) {
    guard !bytes.isEmpty else { throw Refusal(.evidenceEmpty, at: "file") }
    _ = try WordTemplate(bytes, shape: kind.shape)
    // The door for every upload: no secrets, no rosters of persons.
    _ = try await admit(bytes, name: name)
  }

  /// Puts an own template in force, once it is found whole.
  package func adoptTemplate(
    _ bytes: [UInt8], name: String, kind: PaperKind, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) {
    try await checkTemplate(bytes, name: name, kind: kind)
    let file = try evidence.store(
      bytes, name: name, note: nil, type: FileKind.docx.mediaType, id: EvidenceID(trusted: newIdentifier()),
      salt: secret(count: 16))
    let act = AdoptTemplate(kind: kind, file: file, digest: Office.templateFile(bytes).digest)
    _ = try await perform(act, by: reference, operation: operation)
  }

  private static func templateFile(_ bytes: [UInt8]) -> TemplateFile {
    TemplateFile(bytes: bytes, digest: Hex.encode(SHA256.hash(data: bytes)))
  }
}
