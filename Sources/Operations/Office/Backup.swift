import Crypto
import FoundationEssentials
package import Ground
import Ledger
import Storage

/// A copy of an office's record that can be restored on either engine: entries, texts, checkpoints, drafts and
/// evidence, under a manifest that names each file's digest. Read tables are not in it; they are made again.
package struct Backup: Sendable {
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// What a backup says of itself.
  package struct Manifest: Codable, Sendable {
    package let format: Int
    package let district: String
    package let origin: String
    package let size: Int64
    /// A signed checkpoint over all or nearly all of its entries.
    package let checkpoint: String
    /// File name → SHA-256.
    package let files: [String: String]
    /// Name of the evidence file → SHA-256 of its bytes.
    package let evidence: [String: String]
  }

  private struct Content: Sendable {
    let head: TreeStore.Head
    let checkpoint: String
    let files: [String: String]
    let evidence: [FileRecord]
  }

  /// Writes the backup; the manifest comes last, so that a folder without one is no backup.
  package func make(of office: Office) async throws(Refusal) -> Manifest {
    do {
      guard !FileManager.default.fileExists(atPath: folder) else { throw Refusal(.backupExists, ["folder": folder]) }
      try await office.publisher.publish()
      // It holds typed texts and nonces: for the office's own account only.
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let (folder, district) = (folder, office.district)
      let content = try await office.engine.read { (session: any SQLSession) throws(StorageError) in
        try Backup.write(district, to: folder, session)
      }
      let manifest = Manifest(
        format: 1, district: district.text, origin: content.head.origin, size: content.head.size,
        checkpoint: content.checkpoint, files: content.files,
        evidence: try copy(content.evidence, from: office.evidence))
      try DurableFile.write(Array(try StateJSON.encode(manifest).utf8), to: "\(folder)/manifest.json")
      return manifest
    } catch { throw Refusal(any: error) }
  }

  var evidence: EvidenceFolder { EvidenceFolder(path: "\(folder)/evidence") }

  private static func write(
    _ district: DistrictID, to folder: String, _ session: any SQLSession
  ) throws(StorageError) -> Content {
    let tree = TreeStore(session, district)
    guard let head = try tree.head(), let checkpoint = try tree.latestCheckpoint() else {
      throw StorageError(.other, "there is no log to back up")
    }
    var files: [String: String] = [:]
    for table in TableDump.tables {
      let file = try LineFile(path: "\(folder)/\(table.name).jsonl")
      try TableDump.lines(of: table, in: district, session) { (line) throws(StorageError) in try file.add(line) }
      files["\(table.name).jsonl"] = try file.close()
    }
    var evidence: [FileRecord] = []
    try FileStore(session, district).all { (file) in evidence.append(file) }
    return Content(head: head, checkpoint: checkpoint.note, files: files, evidence: evidence)
  }

  /// Copies the files while each still has the digest that the record names.
  private func copy(_ files: [FileRecord], from source: EvidenceFolder) throws -> [String: String] {
    var digests: [String: String] = [:]
    for file in files {
      let bytes = try source.load(digest: file.digest, salt: file.salt)
      try evidence.write(bytes, digest: file.digest)
      digests[file.digest] = Hex.encode(SHA256.hash(data: bytes))
    }
    return digests
  }
}
