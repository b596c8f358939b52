import Directory
import Ground
import Matters
import Meetings
import Operations
import Reports
import Storage
import TestDatabases
import TestOffice
import Testing

/// A meeting that asks again what is already under way gets no second matter for it.
@Suite struct CarryOverTests {
  private let first = ["要对人员密集场所的消防安全开展一次全面检查，建立隐患台账。", "要加快街镇消防站建设。"]
  private let second = ["要继续对人员密集场所消防安全开展全面检查，完善隐患台账。", "要抓好春季森林防火宣传。"]

  private func review(_ test: TestOffice, _ id: MeetingID) async throws -> IntakeReview {
    try #require(try await test.office.intakeReview(id, for: OfficerID(trusted: "tong")))
  }

  @Test(arguments: TestEngine.all) func whatIsAskedAgainIsFoundAndCarriedOver(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let before = try await test.receive(clauses: first, day: "2026-02-20")
      let matters = try await test.act(IssueClauses(meeting: before, clauses: [0, 1]), by: "tong")
      let id = try await test.receive(clauses: second)
      let clauses = try await review(test, id).clauses
      #expect(clauses[0].alike?.matter.id == matters[0] && clauses[1].alike == nil)
      let reason = Words("与在办事项为同一要求")
      try await test.act(SetClauseAside(meeting: id, clause: 0, reason: reason, carriedBy: matters[0]), by: "tong")
      let decided = try await review(test, id).clauses[0]
      #expect(decided.state == .noAction && decided.decision?.carriedBy?.id == matters[0] && decided.alike == nil)
      let officer = try #require(try await test.office.directory()?.officers[OfficerID(trusted: "tong")])
      let sheet = try #require(try await test.office.matterSheet(matters[0], for: officer))
      #expect(sheet.carried.map(\.meeting.id) == [id] && sheet.carried.map(\.clause) == [0])
      #expect(sheet.carried.map(\.words.text) == [second[0]])
      try await test.act(FreezeReport(meeting: id), by: "tong")
      let report = try await test.office.frozenReport(of: id.text)
      #expect(report.model.noAction.map(\.carriedBy) == [matters[0]])
      // Taken back, it waits again and is found again.
      try await test.act(UndoIntake(meeting: id), by: "tong")
      #expect(try await review(test, id).clauses[0].alike?.matter.id == matters[0])
      #expect(try await test.office.matterSheet(matters[0], for: officer)?.carried.isEmpty == true)
    }
  }

  /// An office that carried clauses over before the table was there finds them in it.
  @Test(arguments: TestEngine.all) func whatWasCarriedOverBeforeIsEntered(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let before = try await test.receive(clauses: first, day: "2026-02-20")
      let matters = try await test.act(IssueClauses(meeting: before, clauses: [0, 1]), by: "tong")
      let id = try await test.receive(clauses: second + ["要做好值班值守。"])
      for (clause, carrier) in [(0, MatterID?.some(matters[1])), (1, nil), (2, matters[0])] {
        try await test.act(
          SetClauseAside(meeting: id, clause: clause, reason: Words("同一要求"), carriedBy: carrier), by: "tong")
      }
      let migrations = try Resources(path: TestOffice.resources).migrations
      let migration = try #require(migrations.first { $0.name == "0015-carried-over" })
      let filling = engine == .sqlite ? migration.sqlite : migration.postgres
      try await test.office.engine.write { (session) throws(StorageError) in try session.run("DELETE FROM carried") }
      #expect(try await test.office.check().differences.contains { $0.table == "carried" })
      try await test.office.engine.write { (session) throws(StorageError) in try session.run(filling) }
      #expect(!(try await test.office.check().differences.contains { $0.table == "carried" }))
    }
  }

  @Test func onlyAnOpenMatterTakesAClauseOver() async throws {
    try await TestOffice.with(.sqlite) { test in
      let before = try await test.receive(clauses: first, day: "2026-02-20")
      let matters = try await test.act(IssueClauses(meeting: before, clauses: [0]), by: "tong")
      try await test.act(
        Cancel(matter: matters[0], seen: nil, reason: Words("重复"), authority: Words("区安委办")), by: "tong")
      let id = try await test.receive(clauses: second)
      #expect(try await review(test, id).clauses[0].alike == nil)
      for (matter, code) in [(matters[0], ProblemCode.finished), (MatterID(trusted: "none"), .matterUnknown)] {
        let error = await #expect(throws: Refusal.self) {
          try await test.act(
            SetClauseAside(meeting: id, clause: 0, reason: Words("同一要求"), carriedBy: matter), by: "tong")
        }
        #expect(error?.problems.map(\.code) == [code])
      }
    }
  }
}
