import Directory
import Foundation
import Ground
import Matters
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// The hourly round takes the steps of due days and notices what is quiet. The test's matter is due on Friday, 2026-03-20.
@Suite struct RoundTests {
  @Test(arguments: TestEngine.all) func takesEachStepOnceAndInWorkingHoursAlone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      #expect(try await test.round(on: "2026-03-16", at: 600) == RoundCount(steps: 0, quiet: 1))
      #expect(try await test.round(on: "2026-03-17", at: 509).steps == 0)
      #expect(try await test.round(on: "2026-03-17", at: 510).steps == 1)
      #expect(try await test.round(on: "2026-03-17", at: 570).steps == 0)
      #expect(try await test.round(on: "2026-03-20", at: 730).steps == 0, "at noon the office is closed")
      #expect(try await test.round(on: "2026-03-20", at: 790).steps == 1)
      #expect(try await test.round(on: "2026-03-22", at: 600).steps == 0, "a Sunday")
      #expect(try await test.round(on: "2026-03-23", at: 600).steps == 1)
      #expect(
        try await test.told(matter, .escalated) == [
          "usual.near: xiaofang.ban", "usual.due: xiaofang.zhang xiaofang.ban",
          "usual.overdue: tong qiao xiaofang.zhang xiaofang.ban",
        ])
      let wrong = try await test.wrong()
      #expect(wrong == [])
    }
  }

  @Test(arguments: TestEngine.all) func takesTheLatestStepAloneAfterTheServerWasOff(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.office.close()
      test.to("2026-03-30", 600)
      let again = try await test.premises.open(clock: test.clock)
      #expect(try await again.makeRound().steps == 1)
      #expect(try await again.makeRound().steps == 0)
      let district = again.district
      let stands = try await again.ask { (session: any SQLSession) throws(StorageError) in
        try MatterStore(session, district).load(matter)
      }
      #expect(stands?.escalation?.step == "meeting" && stands?.escalation?.number == 5)
      try await again.close()
    }
  }

  /// What was submitted on Friday, 2026-03-06 is to be verified within ten days, by Monday, 2026-03-16.
  @Test(arguments: TestEngine.all) func tellsWhoeverKeepsAMatterWaiting(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      try await test.act(
        Adopt(matter: matter, seen: nil, leader: OfficerID(trusted: "lin"), note: Words("包案")), by: "tong")
      test.to("2026-03-06", 600)
      try await test.act(test.photo(for: matter), by: "xiaofang.ban")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("全部完成"), onBehalf: nil), by: "xiaofang.ban")
      let yan = try await test.officer("yan")
      let turn = try #require(try await test.office.myDay(for: yan).myTurn.first)
      #expect(turn.act == .close && turn.by?.day.iso == "2026-03-16")
      #expect(try await test.office.matterSheet(matter, for: yan)?.beside.verifyBy?.iso == "2026-03-16")
      let explained = try #require(try await test.office.dueExplained(matter, for: yan)?.beside.first)
      let count = try #require(explained.reason)
      #expect(explained.kind == .verification && count.term?.chinese == "核查时限（自申请销号起）")
      #expect(count.days.last?.day.iso == "2026-03-16" && count.practice != nil)
      #expect(try await test.round(on: "2026-03-13", at: 600).waits == 0)
      #expect(try await test.round(on: "2026-03-16", at: 500).waits == 0, "the office is closed")
      #expect(try await test.round(on: "2026-03-16", at: 600).waits == 1)
      #expect(try await test.round(on: "2026-03-16", at: 660).waits == 0)
      #expect(try await test.round(on: "2026-03-17", at: 600).waits == 1)
      #expect(try await test.round(on: "2026-03-19", at: 600).waits == 1)
      #expect(try await test.round(on: "2026-03-30", at: 600).waits == 0)
      #expect(
        try await test.told(matter, .waitEscalated) == [
          "verification:answers.due: yan bai", "verification:answers.overdue: tong qiao yan bai",
          "verification:answers.leader: lin tong qiao",
        ])
      #expect(try await test.wrong() == [])
    }
  }

  /// Nobody resumes a suspended matter: its handlers and the office are told, after a week without a server once.
  @Test(arguments: TestEngine.all) func tellsThatASuspensionIsOver(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let suspend = Suspend(
        matter: matter, seen: nil, until: try #require(CivilDate("2026-03-12")), reason: Words("等待招标"),
        authority: Words("区政府常务会议"))
      try await test.act(suspend, by: "tong")
      #expect(try await test.round(on: "2026-03-11", at: 600).waits == 0)
      #expect(try await test.round(on: "2026-03-20", at: 600) == RoundCount(waits: 1))
      #expect(try await test.told(matter, .waitEscalated).map { $0.prefix(25) } == ["suspension:answers.leader"])
      try await test.act(Resume(matter: matter, seen: nil, reason: Words("已具备条件")), by: "tong")
      #expect(try await test.office.matterSheet(matter, for: try await test.officer("tong"))?.phase == .underway)
      #expect(try await test.wrong() == [])
    }
  }

  /// A clock that was put back takes no step again.
  @Test(arguments: TestEngine.all) func aClockThatIsPutBackTakesNothingAgain(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      _ = try await test.matterUnderway()
      #expect(try await test.round(on: "2026-03-20", at: 600).steps == 1)
      #expect(try await test.round(on: "2026-03-18", at: 600).steps == 0)
      #expect(try await test.round(on: "2026-03-20", at: 601).steps == 0)
    }
  }

  @Test(arguments: TestEngine.all) func putsAQuietMatterBeforeTheCoordinator(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      #expect(try await test.round(on: "2026-03-13", at: 600).quiet == 0)
      #expect(try await test.round(on: "2026-03-16", at: 600).quiet == 1)
      #expect(try await test.round(on: "2026-03-17", at: 600).quiet == 0)
      #expect(try await test.told(matter, .raised) == ["quiet: tong qiao"])
      let tong = try await test.officer("tong")
      #expect(try await test.office.myDay(for: tong).myTurn.map(\.act).contains(.lookInto))
      try await test.act(LookInto(matter: matter, seen: nil, note: Words("已电话询问，下周完成。")), by: "tong")
      #expect(try await test.office.myDay(for: tong).myTurn.map(\.act).contains(.lookInto) == false)
      #expect(try await test.round(on: "2026-03-30", at: 600).quiet == 0)
      // Ten workdays after it was looked into on the 17th.
      #expect(try await test.round(on: "2026-03-31", at: 600).quiet == 1)
    }
  }

  /// A reminder is no word of the unit: the page and the round count the same days, through suspension and return.
  @Test(arguments: TestEngine.all) func countsFromTheUnitsLastWordAlone(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let tong = try await test.officer("tong")
      func days() async throws -> Int? { try await test.office.matterSheet(matter, for: tong)?.beside.quietWorkdays }
      test.to("2026-03-13", 540)
      try await test.act(Press(matter: matter, seen: nil, note: Words("请抓紧。")), by: "tong")
      #expect(try await test.round(on: "2026-03-13", at: 600).quiet == 0)
      #expect(try await days() == nil)
      #expect(try await test.round(on: "2026-03-16", at: 600).quiet == 1)
      #expect(try await days() == 10)
      #expect(try await test.matter(matter)?.concerns.map(\.concern) == [.quiet])
      let suspend = Suspend(
        matter: matter, seen: nil, until: try #require(CivilDate("2026-04-10")), reason: Words("等待招标"),
        authority: Words("区政府常务会议"))
      try await test.act(suspend, by: "tong")
      #expect(try await test.matter(matter)?.concerns == [])
      #expect(try await test.round(on: "2026-04-09", at: 600).quiet == 0)
      #expect(try await days() == nil)
      try await test.act(Resume(matter: matter, seen: nil, reason: Words("已具备条件")), by: "tong")
      // Ten workdays after the 9th, over Tomb-Sweeping Day's weekend, which lies before it.
      #expect(try await test.round(on: "2026-04-22", at: 600).quiet == 0)
      #expect(try await days() == nil)
      #expect(try await test.round(on: "2026-04-23", at: 600).quiet == 1)
      #expect(try await days() == 10)
      #expect(try await test.round(on: "2026-04-24", at: 600).quiet == 0)
      #expect(try await days() == 11)
      try await test.act(
        ReportProgress(matter: matter, seen: nil, note: Words("已检查"), onBehalf: nil), by: "xiaofang.ban")
      #expect(try await days() == nil)
      #expect(try await test.wrong() == [])
    }
  }

  /// Closed in the last hour of its due day: with nothing handed in since it was sent back it is noticed, with a new picture
  /// or an hour earlier it is not.
  @Test(arguments: [(1010, false, true), (1010, true, false), (980, false, false)])
  func noticesAHastyCloseOut(minute: Int, handsIn: Bool, isNoticed: Bool) async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      try await test.act(test.photo(for: matter), by: "xiaofang.ban")
      let submit = Submit(matter: matter, seen: nil, note: Words("全部完成"), onBehalf: nil)
      try await test.act(submit, by: "xiaofang.ban")
      try await test.act(ReturnForRework(matter: matter, seen: nil, reasons: Words("一处未改")), by: "yan")
      test.to("2026-03-20", minute)
      if handsIn { try await test.act(test.photo(for: matter), by: "xiaofang.ban") }
      try await test.act(submit, by: "xiaofang.ban")
      try await test.act(
        CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: "yan")
      let concerns = try #require(try await test.matter(matter)).concerns
      #expect(concerns.map(\.concern) == (isNoticed ? [.lastHour] : []))
    }
  }

  /// A pack loses a ladder that matters climbed and a rule that a clock was counted by: both stay what they were.
  @Test func aRuleThatIsGoneStopsNothing() async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let asks = AskExtension(
        matter: matter, seen: nil, until: try #require(CivilDate("2026-04-10")), reason: Words("设备未到"), onBehalf: nil)
      try await test.act(asks, by: "xiaofang.zhang")
      #expect(try await test.round(on: "2026-03-17", at: 600).steps == 1)
      try await test.office.close()
      let folder = "\(test.database.folder.path)/resources"
      try FileManager.default.copyItem(atPath: TestOffice.resources, toPath: folder)
      try cut("ladders:\n", upTo: "procedures:\n", in: "\(folder)/packs/directive.yaml")
      for file in ["directive", "hazard", "feedback"] {
        try cut("    ladder: usual\n", upTo: "    stages:", in: "\(folder)/packs/\(file).yaml")
      }
      try cut("  - code: extension.decide\n", upTo: "  - code: listed", in: "\(folder)/packs/terms.yaml")
      let premises = Premises(
        data: test.premises.data, database: test.premises.database, resources: folder, district: test.premises.district)
      test.to("2026-03-27", 600)
      let office = try await premises.open(clock: test.clock)
      #expect(try await office.makeRound() == RoundCount(steps: 0, quiet: 0))
      let viewer = try await test.officer("tong", of: office)
      let sheet = try #require(try await office.matterSheet(matter, for: viewer))
      #expect(sheet.beside.step?.step.chinese == "near" && sheet.beside.extension?.answerBy?.iso == "2026-03-05")
      #expect(try await office.check().differences.filter { $0.table != "evidence" } == [])
      try await office.close()
    }
  }

  private func cut(_ first: String, upTo last: String, in file: String) throws {
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let start = try #require(text.range(of: first)?.lowerBound)
    let end = try #require(text.range(of: last, range: start..<text.endIndex)?.lowerBound)
    text.removeSubrange(start..<end)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  @Test(arguments: TestEngine.all) func tellsThoseWhoseTurnItIs(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      #expect(try await test.told(matter, .issued) == [": xiaofang.zhang xiaofang.ban"])
      #expect(try await test.told(matter, .acknowledged) == [])
      try await test.act(test.photo(for: matter), by: "xiaofang.ban")
      try await test.act(Submit(matter: matter, seen: nil, note: Words("全部完成"), onBehalf: nil), by: "xiaofang.ban")
      #expect(try await test.told(matter, .submitted) == [": yan bai"])
      try await test.act(ReturnForRework(matter: matter, seen: nil, reasons: Words("一处未改")), by: "yan")
      #expect(try await test.told(matter, .returned) == [": xiaofang.zhang xiaofang.ban"])
      let asks = AskExtension(
        matter: matter, seen: nil, until: try #require(CivilDate("2026-04-10")), reason: Words("设备未到"), onBehalf: nil)
      try await test.act(asks, by: "xiaofang.zhang")
      #expect(try await test.told(matter, .extensionAsked) == [": tong qiao"])
      // The coordinator who decides is not told of it, and the one who comes second is refused.
      let decides = DecideExtension(matter: matter, seen: nil, isGranted: true, day: nil, reason: Words("同意"))
      try await test.act(decides, by: "tong")
      #expect(try await test.told(matter, .extensionDecided) == [": xiaofang.zhang xiaofang.ban"])
      await #expect(throws: Refusal.self) { try await test.act(decides, by: "qiao") }
      #expect(try await test.told(matter, .extensionDecided).count == 1)
    }
  }
}

extension TestOffice {
  /// Sets the clock.
  func to(_ day: String, _ minute: Int) {
    guard let date = CivilDate(day) else { return }
    clock.advance(minutes: Int((Instant(date, minutes: minute).milliseconds - clock.now.milliseconds) / 60_000))
  }

  fileprivate func officer(_ id: String, of office: Office) async throws -> Officer {
    try #require(try await office.directory()?.officers[OfficerID(trusted: id)])
  }

  func round(on day: String, at minute: Int) async throws -> RoundCount {
    to(day, minute)
    return try await office.makeRound()
  }

  /// Who was told of this kind of change: a line each time, `detail: officer officer`, in the official order.
  func told(_ matter: MatterID, _ kind: MatterChange.Kind) async throws -> [String] {
    let (district, directory) = (office.district, try await office.directory())
    let rows = try await office.ask { (session: any SQLSession) throws(StorageError) in
      try session.rows(
        "SELECT position, detail, officer FROM notices WHERE district = $1 AND matter = $2 AND kind = $3 ORDER BY position",
        [.text(district.text), .text(matter.text), .text(kind.rawValue)]
      ).map { (row) throws(StorageError) in (try row.int(0), try row.text(1), try row.text(2)) }
    }
    let order = directory?.officersInOrder.map(\.id.text) ?? []
    var lines: [String] = []
    for position in Set(rows.map(\.0)).sorted() {
      let these = rows.filter { $0.0 == position }
      let officers = order.filter { officer in these.contains { $0.2 == officer } }
      lines.append("\(these[0].1): \(officers.joined(separator: " "))")
    }
    return lines
  }
}
