import Duties
import Ground
import Inspections
import Matters
import Operations
import Packs
import Web

/// Figures of fields, what stands behind them, and a subject's years.
extension Pages {
  private static let item = Bilingual("安全出口畅通", "Exits are free")
  private static let dutyTitle = Bilingual("每月防火检查", "Monthly fire check")
  private static let days = (first: Qinghe.day("2026-02-27"), last: Qinghe.day("2026-03-11"))

  private static let recurrence = RecurrenceLine(
    field: .fire, subject: subjectRow, item: item,
    again: .init(inspection: InspectionID("inspection-1")!, day: Qinghe.day("2026-03-02"), matter: Qinghe.name(3)),
    before: .init(inspection: InspectionID("inspection-2")!, day: Qinghe.day("2026-01-20"), matter: nil),
    closedOn: Qinghe.day("2026-02-10"))

  static let fieldFigures = FieldFigures(
    first: days.first, last: days.last,
    rows: [
      FieldLine(
        field: .fire,
        figures: [
          .owed: 120, .done: 96, .missed: 24, .explained: 14, .unexplained: 10, .inspections: 131, .ordinary: 7,
          .major: 1, .fixed: 3, .closed: 2,
          .overdue: 1, .recurred: 1,
        ], reasons: [ReasonCount(reason: .noAccess, count: 9), ReasonCount(reason: .staffing, count: 5)]),
      FieldLine(field: .gas, figures: [.inspections: 4]),
    ], recurrences: [recurrence])

  static func fieldFigure(_ show: FieldShow, figure: Int = 1, count: Int = 1) -> FieldFigureList {
    let isWindow = [FieldShow.owed, .done, .missed, .explained, .unexplained].contains(show)
    let window = SubjectWindow(
      subject: subjectRow, duty: dutyTitle, first: Qinghe.day("2026-02-01"), last: Qinghe.day("2026-02-28"), times: 1,
      done: show == .done ? 1 : 0,
      reason: show == .explained
        ? .init(reason: .closed, unit: Qinghe.emergency, recordedFor: .phone) : nil)
    let found = FigureFinding(
      subject: subjectRow, inspection: InspectionID("inspection-1")!, day: Qinghe.day("2026-03-02"),
      text: Words("二楼东侧<安全出口>上锁"), grade: .major, isFixed: show == .fixed, matter: nil)
    let isFound = [FieldShow.ordinary, .major, .fixed, .closed, .overdue].contains(show)
    return FieldFigureList(
      meeting: Qinghe.meeting, asOf: .frozen(position: 430, on: Qinghe.today), field: .fire, show: show,
      first: days.first, last: days.last, figure: figure, count: count, windows: isWindow ? [window] : [],
      inspections: show == .inspections ? [inspectionRows[0]] : [], found: isFound ? [found] : [],
      recurrences: show == .recurred ? [recurrence] : [], next: count > 50 ? 50 : nil)
  }

  static func missedBoard(opened: Bool, mayExplain: MissedList.Telling? = nil, isEmpty: Bool = false) -> MissedBoard {
    let given = SubjectWindow.Given(reason: .closed, unit: Qinghe.emergency, recordedFor: .phone)
    let windows = [given, nil].map { reason in
      SubjectWindow(
        subject: subjectRow, duty: dutyTitle, first: Qinghe.day("2026-03-01"), last: Qinghe.day("2026-03-10"),
        times: 2, done: 1, reason: reason)
    }
    let list = MissedList(
      duty: "fire.crowded.town", title: dutyTitle, show: nil, count: 62, windows: windows, next: 50, unexplained: 12,
      mayExplain: mayExplain, hasHomes: mayExplain == .own)
    let line = MissedLine(
      duty: "fire.crowded.town", title: dutyTitle, owed: 120, done: 58,
      reasons: [ReasonCount(reason: .notReached, count: 30), ReasonCount(reason: .replaced, count: 20)], open: 7)
    return MissedBoard(
      unit: Qinghe.emergency, units: isEmpty ? [] : Qinghe.units, month: march,
      reach: DayRange(Qinghe.day("2024-03-10"), Qinghe.day("2026-03-31"))!, lines: isEmpty ? [] : [line],
      opened: opened ? list : nil)
  }

  private static let march = DayRange(Qinghe.day("2026-03-01"), Qinghe.day("2026-03-31"))!

  static func dutyCalendar(opened: Bool, isEmpty: Bool = false) -> DutyCalendar {
    let days = (0..<march.count).map { number -> DutyDay in
      let day = march.first.adding(days: number)
      guard !isEmpty, day.weekday == 7 || number == 30 else {
        return DutyDay(day: day, opens: !isEmpty && day.weekday == 1 ? 12 : 0)
      }
      return DutyDay(day: day, owed: 12, done: day < Qinghe.today ? 9 : 1)
    }
    let window = SubjectWindow(
      subject: subjectRow, duty: dutyTitle, first: march.first, last: march.last, times: 2, done: 1)
    return DutyCalendar(
      unit: Qinghe.emergency, units: isEmpty ? [] : Qinghe.units, month: march, days: days, running: isEmpty ? 0 : 4,
      opened: opened ? DutyDayList(day: march.last, count: 51, windows: [window], next: 50) : nil,
      reach: DayRange(march.first, Qinghe.day("2027-03-31"))!)
  }

  static let subjectYears = [
    SubjectYear(
      year: 2026,
      duties: [
        DutyYear(
          duty: dutyTitle, owed: 3,
          missed: [
            .init(days: DayRange(Qinghe.day("2026-02-01"), Qinghe.day("2026-02-28"))!, reason: .closed),
            .init(days: DayRange(Qinghe.day("2026-03-01")), reason: nil),
          ])
      ], inspections: 2, ordinary: 1, major: 1, fixed: 1, recurrences: [recurrence]),
    SubjectYear(year: 2025, duties: [], inspections: 0, ordinary: 0, major: 0, fixed: 0, recurrences: []),
  ]
}
