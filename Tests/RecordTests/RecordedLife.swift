import Directory
import Documents
import Foundation
import Ground
import Matters
import Meetings
import Operations
import Packs
import Storage
import TestDatabases
import TestOffice

/// What a test's office has been through: every kind of act, with real files.
struct RecordedLife {
  let meeting: MeetingID
  /// Closed, after one return.
  let closed: MatterID
  /// Under way; its text was amended and its due day changed.
  let underway: MatterID
  let report: ReportID
}

extension TestOffice {
  func file(_ text: String) throws -> Evidence {
    try office.evidence.store(
      Array(text.utf8), name: "\(text.prefix(4)).txt", note: nil, type: "text/plain",
      id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
  }

  func handIn(_ text: String, to matter: MatterID) throws -> AddEvidence {
    let evidence = try file(text)
    return AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: evidence.digest)
  }

  func draft(_ text: String, fanOut: [String] = [], supporting: [String] = []) -> Draft {
    let day = CivilDate("2026-03-20")!
    return Draft(
      text: text, fields: [.fire], lead: UnitID(trusted: "xiaofang"),
      supporting: supporting.map { UnitID(trusted: $0) },
      fanOut: fanOut.map { UnitID(trusted: $0) }, leader: OfficerID(trusted: "lin"),
      due: DueDate(day: day, nominal: day, start: CivilDate("2026-03-02")!, rule: .on(day), source: "stated"),
      urgency: .normal, standard: "paper", duty: nil, reasons: [], confirmed: true)
  }

  func bulletin(_ drafts: [Draft]) async throws -> MeetingID {
    let text = drafts.map(\.text).joined()
    let record = MeetingRecord(
      title: Words("清河区召开安全稳定工作调度会议"), day: CivilDate("2026-02-27")!, chair: Words("林知远"),
      attendance: [Attendee(name: Words("周敏之"), post: Words("副区长"))], units: [Words("消防大队")],
      instructions: [], heard: [], circulated: [], reported: [Reported(unit: Words("住建局"), mode: .oral)],
      text: Words(text), source: try file(text),
      clauses: drafts.map { draft in
        Clause(
          text: Words(draft.text), shown: SourceSpan(start: 0, end: 1), span: SourceSpan(start: 0, end: 1),
          kind: .action, persons: false, fields: [.fire], units: [], deadline: nil, speaker: nil, rule: "test",
          confidence: 90)
      }, damage: [])
    return try await act(
      ReceiveBulletin(
        id: MeetingID(trusted: office.newIdentifier()), record: record, number: nil, drafts: drafts,
        sent: office.newIdentifier()), by: "tong")
  }

  /// Every kind of act once, and one draft that nobody has decided about.
  func liveThroughEverything() async throws -> RecordedLife {
    let meeting = try await bulletin([
      draft("要加强人员密集场所的消防安全检查。", supporting: ["gongan", "jiaoyu"]), draft("要加快乡镇消防站建设。"),
      draft("各镇要加强巡查。", fanOut: ["shiqiao", "liuwan"]), draft("要提高认识。"), draft("要清理广告牌。"),
      draft("要完善预案。"), draft("要继续推进乡镇消防站建设。"),
      draft("要开展安全自查。"),
    ])
    let issued = try await act(IssueClauses(meeting: meeting, clauses: [0, 1, 2, 4, 7]), by: "tong")
    try await act(SetClauseAside(meeting: meeting, clause: 3, reason: Words("属于思想认识要求")), by: "tong")
    try await act(SaveDraft(meeting: meeting, clause: 5, draft: draft("要完善应急预案。")), by: "tong")
    let (closed, underway, town, cancelled) = (issued[0], issued[1], issued[3], issued[5])
    try await act(
      SetClauseAside(meeting: meeting, clause: 6, reason: Words("与在办事项为同一要求"), carriedBy: underway), by: "tong")
    for matter in [closed, underway] { try await signFor(matter) }
    try await act(
      ReportProgress(matter: closed, seen: nil, note: Words("已检查十二家"), onBehalf: nil), by: "xiaofang.ban")
    try await act(handIn("第一份检查记录", to: closed), by: "xiaofang.ban")
    try await act(Submit(matter: closed, seen: nil, note: Words("全部完成"), onBehalf: nil), by: "xiaofang.ban")
    try await act(ReturnForRework(matter: closed, seen: nil, reasons: Words("缺少整改照片")), by: "yan")
    try await act(handIn("第二份检查记录", to: closed), by: "xiaofang.ban")
    try await act(Submit(matter: closed, seen: nil, note: Words("已补齐"), onBehalf: nil), by: "xiaofang.ban")
    try await act(CloseOut(matter: closed, seen: nil, conclusion: Words("现场核查属实"), onSite: true), by: "yan")
    try await act(
      Amend(matter: underway, seen: nil, text: Words("要加快乡镇专职消防站建设。"), reason: Words("补正文字")), by: "tong")
    try await act(
      ChangeDue(
        matter: underway, seen: nil, day: CivilDate("2026-04-10")!, reason: Words("工期调整")),
      by: "tong")
    try await act(
      AskExtension(
        matter: underway, seen: nil, until: CivilDate("2026-05-10")!, reason: Words("选址待批"), onBehalf: nil),
      by: "xiaofang.zhang")
    try await act(
      ListMatter(matter: underway, seen: nil, authority: Words("区安委会督办第3号"), rectifyBy: CivilDate("2026-04-20")!),
      by: "tong")
    try await act(
      Acknowledge(
        matter: town, seen: nil, handler: nil,
        onBehalf: OnBehalf(unit: UnitID(trusted: "shiqiao"), channel: .phone, day: office.today)), by: "tong")
    try await act(
      Reassign(matter: cancelled, seen: nil, lead: UnitID(trusted: "chengguan"), supporting: [], reason: Words("职责调整")),
      by: "tong")
    try await act(Cancel(matter: cancelled, seen: nil, reason: Words("重复交办"), authority: Words("会议决定")), by: "tong")
    try await divide(issued[6])
    try await act(
      SetAccount(
        officer: OfficerID(trusted: "tong"), login: "tong", passwordHash: "$argon2id$test", mustChange: false),
      by: .rule("rule.test"))
    try await act(
      SetStandIn(
        away: OfficerID(trusted: "xiaofang.zhang"), substitute: OfficerID(trusted: "xiaofang.ban"), first: office.today,
        last: office.today.adding(days: 9), reason: Words("外出培训")), by: "tong")
    try await act(
      SetDirectory([
        .workYearSet(
          WorkYear(
            year: 2027, serial: 1, source: Words("2027年休假安排"), off: [CivilDate("2027-01-01")!], workdays: []))
      ]), by: "guan")
    try await act(
      SetWords(list: .field(.gas), added: [WordEntry(word: "燃气瓶", beside: "4")], dropped: [], seen: nil), by: "tong")
    try await act(
      SetTerm(
        code: "directive.default", rule: .calendarDays(15), source: Words("清河区督查办法第九条"), isRead: true, seen: nil),
      by: "guan")
    try await act(
      ConfirmReading(
        kind: .term, code: "petition.decide", document: Words("信访工作条例"), article: Words("第三十四条"), day: office.today,
        excerpt: Words("应当自受理之日起60日内办结"), seen: nil), by: "tong")
    try await act(SetCycle(matter: underway, seen: nil, cycle: .monthly), by: "tong")
    try await prepareSitting(about: underway)
    let token = try await act(
      MakeToken(
        id: TokenID(trusted: office.newIdentifier()), officer: OfficerID(trusted: "tong"), name: Words("值班大屏"),
        scope: .read, lastDay: CivilDate("2026-06-30")!, digest: String(repeating: "a", count: 64)), by: "tong")
    try await act(RevokeToken(TokenID(trusted: token)), by: "tong")
    let report = try await act(FreezeReport(meeting: meeting), by: "tong")
    try await act(ReportProgress(matter: underway, seen: nil, note: Words("已完成选址"), onBehalf: nil), by: "xiaofang.ban")
    try await office.adoptTemplate(
      try await office.template(of: .notice).bytes, name: "会议通知.docx", kind: .notice,
      by: .officer(OfficerID(trusted: "tong")), operation: office.newOperation())
    let (site, inspection) = try await lookAfterASite()
    try await goThrough(site)
    try await serve(inspection)
    try await train()
    _ = try await standBy()
    try await drawSpotChecks()
    try await explainMissed()
    try await office.publisher.publish()
    return RecordedLife(meeting: meeting, closed: closed, underway: underway, report: report)
  }

  /// A matter that its unit has begun is divided among two others.
  func divide(_ matter: MatterID) async throws {
    try await signFor(matter)
    try await act(handIn("自查方案", to: matter), by: "xiaofang.ban")
    let shares = [
      FanOutMatter.Share(unit: UnitID(trusted: "gongan")),
      FanOutMatter.Share(unit: UnitID(trusted: "jiaoyu"), due: CivilDate("2026-03-12")!),
    ]
    try await act(FanOutMatter(matter: matter, seen: nil, shares: shares, reason: Words("由各单位分别开展")), by: "tong")
  }

  /// A meeting is called with a matter on its agenda; of the two units that are to report to it, one has.
  func prepareSitting(about matter: MatterID) async throws {
    try await act(
      CallMeeting(
        PlannedMeeting(
          title: Words("清河区安全稳定工作调度会议"), day: office.today.adding(days: 7), time: "15:00", place: Words("议事厅"))),
      by: "tong")
    guard let sitting = try await office.plannedSitting()?.id else { return }
    try await act(CarryToAgenda(sitting: sitting, matter: matter), by: "tong")
    let units = ["xiaofang", "shiqiao"].map { UnitID(trusted: $0) }
    try await act(AskReports(sitting: sitting, units: units, mode: .oral, workdays: 3, anyway: false), by: "tong")
    try await act(
      SubmitReport(sitting: sitting, unit: units[0], text: Words("消防站选址已定。"), onBehalf: nil), by: "xiaofang.zhang")
  }

  func signFor(_ matter: MatterID) async throws {
    try await act(
      Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "xiaofang.ban"), onBehalf: nil),
      by: "xiaofang.zhang")
  }

  /// A matter of the fire brigade that it has signed for.
  func underwayMatter() async throws -> MatterID {
    let meeting = try await bulletin([draft("要加强消防安全检查。")])
    let matter = try await act(IssueClauses(meeting: meeting, clauses: []), by: "tong")[0]
    try await signFor(matter)
    return matter
  }

  /// Where another office of the same district could stand: on `database`, with this office's keys.
  func otherPremises(on database: TestDatabase, keys: String? = nil) -> Premises {
    Premises(
      data: "\(database.folder.path)/restored", keys: keys ?? premises.keys,
      database: database.kind == .postgres ? database.address : nil, ready: TestOffice.shipped)
  }

  func latest() async throws -> String { try await office.latestCheckpoint() ?? "" }
}

/// What a check found, as a line each.
func findings(_ check: RecordCheck) -> [String] {
  check.differences.map { "\($0.table) \($0.key) \($0.what)" }
}
