import Directory
import Duties
import Ground
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice
import Testing

/// A unit is told when refreshers of its posts are due soon, due and overdue: each once, and without anything personal.
@Suite struct RefresherNewsTests {
  /// `kind due officer`, in the ledger's order.
  private static func told(_ test: TestOffice) async throws -> [String] {
    try await test.office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows(
        "SELECT kind, detail, officer FROM notices WHERE kind LIKE 'refresher_%' ORDER BY position, officer", []
      ).map { (row) throws(StorageError) in "\(try row.text(0)) \(try row.text(1)) \(try row.text(2))" }
    }
  }

  private static func round(_ test: TestOffice, _ day: CivilDate) async throws -> Int {
    test.clock.advance(days: test.office.today.days(until: day))
    return try await test.office.makeRound().refreshers
  }

  @Test(arguments: TestEngine.all) func eachStepIsToldOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let course = try #require(
        test.office.shippedPacks.work.coursesInOrder.first { $0.refresherMonths != nil && $0.units.contains(.town) })
      let line = TrainingTerms.Line(unit: UnitID(trusted: "shiqiao"), post: course.posts[0].code, attended: 3, owed: 3)
      func session(on day: CivilDate) -> TrainingStart {
        TrainingStart(
          course: course.code, organiser: UnitID(trusted: "xiaofang"),
          terms: TrainingTerms(day: day, place: Words("会议室"), hours: 4, lines: [line]))
      }
      try await test.act(RecordTraining(session(on: test.office.today), sheet: nil), by: "xiaofang.ban")
      #expect(try await test.office.makeRound().refreshers == 0)
      let tong = try await test.officer("tong")
      let board = try await test.office.refresherBoard(RefresherFilter(course: course.code), for: tong)
      let due = try #require(
        board.rows.first { $0.unit.id.text == "shiqiao" && $0.refresher.post == line.post }?.due?.day)
      let calendar = test.office.shippedCalendar
      func workday(from day: CivilDate) -> CivilDate {
        var day = day
        while !calendar.assumedKind(of: day).isWorked { day = day.adding(days: 1) }
        return day
      }
      let soon = workday(from: due.adding(days: 1 - course.noticeDays))
      try #require(soon < due)
      #expect(try await Self.round(test, soon) == 1)
      #expect(try await test.office.makeRound().refreshers == 0)
      if workday(from: due) == due { #expect(try await Self.round(test, due) == 1) }
      #expect(try await Self.round(test, workday(from: due.adding(days: 1))) == 1)
      #expect(try await test.office.makeRound().refreshers == 0)
      let told = try await Self.told(test)
      #expect(told.prefix(2) == ["refresher_soon \(due.iso) shiqiao.ban", "refresher_soon \(due.iso) shiqiao.zhang"])
      #expect(
        told.suffix(2) == ["refresher_overdue \(due.iso) shiqiao.ban", "refresher_overdue \(due.iso) shiqiao.zhang"])
      #expect(told.allSatisfy { $0.contains(" shiqiao.") })
      // Trained anew, nothing is told until that is due.
      try await test.act(RecordTraining(session(on: test.office.today), sheet: nil), by: "xiaofang.ban")
      #expect(try await test.office.makeRound().refreshers == 0)
      #expect(try await test.wrong() == [])
    }
  }
}
