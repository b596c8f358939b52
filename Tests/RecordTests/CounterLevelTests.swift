import Ground
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A register that was kept before there were sums at every level gets them by the schema's own text.
@Suite struct CounterLevelTests {
  @Test(arguments: TestEngine.all) func anOlderRegisterGetsItsSums(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      let migration = try #require(
        try Resources(path: TestOffice.resources).migrations.first { $0.name == "0012-sums-at-every-level" })
      let sums = migration.sql.split(separator: ";").map(String.init).filter { $0.contains("INSERT INTO counters") }
      #expect(sums.count == 2)
      try await tables.run("DELETE FROM counters WHERE unit = '' OR field = ''")
      #expect(try await test.office.check().differences.contains { $0.table == "counters" })
      for statement in sums { try await tables.run(statement) }
      #expect(try await test.office.check().differences.filter { $0.table == "counters" } == [])
    }
  }
}
