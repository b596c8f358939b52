import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// Whatever callers do at once or twice, each act happens once, and nothing is lost.
@Suite struct OnceTests {
  @Test(arguments: TestEngine.all) func theSameOperationTwiceIsOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      let (operation, officer) = (
        test.office.newOperation(), ActorReference.officer(OfficerID(trusted: "xiaofang.ban"))
      )
      func say(_ note: String, _ operation: OperationID) async throws {
        _ = try await test.office.perform(
          ReportProgress(matter: matter, seen: nil, note: Words(note), onBehalf: nil), by: officer, operation: operation
        )
      }
      try await say("已检查", operation)
      let once = try await test.matter(matter)
      try await say("已检查", operation)
      #expect(try await test.matter(matter) == once)
      await #expect(throws: Refusal(.operationConflict)) { try await say("没有检查", operation) }
      // Forgotten after thirty days, and refused still: the entries know it.
      test.clock.advance(days: 31)
      try await test.office.tidy()
      await #expect(throws: Refusal(.operationDone)) { try await say("已检查", operation) }
      #expect(try await test.matter(matter) == once)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test(arguments: TestEngine.all) func ofManyCallersOneWinsEachStep(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      for _ in 0..<6 {
        let before = try #require(try await test.matter(matter))
        let wins = await withTaskGroup(of: Bool.self) { group in
          for caller in 0..<64 {
            group.addTask {
              do {
                try await test.act(
                  ReportProgress(matter: matter, seen: before.version, note: Words("第\(caller)人"), onBehalf: nil),
                  by: "xiaofang.ban")
                return true
              } catch {
                #expect((error as? Refusal)?.problems.map(\.code) == [.pageStale])
                return false
              }
            }
          }
          return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(wins == 1)
        #expect(try await test.matter(matter)?.version == before.version + 1)
      }
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test(arguments: TestEngine.all) func aRefusedActLeavesTheOthersOfItsGroup(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.underwayMatter()
      let before = try #require(try await test.matter(matter)).version
      let done = await withTaskGroup(of: Bool.self) { group in
        for caller in 0..<64 {
          group.addTask {
            // Every second one is by somebody who may not.
            let officer = caller.isMultiple(of: 2) ? "xiaofang.ban" : "shiqiao.ban"
            let act = ReportProgress(matter: matter, seen: nil, note: Words("第\(caller)次"), onBehalf: nil)
            return (try? await test.act(act, by: officer)) != nil
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(done == 32)
      #expect(try await test.matter(matter)?.version == before + 32)
      #expect(findings(try await test.office.check()) == [])
    }
  }

  @Test func aRefusedActLeavesNoFileBehind() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.underwayMatter()
      let files = test.office.evidence.all()
      let act = try test.handIn("不是本单位的材料", to: matter)
      #expect(test.office.evidence.all().count == files.count + 1)
      await #expect(throws: Refusal.self) { try await test.act(act, by: "shiqiao.ban") }
      #expect(test.office.evidence.all() == files)
    }
  }
}
