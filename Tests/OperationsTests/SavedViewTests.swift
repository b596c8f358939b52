import Directory
import Ground
import Operations
import TestDatabases
import TestOffice
import Testing

/// Views are kept under a name, by each officer for themselves, and not without end.
@Suite struct SavedViewTests {
  private static let tong = OfficerID(trusted: "tong")

  @Test(arguments: TestEngine.all) func keptRenamedAndDeleted(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, tong) = (test.office, SavedViewTests.tong)
      try await office.saveView(MatterFilter(field: .fire), name: Words(" 消防 事项 "), of: tong)
      try await office.saveView(MatterFilter(field: .gas), name: Words("燃气"), of: tong)
      try await office.saveView(MatterFilter(field: .fire, due: .week), name: Words("消防 事项"), of: tong)
      #expect(try await office.views(of: tong).map(\.name) == ["燃气", "消防 事项"])
      #expect(try await office.views(of: tong).map(\.query) == ["field=gas", "field=fire&due=week"])
      #expect(try await office.views(of: OfficerID(trusted: "qiao")).isEmpty)
      let gas = try #require(try await office.views(of: tong).first)
      try await office.renameView(gas.id, to: Words("管道燃气"), of: tong)
      // Somebody else's is out of reach.
      try await office.deleteView(gas.id, of: OfficerID(trusted: "qiao"))
      #expect(try await office.views(of: tong).first?.name == "管道燃气")
      try await office.deleteView(gas.id, of: tong)
      #expect(try await office.views(of: tong).count == 1)
    }
  }

  @Test func limits() async throws {
    try await TestOffice.with(.sqlite) { test in
      for number in 0..<Office.viewLimit {
        try await test.office.saveView(MatterFilter(), name: Words("第\(number)个"), of: SavedViewTests.tong)
      }
      await #expect(throws: Refusal(.viewLimit, at: "name", ["limit": "20"])) {
        try await test.office.saveView(MatterFilter(), name: Words("再一个"), of: SavedViewTests.tong)
      }
      for name in ["", "  ", String(repeating: "长", count: 31)] {
        await #expect(throws: Refusal(.viewName, at: "name", ["limit": "30"])) {
          try await test.office.saveView(MatterFilter(), name: Words(name), of: SavedViewTests.tong)
        }
      }
    }
  }
}
