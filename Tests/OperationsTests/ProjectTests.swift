import Directory
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A fire station is built: its plan, its list, who sees what slips, and how it is submitted.
@Suite struct ProjectTests {
  private static let brigade = UnitID(trusted: "xiaofang")

  private static func plan(on day: CivilDate) -> ProjectPlan {
    ProjectPlan(
      milestones: [
        Milestone(number: 1, title: Words("完成选址"), planned: day.adding(days: 1), unit: brigade),
        Milestone(number: 2, title: Words("站房完工"), planned: day.adding(days: 15), unit: brigade),
      ],
      conditions: [StandingCondition(number: 1, text: Words("专岗专人"), posts: 2, people: 6, unit: brigade)],
      measures: [InterimMeasure(number: 1, text: Words("临时驻防"), keeper: brigade, everyDays: 7)])
  }

  @Test(arguments: TestEngine.all) func fromPlanToSubmission(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let (office, today) = (test.office, test.office.today)
      let (tong, ban) = (try await test.officer("tong"), try await test.officer("xiaofang.ban"))
      let matter = try await test.matterUnderway()
      #expect(try await office.projects(for: tong).rows.isEmpty)
      try await test.act(
        SetProject(matter: matter, seen: nil, plan: Self.plan(on: today), reason: nil, onBehalf: nil),
        by: "xiaofang.zhang")
      let row = try #require(try await office.projects(for: tong).rows.first)
      #expect(row.row.matter.id == matter && row.project.milestones.map(\.state) == [.near, .open])
      #expect(row.project.next?.number == 1 && row.project.slippage == 0)
      #expect(try await office.projects(for: try await test.officer("shiqiao.ban")).rows.isEmpty, "another unit's")
      // The unit is asked for the milestone, the coordinator may press.
      func turns(_ officer: Officer) async throws -> [MatterAct] {
        try await office.myDay(for: officer).myTurn.filter { $0.row.matter.id == matter }.map(\.act)
      }
      let asked = try await turns(ban)
      #expect(asked.contains(.finishMilestone) && !asked.contains(.checkMeasure))
      #expect(try await turns(tong) == [.press])

      try await test.act(
        MoveMilestone(
          matter: matter, seen: nil, number: 1, day: today.adding(days: 16), reason: Words("征地未完"), onBehalf: nil),
        by: "xiaofang.zhang")
      #expect(try await turns(ban).contains(.finishMilestone) == false)
      #expect(try await turns(tong) == [])
      let sheet = try #require(try await office.matterSheet(matter, for: tong))
      #expect(sheet.beside.project?.slippage == 15 && sheet.beside.project?.milestones[0].moves == 1)
      #expect(sheet.story.prefix(2).map(\.happening.kind) == [.milestoneMoved, .projectSet])
      let submit = Submit(matter: matter, seen: nil, note: Words("完成"), onBehalf: nil)
      await #expect(throws: Refusal.self) { try await test.act(submit, by: "xiaofang.ban") }
      for number in [1, 2] {
        try await test.act(
          FinishMilestone(
            matter: matter, seen: nil, number: number, day: today, note: Words("已完成"), onBehalf: nil),
          by: "xiaofang.ban")
      }
      try await test.act(
        CheckCondition(
          matter: matter, seen: nil, number: 1, look: ProjectLook(day: today, holds: true, note: Words("6人在岗")),
          onBehalf: nil), by: "xiaofang.ban")
      try await test.act(
        RecordInterimCheck(
          matter: matter, seen: nil, number: 1, look: ProjectLook(day: today, holds: true, note: Words("有驻防")),
          onBehalf: nil), by: "xiaofang.ban")
      let done = try #require(try await office.projects(for: tong).rows.first)
      #expect(done.project.milestones.allSatisfy { $0.state == .done } && done.project.next == nil)
      #expect(done.project.conditions[0].state == .holds && done.project.measures[0].state == .holds)
      #expect(try await test.wrong() == [])
    }
  }

  /// What a plan asks of persons is refused like any such demand.
  @Test func aPlanIsAboutNoPersons() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let plan = ProjectPlan(milestones: [
        Milestone(number: 1, title: Words("对重点人员逐人稳控"), planned: test.office.today, unit: Self.brigade)
      ])
      await #expect(throws: Refusal.self) {
        try await test.act(
          SetProject(matter: matter, seen: nil, plan: plan, reason: nil, onBehalf: nil), by: "xiaofang.zhang")
      }
      #expect(try await test.matter(matter)?.life.project == nil)
    }
  }
}
