import Foundation
import Storage
import StorageSQLite
import TestDatabases
import Testing

@Suite struct SQLiteTests {
  @Test func schemaTextsBecomeStrict() {
    let cases = [
      (
        "CREATE TABLE a (n BIGINT, t TEXT DEFAULT 'BIGINT)');",
        "CREATE TABLE a (n INTEGER, t TEXT DEFAULT 'BIGINT)') STRICT;"
      ),
      (
        "create table if not exists b (n bigint CHECK (n IN (1,2))) -- (x) BIGINT\n;CREATE INDEX i ON b (n)",
        "create table if not exists b (n INTEGER CHECK (n IN (1,2))) STRICT -- (x) BIGINT\n;CREATE INDEX i ON b (n)"
      ),
      ("CREATE VIRTUAL TABLE f USING fts5(body);", "CREATE VIRTUAL TABLE f USING fts5(body);"),
      ("INSERT INTO a VALUES (1); /* CREATE TABLE (", "INSERT INTO a VALUES (1); /* CREATE TABLE ("),
    ]
    for (text, expected) in cases { #expect(SQLiteText.schema(text) == expected) }
    #expect(SQLiteText.statement("a $12 '$1' \"$2\" $tag$ b$1") == "a ?12 '$1' \"$2\" $tag$ b?1")
  }

  @Test func aWALFileWithFullSyncIsWhatIsOpened() async throws {
    try await TestEngine.sqlite.withNotes { engine async throws in
      let answers = try await engine.write { session throws(StorageError) in
        try ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "mmap_size"].map {
          name throws(StorageError) in try session.rows("PRAGMA \(name)")[0][0]
        }
      }
      #expect(answers == ["wal", 2, 1, 1, 0])
    }
  }

  @Test func aFullDiskSaysSoAndLeavesNothingHalfDone() async throws {
    try await TestEngine.sqlite.withNotes { engine async throws in
      try await engine.act("INSERT INTO notes (id) VALUES ('before')")
      let failure = await engine.failure { session throws(StorageError) in
        _ = try session.rows("PRAGMA max_page_count = 40")
        for number in 0..<1000 {
          try session.run(
            "INSERT INTO notes (id, body) VALUES ($1, $2)",
            [.text("n\(number)"), .text(String(repeating: "满", count: 1000))])
        }
      }
      #expect(failure == .diskFull)
      #expect(try await engine.ask("SELECT id FROM notes") == [["before"]])
      try await engine.act("INSERT INTO notes (id) VALUES ('after')")
    }
  }

  @Test func aDeletedFileIsGone() async throws {
    try await TestEngine.sqlite.withDatabase(migrations: [schema]) { database async throws in
      try await database.engine.act("INSERT INTO notes (id) VALUES ('before')")
      try FileManager.default.removeItem(atPath: database.address)
      let failure = await database.engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id) VALUES ('into the void')")
      }
      #expect(failure == .gone)
    }
  }

  @Test func aFileThatIsNoDatabaseIsCorrupt() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("bihuan-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(repeating: 65, count: 8192).write(to: URL(fileURLWithPath: path))
    #expect {
      try SQLiteEngine(path: path)
    } throws: { error in
      (error as? StorageError)?.kind == .corrupt
    }
  }

  /// Erased by law means gone from the file and its log, not only from the tables.
  @Test func erasedTextIsInNoFileAfterACheckpoint() async throws {
    try await TestEngine.sqlite.withDatabase(migrations: [schema]) { database async throws in
      let planted = "某某路十七号的李先生"
      let engine = try #require(database.engine as? SQLiteEngine)
      for number in 0..<200 {
        try await engine.act(
          "INSERT INTO notes (id, body) VALUES ($1, $2)", [.text("n\(number)"), .text("\(number) \(planted)")])
      }
      #expect(try filesHold(planted, in: database.folder))
      try await engine.act("UPDATE notes SET body = NULL")
      try await engine.checkpoint()
      #expect(try !filesHold(planted, in: database.folder))
    }
  }
}

private func filesHold(_ text: String, in folder: URL) throws -> Bool {
  try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).contains { file in
    try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
  }
}
