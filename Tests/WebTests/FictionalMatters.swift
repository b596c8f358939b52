import Directory
import Ground
import Matters
import Operations

extension Pages {
  static let needsOther = ProblemCode(
    "matter.verifier_handled", status: 422,
    message: Bilingual("您参与过本事项的办理，不能核查。", "You handled this matter and may not verify it."),
    hint: Bilingual("请由没有参与办理的核查人核查。", "Ask a verifier who did not handle it."))

  static let story: [StoryLine] = [
    line(
      412, "2026-03-11",
      .submitted(unit: Qinghe.shiqiao, note: Words("12处田边可燃物已清理，专人巡查到位，请予核查。"), verifyBy: Qinghe.day("2026-03-23")),
      Qinghe.lu),
    line(398, "2026-03-10", .evidenceAdded(unit: Qinghe.shiqiao, file: Words("巡查记录3月.pdf")), Qinghe.lu),
    line(377, "2026-03-09", .returned(reasons: Words("缺少东河口两处地块的清理照片，请补充。")), Qinghe.shen),
    line(
      340, "2026-03-05",
      .dueChanged(
        before: Qinghe.day("2026-03-13"), after: Qinghe.day("2026-03-16"), reason: Words("连续降雪，车辆无法进入地块")), Qinghe.zhou),
    line(
      321, "2026-03-04", .acknowledged(unit: Qinghe.shiqiao, handler: Qinghe.lu), Qinghe.zhou,
      OnBehalfLine(channel: .phone, day: Qinghe.day("2026-03-03"))),
    line(300, "2026-03-03", .issued(lead: Qinghe.shiqiao), Qinghe.zhou),
  ]

  static func line(
    _ position: Int, _ day: String, _ happening: Happening, _ by: OfficerName, _ onBehalf: OnBehalfLine? = nil
  ) -> StoryLine {
    StoryLine(
      position: position, at: Instant(Qinghe.day(day), minutes: 545), by: .officer(by), happening: happening,
      onBehalf: onBehalf)
  }

  static func sheet(closed: Bool = false, parent: Bool = false) -> MatterSheet {
    let closing = line(430, "2026-03-12", .closed(conclusion: Words("现场抽查5处，均已清理。"), onSite: true), Qinghe.shen)
    let divided = line(
      431, "2026-03-12",
      .fannedOut(units: [Qinghe.shiqiao, Qinghe.liuwan, Qinghe.donghe], reason: Words("点多面广，按属地负责")), Qinghe.zhou)
    let children = [Qinghe.shiqiao, Qinghe.liuwan, Qinghe.donghe].enumerated().map { n, unit in
      ChildRow(
        matter: Qinghe.name(60 + n), unit: unit, standing: [.closed, .underway, .overdue][n],
        phase: [.closed, .underway, .assigned][n],
        due: Qinghe.due("2026-03-16", [.settled, .workdaysLeft(2), .daysOver(1)][n]))
    }
    return MatterSheet(
      matter: Qinghe.name(1), text: Words(texts[1]),
      source: SourceLine(
        meeting: Qinghe.meeting, clause: 1, words: Words(texts[1]), span: SourceSpan(start: 1020, end: 1130)),
      carried: parent
        ? [
          SourceLine(
            meeting: Qinghe.meeting, clause: 5, words: Words("要继续抓好禁烧巡查。"), span: SourceSpan(start: 8, end: 30))
        ] : [], carriedCount: parent ? 1 : 0,
      standing: closed ? .closed : .nearDue, phase: closed ? .closed : .submitted, urgency: .urgent,
      fields: [.agricultureForestry, .fire], lead: Qinghe.shiqiao, supporting: [Qinghe.emergency], leader: Qinghe.he,
      handler: Qinghe.lu, due: Qinghe.due("2026-03-16", closed ? .settled : .workdaysLeft(2)), dueReason: reason,
      standard: StandardLine(
        title: Bilingual("一般事项", "Ordinary matter"), minimumEvidence: 1, onSite: true, otherUnit: true),
      parent: parent ? nil : Qinghe.name(40), children: parent ? children : [],
      evidence: [
        EvidenceLine(
          id: EvidenceID("e-1")!, name: Words("巡查记录3月.pdf"), note: Words("3月1日至9日，两次巡查"), type: "application/pdf",
          size: 482_113, digest: String(repeating: "9f3c", count: 16))
      ],
      story: closed ? [closing] + story : parent ? [divided] + story : story,
      seal: closed
        ? SealLine(
          day: Qinghe.day("2026-03-12"), verifier: Qinghe.shen, conclusion: Words("现场抽查5处，均已清理。"), onSite: true,
          position: 430) : nil,
      offers: closed ? [ActOffer(act: .reopen)] : offers,
      choices: MatterChoices(
        handlers: [Qinghe.lu], units: Qinghe.units, actingUnits: [Qinghe.shiqiao, Qinghe.emergency],
        towns: [Qinghe.shiqiao.id, Qinghe.liuwan.id], departments: [Qinghe.emergency.id]),
      version: 7)
  }

  static let offers: [ActOffer] = [
    ActOffer(act: .giveBack), ActOffer(act: .progress, onBehalf: true), ActOffer(act: .evidence, onBehalf: true),
    ActOffer(act: .reassign), ActOffer(act: .fanOut), ActOffer(act: .amend), ActOffer(act: .due),
    ActOffer(act: .cancel),
    ActOffer(act: .close, refusals: [Problem(needsOther)], whoCould: [Qinghe.shen]),
  ]

  static func report(
    frozen: Bool = true, show: ReportShow? = nil, fields: FieldFigures? = nil
  ) -> ReportSheet {
    func line(_ n: Int) -> ReportLine {
      ReportLine(
        row: row(n), nextStep: n % 6 == 2 ? Words("3月20日前完成人员招录，4月1日执勤") : nil,
        closedOn: n % 6 == 3 ? Qinghe.day("2026-03-04") : nil, returns: n % 6 == 2 ? 1 : 0)
    }
    return ReportSheet(
      meeting: Qinghe.meeting,
      asOf: frozen
        ? .frozen(position: 430, on: Qinghe.today) : .live(position: 431, on: Qinghe.today),
      units: 5, counts: PhaseCounts(assigned: 2, underway: 4, submitted: 2, closed: 2, cancelled: 2),
      standing: StandingCounts(closed: 2, underway: 4, nearDue: 2, suspended: 0, overdue: 2, cancelled: 2),
      onTime: Rate(part: 2, whole: 4), firstPass: Rate(part: 2, whole: 2), done: [line(3), line(9)],
      underway: [line(0), line(4), line(6)], overdue: [line(2), line(8)], returned: [line(2)], returnedCount: 1,
      noAction: 5,
      register: (0..<12).map(line),
      checkpoint:
        "qinghe.example/bihuan\n431\nq8c1NqV1l6nGm1Yt4uN0yq1cQ3qkq0b4q3m3o1nV2Jw=\n\n— qinghe.example/bihuan l2Q9aW9uc2lnbmF0dXJl\n",
      digest: String(repeating: "4be1", count: 16), show: show, fields: fields)
  }

  static let ledger = LedgerStand(
    size: 431, checkpoint: report().checkpoint, verifierKey: "qinghe.example/bihuan+c74f20a3+AcTqs1n0v8p",
    coversUntil: Instant(Qinghe.today, minutes: 600))

  static let directory = UnitRegister(rows: [
    UnitRow(
      unit: Qinghe.he.unit, kind: .government,
      officers: [PostLine(officer: Qinghe.he, roles: [.leader], fields: [.fire, .chemicals, .gas])]),
    UnitRow(
      unit: Qinghe.office, kind: .office, officers: [PostLine(officer: Qinghe.zhou, roles: [.coordinator], fields: [])]),
    UnitRow(
      unit: Qinghe.shiqiao, kind: .town,
      officers: [PostLine(officer: Qinghe.lu, roles: [.handler, .unitLead], fields: [])]),
  ])

  static let account = MyAccount(
    login: Words("zhoulan"),
    sessions: [
      SessionLine(name: "1a2b", since: Instant(Qinghe.today, minutes: 495), device: "Firefox · Linux", isThis: true),
      SessionLine(name: "3c4d", since: Instant(Qinghe.today, minutes: 380), device: "", isThis: false),
    ], standIns: [standIn], standingFor: nil)
}
