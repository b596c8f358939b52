import Directory
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Reports
import TestDatabases
import TestOffice
import Testing

/// A frozen report comes out of the ledger again, byte for byte, however much has happened since.
@Suite struct ReplayTests {
  @Test(arguments: TestEngine.all) func theSameEntriesMakeTheSameReport(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let life = try await test.liveThroughEverything()
      test.clock.advance(days: 40)
      try await test.act(Reopen(matter: life.closed, seen: nil, reason: Words("隐患反弹")), by: "tong")
      let replay = try await test.office.replayReport(of: life.meeting.text)
      #expect(replay.agrees && replay.canonical == replay.frozen.canonical)
      #expect(replay.frozen.model.totals.closed == 1)
      #expect(replay.frozen.checkpoint.hasPrefix("bihuan/qinghe/1\n"))
      let second = try await test.act(FreezeReport(meeting: life.meeting), by: "tong")
      let later = try await test.office.replayReport(of: "1")
      #expect(later.agrees && later.frozen.model.totals.closed == 0 && second != life.report)
      let first = try await test.office.replayReport(of: "1", at: replay.frozen.model.size)
      #expect(first.canonical == replay.canonical)
    }
  }

  @Test func aReportThatWasTouchedDoesNotAgree() async throws {
    try await TestOffice.with(.sqlite) { test in
      let life = try await test.liveThroughEverything()
      try await Tables(engine: test.office.engine)
        .run("UPDATE reports SET model = replace(model, '\"closed\":1', '\"closed\":2')")
      let replay = try await test.office.replayReport(of: life.meeting.text)
      #expect(!replay.agrees && !replay.frozen.isWhole)
    }
  }
}
