import FoundationEssentials
import Ground
import Ledger
import Storage

/// The folder of secrets: readable by the office's own account only, and in no backup.
struct KeyFolder {
  let path: String

  /// The signer of the log. Its 32 secret bytes are made on the log's first day, and never again.
  func signer(ids: any IDSource, making: Bool) throws -> LogSigner {
    let file = "\(path)/log.key"
    if !FileManager.default.fileExists(atPath: file) {
      guard making else { throw Refusal(.keyMissing, ["file": file]) }
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try DurableFile.write(Array(Hex.encode(ids.secret(count: 32)).utf8), to: file, mode: 0o600)
    }
    let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    guard let secret = Hex.decode(text.split(whereSeparator: \.isWhitespace).joined()), secret.count == 32 else {
      throw Refusal(.keyUnreadable, ["file": file])
    }
    return LogSigner { (origin) throws(Problem) in try SigningKey(name: origin, secret: secret) }
  }

  var sealingFile: String { "\(path)/sealing.key" }

  /// The 32 secret bytes under which the secrets of senders are sealed, made when there are none.
  func sealingKey(ids: any IDSource) throws -> [UInt8] {
    if let known = knownSealingKey() { return known }
    guard !FileManager.default.fileExists(atPath: sealingFile) else {
      throw Refusal(.keyUnreadable, ["file": sealingFile])
    }
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let key = ids.secret(count: 32)
    try DurableFile.write(Array(Hex.encode(key).utf8), to: sealingFile, mode: 0o600)
    return key
  }

  /// Nil where the file is missing or is no key.
  func knownSealingKey() -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: sealingFile),
      let key = Hex.decode(String(decoding: data, as: UTF8.self).filter { !$0.isWhitespace }), key.count == 32
    else { return nil }
    return key
  }

  /// The seals of all texts erased so far; kept apart from the database, so that a restore erases them again.
  func erased() -> [String] {
    guard let data = FileManager.default.contents(atPath: "\(path)/erasures.journal") else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  fileprivate func write(erased seals: [String]) throws {
    try DurableFile.write(Array(seals.map { "\($0)\n" }.joined().utf8), to: "\(path)/erasures.journal", mode: 0o600)
  }
}

/// The one writer of the journal of erasures.
actor ErasureJournal {
  private let folder: KeyFolder

  init(_ folder: KeyFolder) { self.folder = folder }

  /// Adds the seals that are not in it yet; answers whether there were any.
  @discardableResult
  func remember(_ seals: Set<String>) throws -> Bool {
    let known = folder.erased()
    let new = seals.subtracting(known).sorted()
    guard !new.isEmpty else { return false }
    try folder.write(erased: known + new)
    return true
  }
}
