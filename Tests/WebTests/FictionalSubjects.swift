import Directory
import Duties
import Ground
import Inspections
import Operations
import Packs
import Subjects
import Web

/// A subject in each of its standings, an inspection, its form, and a day's work.
extension Pages {
  static let type = SubjectType(
    code: "crowded_place", title: Bilingual("人员密集场所", "Crowded place"), field: .fire, place: .required,
    attributes: [
      SubjectAttribute(
        code: "use", title: Bilingual("用途", "Use"),
        kind: .choice([
          .init(code: "mall", title: Bilingual("商场", "Mall")), .init(code: "hotel", title: Bilingual("宾馆", "Hotel")),
        ]), isRequired: true),
      SubjectAttribute(
        code: "area", title: Bilingual("面积", "Area"), kind: .number(1...1_000_000, unit: Bilingual("平方米", "m²")),
        isRequired: false),
      SubjectAttribute(
        code: "uscc", title: Bilingual("统一社会信用代码", "Unified social credit code"), kind: .creditCode,
        isRequired: false),
      SubjectAttribute(
        code: "tested", title: Bilingual("检测日期", "Tested on"), kind: .day, isRequired: false),
      SubjectAttribute(code: "sprinkler", title: Bilingual("有喷淋", "Sprinklers"), kind: .flag, isRequired: false),
      SubjectAttribute(code: "note", title: Bilingual("说明", "Note"), kind: .text(limit: 100), isRequired: false),
    ], gate: "fire.gate")

  private static let checklist = Checklist(
    code: "fire.crowded", version: 2, title: Bilingual("人员密集场所消防检查表", "Fire, crowded place"),
    subjects: ["crowded_place"],
    items: [
      .init(
        code: "exits", title: Bilingual("安全出口畅通", "Exits are free"), answer: .pass, grade: .major, clause: "第二十八条",
        reference: "fire.28", photo: Bilingual("留作整改前后对照", "to compare before and after"), isEssential: true),
      .init(
        code: "extinguishers", title: Bilingual("灭火器数量", "Extinguishers"),
        answer: .number(2...500, unit: Bilingual("具", "pieces")), grade: .ordinary, clause: nil, reference: nil,
        photo: nil),
      .init(
        code: "report", title: Bilingual("检测报告有效期", "Test report valid until"), answer: .validUntil, grade: .ordinary,
        clause: nil, reference: nil, photo: nil),
    ], source: "本系统自拟", checked: .none)

  static let duty = DutyRule(
    code: "fire.crowded.monthly", title: Bilingual("每月防火检查", "Monthly fire check"), subjects: ["crowded_place"],
    checklist: "fire.crowded", pace: .init(every: .month), level: .county, units: [.supervising],
    source: "本系统默认，各地可调", checked: .none)

  static let details = SubjectDetails(
    name: Words("东河百货商场"), address: Words("东河街道春和路18号"),
    position: Position(latitude: 41.15, longitude: 122.05, in: .gcj02), supervising: Qinghe.emergency.id,
    territorial: Qinghe.donghe.id, responsible: nil,
    attributes: [
      "use": .choice("mall"), "area": .number(3200), "uscc": .words(Words("91110000710925462X")),
      "tested": .day(Qinghe.day("2026-01-05")), "sprinkler": .flag(true), "note": .words(Words("地下一层为停车场")),
    ])

  private static let registered = SubjectChange.registered(
    NewSubject(
      id: SubjectID("subject-1")!, serial: 12, type: "crowded_place", details: details,
      risk: RiskGrading(grade: .orange, reason: Words("人流密集，电气线路老化"), on: Qinghe.day("2026-02-02")),
      imported: nil))

  static let subjectChanges: [SubjectChange] = [
    registered, .amended(details, reason: Words("面积改正")),
    .graded(RiskGrading(grade: .red, reason: Words("查出重大隐患"), on: Qinghe.day("2026-03-01"))),
    .suspended(reason: Words("停业整改")), .resumed(passed: InspectionID("inspection-2"), reason: Words("整改完成")),
    .retired(reason: Words("拆除")), .givenBack,
  ]

  private static func subject(_ changes: [SubjectChange]) -> Subject {
    let at = Instant(Qinghe.day("2026-03-02"), minutes: 600)
    return changes.reduce(Subject?.none) { evolve($0, with: SubjectEvent($1, by: "zhou", at: at)) }!
  }

  static let subjectRow = SubjectRow(
    id: SubjectID("subject-1")!, serial: 12, type: type.title, name: details.name, address: details.address,
    risk: .orange, status: .active, supervising: Qinghe.emergency, territorial: Qinghe.donghe)

  static let map = SubjectMap(
    pins: [
      SubjectPin(row: subjectRow, position: details.position!),
      SubjectPin(
        row: SubjectRow(
          id: SubjectID("subject-2")!, serial: 13, type: type.title, name: Words("旧冷库 & 库房"), address: nil, risk: nil,
          status: .suspended, supervising: Qinghe.emergency, territorial: Qinghe.donghe),
        position: Position(latitude: 41.16, longitude: 122.06, in: .wgs84)!),
    ], unplaced: 1, count: 2001, isWhole: false, types: [type], units: Qinghe.units)

  static let emptyMap = SubjectMap(pins: [], unplaced: 0, count: 0, isWhole: true, types: [type], units: Qinghe.units)

  static let inspectionRows = [
    InspectionRow(
      id: InspectionID("inspection-1")!, subject: subjectRow, day: Qinghe.day("2026-03-02"), unit: Qinghe.emergency,
      checklist: checklist.title, findings: 2, fixed: 1, isAnnulled: false),
    InspectionRow(
      id: InspectionID("inspection-2")!, subject: nil, day: Qinghe.day("2026-02-02"), unit: Qinghe.donghe,
      checklist: checklist.title, findings: 0, fixed: 0, isAnnulled: false),
    InspectionRow(
      id: InspectionID("inspection-3")!, subject: nil, day: Qinghe.day("2026-01-02"), unit: Qinghe.donghe,
      checklist: checklist.title, findings: 1, fixed: 0, isAnnulled: true),
  ]

  private static func sleeping(_ campaigns: [CampaignName]) -> SubjectSheet {
    var sheet = subjectSheet(2)
    sheet.sleep = SleepLine(campaigns: campaigns)
    return sheet
  }

  static func subjectSheet(_ count: Int, mayKeep: Bool = true, passed: Bool = false) -> SubjectSheet {
    let subject = subject(Array(subjectChanges.prefix(count)))
    let march = DayRange(Qinghe.day("2026-03-01"), Qinghe.day("2026-03-31"))!
    return closing(
      SubjectSheet(
        subject: subject, type: type, supervising: Qinghe.emergency, territorial: Qinghe.donghe,
        responsible: Qinghe.housing,
        duties: [
          DutyLine(
            duty: duty, units: [Qinghe.emergency], checklist: checklist.title,
            windows: [
              WindowLine(days: march, times: 1, done: 0, isCloser: false),
              WindowLine(
                days: march, times: 2, done: 2, isCloser: true,
                causes: [PeriodName(id: PeriodID("period-1")!, title: Words("群众文化节"), alert: nil)]),
            ])
        ], load: visitLoad, checklists: [checklist], inspections: inspectionRows, hazards: [row(3)],
        story: subjectChanges.reversed().enumerated().map { number, change in
          SubjectStoryLine(
            position: 40 + number, at: Instant(Qinghe.day("2026-03-02"), minutes: 600), by: .officer(Qinghe.zhou),
            change: change)
        }, mayKeep: mayKeep, mayOversee: mayKeep,
        gate: subject.status.code == .suspended ? (checklist, passed) : nil,
        voidedGate: subject.status.code == .active && count > 4 ? inspectionRows[2] : nil, years: subjectYears,
        unowed: [duty]))
  }

  private static let visitLoad = VisitLoad(
    lately: [
      VisitLoad.Visit(unit: Qinghe.donghe, day: Qinghe.day("2026-03-12")),
      VisitLoad.Visit(unit: Qinghe.housing, day: Qinghe.day("2026-03-10")),
    ],
    coming: [VisitLoad.Coming(unit: Qinghe.donghe, duty: duty.title, last: Qinghe.day("2026-03-31"))],
    cap: VisitCap())

  static let inspectionSheet = InspectionSheet(
    inspection: Inspection(
      id: InspectionID("inspection-1")!, subject: SubjectID("subject-1")!, checklist: "fire.crowded@1",
      unit: Qinghe.emergency.id, inspectors: [Qinghe.tang.id], day: Qinghe.day("2026-03-02"),
      answers: [
        .init(item: "exits", result: .fail), .init(item: "extinguishers", result: .number(8)),
        .init(item: "report", result: .validUntil(Qinghe.day("2026-12-31"))),
        .init(item: "gone", result: .notApplicable),
        .init(item: "other", result: .pass),
      ],
      findings: [
        Finding(item: "exits", text: Words("二楼东侧安全出口上锁"), grade: .ordinary, fixed: Words("当场开锁"), matter: nil),
        Finding(item: nil, text: Words("配电箱无门"), grade: .major, fixed: nil, matter: Qinghe.name(3).id),
        Finding(item: nil, text: Words("楼道堆物"), grade: .ordinary, fixed: nil, matter: MatterID("elsewhere")!),
      ], signature: .refused(Words("现场负责人拒签，执法记录仪已记录")), note: Words("已告知复查日期"), recordedFor: nil),
    subject: subjectRow, unit: Qinghe.emergency, inspectors: [Qinghe.tang], checklist: checklist, isOlder: true,
    matters: [Qinghe.name(3).id: row(3)], mayAnnul: true, recordedBy: .officer(Qinghe.tang),
    at: Instant(Qinghe.day("2026-03-02"), minutes: 700), counts: visitCounts(counted: false), services: services)

  /// The copy was left with the unit, the order waits, and what was recorded first does not count.
  private static let services = ServiceSheet(
    papers: [
      PaperStanding(paper: .record, number: nil, made: made(.record), service: left),
      PaperStanding(paper: .order, number: "责改〔2026〕3号", made: made(.order), service: nil),
    ],
    services: [
      ServiceLine(
        service: left, papers: [.init(paper: .record, number: nil)], entrusted: nil, by: .officer(Qinghe.tang),
        at: Instant(Qinghe.day("2026-03-03"), minutes: 600)),
      ServiceLine(
        service: Service(
          id: ServiceID("service-1")!, papers: [.order], way: .mail, day: Qinghe.day("2026-03-04"), receipt: .unsigned,
          mail: Words("EA123456789CN"), recordedFor: .phone),
        papers: [.init(paper: .order, number: "责改〔2026〕3号")], entrusted: nil, by: .officer(Qinghe.tang),
        at: Instant(Qinghe.day("2026-03-04"), minutes: 600)),
    ], mayServe: true, isForOthers: true, units: [Qinghe.housing, Qinghe.donghe])

  private static let left = Service(
    id: ServiceID("service-2")!, papers: [.record], way: .left, day: Qinghe.day("2026-03-03"), receipt: .refused,
    witnesses: 2, isFilmed: true, note: Words("留置于门卫室"))

  private static func made(_ paper: ServedPaper) -> MadePaper {
    MadePaper(paper: paper, made: Qinghe.day("2026-03-02"), by: Qinghe.emergency.id)
  }

  /// The packs ask otherwise today; the words are those of the inspection.
  private static let keptInspection: InspectionSheet = {
    var sheet = inspectionSheet
    sheet.isKept = true
    return sheet
  }()

  /// One that led, with a part of another and an own part still to be recorded; or a part.
  private static func joint(part: Bool) -> InspectionSheet {
    var sheet = inspectionSheet
    sheet.joint =
      part
      ? JointVisit(partners: [], host: inspectionForm.already[0], parts: [], own: [])
      : JointVisit(
        partners: [Qinghe.donghe, Qinghe.housing], host: nil, parts: inspectionForm.already,
        own: [
          JointVisit.Own(checklist: "fire.crowded", title: checklist.title, due: Qinghe.today),
          JointVisit.Own(checklist: "fire.small", title: checklist.title, due: nil),
        ])
    return sheet
  }

  private static func visitCounts(counted: Bool) -> VisitCounts {
    VisitCounts(lines: [
      VisitCounts.Line(what: .duty(duty.title), units: [Qinghe.donghe], isCounted: counted),
      VisitCounts.Line(
        what: .campaign(Words("春季人员密集场所专项行动")), units: [Qinghe.donghe, Qinghe.housing], isCounted: counted),
    ])
  }

  static let inspectionForm = ended(
    InspectionForm(
      subject: subjectRow, checklist: checklist, colleagues: [Qinghe.tang], units: Qinghe.units, unit: Qinghe.office,
      today: Qinghe.today, first: Qinghe.day("2026-02-09"), already: [inspectionRows[0]], load: visitLoad,
      counts: visitCounts(counted: false)))

  static let workList = WorkList(
    unit: Qinghe.emergency, today: Qinghe.today,
    groups: [
      WorkGroup(
        duty: duty, checklist: checklist.title, days: DayRange(Qinghe.day("2026-03-09"), Qinghe.day("2026-03-15"))!,
        times: 1, isCloser: true, workdaysLeft: 1, rows: [subjectRow], next: 12,
        causes: [PeriodName(id: PeriodID("period-2")!, title: Words("大风"), alert: .orange, kind: .gale)])
    ], done: [inspectionRows[0]], unowed: ([subjectRow], 2))

  static let roleChoices = Qinghe.units.map { unit in
    SubjectUnitChoice(unit: unit, roles: Set(DutyRule.UnitRole.allCases))
  }

  static func subjectPages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let viewer = Qinghe.viewer()
    let auditor = Qinghe.viewer(Qinghe.he, [.auditor])
    let all = SubjectRegister(
      rows: [subjectRow], next: "12", count: 51, types: [type], units: Qinghe.units, mayRegister: true)
    let short = SubjectRegister(
      rows: [subjectRow], next: nil, count: 1, types: [type], units: Qinghe.units, mayRegister: true, isTooShort: true)
    let none = SubjectRegister(rows: [], next: nil, count: 0, types: [type], units: Qinghe.units, mayRegister: false)
    return [
      ("work", workPage(workList, viewer, locale)),
      ("duties", dutyCalendarPage(dutyCalendar(opened: false), viewer, locale)),
      ("duties-opened", dutyCalendarPage(dutyCalendar(opened: true), viewer, locale)),
      ("duties-none", dutyCalendarPage(dutyCalendar(opened: false, isEmpty: true), auditor, locale)),
      ("missed", missedPage(missedBoard(opened: false), auditor, locale)),
      ("missed-opened", missedPage(missedBoard(opened: true, mayExplain: .own), viewer, locale)),
      ("missed-for-unit", missedPage(missedBoard(opened: true, mayExplain: .forUnit), viewer, locale)),
      ("missed-none", missedPage(missedBoard(opened: false, isEmpty: true), auditor, locale)),
      (
        "work-none", workPage(WorkList(unit: Qinghe.office, today: Qinghe.today, groups: [], done: []), auditor, locale)
      ),
      ("subjects", subjectListPage(all, SubjectFilter(type: "crowded_place", risk: .orange), viewer, locale)),
      ("subjects-short", subjectListPage(short, SubjectFilter(words: "商"), viewer, locale)),
      ("subject-imports", subjectImportListPage(subjectImports, viewer, locale)),
      ("subject-import", subjectImportReviewPage(subjectReview(begun: nil), viewer, locale)),
      ("subject-import-cut-off", subjectImportReviewPage(subjectReview(begun: subjectLine(200)), viewer, locale)),
      (
        "subject-import-progress",
        subjectListProgressPage(
          OperationID(trusted: "op-4"), "九小<场所>.xlsx", ListProgress(.taking, of: 100_000, done: 34_200), viewer, locale)
      ),
      (
        "subject-import-done",
        subjectImportSheetPage(
          SubjectImportSheet(line: subjectLine(250), rows: [subjectRow], keepsRefused: true), viewer, locale)
      ),
      (
        "subject-import-back",
        subjectImportSheetPage(
          SubjectImportSheet(line: subjectLine(250, left: 50), rows: [subjectRow], keepsRefused: false), viewer, locale)
      ),
      ("subjects-none", subjectListPage(none, SubjectFilter(), auditor, locale)),
      ("map", subjectMapPage(map, SubjectFilter(risk: .orange), .bare, viewer, locale)),
      ("map-none", subjectMapPage(emptyMap, SubjectFilter(), .bare, auditor, locale)),
      ("subject", subjectPage(subjectSheet(3), viewer, locale)),
      (
        "subject-inspections",
        subjectInspectionsPage(
          SubjectInspections(
            subject: subjectRow, rows: inspectionRows, hazards: [row(3)], next: "2026-03-02.inspection-1"),
          viewer, locale)
      ),
      ("inspection-kept", inspectionPage(keptInspection, viewer, locale)),
      ("subject-suspended", subjectPage(subjectSheet(4), viewer, locale)),
      ("subject-passed", subjectPage(subjectSheet(4, passed: true), viewer, locale)),
      ("subject-gate-void", subjectPage(subjectSheet(5), viewer, locale)),
      ("subject-retired", subjectPage(subjectSheet(6, mayKeep: false), auditor, locale)),
      ("subject-new", newSubjectPage(type, isAsleep: false, roleChoices, viewer, locale)),
      ("subject-new-asleep", newSubjectPage(type, isAsleep: true, roleChoices, viewer, locale)),
      ("subject-asleep", subjectPage(sleeping([]), viewer, locale)),
      (
        "subject-awake",
        subjectPage(sleeping([CampaignName(id: CampaignID(trusted: "c-1"), name: Words("公共场所检查"))]), viewer, locale)
      ),
      ("subject-edit", editSubjectPage(subjectSheet(3), roleChoices, viewer, locale)),
      ("inspect", inspectPage(inspectionForm, viewer, locale)),
      ("inspection", inspectionPage(inspectionSheet, viewer, locale)),
      ("inspection-joint", inspectionPage(joint(part: false), viewer, locale)),
      ("inspection-part", inspectionPage(joint(part: true), viewer, locale)),
    ]
  }
}
