import Crypto
import FoundationEssentials
package import Ground
import Ledger
package import Matters
import Storage

/// The folder of evidence files, named by their salted digest. A file is durable before any entry names it.
package struct EvidenceFolder: Sendable {
  package let path: String

  /// 20 MB: a scan of a signed sheet or a picture from a telephone fits.
  package static let sizeLimit = 20 * 1_048_576

  package init(path: String) { self.path = path }

  /// Writes the bytes aside, syncs them and gives them their name; the record names them afterwards.
  ///
  /// - Throws: a problem when the file is empty, too large, of no accepted type, or the disk is full.
  package func store(
    _ bytes: [UInt8], name: String, note: String?, type: String, id: EvidenceID, salt: [UInt8]
  ) throws(Refusal) -> Evidence {
    let digest = EvidenceFolder.digest(bytes, salt: salt)
    do {
      try write(bytes, digest: digest)
    } catch { throw Refusal(storage: error as? StorageError ?? StorageError(.other, "evidence: \(error)")) }
    return Evidence(
      id: id, name: Words(name), note: note.map { Words($0) }, type: type, size: bytes.count, digest: digest,
      salt: Hex.encode(salt))
  }

  /// Puts a file in its place, durably.
  func write(_ bytes: [UInt8], digest: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(digest.prefix(2))", withIntermediateDirectories: true)
    try DurableFile.write(bytes, to: file(digest))
  }

  /// The bytes, once they still have the digest that the record names.
  package func load(digest: String, salt: String) throws(Refusal) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file(digest)), let salt = Hex.decode(salt) else {
      throw Refusal(.evidenceGone)
    }
    let bytes = [UInt8](data)
    guard EvidenceFolder.digest(bytes, salt: salt) == digest else { throw Refusal(.evidenceGone) }
    return bytes
  }

  package func file(_ digest: String) -> String { "\(path)/\(digest.prefix(2))/\(digest)" }

  /// Removes files older than an hour that no entry names: their act never committed. Small pictures of what is gone
  /// go with it.
  package func sweep(keeping named: Set<String>, at now: Instant) {
    for digest in all() where !named.contains(digest) {
      guard let attributes = try? FileManager.default.attributesOfItem(atPath: file(digest)),
        let changed = attributes[.modificationDate] as? Date,
        changed.timeIntervalSince1970 * 1000 < Double(now.milliseconds - 3_600_000)
      else { continue }
      try? FileManager.default.removeItem(atPath: file(digest))
    }
    let small = (try? FileManager.default.contentsOfDirectory(atPath: smallPath)) ?? []
    for digest in small where !named.contains(digest) { dropSmall(digest: digest) }
  }

  // MARK: Small pictures, which can be made again

  private var smallPath: String { "\(path)-small" }

  func loadSmall(digest: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(smallPath)/\(digest)").map { [UInt8]($0) }
  }

  /// Where it cannot be kept it is made again the next time.
  func keepSmall(_ bytes: [UInt8], digest: String) {
    try? FileManager.default.createDirectory(atPath: smallPath, withIntermediateDirectories: true)
    try? DurableFile.write(bytes, to: "\(smallPath)/\(digest)")
  }

  func dropSmall(digest: String) { try? FileManager.default.removeItem(atPath: "\(smallPath)/\(digest)") }

  /// The digests of the files that are there.
  package func all() -> [String] {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return folders.sorted().flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }
  }

  static func digest(_ bytes: [UInt8], salt: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(data: salt)
    hash.update(data: bytes)
    return Hex.encode(hash.finalize())
  }
}
