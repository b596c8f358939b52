import Bulletins
import Directory
import Formats
import Ground
import Matters
import Meetings
import Operations
import Storage
import TestDatabases
import TestOffice
import Testing

/// All input is hostile and all of it is somebody's work: each bad file gets a clear problem, and nothing is stored.
@Suite struct BadInputTests {
  struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    var day: String?
    let code: String
    var testDescription: String { name }
  }

  static let bulletins = [
    BadFile(name: "不是会议.txt", bytes: Array("第一条 为了加强管理，制定本办法。第二条 本办法自发布之日起施行。".utf8), code: "bulletin.not_a_meeting"),
    BadFile(name: "空.txt", bytes: [], code: "file.empty"),
    BadFile(name: "机密.txt", bytes: Array(("机密★1年\n" + meeting).utf8), code: "file.secrecy_mark"),
    BadFile(name: "五十兆.txt", bytes: [UInt8](repeating: 0x61, count: 50 * 1_048_576), code: "file.too_large"),
    BadFile(name: "断码.txt", bytes: [0xB0, 0xA1, 0xB0, 0xFF, 0x20, 0x81], code: "file.broken_gb18030"),
    BadFile(name: "明年.txt", bytes: Array(meeting.utf8), day: "2027-02-27", code: "meeting.day"),
    BadFile(name: "十年前.txt", bytes: Array(meeting.utf8), day: "2016-02-27", code: "meeting.day"),
    BadFile(name: "花名册.txt", bytes: Array((meeting + roster).utf8), code: "file.roster_columns"),
  ]

  static let meeting = """
    清河区召开安全生产工作调度会议
    2026年2月27日上午，副区长林知远主持召开全区安全生产工作调度会议。各街镇负责同志参加会议。
    会议强调，要加强人员密集场所的消防安全检查。要加快推进街镇消防站建设，3月底前完成。

    """

  static let roster = """
    姓名,身份证号
    甲,11010519491231002X
    乙,11010519491231002X
    丙,11010519491231002X
    """

  @Test(arguments: bulletins) func aBulletinIsRefusedWhole(_ file: BadFile) async throws {
    try await TestOffice.with(.sqlite) { test in
      let before = try await test.office.ledgerStand().size
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await test.office.receive(
          BulletinUpload(bytes: file.bytes, name: file.name, day: file.day.flatMap { CivilDate($0) }),
          by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
      }
      #expect(refusal?.problems.map(\.code.code) == [file.code])
      #expect(refusal?.problems.allSatisfy { !$0.hint(in: .chinese).isEmpty && !$0.hint(in: .english).isEmpty } == true)
      #expect(try await test.office.ledgerStand().size == before)
      #expect(test.office.evidence.all() == [])
    }
  }

  @Test func aGoodBulletinIsTakenIn() async throws {
    try await TestOffice.with(.sqlite) { test in
      let id = try await test.office.receive(
        BulletinUpload(bytes: Array(Self.meeting.utf8), name: "通报.txt", day: nil),
        by: .officer(OfficerID(trusted: "tong")), operation: test.office.newOperation())
      let review = try #require(try await test.office.intakeReview(id))
      #expect(review.clauses.count == 2)
      #expect(review.day == .known(CivilDate("2026-02-27")!))
      #expect(test.office.evidence.all().count == 1)
    }
  }

  static let evidence = [
    BadFile(name: "名单.csv", bytes: Array(roster.utf8), code: "file.roster_columns"),
    BadFile(name: "坏的.pdf", bytes: Array("%PDF-1.4 这里没有内容".utf8), code: "evidence.pdf"),
    BadFile(name: "空.jpg", bytes: [], code: "evidence.empty"),
    BadFile(name: "程序.exe", bytes: Array("MZ\u{90}\u{0}\u{3}".utf8), code: "evidence.type"),
    BadFile(name: "页面.svg", bytes: Array("<svg onload='alert(1)'/>".utf8), code: "evidence.type"),
    BadFile(
      name: "太大.jpg", bytes: [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 21 * 1_048_576), code: "evidence.size"),
  ]

  @Test(arguments: evidence) func evidenceIsRefusedWhole(_ file: BadFile) async throws {
    try await TestOffice.with(.sqlite) { test in
      let matter = try await test.matterUnderway()
      let before = try await test.matter(matter)
      let refusal = await #expect(throws: Refusal.self) {
        try await test.office.attach(
          file.bytes, name: file.name, note: nil, to: matter, seen: nil, onBehalf: nil,
          by: .officer(OfficerID(trusted: "xiaofang.ban")), operation: test.office.newOperation())
      }
      #expect(refusal?.problems.map(\.code.code) == [file.code])
      #expect(try await test.matter(matter) == before)
      #expect(test.office.evidence.all() == [])
    }
  }

  /// What is typed beside a file passes the same door, and a task is a demand like any other.
  @Test func whatIsTypedIsRefusedToo() async throws {
    try await TestOffice.with(.sqlite) { test in
      let meeting = try await test.receive(clauses: ["要加强人员密集场所的消防安全检查。", "要完善应急预案。"])
      let marked = "机密★1年 检查消防通道"
      let draft = Draft(
        text: marked, fields: [.fire], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [], leader: nil,
        due: nil, urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: false)
      await refused(.secrecyMark) {
        try await test.act(SaveDraft(meeting: meeting, clause: 0, draft: draft), by: "tong")
      }
      await refused(.secrecyMark) {
        try await test.act(SetClauseAside(meeting: meeting, clause: 1, reason: Words(marked)), by: "tong")
      }
      await refused(.secrecyMark) {
        try await test.act(
          EndUnit(
            unit: UnitID(trusted: "liuwan"), seen: nil, day: test.office.today, successor: nil, reason: Words(marked)),
          by: "guan")
      }
      await refused(.secrecyMark) {
        try await test.office.saveView(MatterFilter(), name: Words(marked), of: OfficerID(trusted: "tong"))
      }
      let matter = try await test.matterUnderway()
      let parts = [Part(unit: UnitID(trusted: "shiqiao"), task: Words("对重点人员逐人稳控"), due: nil)]
      await refused(.textPersons) {
        try await test.act(SetParts(matter: matter, seen: nil, parts: parts), by: "tong")
      }
    }
  }

  @Test(arguments: TestEngine.all) func theSecondOfTwoPeopleIsToldThatThePageIsStale(_ engine: TestEngine) async throws
  {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let seen = try #require(try await test.matter(matter)).version
      try await test.act(
        ReportProgress(matter: matter, seen: seen, note: Words("先到"), onBehalf: nil), by: "xiaofang.ban")
      let refusal = await #expect(throws: Refusal.self) {
        try await test.act(
          ReportProgress(matter: matter, seen: seen, note: Words("后到"), onBehalf: nil), by: "xiaofang.zhang")
      }
      #expect(refusal?.problems.map(\.code) == [.pageStale])
    }
  }

  @Test(arguments: TestEngine.all) func theSameFormTwiceIsAppliedOnce(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let matter = try await test.matterUnderway()
      let (operation, by) = (test.office.newOperation(), ActorReference.officer(OfficerID(trusted: "xiaofang.ban")))
      let act = ReportProgress(matter: matter, seen: nil, note: Words("已完成一半"), onBehalf: nil)
      _ = try await test.office.perform(act, by: by, operation: operation)
      let once = try await test.matter(matter)
      _ = try await test.office.perform(act, by: by, operation: operation)
      #expect(try await test.matter(matter) == once)
      let other = ReportProgress(matter: matter, seen: nil, note: Words("另一句话"), onBehalf: nil)
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await test.office.perform(other, by: by, operation: operation)
      }
      #expect(refusal?.problems.map(\.code) == [.operationConflict])
      #expect(try await test.matter(matter) == once)
    }
  }
}
