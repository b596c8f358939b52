import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A database that is older than the tables of units' figures gets them from its entries, once.
@Suite struct FigureFillTests {
  @Test(arguments: TestEngine.all) func olderEntriesMakeTheSameRows(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      let names = ["figures", "figure_sums"]
      var before: [Tables.Content] = []
      for name in names { before.append(try await tables.content(of: name)) }
      for name in names + ["figures_made"] { try await tables.run("DELETE FROM \(name)") }
      let fill = FigureFill(test.office.engine, test.office.district)
      for _ in 0..<2 {
        try await fill.run()
        for (name, content) in zip(names, before) {
          #expect(try await tables.content(of: name) == content && !content.rows.isEmpty, "\(name)")
        }
      }
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// Dropped in the middle, it goes on behind the last subject that was done.
  @Test func goesOnWhereItWasLeft() async throws {
    try await TestOffice.with(.sqlite) { test in
      let life = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      let before = try await tables.content(of: "figures")
      let ids = [life.closed.text, life.underway.text].sorted()
      try await tables.run("DELETE FROM figures WHERE matter > '\(ids[0])'")
      try await tables.run("UPDATE figures_made SET through = 'matter:\(ids[0])'")
      try await FigureFill(test.office.engine, test.office.district).run()
      #expect(try await tables.content(of: "figures") == before)
    }
  }
}
