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

/// The loop once: a bulletin's clause becomes a matter, is signed for, done, verified by somebody else, struck off,
/// and the follow-through report counts it.
@Suite struct LoopTests {
  @Test(arguments: TestEngine.all) func runsFromBulletinToReport(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let meeting = try await test.receive(clauses: ["要加强人员密集场所的消防安全检查。", "要提高认识。"])
      let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")
      let matter = try #require(matters.first)
      try await test.act(SetClauseAside(meeting: meeting, clause: 1, reason: Words("属于思想认识要求")), by: "tong")
      try await test.act(
        Acknowledge(matter: matter, seen: 1, handler: OfficerID(trusted: "xiaofang.ban"), onBehalf: nil),
        by: "xiaofang.zhang")
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("已检查十二家"), onBehalf: nil), by: "xiaofang.ban")
      try await test.act(test.photo(for: matter), by: "xiaofang.ban")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("全部完成"), onBehalf: nil), by: "xiaofang.ban")
      try await test.act(
        CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: "yan")
      let closed = try #require(try await test.matter(matter))
      #expect(closed.phase == .closed)
      #expect(closed.number == "QH-2026-0001")

      let report = try await test.act(FreezeReport(meeting: meeting), by: "tong")
      let district = test.office.district
      let totals = try await test.office.ask { (session: any SQLSession) throws(StorageError) in
        let frozen = try ReportStore(session, district).load(report)
        return try frozen.map { (frozen) throws(StorageError) in
          try Composition(session, district, shippedCalendar: test.office.shippedCalendar).model(frozen.model).totals
        }
      }
      #expect(totals?.issued == 1)
      #expect(totals?.closed == 1)
      #expect(totals?.closedOnTime == 1)
    }
  }
}
