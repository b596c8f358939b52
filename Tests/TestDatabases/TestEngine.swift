package import Foundation
package import Storage
import StoragePostgres
import StorageSQLite
import Synchronization

/// The engines that every storage test runs on; each is the real one.
package enum TestEngine: String, CaseIterable, Sendable, CustomStringConvertible {
  case sqlite
  case postgres

  /// Both; SQLite alone where there is no PostgreSQL, and each test that asks is then counted aloud as skipped on it.
  package static var all: [TestEngine] {
    if PostgresCluster.isAvailable { return [.sqlite, .postgres] }
    let count = skipped.add(1, ordering: .relaxed).newValue
    print("skipped: \(count) so far on PostgreSQL; neither initdb nor a server in BIHUAN_TEST_DATABASE")
    return [.sqlite]
  }

  private static let skipped = Atomic<Int>(0)

  package var description: String { rawValue }

  /// A new, empty database of this kind, gone again when `body` has ended.
  package func withDatabase<T>(
    migrations: [Migration] = [], _ body: (TestDatabase) async throws -> T
  ) async throws -> T {
    // A test that has one already would wait for those that wait for it.
    if Turns.hasTurn { return try await with(migrations, body) }
    await Turns.shared.take()
    do {
      let value = try await Turns.$hasTurn.withValue(true) { try await with(migrations, body) }
      await Turns.shared.giveBack()
      return value
    } catch {
      await Turns.shared.giveBack()
      throw error
    }
  }

  private func with<T>(_ migrations: [Migration], _ body: (TestDatabase) async throws -> T) async throws -> T {
    let database = try await TestDatabase(self)
    do {
      if !migrations.isEmpty { try await database.engine.migrate(migrations) }
      let value = try await body(database)
      try await database.drop()
      return value
    } catch {
      try? await database.drop()
      throw error
    }
  }
}

/// Tests begin all at once; so many have a database at a time, and files, connections and memory with it.
private actor Turns {
  static let shared = Turns()
  @TaskLocal static var hasTurn = false

  private var free = 24
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// One database made for one test.
package struct TestDatabase: Sendable {
  package let kind: TestEngine
  package let engine: any SQLEngine
  /// SQLite's file path or PostgreSQL's connection string: what a second program would open.
  package let address: String
  /// A folder of the test's own, beside the database file.
  package let folder: URL

  init(_ kind: TestEngine) async throws {
    self.kind = kind
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("bihuan-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      address =
        switch kind {
        case .sqlite: folder.appendingPathComponent("district.sqlite").path
        case .postgres: try PostgresCluster.shared.get().createDatabase()
        }
      engine = try await TestDatabase.open(kind, address)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  /// Another engine on the same database, as a second program or a restarted one would have; the caller closes it.
  /// `patience` is how long it waits for locks, in seconds.
  package func another(patience: Double = 5) async throws -> any SQLEngine {
    try await TestDatabase.open(kind, address, patience: patience)
  }

  package func drop() async throws {
    await engine.close()
    if kind == .postgres { try PostgresCluster.shared.get().dropDatabase(address) }
    try FileManager.default.removeItem(at: folder)
  }

  private static func open(
    _ kind: TestEngine, _ address: String, patience: Double = 5
  ) async throws -> any SQLEngine {
    switch kind {
    case .sqlite:
      var settings = SQLiteSettings()
      settings.patience = patience
      return try SQLiteEngine(path: address, settings: settings)
    case .postgres:
      var settings = PostgresSettings(address: address)
      // More than one, so that writers really race on the server.
      settings.writers = 4
      settings.patience = patience
      return try await PostgresEngine(settings: settings)
    }
  }
}
