import Storage
import TestDatabases
import Testing

/// The one SQL text: each construct that the stores use means the same on both engines.
@Suite struct DialectTests {
  @Test(arguments: TestEngine.all) func onConflict(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let upsert = """
        INSERT INTO units (code, name, rank) VALUES ($1, $2, $3)
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, rank = units.rank + excluded.rank
        """
      try await engine.act(upsert, ["sq", "石桥镇", 1])
      try await engine.act(upsert, ["sq", "石桥镇人民政府", 4])
      try await engine.act("INSERT INTO units (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING", ["sq", "另一个"])
      #expect(try await engine.ask("SELECT name, rank FROM units") == [["石桥镇人民政府", 5]])
    }
  }

  @Test(arguments: TestEngine.all) func returning(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let answers = try await engine.write { session throws(StorageError) in
        try session.run("INSERT INTO heads (district, position) VALUES ($1, $2)", ["qh", 7])
        return [
          try session.rows(
            "UPDATE heads SET position = position + $1 WHERE district = $2 RETURNING position", [3, "qh"]),
          try session.rows("INSERT INTO notes (id, number) VALUES ($1, $2) RETURNING id, number", ["n", 1]),
          try session.rows("DELETE FROM notes WHERE id = $1 RETURNING id", ["n"]),
        ].map { $0.map(\.values) }
      }
      #expect(answers == [[[10]], [["n", 1]], [["n"]]])
    }
  }

  @Test(arguments: TestEngine.all) func commonTableExpressions(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      let sql = """
        WITH RECURSIVE days(n) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT n + 1 FROM days WHERE n < $2)
        SELECT CAST(SUM(n) AS BIGINT) FROM days
        """
      #expect(try await engine.ask(sql, [1, 100]) == [[5050]])
    }
  }

  @Test(arguments: TestEngine.all) func windowsFiltersAndSums(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO units (code, name) VALUES ('a', '甲'), ('b', '乙')")
      try await engine.act(
        "INSERT INTO notes (id, unit, number) VALUES ('1','a',10), ('2','a',20), ('3','b',5), ('4','b',NULL)")
      let ranked = try await engine.ask(
        """
        SELECT id, CAST(ROW_NUMBER() OVER (PARTITION BY unit ORDER BY number DESC NULLS LAST) AS BIGINT)
        FROM notes ORDER BY id
        """)
      #expect(ranked == [["1", 2], ["2", 1], ["3", 1], ["4", 2]])
      let sums = try await engine.ask(
        """
        SELECT unit, CAST(SUM(number) AS BIGINT), COUNT(*) FILTER (WHERE number >= $1)
        FROM notes GROUP BY unit ORDER BY unit
        """, [10])
      #expect(sums == [["a", 30, 2], ["b", 5, 0]])
    }
  }

  @Test(arguments: TestEngine.all) func nullsLastBothWays(_ kind: TestEngine) async throws {
    try await kind.withNotes { engine async throws in
      try await engine.act("INSERT INTO notes (id, number) VALUES ('x', NULL), ('y', 2), ('z', 1)")
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY number NULLS LAST") == [["z"], ["y"], ["x"]])
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY number DESC NULLS LAST") == [["y"], ["z"], ["x"]])
    }
  }

  @Test(arguments: TestEngine.all) func textOrdersByByte(_ kind: TestEngine) async throws {
    let words = ["a", "B", "Z", "_", "é", "ab", "区", "一", "𠮷", "～", ""]
    try await kind.withNotes { engine async throws in
      for word in words { try await engine.act("INSERT INTO notes (id) VALUES ($1)", [.text(word)]) }
      let byByte = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
      #expect(try await engine.ask("SELECT id FROM notes ORDER BY id") == byByte.map { [.text($0)] })
      #expect(try await engine.ask("SELECT id FROM notes WHERE id > $1 ORDER BY id LIMIT 1", ["区"]) == [["～"]])
    }
  }
}
