import FoundationEssentials
package import Ground
import Matters
import Storage
import StorageSQLite

/// What an office does about itself, at its start, after acts and at its end.
extension Office {
  /// Thirty days: nobody sends an operation again after that.
  private static let requestLife: Int64 = 30 * 86_400_000

  /// A week: an uploaded register that nobody took over.
  private static let stagedLife: Int64 = 7 * 86_400_000

  /// A year and a month: settled messages that nobody turns back to.
  private static let noticeLife: Int64 = 400 * 86_400_000

  /// Forgets requests that nobody repeats, ended sessions, old messages, and files whose act never committed.
  ///
  /// Runs at the start; a server runs it once a day.
  package func tidy() async throws(Refusal) {
    let (district, now) = (district, now)
    try await change { (session: any SQLSession) throws(StorageError) in
      try RequestStore(session, district).forget(before: now.adding(milliseconds: -Office.requestLife))
      try SessionStore(session, district).forgetExpired(at: now)
      try NoticeStore(session, district).forget(settledBefore: now.adding(milliseconds: -Office.noticeLife))
      try StagedListStore.forget(before: now.adding(milliseconds: -Office.stagedLife), session, district)
    }
    evidence.sweep(keeping: try await namedFiles(), at: now)
  }

  /// Publishes what is committed and lets go of the database.
  package func close() async throws(Refusal) {
    await lists.close()
    do throws(Refusal) { try await publisher.close() } catch {
      await engine.close()
      throw error
    }
    await engine.close()
  }

  /// Brings the journal of erasures up to the ledger, and clears the database's own files of what was erased.
  ///
  /// - Parameter evenIfKnown: clear also where the journal knows all; false at the start, when a crash may have come
  ///   between an erasure and its end.
  func finishErasures(evenIfKnown: Bool = true) async throws(Refusal) {
    let district = district
    let erased = try await ask { (session: any SQLSession) throws(StorageError) in
      try ErasureStore(session, district).erased()
    }
    let isNew: Bool
    do { isNew = try await journal.remember(erased) } catch { throw Refusal(any: error) }
    if isNew || evenIfKnown {
      try await purgeSearch()
      try await clearOldPages()
    }
  }

  /// SQLite keeps old pages in its write-ahead log until they are moved; a reader may hold them for a moment.
  private func clearOldPages() async throws(Refusal) {
    guard let sqlite = engine as? SQLiteEngine else { return }
    for _ in 0..<50 {
      do throws(StorageError) { return try await sqlite.checkpoint() } catch {
        guard error.kind == .busy else { throw Refusal(storage: error) }
      }
      try? await Task.sleep(for: .milliseconds(100))
    }
    throw Refusal(.erasureOpen)
  }

  /// Removes the files of an act that left no entry, because it was refused or had come before.
  func dropUnnamed(_ files: [Evidence]) async {
    for file in files {
      let district = district
      do throws(Refusal) {
        let named = try await ask { (session: any SQLSession) throws(StorageError) in
          try FileStore(session, district).load(file.id) != nil
        }
        if !named { try? FileManager.default.removeItem(atPath: evidence.file(file.digest)) }
      } catch {
        // The sweep at the next start removes it.
        return
      }
    }
  }

  private func namedFiles() async throws(Refusal) -> Set<String> {
    let district = district
    return try await ask { (session: any SQLSession) throws(StorageError) in
      var named: Set<String> = []
      try FileStore(session, district).all { (file) in named.insert(file.digest) }
      return named
    }
  }
}
