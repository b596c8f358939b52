import FoundationEssentials
package import Ground
import Ledger
package import Storage
import StoragePostgres
import StorageSQLite

/// Where an office keeps its things: the data folder, the database, and the keys apart from both.
package struct Premises: Sendable {
  package let data: String
  package let keys: String
  /// `postgres://…`, or nil for SQLite in the data folder.
  package let database: String?
  package let resources: String
  package let district: DistrictID?
  /// What ships beside the program, where it was read before; else it is read at each opening.
  private let ready: Resources?

  /// - Parameters:
  ///   - keys: the folder of the signing key and the erasure journal; beside the data folder unless given.
  ///   - district: needed only where the database holds several or none.
  package init(
    data: String, keys: String? = nil, database: String? = nil, resources: String? = nil, district: DistrictID? = nil,
    ready: Resources? = nil
  ) {
    (self.data, self.database, self.district, self.ready) = (data, database, district, ready)
    self.keys = keys ?? "\(data).keys"
    self.resources = resources ?? ready?.path ?? Resources.locate()
  }

  /// Opens the database, brings its schema up to date, and sits down to work.
  ///
  /// - Parameters:
  ///   - durable: false only for data that can be made again, such as a benchmark's.
  ///   - wrap: lets a test put an engine that fails around the real one.
  package func open(
    clock: any Clock = SystemClock(), ids: any IDSource = SystemIDs(), limits: GroupLimits = GroupLimits(),
    durable: Bool = true,
    wrap: (any SQLEngine) -> any SQLEngine = { $0 }
  ) async throws(Refusal) -> Office {
    let resources = try resourcesOfDay()
    let office = try await office(
      resources, isNew: true, clock: clock, ids: ids, limits: limits, durable: durable, wrap: wrap)
    return try await office.begin(resources)
  }

  /// Opens an office that is there already, to check or copy it: nothing is recorded, swept or signed on the way in.
  package func look(
    clock: any Clock = SystemClock(), ids: any IDSource = SystemIDs()
  ) async throws(Refusal) -> Office {
    if database == nil, !FileManager.default.fileExists(atPath: "\(data)/bihuan.sqlite") {
      throw Refusal(.officeMissing, ["folder": data])
    }
    return try await office(
      try resourcesOfDay(), isNew: false, clock: clock, ids: ids, limits: GroupLimits(), durable: true)
  }

  /// Brings the schema up to date and does nothing else.
  ///
  /// - Returns: how many migrations this program knows.
  package func migrate() async throws(Refusal) -> Int {
    do {
      let migrations = try resourcesOfDay().migrations
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
      let engine = try await engine(durable: true)
      do throws(StorageError) { try await engine.migrate(migrations) } catch {
        await engine.close()
        throw error
      }
      await engine.close()
      return migrations.count
    } catch { throw Refusal(any: error) }
  }

  func resourcesOfDay() throws(Refusal) -> Resources {
    if let ready { return ready }
    return try Resources(path: resources)
  }

  /// Sits down without having done anything yet.
  func office(
    _ resources: Resources, isNew: Bool, clock: any Clock, ids: any IDSource, limits: GroupLimits, durable: Bool,
    wrap: (any SQLEngine) -> any SQLEngine = { $0 }
  ) async throws(Refusal) -> Office {
    do {
      try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
      let engine = try await engine(durable: durable)
      do {
        try await engine.migrate(resources.migrations)
        let (district, isFirstDay) = try await district(on: engine, isNew: isNew)
        try await TableFill(engine, district).run()
        return Office(
          district: district, engine: wrap(engine), resources: resources,
          evidence: EvidenceFolder(path: "\(data)/evidence"),
          signer: try KeyFolder(path: keys).signer(ids: ids, making: isFirstDay),
          journal: ErasureJournal(KeyFolder(path: keys)), secrets: SecretBox(KeyFolder(path: keys)), clock: clock,
          ids: ids, limits: limits)
      } catch {
        await engine.close()
        throw error
      }
    } catch { throw Refusal(any: error) }
  }

  func engine(durable: Bool) async throws(StorageError) -> any SQLEngine {
    if let database {
      var settings = PostgresSettings(address: database)
      settings.isDurable = durable
      return try await PostgresEngine(settings: settings)
    }
    var settings = SQLiteSettings()
    settings.isDurable = durable
    // Data that can be made again is made in memory as far as it goes.
    if !durable { (settings.writerCache, settings.logPages) = (2 << 20, 250_000) }
    return try SQLiteEngine(path: "\(data)/bihuan.sqlite", settings: settings)
  }

  /// The district whose log this is, and whether the log is still empty.
  private func district(on engine: any SQLEngine, isNew: Bool) async throws -> (DistrictID, isFirstDay: Bool) {
    let known = try await engine.read { (session: any SQLSession) throws(StorageError) in
      try TreeStore.districts(session)
    }
    guard district != nil || known.count <= 1 else {
      throw Refusal(.districtAmbiguous, ["districts": known.map(\.text).joined(separator: ", ")])
    }
    let chosen = district ?? known.first ?? DistrictID(trusted: "home")
    guard isNew || known.contains(chosen) else { throw Refusal(.officeMissing, ["folder": database ?? data]) }
    let (isUnfinished, size) = try await engine.write { (session: any SQLSession) throws(StorageError) in
      if try Restoration(session, chosen).isUnfinished() { return (true, Int64(0)) }
      if isNew { try TreeStore(session, chosen).start(origin: LogOrigin.first(of: chosen)) }
      return (false, try TreeStore(session, chosen).head()?.size ?? 0)
    }
    guard !isUnfinished else { throw Refusal(.restoreUnfinished) }
    return (chosen, size == 0)
  }
}

extension Office {
  /// What comes before the first act of the day: resources named in the ledger, erasures finished, the rooms tidied.
  func begin(_ resources: Resources) async throws(Refusal) -> Office {
    do throws(Refusal) {
      _ = try await perform(
        AdoptResources(resources.adopted), by: .rule("rule.start"), operation: newOperation())
      try await recountDueDates()
      try await finishErasures(evenIfKnown: false)
      try await tidy()
      return self
    } catch {
      await engine.close()
      throw error
    }
  }
}
