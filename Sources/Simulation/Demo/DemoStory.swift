import Directory
import Ground
import Matters
import Meetings
import Operations
import Packs

/// What happened in 清河区 in the weeks before the visitor came. Days count back from today.
struct DemoStory {
  let office: Office
  let clock: SettableClock
  let now: Instant
  let ground = DemoGround()

  func setUp(_ accounts: [DemoAccount]) async throws(Refusal) {
    try await act(SetDirectory(FictionalDistrict.events(withCommunities: true)), by: .rule("rule.demo"))
    for account in accounts {
      try await office.setPassword(
        Demo.password, login: account.login, of: account.officer, by: .rule("rule.demo"),
        operation: office.newOperation())
    }
    try await takeIntoRegister()
  }

  func tell() async throws(Refusal) {
    let first = try await meeting(DemoBulletins.first(on: day(24)), ago: 24)
    let early = try await issue(first, demands: 8)
    try await startCampaigns(early)
    try await firstWeeks(early)
    try await on(10)
    try await act(FreezeReport(meeting: first.id), by: "tong")
    let second = try await meeting(DemoBulletins.second(on: day(10)), ago: 10)
    let late = try await issue(second, demands: 12)
    try await wakePublicHealth(late[11][0])
    try await lastDays(early, late)
    try await on(0)
    try await lookAround(ago: 0)
    try await train()
    try await uploadSubjects()
    try await holdSpecialMeeting()
    _ = try await meeting(DemoBulletins.waiting(on: day(0)), ago: 0)
    try await callNextMeeting()
  }

  /// A bulletin comes in; its slogans and its clause about persons are decided at once unless it came in today.
  private func meeting(
    _ bulletin: SampleBulletin, ago: Int
  ) async throws(Refusal) -> (id: MeetingID, bulletin: SampleBulletin, drafts: [Draft]) {
    try await on(ago)
    let (record, drafts) = try await bulletin.received(by: office)
    let id = try await act(
      ReceiveBulletin(
        id: MeetingID(trusted: office.newIdentifier()), record: record, number: nil, drafts: drafts,
        sent: record.source.digest), by: "tong")
    guard ago > 0 else { return (id, bulletin, drafts) }
    for (clause, said) in bulletin.clauses.enumerated() {
      switch said.kind {
      case .slogan:
        try await act(
          SetClauseAside(meeting: id, clause: clause, reason: Words("属于思想认识要求，没有可核查的内容。")), by: "tong")
      case .persons where ago < 20:
        try await act(SetClauseAside(meeting: id, clause: clause, reason: Words("以人为对象，不列为事项。")), by: "tong")
      case .persons, .demand: break
      }
    }
    return (id, bulletin, drafts)
  }

  /// Issues the demands, and the lawful duty in place of a clause about persons; answers each clause's matters.
  private func issue(
    _ meeting: (id: MeetingID, bulletin: SampleBulletin, drafts: [Draft]), demands: Int
  ) async throws(Refusal) -> [[MatterID]] {
    clock.advance(minutes: 40)
    var issued: [[MatterID]] = []
    for (clause, said) in meeting.bulletin.clauses.enumerated() {
      var draft = meeting.drafts[clause]
      if said.kind == .slogan { continue }
      if said.kind == .persons {
        guard clause == demands, meeting.bulletin.clauses.count == 10 else { continue }
        let duty = office.shippedPacks.words.lawfulDuties.first
        (draft.text, draft.duty) = (duty?.text.chinese ?? "制定重要节点信访工作预案，明确接待、转办、答复的责任单位，报安委办备案。", duty?.code)
      }
      draft.confirmed = true
      try await act(SaveDraft(meeting: meeting.id, clause: clause, draft: draft), by: "qiao")
      issued.append(try await act(IssueClauses(meeting: meeting.id, clauses: [clause]), by: "tong"))
    }
    return issued
  }

  /// Closed, closed after a return, reopened, cancelled, amended, overdue; a fan-out of which two towns are done.
  private func firstWeeks(_ matters: [[MatterID]]) async throws(Refusal) {
    let towns = Array(matters[1].dropFirst())
    try await on(22)
    for matter in [matters[0][0], matters[2][0], matters[4][0], matters[6][0]] + towns.prefix(4) {
      try await sign(matter)
    }
    try await on(18)
    for matter in [matters[0][0], matters[2][0], matters[4][0]] + towns.prefix(2) { try await done(matter) }
    try await on(17)
    try await close(matters[0][0])
    for town in towns.prefix(2) { try await close(town) }
    try await act(
      ReturnForRework(matter: matters[2][0], seen: nil, reasons: Words("佐证不能说明整改后的情况，请补充。")), by: "yan")
    try await on(15)
    try await done(matters[2][0])
    clock.advance(minutes: 200)
    try await close(matters[2][0])
    try await close(matters[4][0])
    try await on(13)
    try await act(Reopen(matter: matters[4][0], seen: nil, reason: Words("回头看发现临时用电又不规范。")), by: "bai")
    try await act(
      Cancel(matter: matters[7][0], seen: nil, reason: Words("与市级专项抽检重复"), authority: Words("区安委会主任会议")), by: "tong")
    try await act(
      Amend(
        matter: matters[5][0], seen: nil, text: Words("要完成管道燃气用户年度入户安检，按小区说明未安检的户数和原因。"),
        reason: Words("便于核对")), by: "tong")
  }

  /// Submitted and waiting, returned, under way, due within days, recorded on behalf, moved to another unit.
  private func lastDays(_ early: [[MatterID]], _ late: [[MatterID]]) async throws(Refusal) {
    try await on(8)
    for matter in [late[0][0], late[2][0], late[4][0], late[6][0], late[9][0], late[10][0], early[3][0]] {
      try await sign(matter)
    }
    try await planProjects(station: late[7][0], store: late[8][0])
    try await on(5)
    try await act(
      Reassign(
        matter: late[1][0], seen: nil, lead: UnitID(trusted: "zhujian"), supporting: [UnitID(trusted: "chengguan")],
        reason: Words("在建工地围挡归住建局")), by: "tong")
    let objects = "\(try await unit(of: late[5][0])).zhang"
    try await act(
      Object(matter: late[5][0], seen: nil, reason: Words("该项职责已划转，不属于本单位。"), onBehalf: nil), by: objects)
    try await done(late[4][0])
    try await done(early[3][0])
    try await done(late[9][0])
    try await passFeedback(late[10][0])
    try await on(4)
    try await close(late[9][0])
    try await act(
      ReturnForRework(matter: late[4][0], seen: nil, reasons: Words("抽查发现一处未改，请继续整改。")), by: "yan")
    try await act(
      ChangeDue(
        matter: late[3][0], seen: nil, day: now.civilDate.adding(days: 35),
        reason: Words("检验机构排期")), by: "tong")
    try await goOnWithProjects(station: late[7][0], store: late[8][0])
    try await on(2)
    let phone = OnBehalf(unit: UnitID(trusted: "ranqi"), channel: .phone, day: day(3))
    try await act(Acknowledge(matter: early[5][0], seen: nil, handler: nil, onBehalf: phone), by: "qiao")
    try await act(
      ReportProgress(matter: late[2][0], seen: nil, note: Words("十二座泵站已检修九座，沙袋到位。"), onBehalf: nil),
      by: "shuiwu.ban")
    try await beside(early, late)
    try await on(1)
    try await done(late[6][0])
  }

  /// What the inspectors fed back (督察反馈): put right, checked on the site, and made public before it is struck off.
  private func passFeedback(_ matter: MatterID) async throws(Refusal) {
    try await done(matter, pictures: 2)
    try await close(matter)
    try await act(
      GiveNotice(matter: matter, seen: nil, place: Words("区政府网站“环保督察整改”专栏"), day: clock.now.civilDate), by: "tong")
  }

  /// Suspended, more time asked for, taken by a leader, listed, reminded.
  private func beside(_ early: [[MatterID]], _ late: [[MatterID]]) async throws(Refusal) {
    try await act(
      Suspend(
        matter: late[3][0], seen: nil, until: now.civilDate.adding(days: 20), reason: Words("检验机构排期未定，暂不具备条件。"),
        authority: Words("区安委会主任会议")), by: "tong")
    try await act(
      Adopt(matter: late[2][0], seen: nil, leader: OfficerID(trusted: "lin"), note: Words("汛前每周过问一次。")), by: "tong")
    try await act(SetCycle(matter: late[2][0], seen: nil, cycle: .weekly), by: "tong")
    try await act(Press(matter: early[6][0], seen: nil, note: Words("期限临近，请抓紧办理并报进展。")), by: "tong")
    try await act(
      ListMatter(matter: early[6][0], seen: nil, authority: Words("区安委会督办第3号"), rectifyBy: day(0).adding(days: 30)),
      by: "tong")
    let asks = "\(try await unit(of: late[0][0])).zhang"
    try await act(
      AskExtension(
        matter: late[0][0], seen: nil, until: now.civilDate.adding(days: 40), reason: Words("部分事项要调取历史档案，下月才能逐件核实。"),
        onBehalf: nil), by: asks)
  }

  /// In minutes.
  private static let lastActs: Int64 = 40

  // MARK: Steps

  func sign(_ matter: MatterID) async throws(Refusal) {
    let unit = try await unit(of: matter)
    try await act(
      Acknowledge(matter: matter, seen: nil, handler: OfficerID(trusted: "\(unit).ban"), onBehalf: nil),
      by: "\(unit).zhang")
    clock.advance(minutes: 7)
  }

  /// Reports, hands in a picture, and asks for verification.
  func done(_ matter: MatterID, pictures: Int = 1) async throws(Refusal) {
    let handler = "\(try await unit(of: matter)).ban"
    try await act(ReportProgress(matter: matter, seen: nil, note: Words("已检查完毕，问题正在整改。"), onBehalf: nil), by: handler)
    for number in 0..<pictures {
      let picture = Picture.site(number: Int(clock.now.milliseconds / 60_000 % 1000) + number).png
      let evidence = try office.evidence.store(
        picture, name: number == 0 ? "整改后现场.png" : "整改后现场\(number + 1).png", note: "整改后照片", type: "image/png",
        id: EvidenceID(trusted: office.newIdentifier()), salt: office.secret(count: 16))
      try await act(
        AddEvidence(matter: matter, seen: nil, evidence: evidence, onBehalf: nil, sent: evidence.digest), by: handler)
    }
    try await act(Submit(matter: matter, seen: nil, note: Words("全部完成，现申请销号。"), onBehalf: nil), by: handler)
    clock.advance(minutes: 11)
  }

  private func close(_ matter: MatterID) async throws(Refusal) {
    try await act(CloseOut(matter: matter, seen: nil, conclusion: Words("现场核查属实，同意销号。"), onSite: true), by: "yan")
    clock.advance(minutes: 13)
  }

  func unit(of matter: MatterID) async throws(Refusal) -> String {
    guard let unit = try await Rules.matter(matter, of: office)?.lead else {
      preconditionFailure("the story knows its matters")
    }
    return unit.text
  }

  private func day(_ ago: Int) -> CivilDate { now.civilDate.adding(days: -ago) }

  /// Sets the clock to the morning of a past day, or to now; on every morning before, the office made its round and
  /// units looked after what is theirs.
  private func on(_ ago: Int) async throws(Refusal) {
    while clock.now.civilDate.adding(days: 1) <= day(max(ago, 1)) {
      clock.set(Instant(clock.now.civilDate.adding(days: 1), minutes: 9 * 60 + 5))
      _ = try await office.makeRound()
      try await lookAround(ago: clock.now.civilDate.days(until: now.civilDate))
    }
    // The last acts take some minutes; they end before the visitor comes, and on the same day.
    let lately = max(Instant(now.civilDate, minutes: 0), now.adding(milliseconds: -DemoStory.lastActs * 60_000))
    clock.set(ago == 0 ? lately : Instant(day(ago), minutes: 9 * 60 + 30))
  }

  @discardableResult
  func act<A: Act>(_ act: A, by reference: ActorReference) async throws(Refusal) -> A.Outcome {
    try await office.perform(act, by: reference, operation: office.newOperation())
  }

  @discardableResult
  func act<A: Act>(_ act: A, by officer: String) async throws(Refusal) -> A.Outcome {
    try await self.act(act, by: .officer(OfficerID(trusted: officer)))
  }
}
