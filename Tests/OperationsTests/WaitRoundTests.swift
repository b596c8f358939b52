import Directory
import Foundation
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// What waits beside due days is listed by its own day, regular reports are called to mind and counted, and whoever took a
/// matter finds it.
@Suite struct WaitRoundTests {
  private func suspend(_ matter: MatterID, until day: String, in test: TestOffice) async throws {
    let suspend = Suspend(
      matter: matter, seen: nil, until: try #require(CivilDate(day)), reason: Words("等待招标"), authority: Words("区政府"))
    try await test.act(suspend, by: "tong")
  }

  @Test(arguments: TestEngine.all) func whoTookAMatterFindsIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let zhou = try await test.officer("zhou")
      var mine = MatterFilter()
      mine.view = .mine
      func found() async throws -> [[MatterID]] {
        let tong = try await test.officer("tong")
        return [
          try await test.office.matterList(mine, for: zhou).rows.map(\.matter.id),
          try await test.office.matterList(MatterFilter(query: "leader=zhou"), for: tong).rows.map(\.matter.id),
          try await test.office.matterList(MatterFilter(query: "leader=zhou&sort=recent"), for: tong).rows.map(
            \.matter.id),
          try await test.office.myDay(for: zhou).othersTurn.map(\.row.matter.id),
        ]
      }
      #expect(try await found() == [[], [], [], []])
      try await test.act(Adopt(matter: matter, seen: nil, leader: zhou.id, note: Words("包案")), by: "zhou")
      #expect(try await found() == [[matter], [matter], [matter], [matter]])
      #expect(try await test.office.matterList(mine, for: zhou).total == .exact(1))
      #expect(try await test.wrong() == [])
      // What the schema's own text fills the columns with in an older database is what the matters say.
      let dialect = engine == .sqlite ? "sqlite" : "postgres"
      let text = try String(
        contentsOfFile: TestOffice.resources + "/schema/0037-waits.\(dialect).sql", encoding: .utf8)
      try await test.office.engine.write { (session: any SQLSession) throws(StorageError) in
        try session.run("UPDATE matters SET adopter = NULL")
        try session.run("UPDATE listed SET adopter = ''")
        try session.define(text)
      }
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func listsWaitsByKindAndDay(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let asks = AskExtension(
        matter: matter, seen: nil, until: try #require(CivilDate("2026-04-10")), reason: Words("设备未到"), onBehalf: nil)
      try await test.act(asks, by: "xiaofang.zhang")
      let (tong, ban) = (try await test.officer("tong"), try await test.officer("xiaofang.ban"))
      let other = try await test.officer("shiqiao.ban")
      func lines(_ kind: Waiting.Kind?, _ viewer: Officer) async throws -> [String] {
        try await test.office.waitList(kind, after: nil, for: viewer).rows.map {
          "\($0.kind.rawValue) \($0.by?.day.iso ?? "-") \($0.act?.rawValue ?? "-")"
        }
      }
      // Asked on Monday, 2026-03-02: three workdays.
      #expect(try await lines(nil, tong) == ["extension 2026-03-05 extension-decision"])
      #expect(try await lines(.extension, ban) == ["extension 2026-03-05 -"])
      #expect(try await lines(.lookBack, tong) == [])
      #expect(try await lines(nil, other) == [])
      #expect(try await test.office.myDay(for: tong).myTurn.first?.by?.day.iso == "2026-03-05")
      let end = "2026-03-05~\(matter)~extension~xiaofang"
      #expect(try await test.office.waitList(nil, after: end, for: tong).rows.isEmpty)
      #expect(
        try await test.office.waitList(nil, after: "2026-03-04~\(matter)~part~xiaofang", for: tong).rows.count == 1)
      #expect(PageCursor.isWait(end) && !PageCursor.isWait("2026-03-05~x") && !PageCursor.isWait("a~b~extension~c"))
    }
  }

  /// Asked for weekly in the week of Monday, 2026-03-02: the first period that owes a report is that of the 9th.
  @Test(arguments: TestEngine.all) func remindsOfRegularReportsAndCountsTheMissed(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(SetCycle(matter: matter, seen: nil, cycle: .weekly), by: "tong")
      let ban = try await test.officer("xiaofang.ban")
      func owed() async throws -> [String] {
        try await test.office.myDay(for: ban).periodicOwed.map { "\($0.cycle.rawValue) \($0.by.day.iso)" }
      }
      func missed() async throws -> Int? {
        try await test.office.matterSheet(matter, for: ban)?.beside.reportsMissed
      }
      #expect(try await test.round(on: "2026-03-06", at: 600).periods == 0)
      #expect(try await owed() == [])
      #expect(try await test.round(on: "2026-03-12", at: 600).periods == 0)
      #expect(try await owed() == ["weekly 2026-03-15"])
      #expect(try await test.round(on: "2026-03-13", at: 600).periods == 1)
      #expect(try await test.round(on: "2026-03-13", at: 700).periods == 0)
      #expect(try await test.told(matter, .reportReminded) == [": xiaofang.ban"])
      #expect(try await test.round(on: "2026-03-16", at: 600).periods == 1)
      #expect(try await test.round(on: "2026-03-16", at: 700).periods == 0)
      #expect(try await missed() == 1)
      let report = ReportProgress(matter: matter, seen: nil, note: ReportProgress.nothingNew, onBehalf: nil)
      try await test.act(report, by: "xiaofang.ban")
      #expect(try await owed() == [])
      #expect(try await test.round(on: "2026-03-20", at: 600).periods == 0)
      // Two weeks without a server: both stand on record at once.
      #expect(try await test.round(on: "2026-04-08", at: 600).periods == 1)
      #expect(try await missed() == 3)
      // What is suspended for weeks misses nothing.
      try await suspend(matter, until: "2026-05-08", in: test)
      #expect(try await test.round(on: "2026-05-11", at: 600).periods == 0)
      try await test.act(Resume(matter: matter, seen: nil, reason: Words("已具备条件")), by: "tong")
      #expect(try await test.round(on: "2026-05-12", at: 600).periods == 0)
      #expect(try await missed() == 3)
      #expect(try await test.wrong() == [])
    }
  }

  @Test(arguments: TestEngine.all) func aRelapseHasATermOfItsOwn(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(test.photo(for: matter), by: "xiaofang.ban")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("全部完成"), onBehalf: nil), by: "xiaofang.ban")
      try await test.act(
        CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: "yan")
      test.to("2026-04-13", 600)
      let tong = try await test.officer("tong")
      // Ten workdays after Monday, 2026-04-13.
      #expect(try await test.office.matterSheet(matter, for: tong)?.choices.dueAgain?.iso == "2026-04-27")
      try await test.act(Reopen(matter: matter, seen: nil, reason: Words("反弹")), by: "tong")
      let explained = try #require(try await test.office.dueExplained(matter, for: tong)?.reason ?? nil)
      #expect(explained.due.day.iso == "2026-04-27" && explained.term?.chinese == "反弹重办")
      #expect(explained.days.last?.day.iso == "2026-04-27" && explained.decision == nil)
      #expect(try await test.round(on: "2026-04-14", at: 600).steps == 0)
      #expect(try await test.wrong() == [])
    }
  }
}
