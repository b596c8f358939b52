import Directory
import Duties
import Ground
import Inspections
import Operations
import Packs
import Subjects
import Web

/// A key period that runs, an alert that was lifted, and what units entered.
extension Pages {
  private static let id = PeriodID("period-1")!

  private static func terms(_ first: String, _ last: String, _ alert: AlertLevel?) -> PeriodTerms {
    PeriodTerms(
      title: Words(alert == nil ? "群众文化节" : "大风"), days: DayRange(Qinghe.day(first), Qinghe.day(last))!, alert: alert,
      alertKind: alert == nil ? nil : .gale, fields: alert == nil ? [.fire, .construction] : [],
      areas: alert == nil ? [] : [Qinghe.shiqiao.id],
      basis: Words("第2次调度会议"),
      notice: alert.map { _ in
        AlertNotice(issuer: Words("市气象台"), number: Words("预警〔2026〕7号"), day: Qinghe.day("2026-03-01"), minute: 510)
      }, units: [Qinghe.emergency.id, Qinghe.shiqiao.id], shifts: .dayAndNight, reportBy: 1020)
  }

  private static let at = Instant(Qinghe.day("2026-03-10"), minutes: 600)

  private static func period(_ changes: [PeriodChange]) -> RegisteredPeriod {
    changes.reduce(RegisteredPeriod?.none) { evolve($0, with: PeriodEvent($1, by: "zhou", at: at)) }!
  }

  private static let running = period([
    .set(id: id, terms: terms("2026-03-09", "2026-03-16", nil)), .planned(Words("一、加密检查。\n二、领导带班。")),
    .hotlineSet(.init(unit: Qinghe.emergency.id, number: Words("0999-5550101"))),
  ])
  private static let lifted = period([
    .set(id: id, terms: terms("2026-03-01", "2026-03-06", .orange)),
    .ended(PeriodEnd(last: Qinghe.day("2026-03-03"), reason: Words("风力减弱"))),
  ])
  private static let withdrawn = period([
    .set(id: id, terms: terms("2026-03-11", "2026-03-16", nil)), .withdrawn(reason: Words("登记错误")),
  ])

  private static func row(_ period: RegisteredPeriod) -> PeriodRow {
    PeriodRow(
      name: PeriodName(period), days: period.days, standing: period.standing(on: Qinghe.today),
      isEnded: period.end != nil, fields: period.terms.fields,
      areas: period.terms.areas.isEmpty ? [] : [Qinghe.shiqiao])
  }

  private static let coming = PeriodRow(
    name: PeriodName(id: id, title: Words("假期"), alert: nil),
    days: DayRange(Qinghe.day("2026-04-03"), Qinghe.day("2026-04-06"))!, standing: .coming, isEnded: false, fields: [],
    areas: [])

  private static let handover = Handover(
    text: Words("巡查两次"), open: Words("北门围挡待加固"), recordedFor: nil, by: "zhou", at: at)

  private static func line(_ day: String, _ shift: Shift, isFilled: Bool = true, _ said: Handover? = nil) -> ShiftLine {
    ShiftLine(
      key: ShiftKey(unit: Qinghe.emergency.id, day: Qinghe.day(day), shift: shift),
      people: isFilled ? (Qinghe.tang, Qinghe.zhou) : nil, handover: said)
  }

  private static func report(_ text: String?, _ channel: StandbyChannel? = nil) -> DailyReport {
    DailyReport(
      unit: Qinghe.emergency.id, day: Qinghe.today, text: text.map { Words($0) }, recordedFor: channel, by: "zhou",
      at: at)
  }

  private static let day = PeriodDay(
    day: Qinghe.today,
    lines: [
      PeriodDayLine(
        unit: Qinghe.emergency, hotline: Words("0999-5550101"),
        shifts: [line("2026-03-12", .day, handover), line("2026-03-12", .night, isFilled: false)],
        report: .owed(isLate: true), may: .own),
      PeriodDayLine(
        unit: Qinghe.shiqiao, hotline: nil, shifts: [], report: .reported(report("停电半小时", .phone)), may: .forUnit),
      PeriodDayLine(unit: Qinghe.donghe, hotline: nil, shifts: [], report: .reported(nil), may: .no),
      PeriodDayLine(unit: Qinghe.housing, hotline: nil, shifts: [], report: .reported(report(nil)), may: .no),
      PeriodDayLine(
        unit: Qinghe.office, hotline: nil, shifts: [],
        report: .inferred(.inspection(InspectionID("inspection-1")!, subject: subjectRow)), may: .no),
      PeriodDayLine(
        unit: Qinghe.office, hotline: nil, shifts: [], report: .inferred(.matter(row(2))), may: .no),
      PeriodDayLine(unit: Qinghe.office, hotline: nil, shifts: [], report: .inferred(.matter(nil)), may: .no),
    ], previous: Qinghe.day("2026-03-11"), next: Qinghe.day("2026-03-13"))

  private static let changes: [PeriodChange] = [
    .set(id: id, terms: terms("2026-03-09", "2026-03-16", nil)),
    .amended(terms("2026-03-09", "2026-03-16", nil), reason: Words("延长")),
    .ended(PeriodEnd(last: Qinghe.day("2026-03-15"), reason: Words("活动结束"))), .withdrawn(reason: Words("错")),
    .planned(Words("方案")),
  ]

  private static func sheet(_ period: RegisteredPeriod, mayKeep: Bool = true, rows: [PeriodFigure]? = []) -> PeriodSheet
  {
    PeriodSheet(
      period: period, row: row(period), today: Qinghe.today,
      closer: rows?.isEmpty == true ? [] : [CloserDuty(duty: duty, pace: .init(every: .week))],
      day: mayKeep ? day : nil,
      gaps: mayKeep
        ? [
          GapLine(
            unit: Qinghe.emergency,
            shifts: (12...17).map {
              ShiftKey(unit: Qinghe.emergency.id, day: Qinghe.day("2026-03-\($0)"), shift: .night)
            })
        ] : [], figures: PeriodFigures(rows: rows),
      story: changes.enumerated().map { number, change in
        PeriodStoryLine(position: 60 + number, at: at, by: .officer(Qinghe.zhou), change: change)
      }, mayKeep: mayKeep)
  }

  private static let figures = [
    PeriodFigure(town: Qinghe.shiqiao, field: .fire, done: 3, open: 2, missed: 1),
    PeriodFigure(town: Qinghe.donghe, field: .construction, done: 0, open: 1, missed: 0),
  ]

  private static func windows(_ lines: [PeriodWindowLine]?, count: Int) -> PeriodWindows {
    PeriodWindows(period: PeriodName(lifted), town: Qinghe.shiqiao, lines: lines, count: count)
  }

  private static let windowLines = [WindowState.done, .open, .missed].map { state in
    PeriodWindowLine(
      subject: subjectRow, duty: duty, days: DayRange(Qinghe.day("2026-03-09"), Qinghe.day("2026-03-15"))!, times: 1,
      done: state == .done ? 1 : 0, state: state)
  }

  private static func roster(_ may: MayEnter) -> RosterSheet {
    RosterSheet(
      period: running, unit: Qinghe.emergency, hotline: may == .own ? Words("0999-5550101") : nil,
      lines: [
        line("2026-03-11", .night, handover), line("2026-03-12", .day), line("2026-03-12", .night, isFilled: false),
        line("2026-03-13", .whole),
      ], officers: [Qinghe.tang], leaders: [Qinghe.he], previous: Qinghe.day("2026-03-09"),
      next: Qinghe.day("2026-03-16"), from: Qinghe.today, today: Qinghe.today, may: may)
  }

  static let periodTurn = PeriodTurn(
    period: PeriodName(running), days: running.days, unit: Qinghe.emergency, report: .owed(isLate: false),
    reportBy: 1020, shifts: [line("2026-03-12", .day), line("2026-03-12", .night, isFilled: false)],
    gaps: [ShiftKey(unit: Qinghe.emergency.id, day: Qinghe.today, shift: .night)],
    handover: (ShiftKey(unit: Qinghe.emergency.id, day: Qinghe.day("2026-03-11"), shift: .night), handover))

  static func periodPages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let viewer = Qinghe.viewer()
    let auditor = Qinghe.viewer(Qinghe.he, [.auditor])
    let form = PeriodForm(
      period: nil, today: Qinghe.today, areas: [Qinghe.shiqiao], units: [Qinghe.emergency, Qinghe.shiqiao])
    func amended(_ period: RegisteredPeriod) -> PeriodForm {
      PeriodForm(period: period, today: Qinghe.today, areas: form.areas, units: form.units)
    }
    let all = PeriodRegister(
      rows: [row(running), coming, row(lifted), row(withdrawn)], today: Qinghe.today, mayKeep: true)
    let work = WorkList(
      unit: Qinghe.emergency, today: Qinghe.today, groups: [], done: [], periods: [periodTurn])
    return [
      ("periods", periodListPage(all, viewer, locale)),
      ("periods-none", periodListPage(PeriodRegister(rows: [], today: Qinghe.today, mayKeep: false), auditor, locale)),
      ("period-new", newPeriodPage(form, isAlert: false, viewer, locale)),
      ("period-new-alert", newPeriodPage(form, isAlert: true, viewer, locale)),
      ("period-edit", editPeriodPage(amended(running), viewer, locale)),
      ("period-edit-alert", editPeriodPage(amended(lifted), viewer, locale)),
      ("period", periodPage(sheet(running, rows: figures), viewer, locale)),
      ("period-lifted", periodPage(sheet(lifted, mayKeep: false), auditor, locale)),
      ("period-many", periodPage(sheet(running, mayKeep: false, rows: nil), auditor, locale)),
      ("period-withdrawn", periodPage(sheet(withdrawn, mayKeep: false), auditor, locale)),
      (
        "period-owed",
        periodWindowsPage(
          windows(windowLines, count: 5),
          PeriodWindowFilter(town: Qinghe.shiqiao.id, field: .fire, state: .open), viewer, locale)
      ),
      ("period-owed-none", periodWindowsPage(windows([], count: 0), PeriodWindowFilter(), viewer, locale)),
      ("period-owed-many", periodWindowsPage(windows(nil, count: 0), PeriodWindowFilter(), viewer, locale)),
      ("roster", rosterPage(roster(.own), viewer, locale)),
      ("roster-for-unit", rosterPage(roster(.forUnit), viewer, locale)),
      ("roster-seen", rosterPage(roster(.no), auditor, locale)),
      ("work-standby", workPage(work, viewer, locale)),
    ]
  }
}
