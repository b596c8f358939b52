package import Directory
package import Ground
import Matters
import Storage

/// What does the evidence file hold, once it is found unaltered?
package struct EvidenceFile: Sendable {
  package let name: Words
  /// By its content, never by its name.
  package let type: String
  package let bytes: [UInt8]
}

extension Office {
  /// A file handed in on a matter; nil where the matter has no such file.
  package func evidenceFile(
    _ id: EvidenceID, of matter: MatterID, for viewer: Officer
  ) async throws(Refusal) -> EvidenceFile? {
    try await requireInScope(matter, for: viewer)
    let district = district
    let found = try await ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, district).load(matter)?.evidence.first { $0.id == id }
    }
    guard let found else { return nil }
    return EvidenceFile(
      name: found.name, type: found.type, bytes: try evidence.load(digest: found.digest, salt: found.salt))
  }

  /// A small picture of a file handed in, made once and kept beside the evidence; nil where there is no such file or
  /// it is no picture.
  package func evidenceSmall(
    _ id: EvidenceID, of matter: MatterID, for viewer: Officer
  ) async throws(Refusal) -> [UInt8]? {
    try await requireInScope(matter, for: viewer)
    let district = district
    let found = try await ask { (session: any SQLSession) throws(StorageError) in
      try MatterStore(session, district).load(matter)?.evidence.first { $0.id == id }
    }
    guard let found, found.type.hasPrefix("image/") else { return nil }
    return try await small(found)
  }

  /// A picture made small; nil where it cannot be.
  func small(_ found: Evidence) async throws(Refusal) -> [UInt8]? {
    if let kept = evidence.loadSmall(digest: found.digest) { return kept }
    guard let small = await pictures.small(try evidence.load(digest: found.digest, salt: found.salt)) else {
      return nil
    }
    evidence.keepSmall(small, digest: found.digest)
    return small
  }
}
