import Ground
import Matters
import Meetings
import Operations
import Reports
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
      try await test.act(FreezeReport(meeting: id), by: "tong")
      let report = try await test.office.frozenReport(of: id.text)
      #expect(report.model.noAction.map(\.carriedBy) == [matters[0]])
      // Taken back, it waits again and is found again.
      try await test.act(UndoIntake(meeting: id), by: "tong")
      #expect(try await review(test, id).clauses[0].alike?.matter.id == matters[0])
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
