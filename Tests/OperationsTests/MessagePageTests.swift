import Directory
import Ground
import Matters
import Operations
import Storage
import Synchronization
import TestDatabases
import TestOffice
import Testing

/// A page of messages, and a preview of one change to many: what their matters are is one question, however many they are.
@Suite struct MessagePageTests {
  @Test(arguments: TestEngine.all) func asksForItsMattersAtOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let desk = OutboxDesk(test: test)
      let ids = try await test.issue((0..<12).map { ListAnswerTests.draft("要检查第\($0)处。") })
      for (place, id) in ids.enumerated() { try await desk.tell("xiaofang.zhang", Int64(9000 + place), matter: id) }
      let moves = Reassign(
        matter: ids[3], seen: nil, lead: UnitID(trusted: "shiqiao"), supporting: [], reason: Words("属地办理"))
      try await test.act(moves, by: "tong")
      try await desk.tell("shiqiao.zhang", 9000, matter: ids[3])
      try await test.office.close()
      let recording = Mutex<RecordingEngine?>(nil)
      let office = try await test.premises.open(
        clock: test.clock,
        wrap: { real in
          let engine = RecordingEngine(real)
          recording.withLock { $0 = engine }
          return engine
        })
      let recorder = try #require(recording.withLock { $0 })
      func asked(_ officer: String) async throws -> (lines: [MessageLine], questions: [String]) {
        _ = try await office.directory()
        _ = recorder.takeAsked()
        let page = try await office.messages(of: OfficerID(trusted: officer))
        return (page.lines.filter { $0.position >= 9000 }, recorder.takeAsked())
      }
      let (many, one) = (try await asked("xiaofang.zhang"), try await asked("shiqiao.zhang"))
      #expect(many.lines.count == 12 && one.lines.count == 1)
      #expect(many.questions.count == one.questions.count, "\(many.questions)")
      #expect(many.questions.filter { $0.hasPrefix("SELECT state FROM matters") }.count == 1)
      // What moved on to another unit is named to that one alone.
      #expect(many.lines.filter { $0.matter == nil }.map(\.position) == [9003])
      #expect(one.lines.first?.matter?.id == ids[3])
      let picks = ids.map { ChangeMany.Pick(matter: $0, seen: nil) }
      let tong = try #require(try await office.directory()?.officers[OfficerID(trusted: "tong")])
      _ = recorder.takeAsked()
      let preview = try await office.bulkPreview(picks + picks, .press(note: Words("请抓紧办理")), by: tong)
      #expect(preview.lines.map(\.row.matter.id) == ids && preview.refused == 0)
      #expect(recorder.takeAsked().filter { $0.hasPrefix("SELECT state FROM matters") }.count == 1)
      try await office.close()
    }
  }
}
