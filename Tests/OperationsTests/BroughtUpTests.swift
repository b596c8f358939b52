import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What the ladder brought up to the next meeting is heard of there, whatever becomes of it until then.
@Suite struct BroughtUpTests {
  @Test(arguments: TestEngine.all) func waitsForAMeetingThatHasIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      // Five workdays past its due day, on a Friday.
      _ = try await test.round(on: "2026-03-27", at: 600)
      #expect(try await test.matter(matter)?.escalation?.isForMeeting == true)
      // Its due day moves, so that its ladder begins anew, and nobody has called a meeting yet.
      try await test.act(
        ChangeDue(
          matter: matter, seen: nil, day: test.office.today.adding(days: 40),
          reason: Words("设备未到")), by: "tong")
      #expect(try await test.matter(matter)?.escalation == nil)
      let called = try await SittingTests.Series(test, in: 3)
      #expect(try await called.sheet().choices.brought == [matter])
      // A meeting that is called off heard of nothing.
      try await test.act(CallOffSitting(sitting: called.id, reason: Words("防汛")), by: "tong")
      let series = try await SittingTests.Series(test, in: 3)
      #expect(try await series.sheet().choices.brought == [matter])
      test.clock.advance(days: 3)
      try await series.open()
      #expect(try await series.sheet().agenda.compactMap(\.matter?.matter.id) == [matter])
      #expect(try await test.wrong() == [])
      try await series.decide("zhou", "排查在建工地塔吊和脚手架隐患，建立整改清单", ["zhujian"], "4月20日前")
      _ = try await series.issueMinutes()
      // The meeting after need not hear of it again, until the ladder brings it up anew.
      let next = try await SittingTests.Series(test, in: 20)
      #expect(try await next.sheet().choices.brought == [])
      _ = try await test.round(on: "2026-05-15", at: 600)
      #expect(try await next.sheet().choices.brought == [matter])
      // What is closed meanwhile is left out.
      try await test.act(
        Cancel(matter: matter, seen: nil, reason: Words("重复"), authority: Words("安委办")), by: "tong")
      #expect(try await next.sheet().choices.brought == [])
      #expect(try await test.wrong() == [])
    }
  }
}
