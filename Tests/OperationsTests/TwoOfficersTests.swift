import Ground
import Matters
import Operations
import TestDatabases
import TestOffice
import Testing

/// Two coordinators answer one request at the same moment.
@Suite struct TwoOfficersTests {
  @Test(arguments: TestEngine.all) func oneOfTwoDecidesAnExtension(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let before = try #require(try await test.matter(matter)?.due?.day)
      let day = before.adding(days: 20)
      try await test.act(
        AskExtension(matter: matter, seen: nil, until: day, reason: Words("设备未到货"), onBehalf: nil), by: "xiaofang.zhang"
      )
      let answers = try await withThrowingTaskGroup(of: (isGranted: Bool, problems: [ProblemCode]).self) {
        group in
        for (officer, isGranted) in [("tong", true), ("qiao", false)] {
          group.addTask {
            do {
              try await test.act(
                DecideExtension(matter: matter, seen: nil, isGranted: isGranted, day: nil, reason: Words("已研究")),
                by: officer)
              return (isGranted, [])
            } catch let refusal as Refusal { return (isGranted, refusal.problems.map(\.code)) }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let won = answers.filter(\.problems.isEmpty)
      #expect(won.count == 1)
      #expect(answers.filter { !$0.problems.isEmpty }.map(\.problems) == [[.noExtension]])
      let stands = try #require(try await test.matter(matter))
      #expect(stands.life.extensionAsked == nil)
      #expect(stands.life.extensionsGranted == (won.first?.isGranted == true ? 1 : 0))
      #expect(stands.due?.day == (won.first?.isGranted == true ? day : before))
      #expect(try await test.wrong() == [])
    }
  }
}
