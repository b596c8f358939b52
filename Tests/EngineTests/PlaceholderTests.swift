import Storage
import TestDatabases
import Testing

@Suite struct PlaceholderTests {
  @Test(arguments: TestEngine.all) func numbersCountNotPlaces(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      #expect(try await engine.ask("SELECT $2, $1", ["first", "second"]) == [["second", "first"]])
      #expect(try await engine.ask("SELECT $1 || $1 || $2", ["a", "b"]) == [["aab"]])
      let ten = (1...10).map { SQLValue.text("v\($0)") }
      let sql = "SELECT " + (1...10).reversed().map { "$\($0)" }.joined(separator: ", ")
      #expect(try await engine.ask(sql, ten) == [Array(ten.reversed())])
    }
  }

  @Test(arguments: TestEngine.all) func aDollarInQuotesOrCommentsIsText(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let rows = try await engine.ask("SELECT '$1 it''s', $1 /* not $2 */ -- nor $3\n AS \"$4\"", ["x"])
      #expect(rows == [["$1 it's", "x"]])
    }
  }

  @Test(arguments: TestEngine.all) func generatedListsMatch(_ kind: TestEngine) async throws {
    #expect(Placeholders.list(3) == "$1,$2,$3")
    #expect(Placeholders.list(2, from: 4) == "$4,$5")
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO notes (id) VALUES ('a'), ('b'), ('c')")
      let sql = "SELECT id FROM notes WHERE number IS NULL AND id IN (\(Placeholders.list(2))) ORDER BY id"
      #expect(try await engine.ask(sql, ["c", "a"]) == [["a"], ["c"]])
    }
  }

  @Test(arguments: TestEngine.all) func aWrongNumberOfArgumentsIsRefused(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let few = await engine.failure { session throws(StorageError) in _ = try session.rows("SELECT $1, $2", ["x"]) }
      let many = await engine.failure { session throws(StorageError) in _ = try session.rows("SELECT $1", ["x", "y"]) }
      #expect(few == .other)
      #expect(many == .other)
    }
  }
}
