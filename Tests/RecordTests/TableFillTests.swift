import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A database that is older than the tables of units' figures and of silences gets them from its entries, once.
@Suite struct TableFillTests {
  @Test(arguments: TestEngine.all) func olderEntriesMakeTheSameRows(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.liveThroughEverything()
      let tables = Tables(engine: test.office.engine)
      let names = ["figures", "figure_sums", "silences", "draws", "spot_checks"]
      var before: [Tables.Content] = []
      for name in names { before.append(try await tables.content(of: name)) }
      for name in names + ["figures_made"] where !["draws", "spot_checks"].contains(name) {
        try await tables.run("DELETE FROM \(name)")
      }
      try await tables.run(
        "UPDATE draws SET checklist = '', due = '', window_first = NULL, window_last = NULL, population = 0, chosen = 0"
      )
      try await tables.run("UPDATE spot_checks SET differs = NULL")
      let fill = TableFill(test.office.engine, test.office.district)
      for _ in 0..<2 {
        try await fill.run()
        for (name, content) in zip(names, before) {
          #expect(try await tables.content(of: name) == content && !content.rows.isEmpty, "\(name)")
        }
      }
      #expect(findings(try await test.office.check()) == [])
    }
  }

  /// Rows of regular reports from before they said since when none came.
  @Test(arguments: TestEngine.all) func regularReportsGetTheirDays(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .monthly), by: "tong")
      let tables = Tables(engine: test.office.engine)
      let before = try await tables.content(of: "periodic")
      try await tables.run("UPDATE periodic SET open_from = ''")
      try await TableFill(test.office.engine, test.office.district).run()
      #expect(try await tables.content(of: "periodic") == before && !before.rows.isEmpty)
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
      try await TableFill(test.office.engine, test.office.district).run()
      #expect(try await tables.content(of: "figures") == before)
    }
  }

  /// An earlier program kept the mark "quiet" on a matter that was suspended.
  @Test(arguments: TestEngine.all) func aMarkOfFormerRulesIsTakenOff(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      test.clock.advance(days: 21)
      #expect(try await test.office.makeRound().quiet == 1)
      let tables = Tables(engine: test.office.engine)
      let mark = "\"concerns\":[{\"concern\":\"quiet\",\"on\":\"2026-03-23\"}],"
      #expect(try await test.stateHolds(mark, matter))
      try await test.act(
        Suspend(
          matter: matter, seen: nil, until: CivilDate("2026-04-10")!, reason: Words("等待招标"), authority: Words("区政府")),
        by: "tong")
      #expect(try await !test.stateHolds(mark, matter))
      let waiting = try await tables.content(of: "waiting")
      let state = try await tables.content(of: "matters")
      try await tables.run("UPDATE matters SET state = replace(state, '\"side\":{', '\"side\":{\(mark)')")
      try await tables.run(
        "INSERT INTO waiting SELECT district, id, 'concern', lead, '9999-12-31', 0 FROM matters WHERE phase = 'suspended'"
      )
      #expect(try await test.matter(matter)?.concerns.count == 1)
      #expect(try await Set(test.office.check().differences.map(\.table)) == ["matters", "waiting"])
      for name in ["figures", "figure_sums", "silences", "figures_made"] { try await tables.run("DELETE FROM \(name)") }
      try await TableFill(test.office.engine, test.office.district).run()
      #expect(findings(try await test.office.check()) == [])
      #expect(try await tables.content(of: "waiting") == waiting)
      #expect(try await tables.content(of: "matters") == state)
    }
  }

  /// An earlier program kept no day of a separation, and counted the days of the merge as the unit's.
  @Test(arguments: TestEngine.all) func theDaysOfAMergeAreTakenOut(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (matter, other) = (try await test.underwayMatter(), try await test.underwayMatter())
      let target = try #require(try await test.matter(other)?.number)
      test.clock.advance(days: 3)
      try await test.act(MergeMatter(matter: matter, seen: nil, target: target, reason: Words("重复")), by: "tong")
      test.clock.advance(days: 20)
      try await test.act(SeparateMatter(matter: matter, seen: nil, reason: Words("并错了")), by: "tong")
      test.clock.advance(days: 2)
      try await test.act(test.handIn("检查记录", to: matter), by: "xiaofang.ban")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil), by: "xiaofang.ban")
      let tables = Tables(engine: test.office.engine)
      let (names, day) = (["figures", "figure_sums", "matters"], "\"separatedOn\":\"2026-03-25\"")
      var before: [Tables.Content] = []
      for name in names { before.append(try await tables.content(of: name)) }
      #expect(try await test.stateHolds(day, matter))
      #expect(before[0].rows.contains { $0.values.contains(.text("stay_underway")) && $0.values.contains(.int(2)) })
      try await tables.run("UPDATE matters SET state = replace(state, ',\(day)', '')")
      try await tables.run("UPDATE figures SET days = 25 WHERE fact = 'stay_underway'")
      try await tables.run("UPDATE figure_sums SET days = 25 WHERE fact = 'stay_underway'")
      #expect(try await Set(test.office.check().differences.map(\.table)) == Set(names))
      for name in ["figures", "figure_sums", "figures_made"] { try await tables.run("DELETE FROM \(name)") }
      try await TableFill(test.office.engine, test.office.district).run()
      for (name, content) in zip(names, before) { #expect(try await tables.content(of: name) == content, "\(name)") }
      #expect(findings(try await test.office.check()) == [])
    }
  }
}

extension TestOffice {
  fileprivate func stateHolds(_ text: String, _ matter: MatterID) async throws -> Bool {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.row(
        "SELECT state FROM matters WHERE district = $1 AND id = $2", [.text(district.text), .text(matter.text)]
      )?.text(0).contains(text) ?? false
    }
  }
}
