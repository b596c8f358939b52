import Directory
import Ground
import Matters
import Operations
import Packs
import Web

/// One filled model for each page, of a week in 清河区.
enum Pages {
  static let texts = [
    "要加强人员密集场所的消防安全检查，紧盯商场、宾馆、养老机构，提高检查频次",
    "要重点防范农村“烧荒”，各镇要安排专人巡查田间地头，消除火灾隐患",
    "要加快推进街镇消防站组建进度，确保专岗专人",
    "要加快危化品库房改造进度，改造完成前落实临时管控方案",
    "要做好开复工前的安全检查，发现问题立查立改",
    "要持续做好管道燃气排查整治",
  ]
  static let standings: [Standing] = [.underway, .nearDue, .overdue, .closed, .underway, .cancelled]
  static let phases: [Phase] = [.underway, .assigned, .underway, .closed, .submitted, .cancelled]

  static func row(_ n: Int) -> MatterRow {
    let kind = n % 6
    let dues: [DueLine?] = [
      Qinghe.due("2026-03-31", .workdaysLeft(13)), Qinghe.due("2026-03-16", .workdaysLeft(2)),
      Qinghe.due("2026-03-10", .daysOver(2)), Qinghe.due("2026-03-20", .settled),
      Qinghe.due("2026-03-12", .today), nil,
    ]
    return MatterRow(
      matter: Qinghe.name(n), text: Words(texts[kind]), standing: standings[kind], phase: phases[kind],
      urgency: kind == 2 ? .urgent : .normal, lead: [Qinghe.emergency, Qinghe.shiqiao, Qinghe.housing][n % 3],
      supporting: kind == 0 ? 3 : 0, due: dues[kind],
      lastAct: LastAct(
        kind: [.progressed, .issued, .returned, .closed, .submitted, .cancelled][kind],
        day: Qinghe.day("2026-03-0\(1 + kind)")),
      progress: kind == 2 ? ChildProgress(settled: 9, total: 12) : nil)
  }

  static let counts = StandingCounts(closed: 14, underway: 9, nearDue: 3, suspended: 0, overdue: 2, cancelled: 1)

  static let home = MyDay(
    headline: .overdue(3, worstUnit: Qinghe.emergency, itsOverdue: 2),
    myTurn: [
      TurnRow(row: row(4), act: .close, since: Qinghe.day("2026-03-09")),
      TurnRow(row: row(1), act: .acknowledge, since: Qinghe.day("2026-03-10")),
    ],
    othersTurn: [TurnRow(row: row(2), act: .progress, since: Qinghe.day("2026-03-05"))],
    late: [
      LateUnit(unit: Qinghe.emergency, overdue: 2, submitted: 1),
      LateUnit(unit: Qinghe.shiqiao, overdue: 1, submitted: 0),
    ],
    changes: Changes(
      since: Instant(Qinghe.day("2026-03-10"), minutes: 600),
      rows: [
        ChangeRow(
          row: row(2),
          acts: [
            LastAct(kind: .submitted, day: Qinghe.day("2026-03-10")),
            LastAct(kind: .returned, day: Qinghe.day("2026-03-11")),
          ])
      ]),
    loop: LoopCounts(undecided: 5, assigned: 4, underway: 8, submitted: 3, closed: 14, returned: 1, reopened: 0),
    lastMeeting: Qinghe.meeting,
    nextMeeting: PlannedMeeting(
      title: Words("第8次调度会"), day: Qinghe.day("2026-03-15"), time: "09:30", place: Words("区政府三楼会议室")))

  static let meetings = MeetingRegister(
    rows: [
      MeetingRow(meeting: Qinghe.meeting, stage: .issued, counts: counts, undecided: 0),
      MeetingRow(
        meeting: MeetingName(id: MeetingID("m-6")!, title: Words("清河区安全生产第6次调度会"), day: Qinghe.day("2025-12-30")),
        stage: .intake,
        counts: StandingCounts(closed: 3, underway: 1, nearDue: 0, suspended: 0, overdue: 0, cancelled: 0),
        undecided: 5),
    ], next: "c2")

  static let persons = "要做好重点群体稳控工作，逐人排查、不漏一人"

  static let bulletin = BulletinText(paragraphs: [
    BulletinParagraph(pieces: [
      BulletinPiece(words: Words("3月2日，清河区召开安全生产第7次调度会。会议由副区长何沐主持。会议传达了市领导批示精神，听取了应急管理局情况汇报。"))
    ]),
    BulletinParagraph(pieces: [
      BulletinPiece(words: Words("会议强调，")), BulletinPiece(words: Words("要牢牢守住安全稳定底线"), clause: 6),
      BulletinPiece(words: Words("。消防安全方面，")), BulletinPiece(words: Words(texts[0]), clause: 0),
      BulletinPiece(words: Words("；")), BulletinPiece(words: Words(texts[1]), clause: 1),
      BulletinPiece(words: Words("；")), BulletinPiece(words: Words("要加快推进街镇消防站组建进度，确保"), clause: 2),
      BulletinPiece(words: Words("?!…H?"), clause: 2, isDamaged: true), BulletinPiece(words: Words("。")),
    ]),
    BulletinParagraph(pieces: [
      BulletinPiece(words: Words("危化品方面，")), BulletinPiece(words: Words(texts[3]), clause: 3),
      BulletinPiece(words: Words("。建筑施工方面，")), BulletinPiece(words: Words(texts[4]), clause: 4),
      BulletinPiece(words: Words("；")), BulletinPiece(words: Words(texts[5]), clause: 5),
      BulletinPiece(words: Words("。信访方面，")), BulletinPiece(words: Words(persons), clause: 7),
      BulletinPiece(words: Words("。")),
    ]),
  ])

  static let reason = DueReason(
    due: DueDate(
      day: Qinghe.day("2026-03-16"), nominal: Qinghe.day("2026-03-16"), start: Qinghe.day("2026-03-06"),
      rule: .workdays(6), source: "directive.default", article: "x", calendar: ["2026.1"],
      counted: [DayRun(first: Qinghe.day("2026-03-09"), last: Qinghe.day("2026-03-13"))]),
    term: Bilingual("会议事项默认时限", "Default term of a meeting's matters"),
    reference: ReferenceLine(
      title: Bilingual("清河区督查督办办法", "Qinghe supervision rules"), article: "第12条", checked: .copy),
    decision: nil,
    days: [
      CountedDay(day: Qinghe.day("2026-03-06"), number: nil, kind: .start),
      CountedDay(day: Qinghe.day("2026-03-07"), number: nil, kind: .weekend),
      CountedDay(day: Qinghe.day("2026-03-08"), number: nil, kind: .weekend),
    ]
      + (9...13).map {
        CountedDay(day: Qinghe.day("2026-03-\($0 < 10 ? "0" : "")\($0)"), number: $0 - 8, kind: .workday)
      }
      + [
        CountedDay(day: Qinghe.day("2026-03-14"), number: nil, kind: .weekend),
        CountedDay(day: Qinghe.day("2026-03-15"), number: nil, kind: .weekend),
        CountedDay(day: Qinghe.day("2026-03-16"), number: 6, kind: .workday),
      ])

  static let duties = [
    DutyOffer(
      code: "plan", title: Bilingual("工作方案备案", "Plan filed"), text: Words("制定信访事项化解工作方案并报区安委办备案")),
    DutyOffer(
      code: "leader", title: Bilingual("领导包案", "Leader takes the case"), text: Words("对未办结的信访事项逐件明确包案领导")),
  ]

  static func clause(_ n: Int) -> IntakeClause {
    let words = n == 6 ? "要牢牢守住安全稳定底线" : n == 7 ? persons : texts[n]
    let states: [IntakeState] = [
      .confirmed, .undecided, .undecided, .issued, .confirmed, .confirmed, .noAction, .undecided,
    ]
    return IntakeClause(
      index: n, words: Words(words), span: SourceSpan(start: 900 + n * 120, end: 1010 + n * 120), isSlogan: n == 6,
      isAboutPersons: n == 7, isUncertain: n == 2, state: states[n],
      draft: DraftLine(
        text: Words(words), fields: [.fire], lead: Qinghe.emergency.id, supporting: [Qinghe.housing.id],
        fanOut: n == 1 ? .towns : .none, leader: Qinghe.he.id, due: Qinghe.day("2026-03-16"), dueReason: reason,
        urgency: .normal, standard: "ordinary"),
      rule: "clause.yao", remarks: n == 2 ? [Words("有5个字节无法辨认，可能是“专岗专人”")] : [],
      duties: n == 7 ? duties : [], decision: n == 6 ? decision : nil, matter: n == 3 ? Qinghe.name(3) : nil,
      version: n + 1,
      changed: n == 1 ? DraftChange(by: Qinghe.zhou, at: Instant(Qinghe.today, minutes: 9 * 60 + 5)) : nil,
      next: n == 1 ? IntakeClause.Neighbour(index: 2, version: 3) : nil,
      alike: n == 1
        ? AlikeMatter(
          matter: Qinghe.name(2), text: Words(texts[1]), day: Qinghe.day("2026-02-02"), standing: .nearDue) : nil)
  }

  static let decision = NoActionLine(by: Qinghe.zhou, day: Qinghe.day("2026-03-03"), reason: Words("原则性要求，没有可核查的事项"))

  static func intake(_ approval: BatchApproval = .asked(approver: Qinghe.he, on: Qinghe.day("2026-03-03")))
    -> IntakeReview
  {
    IntakeReview(
      meeting: Qinghe.meeting.id, title: Qinghe.meeting.title, day: .yearProposed(Qinghe.day("2026-03-02")),
      text: bulletin, clauses: [6, 0, 1, 2, 3, 4, 5, 7].map(clause),
      choices: IntakeChoices(
        units: Qinghe.units, leaders: [Qinghe.he],
        standards: [StandardChoice(code: "ordinary", title: Bilingual("一般事项", "Ordinary matter"))], towns: 12),
      approval: approval, version: 4, undo: UndoOffer(kind: .setAside, clause: 6), damaged: 1)
  }

  static let facts = MeetingFacts(
    chair: "何沐",
    attendees: [Attendee(name: Words("何沐"), post: Words("副区长")), Attendee(name: Words("唐槿"), post: Words("应急管理局局长"))],
    instructions: [Words("市领导关于做好春季防火工作的批示精神")], heard: [Words("应急管理局关于一季度安全生产情况的汇报")],
    circulated: [Words("第6次调度会要求落实情况")], oral: ["应急管理局", "住房和城乡建设局"], written: ["石桥镇", "柳湾镇"])

  static func board(hand: Int? = 2, filter: BoardFilter = BoardFilter()) -> MeetingBoard {
    let clauses = (0..<8).map { n -> BoardClause in
      let words = Words(n < 6 ? texts[n] : n == 6 ? "要牢牢守住安全稳定底线" : persons)
      let state: BoardClause.State =
        n == 6 ? .noAction(decision) : .matter(Qinghe.name(n), n == 7 ? .closed : standings[n])
      return BoardClause(
        index: n, words: words, isAboutPersons: n == 7, state: state,
        isLit: filter.standing == nil || (n < 6 && standings[n] == filter.standing))
    }
    let inHand = hand.map { n in
      ClauseInHand(
        index: n, words: clauses[n].words, isAboutPersons: n == 7, row: n == 6 ? nil : row(n),
        supporting: [Qinghe.shiqiao, Qinghe.liuwan], decision: n == 6 ? decision : nil)
    }
    return MeetingBoard(
      meeting: Qinghe.meeting, facts: facts, text: bulletin, clauses: clauses, counts: counts, hand: inHand,
      filter: filter, units: [Qinghe.emergency, Qinghe.housing, Qinghe.shiqiao], undecided: 0)
  }
}
