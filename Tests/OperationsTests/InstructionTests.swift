import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// An instruction that was conveyed is before the office until a matter follows it, or it is said why none does.
@Suite struct InstructionTests {
  @Test(arguments: TestEngine.all) func waitsForAMatterOrAReason(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let number = try #require(try await test.matter(matter)?.number)
      let series = try await SittingTests.Series(test, in: 1)
      test.clock.advance(days: 1)
      try await series.open()
      for source in ["市领导批示", "省安委会通报", "区委会议精神"] {
        try await test.act(
          ConveyInstruction(sitting: series.id, source: Words(source), text: Words("抓好落实。")), by: "tong")
      }
      func open(_ officer: String = "tong") async throws -> [String] {
        try await test.office.myDay(for: try await test.officer(officer)).instructions.map {
          "\($0.number) \($0.source.shown)"
        }
      }
      #expect(try await open() == ["0 市领导批示", "1 省安委会通报", "2 区委会议精神"])
      // It is the office's to follow up.
      for other in ["lin", "xiaofang.zhang"] { #expect(try await open(other) == []) }
      try await test.act(LinkInstruction(sitting: series.id, number: 1, matter: number, seen: nil), by: "tong")
      func settle(_ number: Int, _ reason: String, by officer: String = "tong") async throws {
        try await test.act(
          SettleInstruction(sitting: series.id, number: number, reason: Words(reason), seen: nil), by: officer)
      }
      await refused(.sittingCoordinatorOnly) { try await settle(0, "仅供知悉", by: "lin") }
      await refused(.sittingText) { try await settle(0, " ") }
      await refused(.sittingSettled) { try await settle(1, "仅供知悉") }
      await refused(.sittingItem) { try await settle(3, "仅供知悉") }
      try await settle(0, "仅供知悉")
      await refused(.sittingSettled) { try await settle(0, "仅供知悉") }
      #expect(try await open() == ["2 区委会议精神"])
      #expect(try await series.sheet().instructions.map(\.settled?.shown) == ["仅供知悉", nil, nil])
      // Still after the minutes, and after an older database is opened.
      try await series.decide("zhou", "排查在建工地塔吊和脚手架隐患，建立整改清单", ["zhujian"], "4月20日前")
      _ = try await series.issueMinutes()
      #expect(try await open() == ["2 区委会议精神"])
      #expect(try await test.wrong() == [])
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE sittings SET instructions = -1")
      }
      try await TableFill(test.office.engine, test.office.district).run()
      #expect(try await test.wrong() == [])
      try await settle(2, "已在事项中落实")
      #expect(try await open() == [])
      #expect(try await test.wrong() == [])
    }
  }
}
