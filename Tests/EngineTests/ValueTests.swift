import Storage
import TestDatabases
import Testing

@Suite struct ValueTests {
  @Test(arguments: TestEngine.all) func numbersAndTextsComeBackAsTheyWent(_ kind: TestEngine) async throws {
    let pairs: [(String?, Int64?)] = [
      ("", 0), ("清河区安委办", 1), ("👩‍🚒🏮𠮷", -1), ("a'b\"c\\d\n\t%_$1", .max), (nil, .min), ("x", nil),
      (String(repeating: "闭环", count: 100_000), 42),
    ]
    try await kind.withNotes { engine async throws in
      for (index, (text, number)) in pairs.enumerated() {
        try await engine.act(
          "INSERT INTO notes (id, body, number) VALUES ($1, $2, $3)",
          [.text("n\(index)"), SQLValue(text), SQLValue(number)])
      }
      let rows = try await engine.ask("SELECT body, number FROM notes ORDER BY id")
      #expect(rows == pairs.map { [SQLValue($0.0), SQLValue($0.1)] })
    }
  }

  /// The first call of a text must not fix a type that a later one breaks.
  @Test(arguments: TestEngine.all) func aNullFirstDoesNotNarrowTheType(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let sql = "SELECT COALESCE($1, 5), COALESCE($2, 'none')"
      #expect(try await engine.ask(sql, [nil, nil]) == [[5, "none"]])
      #expect(try await engine.ask(sql, [.int(.max), "some"]) == [[.int(.max), "some"]])
      #expect(try await engine.ask(sql, [nil, "again"]) == [[5, "again"]])
    }
  }

  @Test(arguments: TestEngine.all) func nulCharacterIsRefusedAtTheDoor(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id, body) VALUES ('nul', $1)", ["石桥镇\u{0}柳湾镇"])
      }
      #expect(failure == .refusedText)
      #expect(try await engine.notes() == 0)
    }
  }

  @Test(arguments: TestEngine.all) func aColumnTakesOnlyItsOwnType(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        try session.run("INSERT INTO notes (id, number) VALUES ('strict', $1)", ["twelve"])
      }
      #expect(failure == .unexpectedValue)
    }
  }

  @Test(arguments: TestEngine.all) func aColumnOfAnotherTypeIsRefusedOnReading(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let failure = await engine.failure { session throws(StorageError) in
        _ = try session.rows("SELECT CAST(1.5 AS REAL)")
      }
      #expect(failure == .unexpectedValue)
    }
  }

  @Test func aRowSaysWhatItHoldsInstead() throws {
    let row = SQLRow(["text", 7, nil, 1])
    #expect(try row.text(0) == "text")
    #expect(try row.int(1) == 7)
    #expect(try row.optionalInt(2) == nil)
    #expect(try row.optionalText(2) == nil)
    #expect(try row.bool(3))
    #expect(throws: StorageError(.unexpectedValue, "column 2 holds nothing where a number was expected")) {
      try row.int(2)
    }
    #expect(throws: StorageError.self) { try row.bool(1) }
    #expect(throws: StorageError.self) { try row.optionalText(1) }
  }
}
