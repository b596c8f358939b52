import Directory
import Foundation
import Ground
import Ledger
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// A calendar that is published later moves the open due dates that were counted without it.
@Suite struct RecountTests {
  private static func year(_ serial: Int = 1, off: [String]) throws -> SetDirectory {
    SetDirectory([
      .workYearSet(
        WorkYear(
          year: 2027, serial: serial, source: Words("2027年休假安排"), off: try off.map { try #require(CivilDate($0)) },
          workdays: []))
    ])
  }

  /// Two matters due over the turn of the year, one by a named day and one long before it.
  private static func matters(_ test: TestOffice) async throws -> [MatterID] {
    let calendar = test.office.shippedCalendar
    let start = try #require(CivilDate("2026-12-28"))
    let dues = [
      try DueClock(calendar: calendar).due(.workdays(8), from: start, source: "directive.urgent"),
      try DueClock(calendar: calendar).due(.calendarDays(10), from: start, source: "directive.default"),
      try DueClock(calendar: calendar).due(.on(#require(CivilDate("2027-01-05"))), from: start, source: "stated"),
      try DueClock(calendar: calendar).due(
        .workdays(5), from: #require(CivilDate("2026-03-02")), source: "directive.urgent"),
    ]
    return try await test.issued(due: dues)
  }

  private static func days(_ test: TestOffice, _ ids: [MatterID]) async throws -> [String] {
    var days: [String] = []
    for id in ids { days.append(try #require(try await test.matter(id)?.due?.day.iso)) }
    return days
  }

  @Test(arguments: TestEngine.all) func movesWhatWasCountedWithoutIt(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let ids = try await Self.matters(test)
      #expect(try await Self.days(test, ids) == ["2027-01-07", "2027-01-07", "2027-01-05", "2026-03-09"])
      try await test.act(try Self.year(off: ["2027-01-01", "2027-01-06", "2027-01-07"]), by: "guan")
      #expect(try await Self.days(test, ids) == ["2027-01-12", "2027-01-08", "2027-01-05", "2026-03-09"])
      #expect(try await test.matter(ids[0])?.due?.unknownYears == [])
      let viewer = try await test.officer("tong")
      let line = try #require(try await test.office.clockSheet(for: viewer).recounts.first)
      #expect((line.edition, line.chunks, line.isDone, line.count, line.movedCount) == ("2027.1", 1, true, 2, 2))
      #expect(line.moved.map(\.before.iso).sorted() == ["2027-01-07", "2027-01-07"])
      // A later notice of the same year counts again; the same notice does not.
      try await test.act(try Self.year(2, off: ["2027-01-01"]), by: "guan")
      #expect(try await Self.days(test, ids) == ["2027-01-08", "2027-01-07", "2027-01-05", "2026-03-09"])
      try await test.office.close()
      let again = try await test.premises.open(clock: test.clock)
      #expect(try await again.clockSheet(for: viewer).recounts.map(\.edition) == ["2027.2", "2027.1"])
      // The test's bulletin has no file.
      let wrong = try await again.check().differences.filter { $0.table != "evidence" }
      #expect(wrong == [])
      try await again.close()
    }
  }

  /// Reports owed to a meeting are counted in workdays too; all that a run moved stands on its own page.
  @Test(arguments: TestEngine.all) func movesReportsOwedToMeetings(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let start = try #require(CivilDate("2026-12-28"))
      test.clock.advance(days: test.office.today.days(until: start))
      let series = try await SittingTests.Series(test, in: 20)
      try await series.ask(["xiaofang", "shiqiao"], workdays: 6)
      try await series.submit("shiqiao", "已检查。", by: "shiqiao.zhang")
      func dues() async throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try await series.sheet().reports.map { ($0.unit.id.text, $0.due.day.iso) })
      }
      #expect(try await dues() == ["xiaofang": "2027-01-05", "shiqiao": "2027-01-05"])
      try await test.act(try Self.year(off: ["2027-01-01", "2027-01-04"]), by: "guan")
      // What is in is owed no more.
      #expect(try await dues() == ["xiaofang": "2027-01-07", "shiqiao": "2027-01-05"])
      let viewer = try await test.officer("tong")
      let sheet = try #require(try await test.office.recountSheet("2027.1", skipping: 0, for: viewer))
      #expect(
        sheet.reports.map { "\($0.unit.id) \($0.before.iso) \($0.after.iso)" } == ["xiaofang 2027-01-05 2027-01-07"])
      #expect(sheet.line.reports == 1 && sheet.moved.isEmpty && sheet.next == nil)
      let other = try await test.officer("liuwan.zhang")
      #expect(try await test.office.recountSheet("2027.1", skipping: 0, for: other)?.reports.isEmpty == true)
      #expect(try await test.office.recountSheet("2030.1", skipping: 0, for: viewer) == nil)
      #expect(try await test.wrong() == [])
    }
  }

  /// What a matter waits for has a clock as well: the day by which an objection is answered.
  @Test(arguments: TestEngine.all) func movesWhatMattersWaitForToo(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let start = try #require(CivilDate("2026-12-28"))
      test.clock.advance(days: test.office.today.days(until: start))
      let id = try #require(
        try await test.issued(due: [
          DueDate(
            day: start.adding(days: 60), nominal: start, start: start, rule: .on(start.adding(days: 60)),
            source: "stated")
        ]).first)
      let lead = try #require(try await test.matter(id)?.lead)
      try await test.act(
        Object(matter: id, seen: nil, reason: Words("不属于本单位职责。"), onBehalf: nil), by: "\(lead).zhang")
      func answerBy() async throws -> String? { try await test.matter(id)?.life.objection?.answerBy?.day.iso }
      #expect(try await answerBy() == "2027-01-04")
      try await test.act(try Self.year(off: ["2027-01-01", "2027-01-04"]), by: "guan")
      #expect(try await answerBy() == "2027-01-06")
      let line = try #require(try await test.office.clockSheet(for: try await test.officer("tong")).recounts.first)
      #expect(line.moved.map { "\($0.before.iso) \($0.after.iso)" } == ["2027-01-04 2027-01-06"])
      #expect(try await test.wrong() == [])
    }
  }

  /// The years come while nobody counts: the next start does, and goes on where it was cut off.
  @Test(arguments: TestEngine.all) func goesOnWhereItWasCutOff(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let calendar = test.office.shippedCalendar
      let start = try #require(CivilDate("2026-12-28"))
      let due = try DueClock(calendar: calendar).due(.workdays(8), from: start, source: "directive.urgent")
      let ids = try await test.issued(due: Array(repeating: due, count: 230))
      try await test.act(try Self.year(off: ["2027-01-01"]), by: "guan")
      let chunks = try await test.chunks()
      #expect(chunks.map(\.number) == [1, 2, 3])
      #expect(chunks.map(\.counted.count) == [100, 100, 30])
      #expect(chunks.map { $0.next == nil } == [false, false, true])
      #expect(try await Set(Self.days(test, ids)) == ["2027-01-08"])
    }
  }

  @Test func nothingIsWrittenWhereNothingNeedsIt() async throws {
    try await TestOffice.with(.sqlite) { test in
      _ = try await test.issued(due: [])
      try await test.act(try Self.year(off: ["2027-01-01"]), by: "guan")
      #expect(try await test.chunks().isEmpty)
    }
  }
}

extension TestOffice {
  /// A matter for each due date, issued from one bulletin.
  fileprivate func issued(due: [DueDate]) async throws -> [MatterID] {
    guard !due.isEmpty else { return [] }
    let drafts = due.map { due in
      Draft(
        text: "要检查消防通道。", fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [], leader: nil,
        due: due, urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: true)
    }
    let meeting = try await receive(drafts)
    var ids: [MatterID] = []
    for first in stride(from: 0, to: drafts.count, by: 50) {
      ids += try await act(
        IssueClauses(meeting: meeting, clauses: Array(first..<min(first + 50, drafts.count))), by: "tong")
    }
    return ids
  }

  fileprivate func chunks() async throws -> [RecountChunk] {
    let district = office.district
    return try await office.ask { (session: any SQLSession) throws(StorageError) in
      try EntryStore(session, district).history(of: "record", kinds: ["record.recounted"]).compactMap { fact in
        if case .record(.recounted(let chunk)) = fact.event { chunk } else { nil }
      }
    }
  }
}

/// A due date that an extension or a listing set says so in its words.
@Suite struct DueWordsTests {
  @Test(arguments: TestEngine.all) func anExtensionTellsItsReason(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let first = try #require(try await test.matter(matter)?.due)
      let day = try #require(try await test.matter(matter)?.due?.day.adding(days: 20))
      try await test.act(
        AskExtension(matter: matter, seen: nil, until: day, reason: Words("设备未到货"), onBehalf: nil), by: "xiaofang.zhang"
      )
      try await test.act(
        DecideExtension(matter: matter, seen: nil, isGranted: true, day: nil, reason: Words("情况属实")), by: "tong")
      let explained = try #require(try await test.office.dueExplained(matter, for: test.officer("tong")))
      let reason = try #require(explained.reason)
      #expect((reason.due.day, reason.due.source) == (day, "extension"))
      #expect(reason.decision?.text == "情况属实")
      #expect(explained.history.map(\.kind) == [.issued, .extensionDecided])
      #expect(explained.history.map(\.reason.due.day) == [first.day, day])
      #expect(explained.history.last?.before == first.day && explained.history.last?.words?.text == "情况属实")
      #expect(explained.history.first?.reason.days.isEmpty == false)
    }
  }
}
