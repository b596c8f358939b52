import Foundation
import Ground
import Matters
import Meetings
import Operations
import TestDatabases
import TestOffice
import Testing

/// A demand runs by the procedure that its words propose or that the clerk chooses.
@Suite struct ProcedureTests {
  private static let bulletin = """
    清河区召开生态环境保护工作调度会议
    2026年2月27日上午，副区长林知远主持召开全区生态环境保护工作调度会议。各街镇负责同志参加会议。
    会议强调，生态环境分局要抓好环保督察反馈问题整改。消防大队要加强人员密集场所的消防安全检查。
    """

  private func edit(_ draft: DraftLine, procedure: String?, _ urgency: Urgency? = nil) -> DraftEdit {
    DraftEdit(
      text: draft.text.shown, duty: nil, fields: draft.fields, lead: draft.lead ?? UnitID(trusted: "xiaofang"),
      supporting: [], fanOut: .none, leader: nil, due: draft.due, urgency: urgency ?? draft.urgency,
      procedure: procedure,
      standard: draft.standard)
  }

  @Test(arguments: TestEngine.all) func wordsProposeItAndAClerkDecides(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let tong = OfficerID(trusted: "tong")
      let id = try await test.office.receive(
        BulletinUpload(bytes: Array(Self.bulletin.utf8), name: "通报.txt", day: nil), by: .officer(tong),
        operation: test.office.newOperation())
      func clause(_ words: String) async throws -> IntakeClause {
        let review = try #require(try await test.office.intakeReview(id, for: tong))
        #expect(review.choices.procedures.map(\.code) == ["directive", "feedback"])
        return try #require(review.clauses.first { $0.words.shown.contains(words) })
      }
      let (feedback, fire) = (try await clause("督察反馈"), try await clause("消防安全检查"))
      #expect(feedback.draft.procedure == "feedback" && feedback.draft.standard == "feedback_site")
      #expect(fire.draft.procedure == "directive" && feedback.draft.due?.iso == "2026-08-31")
      // With the procedure come its standard and its term, where they were left as they stood.
      func confirm(_ clause: IntakeClause, as procedure: String?) async throws {
        try await test.act(
          ConfirmDraft(meeting: id, clause: clause.index, edit: edit(clause.draft, procedure: procedure)), by: "tong")
      }
      try await confirm(feedback, as: "directive")
      let plain = try await clause("督察反馈")
      #expect(plain.draft.procedure == "directive" && plain.draft.standard != "feedback_site")
      #expect(plain.draft.due?.iso == "2026-03-19")
      try await confirm(plain, as: "feedback")
      #expect(try await clause("督察反馈").draft.due == feedback.draft.due)
      await refused(.directoryUnknown) { try await confirm(fire, as: "hazard_ordinary") }
      // What the clerk calls urgent has the term of urgent demands, as long as nobody named a day.
      func call(_ urgency: Urgency) async throws -> String? {
        let draft = try await clause("消防安全检查").draft
        try await test.act(
          ConfirmDraft(meeting: id, clause: fire.index, edit: edit(draft, procedure: nil, urgency)), by: "tong")
        return try await clause("消防安全检查").draft.dueReason?.due.source
      }
      #expect(try await call(.urgent) == "directive.urgent")
      #expect(try await call(.critical) == "directive.immediate")
      #expect(try await call(.normal) == "directive.default")
      let matter = try await test.act(IssueClauses(meeting: id, clauses: [feedback.index]), by: "tong")[0]
      let sheet = try #require(try await test.office.matterSheet(matter, for: try await test.officer("tong")))
      #expect(sheet.procedure?.title.chinese == "督察反馈问题")
      #expect(sheet.procedure?.stages.map(\.place) == [.now, .now] + Array(repeating: .ahead, count: 7))
      #expect(sheet.standard.otherUnit && sheet.standard.onSite)
      #expect(try await test.wrong() == [])
    }
  }

  /// What inspectors fed back is passed by another unit, made public, and closed by what that brought.
  @Test(arguments: TestEngine.all) func feedbackIsMadePublicBeforeItCloses(_ engine: TestEngine) async throws {
    try await TestOffice.with(engine) { test in
      let day = CivilDate("2026-04-30")!
      let meeting = try await test.receive([
        Draft(
          text: "要抓好环保督察反馈问题整改。", fields: [.environment], lead: UnitID(trusted: "xiaofang"), supporting: [], fanOut: [],
          leader: nil,
          due: DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated"),
          urgency: .normal, procedure: "feedback", standard: "feedback_site", duty: nil, reasons: [], confirmed: true)
      ])
      let matter = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")[0]
      try await test.act(Acknowledge(matter: matter, seen: nil, handler: nil, onBehalf: nil), by: "xiaofang.zhang")
      for _ in 0..<2 { try await test.act(test.photo(for: matter), by: "xiaofang.zhang") }
      try await test.act(Submit(matter: matter, seen: nil, note: Words("已完成"), onBehalf: nil), by: "xiaofang.zhang")
      func sheet() async throws -> MatterSheet {
        try #require(try await test.office.matterSheet(matter, for: try await test.officer("tong")))
      }
      func notice() async throws -> NoticeLine? { try await sheet().beside.notice }
      func turns() async throws -> [MatterAct] {
        try await test.office.myDay(for: try await test.officer("tong")).myTurn.map(\.act)
      }
      try await test.act(CloseOut(matter: matter, seen: nil, conclusion: Words("属实"), onSite: true), by: "yan")
      let passed = try #require(try await notice())
      #expect(passed.place == nil)
      #expect(try await turns().contains(.notice))
      let today = test.office.today
      try await test.act(GiveNotice(matter: matter, seen: nil, place: Words("区政府网站"), day: today), by: "tong")
      let until = try #require(try await notice()?.until)
      #expect(until > today)
      #expect(try await !turns().contains(.noticeEnd))
      let end = EndNotice(matter: matter, seen: nil, note: Words("无异议"), holds: true)
      await refused(.noticeRuns) { try await test.act(end, by: "tong") }
      test.clock.advance(days: today.days(until: until) + 1)
      #expect(try await turns().contains(.noticeEnd))
      try await test.act(end, by: "tong")
      let closed = try await sheet()
      #expect(closed.phase == .closed && closed.seal?.verifier.id.text == "yan" && closed.beside.lookBack != nil)
      #expect(closed.procedure?.stages.allSatisfy { $0.place == .past } == true)
      #expect(try await test.wrong() == [])
    }
  }
}
