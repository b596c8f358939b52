import Crypto
import FoundationEssentials
import Ground
import Ledger
import Storage

/// Whether a backup is whole and unaltered, told before anything of it is written anywhere.
extension Backup {
  /// Reads the manifest, holds every file against it, and the entries against the signed checkpoint.
  ///
  /// - Parameter known: a checkpoint kept outside. Answers how far it goes beyond this backup, nil where it does not.
  func verified(
    by signer: LogSigner, known: String? = nil
  ) throws(Refusal) -> (manifest: Manifest, gap: Checkpoint?) {
    do {
      let manifest = try readManifest()
      guard let own = signer.open(manifest.checkpoint, origin: manifest.origin) else {
        throw Refusal(.checkpointForeign)
      }
      let outside = try known.map { note in
        guard let opened = signer.open(note, origin: manifest.origin) else { throw Refusal(.checkpointForeign) }
        return opened
      }
      for (name, digest) in manifest.files.sorted(by: { $0.key < $1.key }) where name != Backup.entries {
        guard TableDump.tables.contains(where: { "\($0.name).jsonl" == name }), try digestOfFile(name) == digest else {
          throw Refusal(.backupBroken, ["file": name])
        }
      }
      for (name, digest) in manifest.evidence.sorted(by: { $0.key < $1.key }) {
        guard let data = FileManager.default.contents(atPath: evidence.file(name)),
          Hex.encode(SHA256.hash(data: data)) == digest
        else { throw Refusal(.backupBroken, ["file": "evidence/\(name)"]) }
      }
      let isBeyond = outside.map { $0.size > manifest.size } ?? false
      let roots = try roots(manifest, at: [own.size] + (isBeyond ? [] : [outside?.size ?? own.size]))
      guard roots[own.size] == own.root else { throw Refusal(.backupBroken, ["file": Backup.entries]) }
      guard let outside else { return (manifest, nil) }
      if isBeyond { return (manifest, outside) }
      guard roots[outside.size] == outside.root else { throw Refusal(.restoreFork) }
      return (manifest, nil)
    } catch { throw Refusal(any: error) }
  }

  private static let entries = "entries.jsonl"

  private func readManifest() throws -> Manifest {
    guard let data = FileManager.default.contents(atPath: "\(folder)/manifest.json"),
      let manifest = try? StateJSON.decode(Manifest.self, from: String(decoding: data, as: UTF8.self)),
      manifest.format == 1, DistrictID(manifest.district) != nil, manifest.files.count == TableDump.tables.count
    else { throw Refusal(.backupBroken, ["file": "manifest.json"]) }
    return manifest
  }

  private func digestOfFile(_ name: String) throws(StorageError) -> String {
    let reader = try LineReader(path: "\(folder)/\(name)")
    while !reader.next().isEmpty {}
    return reader.digest
  }

  /// The roots that the tree of these entries has at `sizes`.
  private func roots(_ manifest: Manifest, at sizes: [Int64]) throws -> [Int64: TreeHash] {
    let reader = try LineReader(path: "\(folder)/\(Backup.entries)")
    let broken = Refusal(.backupBroken, ["file": Backup.entries])
    var (tree, roots) = (TreeEdge(), [Int64(0): TreeHash.emptyRoot])
    while true {
      let lines = reader.next()
      if lines.isEmpty { break }
      for line in lines {
        guard let leaf = try? TableDump.leaf(ofEntry: line), leaf.position == tree.size else { throw broken }
        tree.append(leaf.hash)
        if sizes.contains(tree.size) { roots[tree.size] = tree.root() }
      }
    }
    guard tree.size == manifest.size, reader.digest == manifest.files[Backup.entries] else { throw broken }
    return roots
  }
}
