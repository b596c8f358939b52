import Storage
import TestDatabases
import Testing

private let first = Migration(number: 1, name: "one", sql: "CREATE TABLE one (id TEXT PRIMARY KEY, n BIGINT);")
private let second = Migration(
  number: 2, name: "two",
  sql: "CREATE TABLE two (id BIGINT PRIMARY KEY); INSERT INTO one (id, n) VALUES ('; BIGINT (', 2);")

@Suite struct MigratorTests {
  @Test(arguments: TestEngine.all) func runsEachOnceInOrder(_ kind: TestEngine) async throws {
    try await kind.withDatabase { database async throws in
      let engine = database.engine
      try await engine.migrate([first])
      try await engine.migrate([first, second])
      try await engine.migrate([first, second])
      #expect(try await engine.ask("SELECT id, n FROM one") == [["; BIGINT (", 2]])
      let landed = try await engine.ask("SELECT number, name, fingerprint FROM migrations ORDER BY number")
      #expect(landed == [[1, "one", .text(first.fingerprint)], [2, "two", .text(second.fingerprint)]])
    }
  }

  @Test func fingerprintsAreSHA256OfTheParts() {
    // printf '1:a0:0:' | sha256sum
    #expect(
      Migration(number: 1, name: "x", sql: "a").fingerprint
        == "edbeccf76bcc6cd22ccb0ce2b48c2fd2a22b410aa7291ff6a557f509746b4a72")
    let moved = Migration(number: 1, name: "x", sql: "", sqlite: "a")
    #expect(moved.fingerprint != Migration(number: 1, name: "x", sql: "a").fingerprint)
  }

  @Test(arguments: TestEngine.all) func refusesAChangedText(_ kind: TestEngine) async throws {
    try await kind.withDatabase(migrations: [first]) { database async throws in
      let changed = Migration(number: 1, name: "one", sql: first.sql + " ")
      await expect(.changedMigration) { () throws(StorageError) in try await database.engine.migrate([changed, second])
      }
      #expect(try await database.engine.ask("SELECT number FROM migrations") == [[1]])
    }
  }

  @Test(arguments: TestEngine.all) func refusesANewerDatabase(_ kind: TestEngine) async throws {
    try await kind.withDatabase(migrations: [first, second]) { database async throws in
      await expect(.newerDatabase) { () throws(StorageError) in try await database.engine.migrate([first]) }
    }
  }

  @Test(arguments: TestEngine.all) func aFailingStepLeavesNothingOfItself(_ kind: TestEngine) async throws {
    try await kind.withDatabase { database async throws in
      let broken = Migration(
        number: 2, name: "two", sql: "CREATE TABLE half (id TEXT); INSERT INTO nowhere VALUES (1);")
      await expect(.other) { () throws(StorageError) in try await database.engine.migrate([first, broken]) }
      #expect(try await database.engine.ask("SELECT number FROM migrations") == [[1]])
      try await database.engine.act("CREATE TABLE half (id TEXT)")
      try await database.engine.migrate([first, second])
    }
  }

  @Test(arguments: TestEngine.all) func twoProgramsMayMigrateAtOnce(_ kind: TestEngine) async throws {
    try await kind.withDatabase { database async throws in
      let other = try await database.another()
      async let one: Void = database.engine.migrate([first, second])
      async let two: Void = other.migrate([first, second])
      _ = try await (one, two)
      await other.close()
      #expect(try await database.engine.ask("SELECT number FROM migrations ORDER BY number") == [[1], [2]])
    }
  }

  @Test(arguments: TestEngine.all) func appendOnlyTablesRefuseChange(_ kind: TestEngine) async throws {
    let guarded = Migration(
      number: 1, name: "entries", sql: "CREATE TABLE entries (position BIGINT PRIMARY KEY, body TEXT NOT NULL);",
      appendOnly: ["entries"])
    try await kind.withDatabase(migrations: [guarded]) { database async throws in
      let engine = database.engine
      try await engine.act("INSERT INTO entries (position, body) VALUES (0, 'a')")
      for text in ["UPDATE entries SET body = 'b'", "DELETE FROM entries"] {
        let failure = await engine.failure { session throws(StorageError) in try session.run(text) }
        #expect(failure == .constraint(name: "entries_append_only"))
      }
      #expect(try await engine.ask("SELECT body FROM entries") == [["a"]])
      try await engine.write { session throws(StorageError) in
        try session.define(AppendOnly.releasing("entries", session.dialect))
        try session.run("DELETE FROM entries")
      }
      #expect(try await engine.ask("SELECT body FROM entries").isEmpty)
    }
  }
}

private func expect(
  _ kind: StorageError.Kind, location: SourceLocation = #_sourceLocation, _ body: () async throws(StorageError) -> Void
) async {
  do throws(StorageError) {
    try await body()
    Issue.record("nothing was refused", sourceLocation: location)
  } catch {
    #expect(error.kind == kind, "\(error.message)", sourceLocation: location)
  }
}
