import Directory
import Duties
import Ground
import Matters
import Operations
import Packs
import Web

/// Trainings of 清河区 in every state that a page shows.
enum FictionalTrainings {
  private static let course = Course(
    code: "fire.keepers", title: Bilingual("消防安全责任人、管理人培训", "Heads and keepers of fire safety"), field: .fire,
    units: [.town],
    posts: [
      Course.Post(code: "head", title: Bilingual("消防安全责任人", "Head of fire safety")),
      Course.Post(code: "keeper", title: Bilingual("消防安全管理人", "Keeper of fire safety")),
    ], refresherMonths: 12, hours: 4, source: "社会消防安全教育培训规定，各地可调", checked: .none)
  private static let once = Course(
    code: "once", title: Bilingual("任职培训", "Training for the post"), field: .productionSafety, units: [.department],
    posts: [Course.Post(code: "clerk", title: Bilingual("联络岗", "Desk"))], refresherMonths: nil, source: "本地",
    checked: .statute)
  private static let name = CourseName(code: course.code, title: course.title)
  private static let sheetFile = Evidence(
    id: EvidenceID("file-1")!, name: Words("签到表扫描件.pdf"), note: nil, type: "application/pdf", size: 431_000,
    digest: "d", salt: "s")
  private static let id = TrainingID("training-1")!

  private static func terms(_ stage: TrainingStage) -> TrainingTerms {
    let isPlanned = stage == .planned
    return TrainingTerms(
      day: Qinghe.day(isPlanned ? "2026-03-20" : "2026-02-27"), place: Words("区消防救援大队会议室"), hours: 4,
      lines: [
        TrainingTerms.Line(unit: Qinghe.donghe.id, post: "head", attended: isPlanned ? nil : 6, owed: 6),
        TrainingTerms.Line(unit: Qinghe.donghe.id, post: "keeper", attended: isPlanned ? nil : 8, owed: nil),
      ])
  }

  private static func training(_ stage: TrainingStage, sheets: Int = 0) -> Training {
    let start = TrainingStart(course: course.code, organiser: Qinghe.emergency.id, terms: terms(stage))
    let first: TrainingChange = stage == .planned ? .planned(start) : .recorded(start)
    let more =
      (0..<sheets).map { _ in TrainingChange.sheetAdded(sheetFile) }
      + (stage == .annulled ? [.annulled(reason: Words("重复登记"))] : [])
    return ([first] + more).reduce(Training?.none) {
      evolve($0, of: id, with: TrainingEvent($1, by: "tong", at: Instant(Qinghe.today)))
    }!
  }

  private static func line(_ stage: TrainingStage, owed: Int? = nil, hasSheet: Bool = false) -> TrainingLine {
    TrainingLine(
      id: id, course: name, organiser: Qinghe.emergency, day: terms(stage).day, stage: stage,
      attended: stage == .planned ? 0 : 14, owed: owed, units: owed == nil ? 1 : 3, hasSheet: hasSheet)
  }

  private static func sheet(
    _ stage: TrainingStage, sheets: Int = 0, mayChange: Bool = true, mayOpen: Bool = true, course: Course? = course
  ) -> TrainingSheetView {
    let changes: [TrainingChange] = [
      .planned(TrainingStart(course: "fire.keepers", organiser: Qinghe.emergency.id, terms: terms(.planned))),
      .held(terms(.held)), .recorded(TrainingStart(course: "c", organiser: Qinghe.emergency.id, terms: terms(.held))),
      .sheetAdded(sheetFile), .corrected(terms(.held), reason: Words("人数笔误")), .annulled(reason: Words("重复登记")),
    ]
    return TrainingSheetView(
      line: line(stage, owed: sheets > 0 ? 20 : nil, hasSheet: sheets > 0), training: training(stage, sheets: sheets),
      course: course,
      counts: terms(stage).lines.map {
        TrainingSheetView.CountLine(
          unit: Qinghe.donghe, post: course?.post($0.post)?.title ?? Bilingual($0.post, $0.post), line: $0)
      },
      story: changes.enumerated().map {
        TrainingStoryLine(change: $1, by: .officer(Qinghe.he), at: Instant(Qinghe.today), position: $0)
      }, mayChange: mayChange, mayOpenSheets: mayOpen, isNarrowed: !mayOpen)
  }

  private static func form(_ training: Training?, organisers: [UnitName], mayRecord: Bool = true) -> TrainingForm {
    let rows = course.posts.map {
      TrainingForm.Row(unit: Qinghe.donghe, post: $0.code, title: $0.title, attended: nil, owed: 6)
    }
    return TrainingForm(
      course: course, training: training, organisers: organisers, organiser: Qinghe.emergency,
      rows: training?.isHeld == false ? [] : rows, units: [Qinghe.donghe, Qinghe.liuwan], today: Qinghe.today,
      mayRecord: mayRecord)
  }

  private static func refresher(
    _ light: RefresherLight, _ course: Course = course, missing: Int = 0, due: DueLine?
  ) -> RefresherLine {
    let last = LastTraining(training: id, day: Qinghe.day("2025-02-27"), attended: 5, owed: 5 + missing)
    return RefresherLine(
      refresher: Refresher(
        course: course.code, unit: Qinghe.donghe.id, post: course.posts[0].code,
        last: light == .unrecorded ? nil : last,
        due: nil, light: light), course: course, unit: Qinghe.donghe, post: course.posts[0].title, due: due)
  }

  static func pages(_ locale: Web.Locale) -> [(name: String, html: HTML)] {
    let (viewer, auditor) = (Qinghe.viewer(), Qinghe.viewer(Qinghe.he, [.auditor]))
    let register = TrainingRegister(
      rows: [
        line(.planned), line(.planned, owed: 20), line(.held), line(.held, owed: 20, hasSheet: true), line(.annulled),
      ], next: "2026-02-27~training-1", courses: [name], units: [Qinghe.donghe], mayRecord: true, isNarrowed: false)
    let none = TrainingRegister(rows: [], next: nil, courses: [], units: [], mayRecord: false, isNarrowed: true)
    let lines = [
      refresher(.overdue, due: DueLine(day: Qinghe.day("2026-02-27"), distance: .daysOver(13), isProvisional: false)),
      refresher(
        .soon, missing: 2, due: DueLine(day: Qinghe.day("2026-03-27"), distance: .workdaysLeft(10), isProvisional: true)
      ),
      refresher(.unrecorded, due: nil), refresher(.valid, once, due: nil),
    ]
    let board = RefresherBoard(
      rows: lines, next: "50", counts: RefresherCounts(lines.map(\.refresher)), courses: [name],
      units: [Qinghe.donghe], isNarrowed: false)
    let empty = RefresherBoard(
      rows: [], next: nil, counts: RefresherCounts([]), courses: [], units: [], isNarrowed: true)
    let both = [Qinghe.emergency, Qinghe.housing]
    return [
      ("trainings", trainingListPage(register, TrainingFilter(), viewer, locale)),
      ("trainings-none", trainingListPage(none, TrainingFilter(), auditor, locale)),
      ("trainings-none-such", trainingListPage(none, TrainingFilter(stage: .planned), auditor, locale)),
      ("training-courses", chooseCoursePage([course, once], viewer, locale)),
      ("training-courses-none", chooseCoursePage([], viewer, locale)),
      ("training", trainingPage(sheet(.held, sheets: 1), viewer, locale)),
      ("training-planned", trainingPage(sheet(.planned), viewer, locale)),
      (
        "training-annulled",
        trainingPage(sheet(.annulled, sheets: 1, mayChange: false, mayOpen: false), auditor, locale)
      ),
      ("training-unknown", trainingPage(sheet(.held, course: nil), viewer, locale)),
      ("training-new", trainingFormPage(form(nil, organisers: both), isPlan: false, viewer, locale)),
      ("training-plan", trainingFormPage(form(nil, organisers: [Qinghe.emergency]), isPlan: true, viewer, locale)),
      ("training-hold", trainingFormPage(form(training(.planned), organisers: both), isPlan: false, viewer, locale)),
      ("training-replan", trainingFormPage(form(training(.planned), organisers: both), isPlan: true, viewer, locale)),
      ("training-correct", trainingFormPage(form(training(.held), organisers: both), isPlan: false, viewer, locale)),
      (
        "training-not-yours",
        trainingFormPage(form(nil, organisers: [], mayRecord: false), isPlan: false, auditor, locale)
      ),
      ("refreshers", refresherPage(board, RefresherFilter(), viewer, locale)),
      ("refreshers-none", refresherPage(empty, RefresherFilter(), viewer, locale)),
      ("refreshers-none-such", refresherPage(empty, RefresherFilter(light: .soon), viewer, locale)),
    ]
  }
}
