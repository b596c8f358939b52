import Directory
import Duties
import Ground
import Matters
import Operations
import Web

/// A sitting in each of its stages, one unit's report, the minutes, what units are asked for.
extension Pages {
  static let sittingName = SittingName(
    id: SittingID("sitting-8")!, title: Words("清河区安全生产第8次调度会"), day: Qinghe.day("2026-03-26"))
  private static let plan = PlannedMeeting(
    title: Words("清河区安全生产第8次调度会"), day: Qinghe.day("2026-03-26"), time: "09:30", place: Words("区政府三楼会议室"))

  static let sittings = SittingRegister(
    rows: [
      SittingRow(
        sitting: sittingName, stage: .planned, time: "09:30", place: plan.place, reports: 4, submitted: 1, meeting: nil),
      SittingRow(
        sitting: SittingName(id: SittingID("sitting-7")!, title: Qinghe.meeting.title, day: Qinghe.meeting.day),
        stage: .held, time: nil, place: plan.place, reports: 0, submitted: 0, meeting: Qinghe.meeting),
    ], next: "s7", called: nil, proposal: nil)

  static let noSittings = SittingRegister(
    rows: [], next: nil, called: nil,
    proposal: NextDayLine(
      day: Qinghe.day("2026-05-06"), nominal: Qinghe.day("2026-05-04"), kind: .holiday, rule: .monthly(nth: 1),
      isKnown: false))

  static func report(_ state: ReportState, onBehalf: Bool = false) -> SittingReport {
    SittingReport(
      unit: Qinghe.emergency, mode: .written, state: state, due: Qinghe.due("2026-03-20", .workdaysLeft(3)),
      askedOn: Qinghe.day("2026-03-12"), text: state == .asked ? nil : Words("【已销号2项】\n1. 已检查十二家。"),
      submittedOn: state == .asked ? nil : Qinghe.day("2026-03-13"),
      onBehalf: onBehalf ? OnBehalf(unit: Qinghe.emergency.id, channel: .phone, day: Qinghe.day("2026-03-13")) : nil)
  }

  static func sitting(_ stage: SittingStage, isWhole: Bool = true) -> SittingSheet {
    var choices = SittingChoices()
    choices.proposals = [row(3), row(5)]
    choices.templates = [("ordinary", Bilingual("例行调度会", "Ordinary meeting"))]
    choices.askable = [Qinghe.housing, Qinghe.shiqiao]
    choices.seats = [Qinghe.emergency, Qinghe.housing, Qinghe.shiqiao]
    choices.leaders = [Qinghe.he]
    choices.last = Qinghe.meeting
    let opening = OpeningLine(
      chair: Qinghe.he, leaders: [Qinghe.zhou],
      presences: [
        (Qinghe.emergency, .lead, nil), (Qinghe.shiqiao, .standIn, Words("副镇长")), (Qinghe.housing, .excused, nil),
      ], report: (Qinghe.meeting, 1204))
    let isOpened = stage == .open || stage == .held
    return SittingSheet(
      sitting: sittingName, plan: plan, stage: stage,
      agenda: [
        AgendaLine(title: Words("通报上次会议要求的落实情况"), matter: nil),
        AgendaLine(title: Words("QH-2026-0003 应急局：\(texts[3])"), matter: row(3)),
      ],
      reports: isWhole ? [report(.asked), report(.submitted)] : [report(.asked)], isWhole: isWhole,
      opening: isOpened && isWhole ? opening : nil,
      instructions: [
        InstructionLine(source: Words("市领导关于安全防范工作的批示"), text: Words("压实责任，抓好整改。"), matters: [row(1)]),
        InstructionLine(source: Words("省里会议精神"), text: Words("防范遏制重特大事故。"), matters: []),
      ],
      decisions: [
        DecisionLine(
          speaker: Qinghe.he, text: Words("开展沿街商铺消防安全检查"), units: [Qinghe.emergency], deadline: Words("3月底前")),
        DecisionLine(speaker: nil, text: Words("做好值班值守"), units: [], deadline: nil),
      ],
      meeting: stage == .held ? Qinghe.meeting : nil, reason: stage == .calledOff ? Words("与市里会议冲突") : nil,
      choices: choices, version: 6)
  }

  static func unitReport(_ state: ReportState, isOwn: Bool) -> UnitReportSheet {
    UnitReportSheet(
      sitting: sittingName, stage: .planned, report: report(state, onBehalf: !isOwn),
      proposal: "上次会议（3月2日）以来：\n【正在办理1项】\n1. QH-2026-0001 要开展检查（期限3月20日）。", isOwn: isOwn)
  }

  static let minutes = MinutesDraft(
    sitting: sittingName, title: plan.title, day: plan.day,
    text: "清河区安全生产第8次调度会\n2026年3月26日，副区长何沐主持召开会议。\n何沐要求，应急局要开展沿街商铺消防安全检查，3月底前完成。")

  static let burdens = BurdenSheet(
    month: Qinghe.day("2026-03-01"),
    rows: [
      BurdenRow(
        unit: Qinghe.emergency,
        demands: [
          BurdenRow.Demands(
            meeting: MeetingLabel(id: Qinghe.meeting.id, number: 7, day: Qinghe.meeting.day), matters: 5)
        ], periodic: [BurdenRow.Periodic(matter: Qinghe.name(2), cycle: .weekly)],
        reports: [BurdenRow.Asked(sitting: sittingName, mode: .oral, state: .asked, due: Qinghe.day("2026-03-20"))],
        daily: [BurdenRow.Daily(period: PeriodID(trusted: "qingming"), title: Words("清明假期"), days: 4)],
        campaigns: [
          BurdenRow.Places(campaign: CampaignID(trusted: "gas"), name: Words("用气场所安全隐患排查"), subjects: 31)
        ], rounds: 46, refreshers: 1),
      BurdenRow(
        unit: Qinghe.shiqiao, demands: [], periodic: [],
        reports: [BurdenRow.Asked(sitting: sittingName, mode: .written, state: .read, due: Qinghe.day("2026-03-20"))]),
    ])
}

/// The pages of sittings, by name.
func sittingPages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
  let viewer = Qinghe.viewer(path: "/sittings/sitting-8")
  let clerk = Qinghe.viewer(Qinghe.tang, [.unitLead])
  let overlap = Qinghe.viewer(
    notice: .refused([Problem(.askOverlap, at: "unit", ["what": "应急局 QH-2026-0002 2026-03-22"])]),
    typed: TypedForm(form: "ask", values: ["unit": ["housing"], "mode": ["oral"], "days": ["3"]]))
  let dues = Qinghe.viewer(
    notice: .refused([Problem(.callDues, at: "day", ["day": "2026-03-20", "what": "应急局 2026-03-22→2026-03-18"])]),
    typed: TypedForm(
      form: "move", values: ["title": ["调度会"], "day": ["2026-03-20"], "time": ["09:00"], "place": ["三楼"]]))
  return [
    ("sitting-dues", sittingPage(Pages.sitting(.planned), dues, locale)),
    ("sittings", sittingListPage(Pages.sittings, viewer, locale)),
    ("sittings-none", sittingListPage(Pages.noSittings, viewer, locale)),
    ("sitting-planned", sittingPage(Pages.sitting(.planned), viewer, locale)),
    ("sitting-overlap", sittingPage(Pages.sitting(.planned), overlap, locale)),
    ("sitting-open", sittingPage(Pages.sitting(.open), viewer, locale)),
    ("sitting-held", sittingPage(Pages.sitting(.held), viewer, locale)),
    ("sitting-called-off", sittingPage(Pages.sitting(.calledOff), viewer, locale)),
    ("sitting-unit", sittingPage(Pages.sitting(.planned, isWhole: false), clerk, locale)),
    ("unit-report", unitReportPage(Pages.unitReport(.asked, isOwn: true), clerk, locale)),
    ("unit-report-office", unitReportPage(Pages.unitReport(.submitted, isOwn: false), viewer, locale)),
    ("unit-report-read", unitReportPage(Pages.unitReport(.read, isOwn: true), clerk, locale)),
    ("minutes", minutesPage(Pages.minutes, viewer, locale)),
    ("burdens", burdenPage(Pages.burdens, viewer, locale)),
    (
      "burdens-out-of-sight",
      burdenPage(BurdenSheet(month: Qinghe.day("2026-12-01"), rows: [], isInSight: false), clerk, locale)
    ),
    ("burdens-none", burdenPage(BurdenSheet(month: Qinghe.day("2026-12-01"), rows: []), clerk, locale)),
  ]
}
