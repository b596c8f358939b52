import FoundationEssentials
package import Ground
import Ledger
import Storage

extension Premises {
  /// What a restore found and did.
  package struct Restored: Sendable {
    package let size: Int64
    package let origin: String
    package let erasedAgain: Int
  }

  /// Puts a backup into an empty office, on either engine, and makes the read tables again.
  ///
  /// Texts that the erasure journal names are removed before anybody can ask. Where `known` (a checkpoint kept
  /// outside) is larger than the backup, the log goes on under a new origin whose first entry names the gap.
  package func restore(
    _ backup: Backup, known: String? = nil, clock: any Clock = SystemClock(), ids: any IDSource = SystemIDs()
  ) async throws(Refusal) -> Restored {
    do {
      let keys = KeyFolder(path: keys)
      let (manifest, gap) = try backup.verified(by: try keys.signer(ids: ids, making: false), known: known)
      guard let district = DistrictID(manifest.district) else {
        throw Refusal(.backupBroken, ["file": "manifest.json"])
      }
      let resources = try resourcesOfDay()
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
      let engine = try await engine(durable: true)
      let (size, unknown): (Int64, [String])
      do {
        try await engine.migrate(resources.migrations)
        (size, unknown) = try await fill(
          engine, district, from: backup, manifest, calendar: resources.calendar, journal: keys.erased(),
          origin: gap == nil ? manifest.origin : LogOrigin.next(after: manifest.origin))
      } catch {
        await engine.close()
        throw error
      }
      await engine.close()
      return try await settle(manifest, size: size, gap: gap, erased: unknown, district, clock: clock, ids: ids)
    } catch { throw Refusal(any: error) }
  }

  /// Writes everything; the head row comes last, so that a restore that was cut short opens nowhere.
  private func fill(
    _ engine: any SQLEngine, _ district: DistrictID, from backup: Backup, _ manifest: Backup.Manifest,
    calendar: WorkCalendar, journal: [String], origin: String
  ) async throws -> (size: Int64, erased: [String]) {
    let isEmpty = try await engine.read { (session: any SQLSession) throws(StorageError) in
      try Restoration(session, district).isEmpty()
    }
    guard isEmpty else { throw Refusal(.restoreNotEmpty, ["folder": database ?? data]) }
    for table in TableDump.tables {
      let reader = try LineReader(path: "\(backup.folder)/\(table.name).jsonl")
      while true {
        let lines = reader.next()
        if lines.isEmpty { break }
        try await engine.write { (session: any SQLSession) throws(StorageError) in
          try TableDump.insert(lines, into: table, of: district, session)
        }
      }
    }
    try copyEvidence(manifest, from: backup)
    let unknown = try await engine.write { (session: any SQLSession) throws(StorageError) in
      for seal in journal {
        guard let text = try EntryStore(session, district).text(sealed: seal) else { continue }
        try DraftErasure(session, district).remove(text)
      }
      return try Restoration(session, district).erase(journal)
    }
    try await rebuild(engine, district, calendar, erased: Set(unknown))
    let size = try await engine.write { (session: any SQLSession) throws(StorageError) in
      try Restoration(session, district).finish(origin: origin)
    }
    return (size, unknown)
  }

  /// The first entries after a restore: the gap, then the erasures that the backup did not know.
  private func settle(
    _ manifest: Backup.Manifest, size: Int64, gap: Checkpoint?, erased: [String], _ district: DistrictID,
    clock: any Clock, ids: any IDSource
  ) async throws(Refusal) -> Restored {
    let premises = Premises(
      data: data, keys: keys, database: database, resources: resources, district: district)
    let resourcesOfDay = try resourcesOfDay()
    let office = try await premises.office(
      resourcesOfDay, isNew: false, clock: clock, ids: ids, limits: GroupLimits(), durable: true)
    if let gap {
      try await office.note(
        .originChanged(old: manifest.origin, restored: size, known: gap.size, knownRoot: gap.root.hex))
    }
    for seal in erased { try await office.note(.textErased(seal: seal, reason: Words("恢复备份后重新删除"))) }
    _ = try await office.begin(resourcesOfDay)
    try await office.publisher.publish()
    let origin = gap == nil ? manifest.origin : LogOrigin.next(after: manifest.origin)
    let total = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try TreeStore(session, district).head()?.size ?? size
    }
    try await office.close()
    return Restored(size: total, origin: origin, erasedAgain: erased.count)
  }

  private func copyEvidence(_ manifest: Backup.Manifest, from backup: Backup) throws {
    let target = EvidenceFolder(path: "\(data)/evidence")
    for name in manifest.evidence.keys.sorted() {
      guard let bytes = FileManager.default.contents(atPath: backup.evidence.file(name)) else {
        throw Refusal(.backupBroken, ["file": "evidence/\(name)"])
      }
      try target.write([UInt8](bytes), digest: name)
    }
  }

  private func rebuild(
    _ engine: any SQLEngine, _ district: DistrictID, _ calendar: WorkCalendar, erased: Set<String>
  ) async throws {
    for (report, asOf) in try await Rebuild(engine, district).run(alsoErased: erased) {
      try await engine.write { (session: any SQLSession) throws(StorageError) in
        let model: String
        do {
          model = try Composition.canonical(
            try Composition(session, district, shippedCalendar: calendar)
              .followThrough(of: report.meeting, below: report.size, asOf: asOf, fields: .entries(report.plan)))
        } catch { throw error as? StorageError ?? StorageError(.corrupt, "report \(report.id)") }
        guard Composition.digest(model) == report.digest else {
          throw StorageError(.corrupt, "report \(report.id) comes out differently")
        }
        try Restoration(session, district).restore(report, model: model)
      }
    }
  }
}
