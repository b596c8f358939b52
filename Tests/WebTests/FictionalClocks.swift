import Directory
import Ground
import Operations
import Packs
import Web

/// The page of the clocks, with a term tried out.
extension Pages {
  private static let rule = DueTerm(
    code: "petition.decide", title: Bilingual("申诉求决办理", "To decide a claim"), rule: .calendarDays(60), roll: .back,
    reference: "petitions.34", source: "信访工作条例", checked: .copy, validFrom: CivilDate("2022-05-01"))

  static let recount = RecountSheet(
    line: RecountLine(edition: "2027.1", chunks: 2, isDone: true, count: 143, moved: [], movedCount: 61, reports: 1),
    moved: [
      RecountLine.Moved(matter: Qinghe.name(1), before: Qinghe.day("2026-12-31"), after: Qinghe.day("2027-01-05"))
    ],
    reports: [
      RecountSheet.Report(
        sitting: sittingName, unit: Qinghe.shiqiao, before: Qinghe.day("2027-01-01"), after: Qinghe.day("2027-01-04"))
    ], next: 50)

  static let clocks = ClockSheet(
    clocks: .usual, mark: 7, calendars: ["2025.1", "2026.1"],
    rules: [
      RuleLine(
        term: rule,
        reference: ReferenceLine(
          title: Bilingual("信访工作条例", "Regulations on Petition Work"), article: "第三十四条", checked: .copy),
        isInForce: true, isReplaced: false),
      RuleLine(
        term: DueTerm(
          code: "directive.default", title: Bilingual("会议要求", "Meeting demand"), rule: .workHours(4), reference: nil),
        reference: nil, isInForce: false, isReplaced: true),
    ],
    recounts: [
      RecountLine(
        edition: "2027.1", chunks: 2, isDone: true, count: 120,
        moved: [RecountLine.Moved(matter: Qinghe.name(1), before: Qinghe.today, after: Qinghe.today.adding(days: 3))],
        movedCount: 1),
      RecountLine(edition: "2026.2", chunks: 1, isDone: false, count: 0, moved: [], movedCount: 0),
    ])

  static let reckoned = tried(
    DueReckoning.Wish(term: "petition.decide", from: "2026-12-30", pauses: ["2027-01-04..2027-01-05"]))
  static let unreckoned = tried(DueReckoning.Wish(term: "下星期三", from: "2026-12-30"))

  private static func tried(
    _ wish: DueReckoning.Wish
  ) -> (wish: DueReckoning.Wish, result: Result<DueReckoning, Refusal>) {
    do throws(Refusal) {
      let packs = PackLibrary(standards: [:], terms: [rule], references: [:])
      let clock = DueClock(calendar: try WorkCalendar(editions: []))
      return (wish, .success(try DueReckoning(wish, packs: packs, clock: clock)))
    } catch { return (wish, .failure(error)) }
  }
}
