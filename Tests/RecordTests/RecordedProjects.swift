import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A project plan stands in the ledger like everything else: damage to its rows is found, and its words can be erased.
@Suite struct RecordedProjectsTests {
  private func planned(_ test: TestOffice) async throws -> MatterID {
    let matter = try await test.underwayMatter()
    let brigade = UnitID(trusted: "xiaofang")
    let plan = ProjectPlan(
      milestones: [
        Milestone(number: 1, title: Words("张某家旁选址"), planned: test.office.today, unit: brigade),
        Milestone(number: 2, title: Words("站房完工"), planned: test.office.today.adding(days: 3), unit: brigade),
      ], measures: [InterimMeasure(number: 1, text: Words("临时驻防"), keeper: brigade, everyDays: 7)])
    try await test.act(
      SetProject(matter: matter, seen: nil, plan: plan, reason: nil, onBehalf: nil), by: "xiaofang.zhang")
    try await test.act(
      FinishMilestone(
        matter: matter, seen: nil, number: 1, day: test.office.today, note: Words("已选定"), onBehalf: nil),
      by: "xiaofang.ban")
    return matter
  }

  @Test(arguments: TestEngine.all) func damageIsFound(_ engine: TestEngine) async throws {
    let damages = [
      ("matters", "UPDATE matters SET planned = 0 WHERE planned = 1"),
      ("waiting", "DELETE FROM waiting WHERE kind = 'measure'"),
      ("waiting", "UPDATE waiting SET due_key = '2036-01-01' WHERE kind = 'milestone'"),
    ]
    for (table, damage) in damages {
      try await TestOffice.with(engine) { test in
        _ = try await planned(test)
        #expect(findings(try await test.office.check()) == [])
        try await Tables(engine: test.office.engine).run(damage)
        #expect(Set(try await test.office.check().differences.map(\.table)) == [table], "\(damage)")
      }
    }
  }

  @Test(arguments: TestEngine.all) func anErasedTitleKeepsItsPlace(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await planned(test)
      let rows = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        try session.rows("SELECT seal FROM texts WHERE body = $1", [.text("张某家旁选址")])
      }
      #expect(rows.count == 1)
      let seal = try #require(try rows.first?.text(0))
      try await test.act(EraseText(seal: seal, reason: Words("当事人申请删除")), by: "guan")
      let sheet = try #require(try await test.office.matterSheet(matter, for: try await test.officer("tong")))
      let milestones = try #require(sheet.beside.project?.milestones)
      #expect(milestones.map(\.title.isErased) == [true, false] && milestones.map(\.state) == [.done, .near])
      #expect(findings(try await test.office.check()) == [])
    }
  }
}
