import Directory
import Ground
import Matters
import Operations
import Web

/// Every page with a filled model, by name.
func everyPage(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
  let kept = KeptWords(
    action: "/sittings/sitting-8/reports/shiqiao",
    fields: [KeptWords.Pair(name: "op", value: "op-1.report"), KeptWords.Pair(name: "text", value: "“已检查”\n三家")])
  let viewer = Qinghe.viewer(path: "/matters?phase=underway&unit=emergency")
  let refused = Qinghe.viewer(
    notice: .refused([Problem(Pages.needsOther), Problem(.stalePage)]),
    typed: TypedForm(form: "act-form-return", values: ["reasons": ["照片不全"]]))
  return [
    ("help", helpPage(viewer, locale)),
    ("look", lookPage(viewer, locale)),
    ("unit", unitPage(Pages.unit, viewer, locale)),
    ("unit-shared", unitPage(Pages.sharedUnit, viewer, locale)),
    ("unit-idle", unitPage(Pages.idleUnit, viewer, locale)),
    ("waits", waitsPage(Pages.waits, viewer, locale)),
    ("waits-none", waitsPage(WaitList(kind: .lookBack, rows: [], next: nil), viewer, locale)),
    ("outcome", outcomePage(Pages.outcome(.firstPass, Qinghe.emergency), viewer, locale)),
    ("outcome-none", outcomePage(Pages.outcome(.returned, nil), viewer, locale)),
    ("figures", figuresPage(Pages.figures(.unit), viewer, locale)),
    ("figures-fields", figuresPage(Pages.figures(.field), viewer, locale)),
    ("figures-none", figuresPage(Pages.noFigures(inSight: true), viewer, locale)),
    ("figures-out-of-sight", figuresPage(Pages.noFigures(inSight: false), viewer, locale)),
    ("figure-matters", figureMattersPage(Pages.figureMatters(.late), viewer, locale)),
    ("figure-stays", figureMattersPage(Pages.figureMatters(.stayUnderway), viewer, locale)),
    ("login", loginPage(next: "/matters", Qinghe.viewer(nil, []), locale)),
    ("login-kept", loginPage(next: "/sittings", kept: kept, Qinghe.viewer(nil, []), locale)),
    ("login-resume", resumePage(kept, Qinghe.viewer(nil, []), token: "csrf-token", locale)),
    ("home", homePage(Pages.home, viewer, locale)),
    ("home-empty", homePage(Pages.emptyHome, viewer, locale)),
    ("meetings", meetingListPage(Pages.meetings, viewer, locale)),
    ("bulletin", newBulletinPage(viewer, locale)),
    ("intake", intakePage(Pages.intake(), viewer, locale)),
    ("intake-at", intakePage(Pages.intake(.notRequired), at: 1, viewer, locale)),
    ("intake-two-clerks", intakePage(Pages.intake(), Pages.bothTyped, locale)),
    ("intake-approver", intakePage(Pages.intake(), Qinghe.viewer(Qinghe.he, [.leader]), locale)),
    ("repairs", repairsPage(Pages.repairs, viewer, locale)),
    ("repairs-none", repairsPage(Pages.noRepairs, viewer, locale)),
    ("meeting", meetingPage(Pages.board(), viewer, locale)),
    ("meeting-dim", meetingPage(Pages.board(hand: nil, filter: BoardFilter(standing: .overdue)), viewer, locale)),
    ("matters", matterListPage(Pages.list, viewer, locale)),
    ("matters-searched", matterListPage(Pages.searched, viewer, locale)),
    ("matters-too-short", matterListPage(Pages.tooShort, Qinghe.viewer(Qinghe.he, [.leader]), locale)),
    ("views", savedViewsPage(Pages.views, viewer, locale)),
    ("views-none", savedViewsPage([], viewer, locale)),
    ("bulk", bulkPage(Pages.bulkReady, BulkRequest(act: .due, back: MatterFilter()), nil, viewer, locale)),
    (
      "bulk-preview",
      bulkPage(
        Pages.bulkReady, BulkRequest(act: .reassign, back: MatterFilter(field: .fire)),
        .reassign(lead: Qinghe.shiqiao.id, reason: Words("职能调整")), viewer, locale)
    ),
    (
      "bulk-refused",
      bulkPage(
        Pages.bulk, BulkRequest(act: .cancel, back: MatterFilter()),
        .cancel(reason: Words("已并入他项"), authority: Words("区安委会")), viewer, locale)
    ),
    (
      "bulk-sign",
      bulkPage(
        Pages.bulkReady, BulkRequest(act: .acknowledge, back: MatterFilter()), .acknowledge(handler: nil),
        Qinghe.viewer(Qinghe.tang, [.unitLead]), locale)
    ),
    (
      "bulk-none",
      bulkPage(
        BulkPreview(lines: [], units: []), BulkRequest(act: .due, back: MatterFilter()), nil, viewer, locale)
    ),
    ("matter", matterPage(Pages.sheet(), viewer, locale)),
    ("matter-stale", matterPage(Pages.sheet(), Pages.staleTyped, locale)),
    ("matter-refused", matterPage(Pages.sheet(), refused, locale)),
    (
      "matter-divide",
      matterPage(
        Pages.sheet(),
        Qinghe.viewer(
          typed: TypedForm(
            form: "act-form-fan-out",
            values: ["group": ["towns"], "unit": [Qinghe.emergency.id.text], "reason": ["按属地负责"], "step": ["preview"]])),
        locale)
    ),
    ("matter-closed", matterPage(Pages.sheet(closed: true), viewer, locale)),
    ("matter-parent", matterPage(Pages.sheet(parent: true), viewer, locale)),
    (
      "due",
      duePage(
        DueExplained(
          matter: Qinghe.name(1), text: Words(Pages.texts[1]), reason: Pages.reason,
          history: [
            DueStep(
              kind: .issued, by: .officer(Qinghe.lu), day: Qinghe.day("2026-03-06"), words: nil, before: nil,
              reason: Pages.reason),
            DueStep(
              kind: .extensionDecided, by: .officer(Qinghe.he), day: Qinghe.day("2026-03-10"),
              words: Words("设备未到货"), before: Qinghe.day("2026-03-13"), reason: Pages.reason),
          ],
          beside: [
            DueExplained.Beside(
              kind: .verification, unit: Qinghe.shiqiao, day: Qinghe.due("2026-03-16", .workdaysLeft(2)),
              reason: Pages.reason, named: nil),
            DueExplained.Beside(
              kind: .part, unit: Qinghe.emergency,
              day: DueLine(day: Qinghe.day("2027-01-04"), distance: .workdaysLeft(200), isProvisional: true),
              reason: nil, named: DueExplained.Named(by: .officer(Qinghe.he), day: Qinghe.day("2026-03-10"))),
          ],
          report: DueExplained.Report(
            cycle: .weekly, period: DayRun(first: Qinghe.day("2026-03-09"), last: Qinghe.day("2026-03-15")),
            by: Qinghe.due("2026-03-15", .workdaysLeft(1)), missed: 1)), viewer, locale)
    ),
    (
      "due-none",
      duePage(
        DueExplained(matter: Qinghe.name(1), text: Words(Pages.texts[1]), reason: nil), viewer, locale)
    ),
    ("report", reportPage(Pages.report(), viewer, locale)),
    ("report-live", reportPage(Pages.report(frozen: false, show: .overdue), viewer, locale)),
    ("report-fields", reportPage(Pages.report(fields: Pages.fieldFigures), viewer, locale)),
    ("field-explained", fieldFigurePage(Pages.fieldFigure(.explained), viewer, locale)),
    ("field-missed", fieldFigurePage(Pages.fieldFigure(.missed), viewer, locale)),
    ("field-inspections", fieldFigurePage(Pages.fieldFigure(.inspections, figure: 60, count: 58), viewer, locale)),
    ("field-found", fieldFigurePage(Pages.fieldFigure(.fixed), viewer, locale)),
    ("field-recurred", fieldFigurePage(Pages.fieldFigure(.recurred), viewer, locale)),
    ("field-none", fieldFigurePage(Pages.fieldFigure(.overdue, figure: 1, count: 0), viewer, locale)),
    ("papers", meetingPapersPage(Pages.papers, viewer, locale)),
    ("reports", reportListPage(ReportRegister(rows: Pages.papers.reports), viewer, locale)),
    ("templates", templateListPage(Pages.templates, viewer, locale)),
    ("template", templatePage(Pages.templates.rows[1], viewer, locale)),
    ("rules", wordsPage(Pages.words, viewer, locale)),
    ("words", wordListPage(Pages.fireWords, viewer, locale)),
    ("words-guard", wordListPage(Pages.personWords, viewer, locale)),
    ("sources", sourcesPage([Pages.readSource.line, Pages.openSource.line], viewer, locale)),
    ("source", sourcePage(Pages.readSource, viewer, locale)),
    ("source-open", sourcePage(Pages.openSource, viewer, locale)),
    ("term", termPage(Pages.ownTerm, viewer, locale)),
    ("term-clerk", termPage(Pages.ownTerm, Qinghe.viewer(Qinghe.he, [.coordinator]), locale)),
    ("clocks", clocksPage(Pages.clocks, nil, viewer, locale)),
    ("clocks-recount", recountPage(Pages.recount, viewer, locale)),
    ("clocks-reckoned", clocksPage(Pages.clocks, Pages.reckoned, viewer, locale)),
    ("clocks-refused", clocksPage(Pages.clocks, Pages.unreckoned, viewer, locale)),
    ("clocks-administrator", clocksPage(Pages.clocks, nil, Qinghe.viewer(Qinghe.he, [.administrator]), locale)),
    ("effect", wordEffectPage(Pages.effects, viewer, locale)),
    ("effect-administrator", wordEffectPage(Pages.effects, Qinghe.viewer(Qinghe.he, [.administrator]), locale)),
    ("effect-none", wordEffectPage([], viewer, locale)),
    ("reread", rereadPage(Pages.rereading, viewer, locale)),
    ("ledger", ledgerPage(Pages.ledger, viewer, locale)),
    ("directory", directoryPage(Pages.directory, viewer, locale)),
    ("account", accountPage(Pages.account, viewer, locale)),
    ("messages", messagesPage(Pages.messages, viewer, locale)),
    ("messages-none", messagesPage(MessagePage(lines: [], next: nil), viewer, locale)),
    ("reach-mail", reachPage(Pages.reach(.mail, hasMail: true), viewer, locale)),
    ("reach-no-mail", reachPage(Pages.reach(.mail, hasMail: false), viewer, locale)),
    ("reach-robot", reachPage(Pages.reach(.robot, hasRobot: true), viewer, locale)),
    ("reach-no-robot", reachPage(Pages.reach(.robot), viewer, locale)),
    ("reach-page", reachPage(Pages.reach(.none), viewer, locale)),
    ("delivery", deliveryPage(Pages.delivery, Qinghe.viewer(Qinghe.he, [.administrator]), locale)),
    ("delivery-none", deliveryPage(Pages.noDelivery, Qinghe.viewer(Qinghe.he, [.administrator]), locale)),
    ("home-told", homePage(Pages.home, Qinghe.told, locale)),
    ("tokens", tokensPage(Pages.tokens, Qinghe.viewer(path: "/account/tokens"), locale)),
    ("tokens-made", tokensPage(Pages.tokens, secret: "bihuan_0f3a", viewer, locale)),
    ("api", apiPage(host: "127.0.0.1:8080", viewer, locale)),
    ("import", importListPage(Pages.imports, viewer, locale)),
    ("import-review", importReviewPage(Pages.registerReview, viewer, locale)),
    ("import-done", importSheetPage(Pages.registerSheet(givenBack: false), viewer, locale)),
    ("import-given-back", importSheetPage(Pages.registerSheet(givenBack: true), viewer, locale)),
    ("setup-first", foundingPage(Qinghe.viewer(nil, []), locale)),
  ] + peoplePages(locale) + sittingPages(locale) + Pages.subjectPages(locale)
    + Pages.periodPages(locale) + Pages.drawPages(locale) + FictionalCampaigns.pages(locale)
    + FictionalTrainings.pages(locale)
    + Pages.projectPages(locale)
    + SetupStep.allCases.map { ("setup-\($0.rawValue)", setupPage($0, Pages.setup, viewer, locale)) } + [
      ("setup-units-saved", unitRemarksPage(Pages.remarks, viewer, locale)),
      ("setup-holidays", holidayPage(Pages.holidays, "1月1日（周五）至3日（周日）放假。", viewer, locale)),
      ("setup-passwords", passwordSlipPage(Pages.slips, viewer, locale)),
      ("problem", problemPage([Problem(.stalePage)], back: "/matters/matter-1", viewer, locale)),
      ("fault", problemPage([Problem(.fault)], back: nil, viewer, locale)),
    ]
}

extension Pages {
  static let unit = UnitBoard(
    unit: Qinghe.emergency,
    figures: UnitFigures(
      counts: counts,
      loop: LoopCounts(assigned: 2, underway: 8, submitted: 4, closed: 14, returned: 2, reopened: 1), onTime: 12,
      firstPass: 11), owes: [row(2), row(4), row(0)], next: "c4",
    meetings: [UnitMeeting(meeting: Qinghe.meeting, counts: counts)])

  static let idleUnit = UnitBoard(
    unit: Qinghe.liuwan,
    figures: UnitFigures(
      counts: StandingCounts(closed: 0, underway: 0, nearDue: 0, suspended: 0, overdue: 0, cancelled: 0),
      loop: LoopCounts(assigned: 0, underway: 0, submitted: 0, closed: 0), onTime: 0, firstPass: 0), owes: [],
    next: nil,
    meetings: [])

  /// As another unit sees it.
  static let sharedUnit = UnitBoard(unit: Qinghe.emergency, figures: nil, owes: [row(2)], next: nil, meetings: [])

  static func outcome(_ outcome: Outcome, _ unit: UnitName?) -> OutcomeList {
    OutcomeList(outcome: outcome, unit: unit, rows: unit == nil ? [] : [row(3)], next: nil)
  }

  static let waits = WaitList(
    kind: nil,
    rows: [
      WaitRow(
        row: row(4), kind: .verification, unit: Qinghe.shiqiao,
        by: DueLine(day: Qinghe.day("2026-03-09"), distance: .daysOver(3), isProvisional: false),
        step: Bilingual("超期未办", "Overdue"), act: .close),
      WaitRow(row: row(2), kind: .concern, unit: Qinghe.emergency, by: nil, step: nil, act: nil),
    ], next: "2026-03-09~m2~concern~emergency")

  static let emptyHome = MyDay(
    headline: .empty, myTurn: [], othersTurn: [], loop: LoopCounts(assigned: 0, underway: 0, submitted: 0, closed: 0),
    lastMeeting: nil, nextMeeting: nil)
}
